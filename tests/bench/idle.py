"""What the app costs while it plays and while nobody looks at it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psutil

from tests.bench.processes import Home, shown_at
from tests.bench.table import Row

PLAY_SECONDS = 20.0
IDLE_SECONDS = 10.0
MIB = 1 << 20


def rows(screen: dict[str, str]) -> Iterator[Row]:
    home = Home(screen)
    try:
        yield from _playing(home)
        yield from _idling(home)
    finally:
        home.remove()


def _playing(home: Home) -> Iterator[Row]:
    trace = home.folder / "play.jsonl"
    process = home.start("-m", "coach", "play", "daily-prevention", "--trace", str(trace))
    try:
        shown_at(trace)
        watched = psutil.Process(process.pid)
        time.sleep(8)  # past the lead-in and into the first exercise
        share = _share(watched, PLAY_SECONDS)
        yield Row("player, of one core", share, 8, "%", f"over {PLAY_SECONDS:g} s of ankle pumps")
        workers = watched.children(recursive=True)
        if workers:
            share = sum(_share(worker, 5.0) for worker in workers)
            yield Row("voice while it counts, of one core", share, 2, "%", "over 5 s")
    finally:
        process.terminate()
        process.wait()


def _idling(home: Home) -> Iterator[Row]:
    trace = home.folder / "idle.jsonl"
    process = home.start("-m", "coach", "--trace", str(trace))
    try:
        shown_at(trace)
        watched = psutil.Process(process.pid)
        time.sleep(4)  # pictures are drawn after the first paint
        before = watched.num_ctx_switches().voluntary
        share = _share(watched, IDLE_SECONDS)
        wakes = (watched.num_ctx_switches().voluntary - before) / IDLE_SECONDS
        yield Row("home at rest, wake-ups a second", wakes, 0, "/s", f"over {IDLE_SECONDS:g} s")
        yield Row("home at rest, of one core", share, 0, "%")
        memory = watched.memory_full_info()
        seen = f"resident {memory.rss / MIB:.0f} MB"
        yield Row("home at rest, memory of its own (PSS)", memory.pss / MIB, 60, "MB", seen)
    finally:
        process.terminate()
        process.wait()


def _share(process: psutil.Process, seconds: float) -> float:
    """Return the percentage of one core used over some seconds."""
    before, began = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    after, took = process.cpu_times(), time.monotonic() - began
    used = after.user + after.system - before.user - before.system
    return 100 * used / took
