"""Which of the player's layouts has room."""

from __future__ import annotations

from enum import Enum

WIDE_FROM = 820
"""Least width in pixels at 100 % text for picture and words side by side."""

TALL_FROM = 620
"""Least height in pixels of the player's middle for picture and countdown below each other."""

TIGHT_BELOW = 240
"""Below this height of the player, in pixels at 100 % text, only the most important stays put."""


class Arrangement(Enum):
    """How the parts lie."""

    WIDE = "wide"
    """The picture left, everything else right."""
    TALL = "tall"
    """The picture on top, everything else below it."""
    SMALL = "small"
    """Picture and countdown side by side, the words below; the words may need scrolling."""


def arrangement_for(width: int, height: int, scale: float) -> Arrangement:
    """Return the layout for a size in pixels and the factor of the text."""
    if width >= WIDE_FROM * (0.5 + 0.5 * scale):
        return Arrangement.WIDE
    return Arrangement.TALL if height >= TALL_FROM * scale else Arrangement.SMALL


def is_tight(height: int, scale: float) -> bool:
    """Whether a player of this height has room for little but picture, countdown and caption."""
    return height < TIGHT_BELOW * scale
