"""How long a person with many routines waits in the editor of routines."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator

from coach.content.library import load_library
from coach.content.resources import find_resources
from tests.bench.idle import warm_up
from tests.bench.processes import Home, shown_at, told_at
from tests.bench.start import MANY, OWN
from tests.bench.table import Row

STEPS = 200
PROCESSES = 3
"""For each way into the editor; one more comes before and warms the caches."""
BAR, COMPLETE = 100, 250
"""Milliseconds: until it is painted and can be used, and until the last picture is there."""

OPENED = {
    "soon": "first opening, as soon as home is there",
    "first": "first opening, by key",
    "menu": "the card's menu, before that",
    "chosen": "first opening, from the card's menu",
    "new": "first opening, a new routine",
    "again": "opened again",
    "drag": "a step dragged",
    "library": "exercises to add, first opening",
    "search": "search, each letter",
}
"""What `edited` tells of, as shown."""


def rows(screen: dict[str, str]) -> Iterator[Row]:
    home = Home(screen)
    for number in range(MANY):
        file = home.routines / f"stretch-{number}.toml"
        file.write_text(OWN.format(number=number), encoding="utf-8")
    (home.routines / "long.toml").write_text(long_routine(), encoding="utf-8")
    try:
        warm_up(home)
        times = _measure(home)
    finally:
        home.remove()
    for what, told in OPENED.items():
        taken = times["took", what]
        seen = f"worst of {len(taken)}, median {sorted(taken)[len(taken) // 2]:.0f} ms"
        yield Row(f"editor, {told}", max(taken), BAR, "ms", seen)
    for what in ("soon", "first", "chosen", "new"):
        taken = times["complete", what]
        yield Row(f"editor, {OPENED[what]}, complete", max(taken), COMPLETE, "ms", "all pictures")


def long_routine() -> str:
    names = list(load_library(find_resources()).exercises)
    head = 'title = "Long"\npositions = ["standing"]\n'
    return head + "".join(
        f'\n[[steps]]\nexercise = "{names[n % 12]}"\nrest_after = {n % 9}\n' for n in range(STEPS)
    )


def _measure(home: Home) -> dict[tuple[str, str], list[float]]:
    """Return the milliseconds of everything that was done, each process the first of its day."""
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    for turn in range(PROCESSES + 1):
        for way in ("soon", "key", "menu", "new"):
            trace = home.folder / "editor.jsonl"
            trace.unlink(missing_ok=True)
            process = home.start("-m", "tests.bench.edited", way, str(trace))
            try:
                shown_at(trace)
                told_at(trace, "used", since=0)
            finally:
                process.terminate()
                process.wait()
            # What was dragged is a draft now; the next one finds things as this one did.
            shutil.rmtree(home.routines.parent / "drafts", ignore_errors=True)
            events = map(json.loads, trace.read_text(encoding="utf-8").splitlines())
            for event in (event for event in events if turn and "what" in event):
                times[event["event"], event["what"]].append(1000 * event["seconds"])
    return times
