"""The app as a real process whose trace is read as it is written."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 20.0


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a person whose folders lie in `home`."""
    places = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    session = home / "session"
    session.mkdir(mode=0o700, exist_ok=True)
    return os.environ | places | {"HOME": str(home), "XDG_RUNTIME_DIR": str(session)}


def coach(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "coach", *arguments],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


class Trace:
    """A pipe in the place of a trace file: reading waits until something happens."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self._end = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._rest = b""
        # Held open by us too, so that the pipe does not end before the app has opened it.
        self._hold = os.open(path, os.O_WRONLY)

    def wait_for(self, **wanted: object) -> dict[str, Any]:
        """Return the next event with these fields; what comes before it is passed over."""
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            line, found, self._rest = self._rest.partition(b"\n")
            if found:
                event: dict[str, Any] = json.loads(line)
                if wanted.items() <= event.items():
                    return event
                continue
            self._rest = line
            ready, _write, _error = select.select([self._end], [], [], until - time.monotonic())
            assert ready, f"{wanted} did not happen"
            self._rest += os.read(self._end, 65536)

    def close(self) -> None:
        os.close(self._end)
        os.close(self._hold)


class App:
    """A running app."""

    def __init__(self, home: Path, name: str = "app") -> None:
        self.home = home
        self.trace = Trace(home / f"{name}.jsonl")
        command = [sys.executable, "-m", "coach", "--trace", str(self.trace.path)]
        # It ends when the process does, which can be waited for together with others.
        self.life, own = os.pipe()
        self.process = subprocess.Popen(command, env=environment(home), pass_fds=[own])
        os.close(own)

    @property
    def socket(self) -> Path:
        (path,) = (self.home / "session" / "cramp-coach").glob("*.sock")
        return path

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.life)
        self.trace.close()
