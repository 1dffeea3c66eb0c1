"""Prints the table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.bench import click, editor, first_word, frames, idle, install, second, start, voice
from tests.bench.processes import display
from tests.bench.table import Row, show

LONG = ("voice", "over")
"""Take minutes: measured when they are asked for by name."""


def main(wanted: list[str]) -> None:
    """Measure everything, or only the parts that are named."""
    with display() as screen:
        parts: dict[str, Callable[[], Iterator[Row]]] = {
            "start": lambda: start.rows(screen),
            "second": lambda: second.rows(screen),
            "click": click.rows,
            "editor": lambda: editor.rows(screen),
            "word": first_word.rows,
            "frames": frames.rows,
            "play": lambda: idle.while_playing(screen),
            "idle": lambda: idle.rows(screen),
            "over": lambda: idle.after_a_routine(screen),
            "install": install.rows,
            "voice": voice.rows,
        }
        print(f"on {screen.get('QT_QPA_PLATFORM')}")
        for name, rows in parts.items():
            if name in wanted or (not wanted and name not in LONG):
                show(rows())


if __name__ == "__main__":
    main(sys.argv[1:])
