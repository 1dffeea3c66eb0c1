"""A sound server that nobody hears, for tests that listen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.voice.heard.server import PulseServer


@pytest.fixture(scope="session", autouse=True)
def pulse_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    """Started before all tests that listen: its loudspeaker needs two seconds to come to life."""
    server = PulseServer(tmp_path_factory.mktemp("pulse"))
    if server.is_installed:
        server.start()
    yield server
    server.stop()


@pytest.fixture
def pulse(
    pulse_server: PulseServer, no_device: None, monkeypatch: pytest.MonkeyPatch
) -> PulseServer:
    """A PulseAudio of our own with one loudspeaker that nobody hears."""
    if not pulse_server.is_installed:
        pytest.skip("pulseaudio and parec are needed")
    if not pulse_server.is_running:
        pulse_server.start()
    monkeypatch.setenv("PULSE_SERVER", pulse_server.address)
    return pulse_server
