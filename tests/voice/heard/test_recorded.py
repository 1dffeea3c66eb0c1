"""What a person hears, recorded from the loudspeaker of a PulseAudio of our own."""

from __future__ import annotations

import math
import time
from array import array
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from pytestqt.qtbot import QtBot

from coach.app.voice_port import VoiceStatus
from coach.voice.client import VoiceClient
from coach.voice.launch import Launch
from coach.voice.messages import (
    Finished,
    Hold,
    Message,
    Play,
    Prepare,
    Prepared,
    Ready,
    Started,
    Stop,
)
from coach.voice.mixer import RATE
from coach.voice.output import HEARD_AFTER, at_stream_rate, open_output
from coach.voice.samples import Samples, read_samples, wav_bytes
from coach.voice.session import Session
from tests.voice.heard.finding import find, likeness
from tests.voice.heard.hearing import LATE_SECONDS, Ear, heard_in_peace
from tests.voice.heard.server import PulseServer


@pytest.fixture
def ear(pulse: PulseServer) -> Iterator[Ear]:
    ear = Ear(pulse.address)
    yield ear
    ear.stop()


def first_of(session: Session, number: int) -> Started:
    """Wait for the first sample of a clip."""
    started = session.answer(lambda m: isinstance(m, Started) and m.id == number, 10)
    assert isinstance(started, Started)
    return started


def onsets(values: array[int], gap: int) -> list[int]:
    """Return where sounds begin that are `gap` samples of silence apart."""
    found, last = [], -gap
    for i, value in enumerate(values):
        if abs(value) > 200:
            if i - last >= gap:
                found.append(i)
            last = i
    return found


def test_a_sentence_is_heard_whole(ear: Ear, launch: Launch) -> None:
    def play() -> float:
        with Session(launch) as session:
            ready = session.answer(lambda m: isinstance(m, Ready), 10)
            assert isinstance(ready, Ready)
            assert ready.device
            session.send(Play(1, text="Right leg."))
            started = first_of(session, 1)
            session.answer(lambda m: m == Finished(1, whole=True), 10)
            ear.listen_until(started.at + started.seconds + 0.5)
        return started.at

    begun = heard_in_peace(ear, play)
    (path,) = launch.cache.glob("*.wav")
    clip = at_stream_rate(read_samples(path))
    place = find(clip, ear.values, ear.sample_at(begun))
    assert likeness(ear.values[place : place + len(clip)], clip) > 0.99
    quarter = len(clip) // 4
    for begin in (0, len(clip) - quarter):  # neither the first syllable nor the last is lost
        heard = ear.values[place + begin : place + begin + quarter]
        assert likeness(heard, clip[begin : begin + quarter]) > 0.98


def test_cues_come_at_their_moments(ear: Ear, launch: Launch) -> None:
    """Four ticks asked for 0.25 s apart are heard 0.25 s apart, each within 10 ms."""
    assert launch.sounds is not None
    tick = array("h", [round(8000 * math.sin(i / 3)) for i in range(1000)])
    (launch.sounds / "tick.wav").write_bytes(wav_bytes(Samples(RATE, tick)))

    def play() -> tuple[list[int], list[float]]:
        with Session(replace(launch, engine="tests.voice.engines:tone")) as session:
            session.send(Hold(on=True))
            session.answer(lambda m: isinstance(m, Ready), 10)
            ear.listen_until(time.monotonic() + 0.2)
            due = [time.monotonic() + 0.5 + 0.25 * number for number in range(4)]
            session.send(*(Play(n, sound="tick", at=at) for n, at in enumerate(due)))
            begun = [first_of(session, number) for number in range(4)]
            session.answer(lambda m: m == Finished(3, whole=True), 10)
            heard = onsets(ear.between(due[0] - 0.2, due[-1] + 0.3), gap=4000)
        return heard, [one.at - at for one, at in zip(begun, due, strict=True)]

    heard, late = heard_in_peace(ear, play)
    assert len(heard) == 4
    for number in range(4):
        assert heard[number] / RATE - 0.2 == pytest.approx(0.25 * number, abs=LATE_SECONDS)
        assert (heard[number] - heard[0]) / RATE == pytest.approx(0.25 * number, abs=0.01)
    assert max(map(abs, late)) < 0.001


