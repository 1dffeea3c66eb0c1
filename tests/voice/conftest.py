from __future__ import annotations

import os
import select
import shutil
import socket
import subprocess
from collections.abc import Iterator
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


@pytest.fixture(scope="session", autouse=True)
def pulse_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    """Started before all tests of the voice: its loudspeaker needs two seconds to come to life."""
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


class PulseServer:
    """A private PulseAudio; can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.is_installed = bool(shutil.which("pulseaudio") and shutil.which("parec"))
        self.folder = folder
        self.socket = folder / "native"
        self.address = f"unix:{self.socket}"
        self._process: subprocess.Popen[bytes] | None = None
        self._waker: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        home = str(self.folder)
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
                "--use-pid-file=no",
                *("-L", "module-null-sink sink_name=ear rate=44100 channels=1"),
                *("-L", f"module-native-protocol-unix socket={self.socket} auth-anonymous=1"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": home, "XDG_RUNTIME_DIR": home, "PULSE_RUNTIME_PATH": home},
        )
        for _attempt in range(100):
            with socket.socket(socket.AF_UNIX) as client:
                if client.connect_ex(str(self.socket)) == 0:
                    self._keep_awake()
                    return
            if not self._outlives(0.05):
                break
        self.is_installed = False  # here it does not start

    def stop(self) -> None:
        for process in (self._waker, self._process):
            if process is not None:
                process.kill()
                process.wait()
        self.socket.unlink(missing_ok=True)

    def record(self) -> Recorder:
        return Recorder(self.address)

    def _keep_awake(self) -> None:
        """A null sink that nobody listens to looks for something to play every two seconds only."""
        self._waker = subprocess.Popen(
            ["parec", "-s", self.address, "-d", "ear.monitor", "--latency-msec=10"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _outlives(self, seconds: float) -> bool:
        assert self._process is not None
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False


class Recorder:
    """Records what the loudspeaker plays: 16-bit, one channel, 44,100 a second."""

    def __init__(self, address: str) -> None:
        self._process = subprocess.Popen(
            [
                *("parec", "-s", address, "-d", "ear.monitor", "--latency-msec=10", "--raw"),
                *("--format=s16le", "--rate=44100", "--channels=1"),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._process.stdout is not None
        self._pipe = self._process.stdout
        self.read(0.1)  # it runs from here on

    def read(self, seconds: float) -> bytes:
        """Return the next `seconds` of sound; never waits for more than 10 s."""
        wanted, data = round(seconds * 44100) * 2, b""
        while len(data) < wanted:
            if not select.select([self._pipe], [], [], 10.0)[0]:
                pytest.fail("the recorder records nothing")
            data += os.read(self._pipe.fileno(), wanted - len(data))
        return data

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._pipe.close()
