"""Prints the table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.bench import frames, idle, install, start
from tests.bench.processes import display
from tests.bench.table import Row, show


def main(wanted: list[str]) -> None:
    """Measure everything, or only the parts that are named."""
    with display() as screen:
        parts: dict[str, Callable[[], Iterator[Row]]] = {
            "start": lambda: start.rows(screen),
            "frames": frames.rows,
            "idle": lambda: idle.rows(screen),
            "install": install.rows,
        }
        print(f"on {screen.get('QT_QPA_PLATFORM')}")
        for name, rows in parts.items():
            if not wanted or name in wanted:
                show(rows())


if __name__ == "__main__":
    main(sys.argv[1:])
