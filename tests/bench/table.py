"""One row a promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure and its bar.

    Attributes:
        what: What was measured.
        figure: What was found.
        bar: What it may be at most.
        unit: As shown behind both.
        note: How it was measured.
    """

    what: str
    figure: float
    bar: float
    unit: str
    note: str = ""

    @property
    def is_met(self) -> bool:
        return self.figure <= self.bar


def show(rows: Iterable[Row]) -> None:
    print(f"{'':4}{'what':<58}{'figure':>12}{'bar':>12}   how")
    for row in rows:
        mark = "ok  " if row.is_met else "OVER"
        figure, bar = f"{row.figure:.2f} {row.unit}", f"{row.bar:g} {row.unit}"
        print(f"{mark}{row.what:<58}{figure:>12}{bar:>12}   {row.note}", flush=True)
