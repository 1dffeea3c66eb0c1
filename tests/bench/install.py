"""How much room the app takes with everything it needs."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from tests.bench.table import Row


def rows() -> Iterator[Row]:
    sizes = {name: _size(name) for name in _needed("cramp-coach") - {"cramp-coach"}}
    sources = Path(__file__).parent.parent.parent
    own = sum(
        path.stat().st_size
        for folder in ("coach", "assets", "routines")
        for path in (sources / folder).rglob("*")
        if path.is_file()
    )
    total = (sum(sizes.values()) + own) / 1e6
    largest = max(sizes, key=lambda name: sizes[name])
    yield Row("installed with everything", total, 320, "MB", f"{largest} is the largest")


def _needed(name: str) -> set[str]:
    """Return a distribution and everything it draws in on this machine."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        for text in distribution(one).requires or []:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name.lower())
    return found


def _size(name: str) -> int:
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return 0
    places = (Path(str(file.locate())) for file in files)
    return sum(place.stat().st_size for place in places if place.is_file())
