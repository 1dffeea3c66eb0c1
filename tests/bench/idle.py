"""What the app costs while it plays and while nobody looks at it."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests.bench.processes import Home, shown_at, told_at
from tests.bench.table import Row

PLAY_SECONDS = 20.0
IDLE_SECONDS = 10.0
GONE_SECONDS = 65.0
"""From taking the window out of sight until it is looked at what stays: the speaking process has
gone by then, and Qt's cache of fonts no longer shrinks every ten seconds."""
VOICE_RESTS_SECONDS = 85.0
MIB = 1 << 20
USES = {"home": "home", "routine": "home after a routine", "cramp": "home after a cramp"}
"""What was done before the window was put away; see `lived`."""


def rows(screen: dict[str, str]) -> Iterator[Row]:
    """Measure what the app costs while nobody looks at it."""
    home = Home(screen)
    try:
        yield from _idling(home)
    finally:
        home.remove()


def while_playing(screen: dict[str, str]) -> Iterator[Row]:
    """Measure the whole app while it plays on a real display."""
    home = Home(screen)
    try:
        warm_up(home)
        yield from _playing(home)
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
    """What stays when nobody sees the window, with no other process of Qt to share pages with."""
    warm_up(home)
    bare = _bare(home)
    for what, told in USES.items():
        trace = home.folder / f"{what}.jsonl"
        process = home.start("-m", "tests.bench.lived", what, str(trace))
        try:
            shown_at(trace)
            told_at(trace, "used", since=0)
            seen = psutil.Process(process.pid).memory_full_info().pss / MIB
            windows = unmap(home)
            if windows:
                time.sleep(GONE_SECONDS)
                beside = f", {seen:.0f} MB while it was seen, a bare window {bare:.0f} MB"
                yield from _resting(f"{told}, out of sight", process.pid, beside)
                yield _back(home, trace, told, windows)
        finally:
            process.terminate()
            process.wait()


def _back(home: Home, trace: Path, told: str, windows: list[str]) -> Row:
    began = time.monotonic()
    for window in windows:
        subprocess.run(["xdotool", "windowmap", window], env=home.environment, check=True)
    taken = 1000 * (told_at(trace, "back", since=began) - began)
    return Row(f"{told}, back in sight", taken, 200, "ms", "from the window manager's asking")


def after_a_routine(screen: dict[str, str]) -> Iterator[Row]:
    """Measure what stays when a routine is over and the voice has had nothing to say for long."""
    home = Home(screen)
    trace = home.folder / "over.jsonl"
    command = ("play", "desk-break-seated", "--speed", "20", "--trace", str(trace))
    process = home.start("-m", "coach", *command)
    try:
        shown_at(trace)
        time.sleep(VOICE_RESTS_SECONDS)
        yield from _resting("a routine is over, app", process.pid, ", in sight")
        for child in psutil.Process(process.pid).children():
            yield from _resting("a routine is over, voice", child.pid, "")
    finally:
        process.terminate()
        process.wait()
        home.remove()


def _bare(home: Home) -> float:
    """Return the megabytes (PSS) that a plain window's process takes by itself."""
    there = home.folder / "there"
    there.touch()  # so that it stays open
    process = home.start(str(Path(__file__).with_name("bare.py")), str(there))
    try:
        time.sleep(2)
        return float(psutil.Process(process.pid).memory_full_info().pss) / MIB
    finally:
        process.terminate()
        process.wait()


def _resting(what: str, number: int, beside: str) -> Iterator[Row]:
    watched = psutil.Process(number)
    before = _wakes(number)
    share = _share(watched, IDLE_SECONDS)
    wakes = (_wakes(number) - before) / IDLE_SECONDS
    seen = f"all threads, over {IDLE_SECONDS:g} s"
    yield Row(f"{what}, wake-ups a second", wakes, 0, "/s", seen)
    yield Row(f"{what}, of one core", share, 0, "%")
    memory = watched.memory_full_info()
    own = f"{_dirty(number):.0f} MB of it in no file"
    seen = f"{own}, resident {memory.rss / MIB:.0f} MB{beside}"
    yield Row(f"{what}, memory (PSS)", memory.pss / MIB, 60, "MB", seen)


def _dirty(number: int) -> float:
    """Return the megabytes of a process that are written and its own."""
    table = Path(f"/proc/{number}/smaps_rollup").read_text()
    found = re.search(r"^Private_Dirty:\s*(\d+) kB", table, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


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


def unmap(home: Home) -> list[str]:
    """Take the window out of sight as a window manager does when it minimises it."""
    if not shutil.which("xdotool"):
        return []
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Cramp Coach$"]
    windows = subprocess.check_output(search, env=home.environment, text=True).split()
    for window in windows:
        subprocess.run(["xdotool", "windowunmap", window], env=home.environment, check=True)
    return windows


def _share(process: psutil.Process, seconds: float) -> float:
    """Return the percentage of one core used over some seconds."""
    before, began = process.cpu_times(), time.monotonic()
    time.sleep(seconds)
    after, took = process.cpu_times(), time.monotonic() - began
    used = after.user + after.system - before.user - before.system
    return 100 * used / took
