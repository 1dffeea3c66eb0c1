"""How soon what a second process asks for is seen in the window that is open."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.bench.processes import Home, shown_at, told_at
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
    told_at(trace, "segment", since=asked)
    began = time.monotonic()
    second = home.start("-m", "coach", "cramp")
    shown = told_at(trace, "shown", since=began, screen="cramp")
    second.wait()
    return shown - began
