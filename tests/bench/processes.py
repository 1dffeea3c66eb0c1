"""Real processes of the app, each in folders of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 30


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Yield an environment with a screen: a virtual X server, or Qt's own where there is none."""
    if not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


class Home:
    """A person's folders, empty at first."""

    def __init__(self, screen: dict[str, str]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bench-"))
        places = {
            f"XDG_{n}_HOME": str(self.folder / n.lower()) for n in ("DATA", "CONFIG", "CACHE")
        }
        places["XDG_RUNTIME_DIR"] = str(self.folder)
        self.environment = os.environ | screen | places
        self.environment.pop("WAYLAND_DISPLAY", None)
        # As on a person's machine: the second start finds the modules compiled.
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.environment["PYTHONPYCACHEPREFIX"] = str(self.folder / "compiled")

    @property
    def routines(self) -> Path:
        folder = self.folder / "data" / "cramp-coach" / "routines"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        silence = subprocess.DEVNULL
        return subprocess.Popen(
            [sys.executable, *command], env=self.environment, stdout=silence, stderr=silence
        )

    def seconds_until_shown(self, *command: str, trace_argument: str = "--trace") -> float:
        """Start a process, wait for its first painted window, end it, return the seconds."""
        file = self.folder / "trace.jsonl"
        file.unlink(missing_ok=True)
        tracing = [trace_argument, str(file)] if trace_argument else [str(file)]
        began = time.monotonic()
        process = self.start(*command, *tracing)
        try:
            return shown_at(file) - began
        finally:
            process.terminate()
            process.wait()

    def remove(self) -> None:
        shutil.rmtree(self.folder)


def shown_at(file: Path) -> float:
    """Wait until a trace tells of a painted screen; return the time on the monotonic clock."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                event = json.loads(line) if line.endswith("}") else {}
                if event.get("event") == "shown":
                    return float(event["t"])
        time.sleep(0.005)  # between two looks at a file another process writes
    message = f"no window was painted within {PATIENCE_SECONDS} s"
    raise TimeoutError(message)


def told_at(trace: Path, event: str, since: float, **fields: str) -> float:
    """Return when an event first happened after a moment; wait until it has."""
    end = time.monotonic() + PATIENCE_SECONDS
    wanted = {"event": event, **fields}
    while time.monotonic() < end:
        for line in trace.read_text(encoding="utf-8").splitlines():
            told = json.loads(line) if line.endswith("}") else {}
            if told.get("t", 0.0) >= since and wanted.items() <= told.items():
                return float(told["t"])
        time.sleep(0.005)  # between two looks at a file another process writes
    message = f"no {wanted} within {PATIENCE_SECONDS} s"
    raise TimeoutError(message)
