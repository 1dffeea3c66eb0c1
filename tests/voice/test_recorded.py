"""What a person hears, recorded from the loudspeaker of a PulseAudio of our own."""

from __future__ import annotations

import math
import time
from array import array
from dataclasses import replace
from operator import mul
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.voice_port import VoiceStatus
from coach.voice.client import VoiceClient
from coach.voice.launch import Launch
from coach.voice.messages import Finished, Hold, Play, Prepare, Prepared, Ready, Started, Stop
from coach.voice.mixer import RATE
from coach.voice.output import at_stream_rate, open_output
from coach.voice.samples import Samples, read_samples, wav_bytes
from coach.voice.session import Session
from tests.voice.conftest import PulseServer

pytestmark = pytest.mark.listen


def likeness(part: array[int], clip: array[int]) -> float:
    """Return the normalised correlation, 1 for the same sound whatever its loudness."""
    energy = sum(map(mul, part, part)) * sum(map(mul, clip, clip))
    return sum(map(mul, part, clip)) / math.sqrt(energy) if energy else 0.0


def find(clip: array[int], recorded: array[int]) -> tuple[float, int]:
    """Return how alike the best place is to the clip, and the sample where it begins."""
    guess = max(0, onset(recorded) - onset(clip))
    places = range(max(0, guess - 50), guess + 50)
    size = len(clip)
    best = max(places, key=lambda i: likeness(recorded[i : i + size], clip))
    return likeness(recorded[best : best + size], clip), best


def onset(values: array[int]) -> int:
    return next(i for i, value in enumerate(values) if abs(value) > 200)


def onsets(values: array[int], gap: int) -> list[int]:
    """Return where sounds begin that are `gap` samples of silence apart."""
    found, last = [], -gap
    for i, value in enumerate(values):
        if abs(value) > 200:
            if i - last >= gap:
                found.append(i)
            last = i
    return found


def test_a_sentence_is_heard_whole(pulse: PulseServer, launch: Launch) -> None:
    recorder = pulse.record()
    with Session(launch) as session:
        ready = session.answer(lambda m: isinstance(m, Ready), 5)
        assert isinstance(ready, Ready)
        assert ready.device
        session.send(Play(1, text="Right leg."))
        session.answer(lambda m: m == Finished(1, whole=True), 5)
        (path,) = launch.cache.glob("*.wav")
        clip = at_stream_rate(read_samples(path))
        recorded = array("h", recorder.read(1.5))
    recorder.stop()
    alike, place = find(clip, recorded)
    assert alike > 0.99
    quarter = len(clip) // 4
    for begin in (0, len(clip) - quarter):  # neither the first syllable nor the last is lost
        heard = recorded[place + begin : place + begin + quarter]
        assert likeness(heard, clip[begin : begin + quarter]) > 0.98


def test_cues_come_at_their_moments(pulse: PulseServer, launch: Launch) -> None:
    """Four ticks asked for 0.25 s apart are heard 0.25 s apart, each within 2 ms."""
    assert launch.sounds is not None
    tick = array("h", [round(8000 * math.sin(i / 3)) for i in range(1000)])
    (launch.sounds / "tick.wav").write_bytes(wav_bytes(Samples(RATE, tick)))
    recorder = pulse.record()
    with Session(replace(launch, engine="tests.voice.engines:tone")) as session:
        session.send(Hold(on=True))
        session.answer(lambda m: isinstance(m, Ready), 5)
        recorder.read(0.2)
        due = [time.monotonic() + 0.3 + 0.25 * number for number in range(4)]
        session.send(*(Play(n, sound="tick", at=at) for n, at in enumerate(due)))
        sent = [
            session.answer(lambda m, n=n: isinstance(m, Started) and m.id == n, 5)  # type: ignore[misc]
            for n in range(4)
        ]
        session.answer(lambda m: m == Finished(3, whole=True), 5)
        recorded = array("h", recorder.read(1.6))
    recorder.stop()
    heard = onsets(recorded, gap=4000)
    assert len(heard) == 4
    for number in range(1, 4):
        assert (heard[number] - heard[0]) / RATE == pytest.approx(0.25 * number, abs=0.002)
    for started, at in zip(sent, due, strict=True):
        assert isinstance(started, Started)
        assert started.at == pytest.approx(at, abs=0.001)


def test_the_first_sample_of_a_cue_is_handed_over_at_once(
    pulse: PulseServer, launch: Launch
) -> None:
    recorder = pulse.record()
    with Session(replace(launch, engine="tests.voice.engines:tone")) as session:
        session.answer(lambda m: isinstance(m, Ready), 5)
        session.send(Hold(on=True), Prepare(("leg",)))
        session.answer(lambda m: isinstance(m, Prepared), 5)
        waits = []
        for number in range(3):
            asked = time.monotonic()
            session.send(Play(number, text="leg"))
            started = session.answer(lambda m: isinstance(m, Started), 5)
            assert isinstance(started, Started)
            waits.append(started.at - asked)
            session.answer(lambda m: isinstance(m, Finished), 5)
    recorder.stop()
    assert max(waits) < 0.15


def test_silence_comes_at_once(pulse: PulseServer, launch: Launch) -> None:
    recorder = pulse.record()
    with Session(replace(launch, engine="tests.voice.engines:tone")) as session:
        session.send(Hold(on=True), Play(1, text="a tone of some seconds"), Play(2, text="more"))
        session.answer(lambda m: isinstance(m, Started), 5)
        recorder.read(0.3)
        session.send(Stop())
        over = [session.answer(lambda m: isinstance(m, Finished), 1) for _play in range(2)]
        recorder.read(0.3)
        after = array("h", recorder.read(0.3))
    recorder.stop()
    assert set(over) == {Finished(1, whole=False), Finished(2, whole=False)}
    assert max(map(abs, after)) < 50


def test_speech_returns_when_the_device_does(
    pulse: PulseServer,
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
    qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    recorder = pulse.record()
    link.symlink_to(pulse.socket)

    def heard_again() -> bool:
        if client.state.status is VoiceStatus.NO_DEVICE:
            client.say("leg", interrupt=True)
        return ("leg", True) in spoken

    qtbot.waitUntil(heard_again)
    recorded = array("h", recorder.read(1.0))
    recorder.stop()
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


def test_a_device_that_goes_away_while_it_plays_is_told_and_its_return_is_heard(
    pulse: PulseServer, launch: Launch, qtbot: QtBot
) -> None:
    client = VoiceClient(replace(launch, engine="tests.voice.engines:tone"))
    with qtbot.waitSignal(client.started):
        client.start()
        client.say("a tone of many seconds, which is why it will not be heard to its end")
    pulse.stop()
    with qtbot.waitSignal(client.finished) as over:
        qtbot.waitUntil(lambda: client.state.status is VoiceStatus.NO_DEVICE)
    assert over.args[1] is False
    assert client.state.remedy
    pulse.start()
    spoken: list[tuple[str, bool]] = []
    client.finished.connect(lambda text, whole: spoken.append((text, whole)))

    def heard_again() -> bool:
        if client.state.status is VoiceStatus.NO_DEVICE:
            client.say("leg", interrupt=True)
        return ("leg", True) in spoken

    qtbot.waitUntil(heard_again, timeout=8000)
    assert client.state.status is VoiceStatus.READY
    client.close()
    client.deleteLater()
