from __future__ import annotations

from array import array
from itertools import pairwise

import pytest

from coach.voice.mixer import FADE_SAMPLES, RATE, Began, Ended, Item, Mixer
from coach.voice.samples import FULL_SCALE

PORTION = 661


class Stage:
    """A mixer, a device and a clock, all turned by hand."""

    def __init__(self, start: float = 1000.0) -> None:
        self.now = start
        self.told: list[Began | Ended] = []
        self.mixer = Mixer(self.told.append, lambda: self.now)
        self.stream = self.mixer.stream()
        self.heard = array("h")

    def play(self, seconds: float, rate: float = RATE) -> array[int]:
        """Let the device ask for so many seconds; return what it heard in them."""
        begin = len(self.heard)
        for _portion in range(round(seconds * RATE / PORTION)):
            got = bytes(self.stream.send(PORTION)) or bytes(2 * PORTION)
            assert len(got) == 2 * PORTION
            self.heard += array("h", got)
            self.now += PORTION / rate
        return self.heard[begin:]

    def began(self) -> list[int]:
        return [event.item.id for event in self.told if isinstance(event, Began)]

    def ended(self) -> list[tuple[int, bool]]:
        return [(e.item.id, e.whole) for e in self.told if isinstance(e, Ended)]


def item(number: int, seconds: float = 0.1, *, height: int = 1000, **about: object) -> Item:
    values = array("h", [height] * round(seconds * RATE))
    return Item(number, values, **({"speech": True} | about))  # type: ignore[arg-type]


def test_silence_costs_nothing() -> None:
    assert Stage().stream.send(PORTION) == b""


def test_a_clip_is_heard_whole() -> None:
    stage = Stage()
    clip = item(1, 0.123)
    clip.values = array("h", range(1, len(clip.values) + 1))
    stage.mixer.add(clip)
    stage.play(0.3)
    assert array("h", [value for value in stage.heard if value]) == clip.values
    assert stage.ended() == [(1, True)]
    assert stage.mixer.empty


def test_speech_waits_for_the_speech_before_it() -> None:
    stage = Stage()
    stage.mixer.add(item(1))
    stage.mixer.add(item(2))
    stage.play(0.4)
    assert stage.began() == [1, 2]
    assert max(stage.heard) == 1000
    assert sum(1 for value in stage.heard if value) == 2 * round(0.1 * RATE)


def test_a_sound_is_heard_along_with_speech() -> None:
    stage = Stage()
    stage.mixer.add(item(1))
    stage.mixer.add(item(2, speech=False))
    stage.play(0.2)
    assert max(stage.heard) == 2000


def test_loud_sounds_together_do_not_wrap_around() -> None:
    stage = Stage()
    stage.mixer.add(item(1, height=30000))
    stage.mixer.add(item(2, height=30000, speech=False))
    stage.play(0.2)
    assert max(stage.heard) == FULL_SCALE
    assert min(stage.heard) == 0


def test_half_the_volume_is_half_as_high() -> None:
    stage = Stage()
    stage.mixer.set_volumes(0.5, 1.0)
    stage.mixer.add(item(1))
    stage.play(0.2)
    assert max(stage.heard) == 500


@pytest.mark.parametrize(("speech", "sounds", "height"), [(0.5, 0.25, 750), (0, 1, 1000)])
def test_words_and_sounds_have_volumes_apart(speech: float, sounds: float, height: int) -> None:
    stage = Stage()
    stage.mixer.set_volumes(speech, sounds)
    stage.mixer.add(item(1))
    stage.mixer.add(item(2, speech=False))
    stage.play(0.2)
    assert max(stage.heard) == height


def test_stopping_fades_and_drops_the_rest() -> None:
    stage = Stage()
    stage.mixer.add(item(1, 5.0))
    stage.mixer.add(item(2, 5.0))
    stage.play(0.1)
    stage.mixer.stop()
    after = stage.play(0.1)
    assert sum(1 for value in after if value) <= FADE_SAMPLES
    assert max(abs(b - a) for a, b in pairwise([1000, *after])) <= 10
    assert sorted(stage.ended()) == [(1, False), (2, False)]


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.31415])
def test_a_clip_begins_at_its_sample(delay: float) -> None:
    stage = Stage()
    stage.play(0.5)
    begin = len(stage.heard)
    stage.mixer.add(item(1, at=stage.now + delay))
    stage.play(0.6)
    first = next(i for i, value in enumerate(stage.heard) if value)
    assert abs(first - begin - delay * RATE) <= 1


@pytest.mark.parametrize("error", [-30e-6, 30e-6])
def test_clips_keep_their_seconds_for_an_hour_on_a_device_with_a_clock_of_its_own(
    error: float,
) -> None:
    """30 parts in a million, as a cheap quartz does, are a tenth of a second in the hour."""
    stage = Stage()
    own = RATE * (1 + error)
    stage.play(0.3, own)
    worst = 0.0
    for minute in range(1, 61):
        due = 1000.0 + 60 * minute
        stage.heard = array("h")
        stage.play(due - stage.now - 0.5, own)
        stage.heard = array("h")
        begin = stage.now
        stage.mixer.add(item(minute, at=due))
        stage.play(1.0, own)
        first = next(i for i, value in enumerate(stage.heard) if value)
        worst = max(worst, abs(begin + first / own - due))
    assert worst < 0.005


def test_a_device_that_stood_still_finds_its_time_again() -> None:
    stage = Stage()
    stage.play(0.3)
    stage.now += 7.0
    stage.play(0.3)
    stage.mixer.add(item(1, at=stage.now + 0.2))
    stage.play(0.4)
    began = next(event for event in stage.told if isinstance(event, Began))
    assert began.at == pytest.approx(stage.now - 0.2, abs=0.02)


def test_a_clip_due_in_the_past_begins_now() -> None:
    stage = Stage()
    stage.mixer.add(item(1, at=stage.now - 5))
    assert stage.play(0.1)[0] == 1000


def test_when_the_device_is_gone_all_is_dropped() -> None:
    stage = Stage()
    stage.mixer.add(item(1))
    stage.play(0.03)
    stage.mixer.add(item(2))
    stage.mixer.abandon()
    assert sorted(stage.ended()) == [(1, False), (2, False)]
    assert stage.mixer.empty
