"""The playing thread, stepped by hand with a device and a clock made for it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator
from itertools import pairwise

import pytest

from coach.voice.messages import Device, Finished, Report, Started, Trouble
from coach.voice.mixer import RATE, Item
from coach.voice.output import NoDeviceError
from coach.voice.player import QUIET_SECONDS, RETRY_SECONDS, STALL_SECONDS, Player


class FakeOutput:
    name = "loudspeaker"
    latency = 0.0

    def __init__(self) -> None:
        self.stream: Generator[bytes | memoryview, int, None] | None = None
        self.lost: Callable[[], None] = lambda: None
        self.closed = False

    def start(self, stream: Generator[bytes | memoryview, int, None]) -> None:
        self.stream = stream

    def on_lost(self, lost: Callable[[], None]) -> None:
        self.lost = lost

    def close(self) -> None:
        self.closed = True


class Stage:
    """A player whose thread is this one."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.told: list[Report] = []
        self.outputs: list[FakeOutput] = []
        self.plugged = True
        self.attempts = 0
        self.player = Player(self.told.append, opener=self._open, clock=lambda: self.now)

    def _open(self) -> FakeOutput:
        self.attempts += 1
        if not self.plugged:
            raise NoDeviceError("nothing is plugged in")
        self.outputs.append(FakeOutput())
        return self.outputs[-1]

    def is_open(self) -> bool:
        return not self.outputs[-1].closed

    def settle(self) -> None:
        """Let the player do what is due now."""
        self.player.post(lambda: None)
        while not self.player._inbox.empty():
            self.player.step()

    def play(self, number: int = 1, seconds: float = 0.1, stops: int = 0) -> None:
        values = array("h", [1000] * round(seconds * RATE))
        self.player.play(Item(number, values, speech=True), stops)
        self.settle()

    def sound(self, seconds: float) -> None:
        """Let the device ask for so much."""
        stream = self.outputs[-1].stream
        assert stream is not None
        for _portion in range(round(seconds * 100)):
            stream.send(RATE // 100)
            self.now += 0.01
        self.settle()


def test_a_clip_is_told_to_start_and_to_finish() -> None:
    stage = Stage()
    stage.play()
    stage.sound(0.2)
    assert stage.told == [Started(1, 1000.0, 0.1), Finished(1, whole=True)]


def test_the_device_is_opened_when_needed_and_let_go_when_quiet() -> None:
    stage = Stage()
    stage.settle()
    assert stage.attempts == 0
    stage.play()
    stage.sound(0.2)
    stage.now += QUIET_SECONDS - 0.5
    stage.settle()
    assert stage.is_open()
    stage.now += 0.6
    stage.settle()
    assert not stage.is_open()
    assert stage.player.resting
    stage.play(2)
    assert stage.attempts == 2


def test_a_held_device_stays_open_until_it_is_released() -> None:
    stage = Stage()
    stage.player.hold(on=True)
    stage.settle()
    stage.now += 100
    stage.settle()
    assert stage.is_open()
    assert not stage.player.resting
    stage.player.hold(on=False)
    stage.settle()
    stage.now += QUIET_SECONDS
    stage.settle()
    assert not stage.is_open()


def test_without_a_device_a_cue_is_over_at_once_and_the_device_tried_ever_more_seldom() -> None:
    stage = Stage()
    stage.plugged = False
    tried = []
    for number in range(600):
        before = stage.attempts
        stage.play(number)
        if stage.attempts > before:
            tried.append(stage.now)
        stage.now += 0.1
    gaps = [round(b - a, 1) for a, b in pairwise(tried)]
    assert gaps[: len(RETRY_SECONDS)] == pytest.approx(RETRY_SECONDS, abs=0.11)
    assert stage.told.count(Trouble("no-device", "nothing is plugged in")) == len(tried)
    assert sum(isinstance(told, Finished) and not told.whole for told in stage.told) == 600


def test_speech_returns_with_the_device() -> None:
    stage = Stage()
    stage.plugged = False
    stage.play(1)
    stage.plugged = True
    stage.now += RETRY_SECONDS[0]
    stage.play(2)
    stage.sound(0.2)
    assert stage.told[-3:] == [
        Device("loudspeaker"),
        Started(2, 1000.5, 0.1),
        Finished(2, whole=True),
    ]


def test_a_device_that_goes_away_takes_its_clips_with_it_and_another_is_opened() -> None:
    stage = Stage()
    stage.play(1, seconds=5)
    stage.play(2)
    stage.sound(0.1)
    stage.outputs[0].lost()
    stage.settle()
    assert not stage.is_open()
    assert Trouble("no-device", "it went away") in stage.told
    over = sorted(told.id for told in stage.told if isinstance(told, Finished) and not told.whole)
    assert over == [1, 2]
    stage.now += RETRY_SECONDS[0]
    stage.play(3)
    stage.sound(0.2)
    assert stage.told[-1] == Finished(3, whole=True)


def test_a_device_that_asks_for_nothing_more_is_lost() -> None:
    stage = Stage()
    stage.play(1, seconds=5)
    stage.sound(0.1)
    stage.now += STALL_SECONDS - 0.1
    stage.settle()
    assert stage.is_open()
    stage.now += 0.2
    stage.settle()
    assert not stage.is_open()
    assert stage.told[-1] == Finished(1, whole=False)


def test_a_clip_asked_for_before_a_stop_is_not_heard_after_it() -> None:
    stage = Stage()
    stage.play(1, seconds=5)
    stage.sound(0.1)
    stage.player.stop(1)
    stage.play(2, stops=0)
    stage.play(3, stops=1)
    stage.sound(0.3)
    ends = {told.id: told.whole for told in stage.told if isinstance(told, Finished)}
    assert ends == {1: False, 2: False, 3: True}
