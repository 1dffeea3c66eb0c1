"""Which colours stand on which, and how well they can be told apart there.

The one table of pairs: a test holds each of them to WCAG's contrast in every scheme, and the
gallery shows them.
"""

from __future__ import annotations

from typing import Final

_GROUNDS: Final = ("paper", "surface", "teal_soft")

TEXT: Final = (
    *((ink, ground) for ink in ("ink", "ink_soft", "teal_text") for ground in _GROUNDS),
    ("ink", "sunken"),
    ("stop_text", "paper"),
    ("stop_text", "surface"),
    ("on_teal", "teal"),
    ("on_teal", "teal_text"),
    ("on_warm", "warm"),
    ("on_warm", "warm_pressed"),
    ("on_stop", "stop"),
)
"""Text and its ground, by colour role: at least `LEAST_TEXT` to one."""

GRAPHICS: Final = (
    *((mark, ground) for mark in ("teal", "edge", "ink") for ground in _GROUNDS),
    ("warm_graphic", "paper"),
    ("warm_graphic", "surface"),
    ("teal", "sunken"),
    ("edge", "sunken"),
    ("warm_graphic", "sunken"),
    ("teal", "floor"),
)
"""Borders, marks and rings, and what is beside them: at least `LEAST_GRAPHIC` to one."""

LEAST_TEXT: Final = 4.5
LEAST_GRAPHIC: Final = 3.0
"""WCAG 2.2, success criteria 1.4.3 and 1.4.11, level AA."""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 for black to 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
