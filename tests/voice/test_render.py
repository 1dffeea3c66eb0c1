from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import pytest

from coach.voice.launch import Launch
from coach.voice.render import RenderError, probe, render_to_file


def test_a_text_becomes_a_wav_file(tmp_path: Path) -> None:
    out = tmp_path / "leg.wav"
    seconds = render_to_file("Right leg.", out)
    with wave.open(str(out)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() == seconds
        assert max(file.readframes(file.getnframes())) > 0


@pytest.mark.parametrize(
    ("text", "engine", "reason"),
    [
        ("…", "tone", "nothing to speak"),
        ("leg", "mute", "stayed silent"),
        ("refuse", "faulty", "cannot be said"),
        ("hang", "faulty", "within 0.8 seconds"),
        ("die", "faulty", "ended with status 3"),
        ("leg", "missing", "nothing is installed"),
        ("leg", "dying", "ended with status 1"),
    ],
)
def test_why_nothing_was_spoken_is_said(
    tmp_path: Path, text: str, engine: str, reason: str
) -> None:
    with pytest.raises(RenderError, match=reason):
        render_to_file(
            text, tmp_path / "out.wav", engine=f"tests.voice.engines:{engine}", seconds=0.8
        )
    assert not (tmp_path / "out.wav").exists()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"nowhere/leg\.wav"):
        render_to_file("leg", tmp_path / "nowhere" / "leg.wav", engine="tests.voice.engines:tone")


def test_the_probe_tells_what_speaks_and_why_nothing_plays(launch: Launch) -> None:
    found = probe(launch)
    assert found is not None
    assert found.engine
    assert found.voices > 0
    assert found.backends
    assert "null" not in found.backends
    assert not found.device
    assert found.device_reason


def test_the_probe_tells_that_nothing_speaks(launch: Launch) -> None:
    found = probe(replace(launch, engine="tests.voice.engines:missing"))
    assert found is not None
    assert not found.engine
    assert "nothing is installed" in found.engine_reason


@pytest.mark.parametrize("engine", ["sleepy", "dying"])
def test_the_probe_never_hangs(launch: Launch, engine: str) -> None:
    assert probe(replace(launch, engine=f"tests.voice.engines:{engine}"), seconds=0.5) is None
