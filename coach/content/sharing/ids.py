"""Finds a free id for what comes with an id of its own.

Ids for titles are made in `coach.content.naming`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

MOST: Final = 80
"""Characters of an id."""
NOT_ON_WINDOWS: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""Names that Windows keeps for devices, whatever they end in."""


def distinct(name: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: the name itself, else with a number."""
    number, new = 1, name
    while new in taken or new in NOT_ON_WINDOWS:
        number += 1
        new = f"{name[: MOST - len(str(number)) - 1].rstrip('-')}-{number}"
    return new
