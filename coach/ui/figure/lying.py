"""Someone who lies, seen from above, while they turn from their back to their side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import asin, atan2, cos, degrees, radians, sin
from typing import Final

from PySide6.QtGui import QPainter

from coach.ui.figure.brush import blend
from coach.ui.figure.camera import Spot
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import Wardrobe

FACES: Final = 40.0
"""Turned so many degrees to the viewer, a head shows both its eyes."""
_PASSES: Final = 5.0
"""So many degrees before and after that, one way to see a head passes into the other."""
_STEPS: Final = 6
"""Of that passing, so that few colours are ever made."""
_ROUND: Final = 46.0
"""Half the breadth of a head, thousandths of body height."""
_FALL: Final = 0.5
"""How far the toes of a foot at ease fall outwards, as a share of its length."""
_THINNEST: Final = 0.3
"""A foot that points at the viewer is still so broad, as a share of its length."""


def turned_lean(lean: float, turn: float) -> float:
    """The lean of a trunk or head, degrees, as it is seen when the body is turned to its back."""
    if not turn:
        return lean
    along, up = sin(radians(lean)), cos(radians(lean))
    return degrees(atan2(along, up * cos(radians(turn))))


def turned_wardrobe(wardrobe: Wardrobe, turn: float) -> Wardrobe:
    """The colours of someone turned to their back: no limb is farther away than the other."""
    share = round(16 * sin(radians(turn)))
    w = wardrobe
    return replace(
        w,
        skin_far=blend(w.skin_far, w.skin, share),
        shirt_far=blend(w.shirt_far, w.shirt_sleeve, share),
        trousers_far=blend(w.trousers_far, w.trousers, share),
    )


def faced(turn: float) -> float:
    """How far a head is seen as one that faces the viewer: 0 in profile … 1 with both its eyes."""
    share = (turn - FACES + _PASSES) / (2.0 * _PASSES)
    return round(min(1.0, max(0.0, share)) * _STEPS) / _STEPS


def seen_through(
    wardrobe: Wardrobe, palette: FigurePalette, share: float
) -> tuple[Wardrobe, FigurePalette]:
    """The colours of a head of which only a share hides what is behind it."""
    alpha = f"#{round(255 * share):02x}"
    skin, line, hair, ink = (
        alpha + colour[1:]
        for colour in (wardrobe.skin, wardrobe.skin_line, wardrobe.hair, palette.ink)
    )
    return replace(wardrobe, skin=skin, skin_line=line, hair=hair), replace(palette, ink=ink)


def turn_foot(painter: QPainter, ankle: Spot, turn: float, far: bool) -> None:
    """From here on draw a foot in profile as it is seen on a body turned to its back."""
    fall = _FALL if far else -_FALL
    share = cos(radians(turn)) + fall * sin(radians(turn))
    if abs(share) < _THINNEST:
        share = _THINNEST if share > 0.0 else -_THINNEST
    painter.translate(*ankle)
    painter.scale(1.0, share)
    painter.translate(-ankle[0], -ankle[1])


def round_head(points: Sequence[Spot], aside: float) -> list[Spot]:
    """Points of a face, moved as on a ball that turns ``aside`` degrees to the right."""
    return [
        (_ROUND * sin(asin(max(-1.0, min(1.0, x / _ROUND))) + radians(aside)), y) for x, y in points
    ]
