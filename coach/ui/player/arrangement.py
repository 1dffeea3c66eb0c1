"""Which of the player's layouts has room."""

from __future__ import annotations

from enum import Enum

WIDE_FROM = 820
"""Least width in pixels at 100 % text for picture and words side by side."""

TALL_FROM = 620
"""Least height in pixels of the player's middle for picture and countdown below each other."""


ROOMY_FROM = (1400, 700)
"""Least width and height of the player's middle, at 100 % text, for type that is larger still."""


class Arrangement(Enum):
    """How the parts lie."""

    ROOMY = "roomy"
    """As WIDE, all words a size larger: a full screen is looked at from farther off."""

    WIDE = "wide"
    """The picture left, everything else right."""
    TALL = "tall"
    """The picture on top, everything else below it."""
    SMALL = "small"
    """Picture and countdown side by side, the words below; the words may need scrolling."""


def arrangement_for(width: int, height: int, scale: float) -> Arrangement:
    """Return the layout for a size in pixels and the factor of the text."""
    if width >= ROOMY_FROM[0] * scale and height >= ROOMY_FROM[1] * scale:
        return Arrangement.ROOMY
    if width >= WIDE_FROM * (0.5 + 0.5 * scale):
        return Arrangement.WIDE
    return Arrangement.TALL if height >= TALL_FROM * scale else Arrangement.SMALL
