"""What is heard of two whole routines, and what the voice costs. Takes as long as the longer one.

A cue during which the machine let its threads wait is not judged; how many those are is told.

`python -m tests.bench voice`; the table of every cue goes to `build/voice.txt`.
"""

from __future__ import annotations

import math
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

import psutil

from coach.voice.launch import Launch
from coach.voice.messages import Finished, Hold, Play, Prepare, Prepared, Ready, Started
from coach.voice.session import Session
from tests.bench.table import Row
from tests.voice.heard.hearing import WHOLE, Heard, Played, jitter, overlaps, worst_offset
from tests.voice.heard.server import PulseServer

ROUTINES = ("daily-prevention", "bedtime-stretch")
MOST_SECONDS = 420.0
TABLE = Path("build/voice.txt")
WARM_ROUNDS = 40


def rows() -> Iterator[Row]:
    """Measure; nothing where there is no PulseAudio to listen to."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        servers = []
        for routine in ROUTINES:
            (folder / f"{routine}-pulse").mkdir()
            servers.append(PulseServer(folder / f"{routine}-pulse"))
        if not all(server.is_installed for server in servers):
            return
        try:
            for server in servers:
                server.start()
            yield from _played(folder, servers)
            yield from _warm(folder, servers[0])
            yield from _idling(folder)
        finally:
            for server in servers:
                server.stop()


def _played(folder: Path, servers: list[PulseServer]) -> Iterator[Row]:
    running = []
    for routine, server in zip(ROUTINES, servers, strict=True):
        (folder / routine).mkdir()
        running.append(Played(routine, folder / routine, server.address))
    time.sleep(20)  # past the beginning of both
    share = max(map(_share_of_worker, running))
    deadline = time.monotonic() + MOST_SECONDS
    for one in running:
        one.wait(deadline - time.monotonic())
    for one in running:
        one.end()
    yield Row("voice while it counts, of one core", share, 2, "%", "the busier of two, 20 s each")
    TABLE.parent.mkdir(exist_ok=True)
    with TABLE.open("w", encoding="utf-8") as file:
        for routine, one in zip(ROUTINES, running, strict=True):
            heard = one.heard()
            file.write(_table(routine, heard))
            yield from _of(routine, heard, _start(one))


def _of(routine: str, heard: list[Heard], start: float) -> Iterator[Row]:
    judged = [one for one in heard if not math.isinf(one.excuse)]
    texts = sum(one.is_speech for one in heard)
    missing = sum(math.isnan(one.offset) for one in judged)
    cut = sum(one.whole < WHOLE for one in judged)
    seen = f"{routine}: {texts} texts, {len(heard) - texts} sounds"
    if stalled := len(heard) - len(judged):
        seen += f", {stalled} not judged"
    yield Row("cue against its moment, worst", 1000 * worst_offset(judged), 50, "ms", seen)
    yield Row("cue against its moment, jitter", 1000 * jitter(judged), 20, "ms", seen)
    first = 1000 * (heard[0].begin - start)
    yield Row("start to the first words heard, cold", first, 1500, "ms", "from the window's paint")
    yield Row("cues missing", missing, 0, "", seen)
    yield Row("cues not whole", cut, 0, "", seen)
    yield Row("words spoken into others", len(list(overlaps(heard))), 0, "", seen)


def _start(played: Played) -> float:
    return float(str(played.events("shown")[0]["t"]))


def _table(routine: str, heard: list[Heard]) -> str:
    lines = [f"{routine}\n   due s  late ms  whole  length s  what\n"]
    lines += [
        f"{one.due - heard[0].due:8.3f} {one.offset * 1000:8.1f} {one.whole:6.3f} "
        f"{one.seconds:9.2f}  {one.what}{', stalled' if math.isinf(one.excuse) else ''}\n"
        for one in heard
    ]
    return "".join(lines)


def _share_of_worker(played: Played, seconds: float = 20.0) -> float:
    """Return the percentage of one core that the speaking process uses."""
    (worker,) = psutil.Process(played.process.pid).children()
    before = worker.cpu_times()
    time.sleep(seconds)
    after = worker.cpu_times()
    return 100 * (after.user + after.system - before.user - before.system) / seconds


def _warm(folder: Path, server: PulseServer) -> Iterator[Row]:
    """Measure from asking to the first sample handed to the device, with a clip that is there."""
    with Session(Launch(cache=folder / "warm"), PULSE_SERVER=server.address) as session:
        session.answer(lambda m: isinstance(m, Ready), 10)
        session.send(Hold(on=True), Prepare(("Right leg.",)))
        session.answer(lambda m: isinstance(m, Prepared), 10)
        waits = []
        for number in range(WARM_ROUNDS):
            asked = time.monotonic()
            session.send(Play(number, text="Right leg."))
            session.answer(lambda m: isinstance(m, Started), 5)
            waits.append(1000 * (time.monotonic() - asked))
            session.answer(lambda m: isinstance(m, Finished), 5)
    worst = quantiles(waits, n=20)[-1]
    yield Row("first sample of a warm cue, p95", worst, 150, "ms", f"{WARM_ROUNDS} times")


def _idling(folder: Path) -> Iterator[Row]:
    with Session(Launch(cache=folder / "warm")) as session:
        session.answer(lambda m: isinstance(m, Ready), 10)
        began = time.monotonic()
        session.process.wait(120)
        yield Row("voice gone when idle", time.monotonic() - began, 60, "s", "after being ready")
