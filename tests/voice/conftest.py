from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.voice.launch import Launch


@pytest.fixture(autouse=True)
def no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be heard, whatever this machine has."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
    monkeypatch.setenv("ALSA_CONFIG_PATH", os.devnull)
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "nowhere")


@pytest.fixture
def launch(tmp_path: Path) -> Launch:
    return Launch(cache=tmp_path / "clips", sounds=tmp_path)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the pauses, which `test_watchdog` knows by their numbers."""
    monkeypatch.setattr("coach.voice.watchdog.PAUSES", (0.01, 0.02, 0.03))
    monkeypatch.setattr("coach.voice.watchdog.PATIENCE", 0.6)
    monkeypatch.setattr("coach.voice.watchdog.START_PATIENCE", 1.0)
    monkeypatch.setattr("coach.voice.client.CHECK_EVERY", 0.1)
