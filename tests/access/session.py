"""A desktop for one test: a screen, a message bus and an accessibility bus of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
"""Where distributions keep what the bus `org.a11y.Bus` is started with."""


def missing() -> str:
    """Return what this machine lacks for such a desktop; empty where nothing."""
    wanted = [name for name in ("Xvfb", "dbus-daemon") if not shutil.which(name)]
    if not any(Path(file).exists() for file in LAUNCHERS):
        wanted.append("at-spi2-core")
    return ", ".join(wanted)


class Session:
    """A virtual screen and a message bus; both end with it.

    Attributes:
        environment: What a program needs to run on it.
        bus: Address of the message bus.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str] = os.environ) -> None:
        """Start both.

        Args:
            folder: Private, for what the buses keep while they run; its path must be short.
            environment: What programs get besides.
        """
        self._processes: list[subprocess.Popen[str]] = []
        self.environment = {**environment, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(folder)}
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE"):
            self.environment.pop(name, None)
        screen = self._start(
            "Xvfb", "-screen", "0", "1600x1000x24", "-noreset", option="-displayfd"
        )
        self.environment["DISPLAY"] = f":{screen}"
        manager = [sys.executable, "-m", "tests.access.window_manager"]
        self._processes.append(subprocess.Popen(manager, env=self.environment, text=True))
        self.bus = self._start("dbus-daemon", "--session", "--nofork", option="--print-address")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus

    def _start(self, *command: str, option: str) -> str:
        """Start a server that writes where it is to be found into the file of an option."""
        reading, writing = os.pipe()
        joined = [f"{option}={writing}"] if option.startswith("--") else [option, str(writing)]
        process = subprocess.Popen(
            [*command, *joined],
            pass_fds=[writing],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            return pipe.readline().strip()

    def end(self) -> None:
        """End both, the last one first; what was started on the bus ends with it."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait()
