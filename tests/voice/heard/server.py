"""A PulseAudio of our own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

EAR = ("sink_name=ear", "rate=44100", "channels=1")
"""The loudspeaker that nobody hears."""


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
                *("-L", " ".join(("module-null-sink", *EAR))),
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

    def unplug(self) -> None:
        """Take the loudspeaker away, the server goes on."""
        self._control("unload-module", "module-null-sink")

    def plug_in(self) -> None:
        """Put a loudspeaker there again."""
        self._control("load-module", "module-null-sink", *EAR)
        if self._waker is not None:
            self._waker.kill()
            self._waker.wait()
        self._keep_awake()

    def _control(self, *words: str) -> None:
        command = ["pactl", "-s", self.address, *words]
        subprocess.run(command, check=True, timeout=20, stdout=subprocess.DEVNULL)

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
