"""How long it takes until something is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.processes import Home
from tests.bench.table import Row

ROUNDS = 11
MANY = 1000

OWN = """title = "My stretch {number}"
when = "When I like."
positions = ["standing"]
[[steps]]
exercise = "calf-wall-split"
hold = 20
rest_after = 5
[[steps]]
exercise = "heel-raise-standing"
reps = 8
"""


def rows(screen: dict[str, str]) -> Iterator[Row]:
    home, crowded = Home(screen), Home(screen)
    for number in range(MANY):
        file = crowded.routines / f"stretch-{number}.toml"
        file.write_text(OWN.format(number=number), encoding="utf-8")
    try:
        times = _measure(home, crowded)
    finally:
        home.remove()
        crowded.remove()
    bare = times["bare"]
    seen = f"{times['home'] * 1000:.0f} ms against {bare * 1000:.0f} ms bare, median of {ROUNDS}"
    yield Row("start to home painted", times["home"] / bare, 2.0, "×", seen)
    seen = f"{times['cramp'] * 1000:.0f} ms"
    yield Row("coach cramp, nothing running, to painted", times["cramp"] / bare, 2.0, "×", seen)
    seen = f"{times['many'] * 1000:.0f} ms"
    yield Row("start with 1,000 own routines", times["many"] / times["home"], 1.5, "×", seen)


def _measure(home: Home, crowded: Home) -> dict[str, float]:
    """Take turns, so that a busy machine slows all alike; the first turn warms the caches."""
    times: dict[str, list[float]] = {"bare": [], "home": [], "cramp": [], "many": []}
    bare = str(Path(__file__).with_name("bare.py"))
    for turn in range(ROUNDS + 1):
        taken = {
            "bare": home.seconds_until_shown(bare, trace_argument=""),
            "home": home.seconds_until_shown("-m", "coach"),
            "cramp": home.seconds_until_shown("-m", "coach", "cramp"),
            "many": crowded.seconds_until_shown("-m", "coach"),
        }
        if turn:
            for name, seconds in taken.items():
                times[name].append(seconds)
    return {name: median(values) for name, values in times.items()}
