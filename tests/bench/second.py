"""How soon what a second process asks for is seen in the window that is open."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.bench.processes import PATIENCE_SECONDS, Home, shown_at
from tests.bench.table import Row

ROUNDS = 40


def rows(screen: dict[str, str]) -> Iterator[Row]:
    home = Home(screen)
    trace = home.folder / "first.jsonl"
    first = home.start("-m", "coach", "--trace", str(trace))
    try:
        shown_at(trace)
        times = [_cramp(home, trace) for _round in range(ROUNDS + 2)][2:]
    finally:
        first.terminate()
        first.wait()
        home.remove()
    worst = quantiles(times, n=20)[18] * 1000
    seen = f"median {median(times) * 1000:.0f} ms of {ROUNDS}, from the start of the process"
    yield Row("coach cramp into a running app, to painted, p95", worst, 200, "ms", seen)


def _cramp(home: Home, trace: Path) -> float:
    """Return the seconds from starting `coach cramp` until its screen has been painted.

    A routine is played before, so that each round begins on another screen.
    """
    asked = time.monotonic()
    home.start("-m", "coach", "play", "daily-prevention").wait()
    _wait_for(trace, "segment", since=asked)
    began = time.monotonic()
    second = home.start("-m", "coach", "cramp")
    shown = _wait_for(trace, "shown", since=began, screen="cramp")
    second.wait()
    return shown - began


def _wait_for(trace: Path, event: str, since: float, **fields: str) -> float:
    """Return when an event first happened after a moment."""
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
