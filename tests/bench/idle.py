"""What the app costs while it plays and while nobody looks at it."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests.bench.processes import Home, shown_at
from tests.bench.table import Row

PLAY_SECONDS = 20.0
IDLE_SECONDS = 10.0
VOICE_RESTS_SECONDS = 85.0
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
    warm_up(home)
    bare = _bare(home)
    trace = home.folder / "idle.jsonl"
    process = home.start("-m", "coach", "--trace", str(trace))
    try:
        shown_at(trace)
        time.sleep(4)  # pictures are drawn after the first paint
        yield from _resting("home at rest", process.pid, bare)
        if unmap(home):
            yield from _resting("window out of sight", process.pid, bare)
    finally:
        process.terminate()
        process.wait()


def after_a_routine(screen: dict[str, str]) -> Iterator[Row]:
    """Measure what stays when a routine is over and the voice has had nothing to say for long."""
    home = Home(screen)
    trace = home.folder / "over.jsonl"
    command = ("play", "desk-break-seated", "--speed", "20", "--trace", str(trace))
    process = home.start("-m", "coach", *command)
    try:
        shown_at(trace)
        time.sleep(VOICE_RESTS_SECONDS)
        yield from _resting("a routine is over, app", process.pid, "")
        for child in psutil.Process(process.pid).children():
            yield from _resting("a routine is over, voice", child.pid, "")
    finally:
        process.terminate()
        process.wait()
        home.remove()


def _bare(home: Home) -> str:
    """Return what a plain window's process takes by itself."""
    there = home.folder / "there"
    there.touch()  # so that it stays open
    process = home.start(str(Path(__file__).with_name("bare.py")), str(there))
    try:
        time.sleep(2)
        memory = psutil.Process(process.pid).memory_full_info()
    finally:
        process.terminate()
        process.wait()
    return f"; a bare window {memory.pss / MIB:.0f} MB, private {memory.uss / MIB:.0f} MB"


def _resting(what: str, number: int, beside: str) -> Iterator[Row]:
    watched = psutil.Process(number)
    before = _wakes(number)
    share = _share(watched, IDLE_SECONDS)
    wakes = (_wakes(number) - before) / IDLE_SECONDS
    seen = f"all threads, over {IDLE_SECONDS:g} s"
    yield Row(f"{what}, wake-ups a second", wakes, 0, "/s", seen)
    yield Row(f"{what}, of one core", share, 0, "%")
    memory = watched.memory_full_info()
    seen = f"private {memory.uss / MIB:.0f} MB, resident {memory.rss / MIB:.0f} MB{beside}"
    yield Row(f"{what}, memory (PSS)", memory.pss / MIB, 60, "MB", seen)


def _wakes(number: int) -> int:
    """Return how often the threads of a process have gone to sleep by themselves."""
    count = 0
    for status in Path(f"/proc/{number}/task").glob("*/status"):
        found = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status.read_text(), re.MULTILINE)
        count += int(found[1]) if found else 0
    return count


def warm_up(home: Home) -> None:
    """Let one start come before, as on a person's machine: it checks all files and notes that."""
    trace = home.folder / "warm.jsonl"
    process = home.start("-m", "coach", "--trace", str(trace))
    try:
        shown_at(trace)
        time.sleep(4)
    finally:
        process.terminate()
        process.wait()


def unmap(home: Home) -> bool:
    """Take the window out of sight as a window manager does when it minimises it."""
    if not shutil.which("xdotool"):
        return False
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Cramp Coach$"]
    for window in subprocess.check_output(search, env=home.environment, text=True).split():
        subprocess.run(["xdotool", "windowunmap", window], env=home.environment, check=True)
    return True


def _share(process: psutil.Process, seconds: float) -> float:
    """Return the percentage of one core used over some seconds."""
    before, began = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    after, took = process.cpu_times(), time.monotonic() - began
    used = after.user + after.system - before.user - before.system
    return 100 * used / took