def test_the_first_sample_of_a_cue_is_handed_over_at_once(ear: Ear, launch: Launch) -> None:
    def play() -> float:
        with Session(replace(launch, engine="tests.voice.engines:tone")) as session:
            session.answer(lambda m: isinstance(m, Ready), 10)
            session.send(Hold(on=True), Prepare(("leg",)))
            session.answer(lambda m: isinstance(m, Prepared), 10)
            waits = []
            for number in range(5):
                asked = time.monotonic()
                session.send(Play(number, text="leg"))
                first_of(session, number)
                waits.append(time.monotonic() - asked)
                session.answer(lambda m: isinstance(m, Finished), 10)
        return median(waits)

    assert heard_in_peace(ear, play) < 0.15


def test_silence_comes_at_once(ear: Ear, launch: Launch) -> None:
    def play() -> tuple[set[Message], array[int], array[int]]:
        with Session(replace(launch, engine="tests.voice.engines:tone")) as session:
            session.send(Hold(on=True), Play(1, text="a tone of seconds"), Play(2, text="more"))
            begun = first_of(session, 1).at
            before = ear.between(begun, begun + 0.3)
            session.send(Stop())
            over = {session.answer(lambda m: isinstance(m, Finished), 10) for _play in range(2)}
            faded = time.monotonic()
            after = ear.between(faded + HEARD_AFTER + LATE_SECONDS, faded + 0.4)
        return over, before, after

    over, before, after = heard_in_peace(ear, play)
    assert over == {Finished(1, whole=False), Finished(2, whole=False)}
    assert max(map(abs, before)) > 1000
    assert max(map(abs, after)) < 50


def test_speech_returns_when_the_device_does(
    pulse: PulseServer,
    ear: Ear,
    launch: Launch,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    link = tmp_path / "native"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{link}")
    client = VoiceClient(replace(launch, engine="tests.voice.engines:tone"))
    spoken: list[tuple[str, bool]] = []
    client.finished.connect(lambda text, whole: spoken.append((text, whole)))
    client.start()
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE, timeout=15_000)
    began = time.monotonic()
    link.symlink_to(pulse.socket)

    def heard_again() -> bool:
        if client.state.status is VoiceStatus.NO_DEVICE:
            client.say("leg", interrupt=True)
        return ("leg", True) in spoken

    qtbot.waitUntil(heard_again, timeout=15_000)
    recorded = ear.between(began, time.monotonic() + HEARD_AFTER)
    client.close()
    client.deleteLater()
    assert client.state.status is VoiceStatus.OFF
    assert max(map(abs, recorded)) > 1000


def test_a_device_opened_a_hundred_times_leaves_nothing_open(pulse: PulseServer) -> None:
    """PulseAudio takes 64 connections; the 65th is refused."""
    for _time in range(100):
        open_output().close()
    descriptors = list(Path("/proc/self/fd").iterdir())
    assert len(descriptors) < 100


@pytest.mark.parametrize(("goes", "returns"), [("stop", "start"), ("unplug", "plug_in")])
def test_a_device_that_goes_away_while_it_plays_is_told_and_its_return_is_heard(
    pulse: PulseServer, launch: Launch, qtbot: QtBot, goes: str, returns: str
) -> None:
    """The sound server ends, or the only loudspeaker is pulled out; then it is there again."""
    client = VoiceClient(replace(launch, engine="tests.voice.engines:tone"))
    with qtbot.waitSignal(client.started, timeout=15_000):
        client.start()
        client.say("a tone of many seconds, which is why it will not be heard to its end")
    getattr(pulse, goes)()
    with qtbot.waitSignal(client.finished, timeout=15_000) as over:
        qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE, timeout=15_000)
    assert over.args[1] is False
    assert client.state.remedy
    getattr(pulse, returns)()
    spoken: list[tuple[str, bool]] = []
    client.finished.connect(lambda text, whole: spoken.append((text, whole)))

    def heard_again() -> bool:
        if client.state.status is VoiceStatus.NO_DEVICE:
            client.say("leg", interrupt=True)
        return ("leg", True) in spoken

    qtbot.waitUntil(heard_again, timeout=15_000)
    assert client.state.status is VoiceStatus.READY
    client.close()
    client.deleteLater()
