"""The app's side, with real speaking processes that work, hang, die and talk nonsense."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from coach.app.voice_port import Voice, VoiceState, VoiceStatus
from coach.voice import process, watchdog
from coach.voice.client import VoiceClient
from coach.voice.clips import KEPT
from coach.voice.launch import Launch
from coach.voice.states import state


class Followed(VoiceClient):
    """Notes what it tells."""

    def __init__(self, launch: Launch) -> None:
        super().__init__(launch)
        self.states: list[VoiceStatus] = []
        self.clips: dict[str, float] = {}
        self.spoken: list[tuple[str, bool]] = []
        self.state_changed.connect(lambda state: self.states.append(state.status))
        self.clip_ready.connect(self.clips.__setitem__)
        self.finished.connect(lambda text, whole: self.spoken.append((text, whole)))


Make = Callable[..., Followed]


@pytest.fixture
def make(qtbot: QtBot, launch: Launch) -> Iterator[Callable[[str], Followed]]:
    made: list[Followed] = []

    def start(engine: str, **about: object) -> Followed:
        name = f"tests.voice.engines:{engine}"
        made.append(Followed(replace(launch, engine=name, **about)))  # type: ignore[arg-type]
        return made[-1]

    yield start
    for client in made:
        client.close()
        client.deleteLater()
    made.clear()
    gc.collect()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def clip_in(folder: Path) -> bool:
    """Wait until there is a clip, some seconds at most."""
    given_up = time.monotonic() + 5
    while not list(folder.glob("*.wav")):
        if time.monotonic() > given_up:
            return False
        Event().wait(0.01)
    return True


def is_a_voice(client: VoiceClient) -> Voice:
    """Checked by mypy: the client is what the app asks for."""
    return client


def test_lengths_of_texts_come_by_themselves(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    client.prepare(["four", "eight888"])
    client.start()
    qtbot.waitUntil(lambda: len(client.clips) == 2)
    assert client.clips["four"] == pytest.approx(0.45, abs=0.06)
    assert client.clips["eight888"] == pytest.approx(0.85, abs=0.06)


def test_a_busy_app_is_no_reason_to_speak_late(make: Make, qtbot: QtBot, launch: Launch) -> None:
    client = make("tone")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    client.prepare(["leg"])
    assert clip_in(launch.cache)  # nothing of Qt ran meanwhile
    assert client.clips == {}
    qtbot.waitUntil(lambda: "leg" in client.clips)


def test_without_a_device_the_state_says_so_and_captions_go_on(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    assert client.states == [VoiceStatus.STARTING, VoiceStatus.NO_DEVICE]
    assert client.state.message
    assert client.state.remedy
    client.say("leg")
    qtbot.waitUntil(lambda: client.spoken == [("leg", False)])


def test_without_an_engine_the_state_says_what_to_install(make: Make, qtbot: QtBot) -> None:
    client = make("missing")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_ENGINE)
    assert client.state.remedy


def test_a_hang_is_noticed_and_the_rest_is_still_prepared(
    make: Make, qtbot: QtBot, quick: None
) -> None:
    client = make("faulty")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    first = client.worker_pid
    begin = time.monotonic()
    client.prepare(["before", "hang", "after"])
    qtbot.waitUntil(lambda: VoiceStatus.RESTARTING in client.states, timeout=4000)
    assert watchdog.PATIENCE <= time.monotonic() - begin < watchdog.PATIENCE + 1.5
    assert not is_running(first)
    qtbot.waitUntil(lambda: "after" in client.clips, timeout=12_000)
    assert set(client.clips) == {"before", "after"}


def test_one_text_that_hangs_is_not_tried_for_ever(make: Make, qtbot: QtBot, quick: None) -> None:
    client = make("faulty")
    client.start()
    client.prepare(["hang", "after"])
    qtbot.waitUntil(lambda: "after" in client.clips, timeout=5000)
    client.say("hang")
    client.prepare(["hang", "more"])
    qtbot.waitUntil(lambda: "more" in client.clips)
    assert VoiceStatus.FAILED not in client.states


def test_a_killed_worker_comes_back(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    os.kill(client.worker_pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.RESTARTING)
    client.say("lost")
    client.prepare(["leg"])
    qtbot.waitUntil(lambda: "leg" in client.clips)
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    assert client.spoken == []


def test_a_worker_that_dies_at_once_is_given_up_and_may_be_tried_again(
    make: Make, qtbot: QtBot, quick: None
) -> None:
    client = make("dying")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.FAILED)
    assert client.states == [VoiceStatus.STARTING, VoiceStatus.RESTARTING, VoiceStatus.FAILED]
    client.say("leg")
    client.prepare(["leg"])
    assert not client.worker_pid
    client.start()
    assert client.states[-1] is VoiceStatus.STARTING
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.FAILED)


def test_a_python_that_is_gone_is_given_up(
    make: Make, qtbot: QtBot, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "interpreter", lambda: "/nowhere/python")
    client = make("tone")
    client.prepare(["leg"])
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.FAILED)


def test_a_worker_that_talks_nonsense_is_given_up(
    make: Make, qtbot: QtBot, quick: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    babbler = tmp_path / "python"
    babbler.write_text("#!/bin/sh\nexec yes no message\n")
    babbler.chmod(0o700)
    monkeypatch.setattr(process, "interpreter", lambda: str(babbler))
    client = make("tone")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.FAILED)


def test_an_idle_worker_goes_and_is_woken_unnoticed(make: Make, qtbot: QtBot) -> None:
    client = make("tone", idle_seconds=0.2)
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    qtbot.waitUntil(lambda: client.worker_pid == 0)
    client.prepare(["leg"])
    qtbot.waitUntil(lambda: "leg" in client.clips)
    assert client.states == [VoiceStatus.STARTING, VoiceStatus.NO_DEVICE]


def test_nothing_ticks_while_nothing_is_asked(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    client.prepare(["leg"])
    client.start()
    qtbot.waitUntil(lambda: "leg" in client.clips and not client._checks.isActive())


def test_a_muted_voice_says_nothing_and_still_tells_lengths(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    client.set_muted(True)
    client.start()
    client.say("leg")
    client.prepare(["arm"])
    qtbot.waitUntil(lambda: "arm" in client.clips)
    assert client.spoken == []


@pytest.mark.parametrize("text", ["leg", "hang", "freeze"])
def test_closing_ends_the_worker_whatever_it_does(make: Make, qtbot: QtBot, text: str) -> None:
    client = make("faulty")
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    client.prepare([text])
    qtbot.waitUntil(lambda: client._rendering == text or text in client.clips)
    pid, begin = client.worker_pid, time.monotonic()
    client.close()
    assert time.monotonic() - begin < 0.6
    assert not is_running(pid)
    assert client.state.status is VoiceStatus.OFF
    client.say("leg")
    client.start()
    assert not client.worker_pid


def test_the_event_loop_is_never_held_up(make: Make, qtbot: QtBot) -> None:
    client = make("faulty")
    client.start()
    slowest = 0.0
    for ask in (client.start, lambda: client.prepare(["hang"]), lambda: client.say("leg")):
        begin = time.monotonic()
        ask()
        slowest = max(slowest, time.monotonic() - begin)
    assert slowest < 0.05


def test_what_is_to_be_had_at_once_is_rendered_once_and_for_good(
    make: Make, qtbot: QtBot, launch: Launch
) -> None:
    first = make("tone", cache_bytes=1)
    first.keep(["toes up", "knee bent"])
    qtbot.waitUntil(lambda: len(first.clips) == 2)
    first.close()
    assert len(list((launch.cache / KEPT).iterdir())) == 2
    second = make("tone")
    second.keep(["toes up", "knee bent"])
    assert second.worker_pid == 0
    second.keep(["toes up", "heel down"])
    qtbot.waitUntil(lambda: list(second.clips) == ["heel down"])


def test_another_voice_renders_them_anew(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    for rate in (165, 120):
        client.set_voice("", rate, "en-GB")
        client.clips.clear()
        client.keep(["toes up"])
        qtbot.waitUntil(lambda: "toes up" in client.clips)


def test_one_that_hangs_is_not_tried_for_ever(make: Make, qtbot: QtBot, quick: None) -> None:
    client = make("faulty")
    client.keep(["hang", "after"])
    qtbot.waitUntil(lambda: "after" in client.clips, timeout=5000)
    assert VoiceStatus.FAILED not in client.states


def test_a_text_the_engine_dies_at_does_not_silence_the_others(
    make: Make, qtbot: QtBot, quick: None
) -> None:
    client = make("faulty")
    client.start()
    client.prepare(["die", "after"])
    qtbot.waitUntil(lambda: "after" in client.clips, timeout=5000)
    assert VoiceStatus.FAILED not in client.states


def test_the_voices_are_told_to_whoever_asks(make: Make, qtbot: QtBot) -> None:
    client = make("tone")
    found: list[str] = []
    client.list_voices(lambda voices: found.extend(voice.name for voice in voices))
    qtbot.waitUntil(lambda: found == ["Tone"])


@pytest.mark.parametrize("status", VoiceStatus)
def test_every_state_has_its_sentence(status: VoiceStatus) -> None:
    told = state(status)
    assert isinstance(told, VoiceState)
    assert told.message.endswith(".")
    troubled = not told.audible and status is not VoiceStatus.OFF
    assert bool(told.remedy) is troubled
