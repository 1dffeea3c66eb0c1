"""Hands, drawn in a frame at the wrist: ``x`` along the fingers, ``y`` towards the palm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, degrees
from typing import Final

from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure import Arm
from coach.ui.figure.brush import fill
from coach.ui.figure.camera import Spot
from coach.ui.figure.outline import closed, marks
from coach.ui.figure.wardrobe import Wardrobe

_OUTLINES: Final[
    Mapping[str, tuple[tuple[Spot, ...], tuple[Spot, ...], tuple[tuple[Spot, ...], ...]]]
] = {
    # Pressed on a surface that lies at y = 13.
    "flat": (
        (
            (-20, -8), (-4, -13.5), (12, -15), (38, -17), (62, -12), (88, -3), (104, 4),
            (109, 10),
            (103, 13.5), (70, 13), (40, 12.5), (18, 15), (4, 15), (-4, 13.5), (-20, 8),
        ),
        ((12, -4), (30, -13), (52, -16), (64, -13), (63, -7), (50, -5), (34, 2), (20, 8)),
        (((58, -3), (80, 3), (99, 8.5)),),
    ),
    # Lies on something at y = 13, fingers soft.
    "rest": (
        (
            (-20, -8), (-4, -13.5), (14, -16), (40, -17), (64, -13), (86, -4), (102, 10),
            (104, 19),
            (97, 20), (84, 13), (64, 12), (40, 13), (18, 15), (4, 15), (-4, 13.5), (-20, 8),
        ),
        ((8, 0), (22, 6), (38, 13), (53, 21), (61, 18), (53, 7), (37, -3), (20, -7)),
        (((64, -4), (90, 7)),),
    ),
    "grip": (
        (
            (-20, -8), (-4, -13.5), (14, -18), (40, -24), (60, -21), (70, -8), (69, 8),
            (58, 20),
            (40, 22), (24, 19), (8, 15), (-4, 13.5), (-20, 8),
        ),
        ((16, 0), (32, 8), (50, 12), (60, 10), (60, 2), (46, 0), (30, -6)),
        (((44, -21), (47, -6)), ((56, -19), (58, -4))),
    ),
    # Fingers go round behind what is held, the thumb lies on this side of it.
    "hold": (
        (
            (-20, -8), (-4, -13.5), (14, -17), (42, -20), (66, -18), (84, -8), (88, 6),
            (80, 14),
            (70, 10), (62, 2), (46, 4), (24, 15), (6, 15), (-4, 13.5), (-20, 8),
        ),
        ((14, 2), (30, 12), (47, 23), (60, 28), (67, 22), (55, 11), (40, 1), (24, -5)),
        (((60, -13), (77, -3)), ((52, -6), (68, 3))),
    ),
    "relaxed": (
        (
            (-20, -8), (-4, -13.5), (14, -17), (44, -19), (74, -14), (96, -3), (103, 7), (97, 13),
            (82, 14), (62, 17), (38, 18), (14, 16), (-4, 13.5), (-20, 8),
        ),
        ((6, -8), (18, -20), (40, -27), (58, -24), (61, -17), (48, -13), (30, -6)),
        (((66, -4), (92, 4)), ((62, 6), (84, 10))),
    ),
}  # fmt: skip
"""Round the palm, round the thumb, and the fine lines between fingers, by name of a shape."""


@dataclass(frozen=True, slots=True)
class HandShape:
    """One shape, made once: palm with its fingers, the thumb, and the fine lines."""

    palm: QPainterPath
    thumb: QPainterPath | None
    lines: QPainterPath


def _shape(
    palm: tuple[Spot, ...],
    thumb: tuple[Spot, ...],
    fingers: tuple[tuple[Spot, ...], ...],
    *,
    beside_skin: bool,
) -> HandShape:
    """A shape; a hand that lies on skin gets a line round its fingers."""
    tip = len(thumb) // 2 - 1
    drawn = [*fingers, thumb[tip - beside_skin :]]
    if beside_skin:
        drawn.append(palm[3:-4])
    return HandShape(closed(palm), closed(thumb), marks(drawn, 2.3))


@lru_cache(maxsize=16)
def _hand(shape: str) -> HandShape:
    """Shapes are made when first drawn and kept."""
    outline = _OUTLINES.get(shape, _OUTLINES["relaxed"])
    return _shape(*outline, beside_skin=shape == "hold")


def draw_hand(
    painter: QPainter, arm: Arm, wrist: Spot, tip: Spot, wardrobe: Wardrobe, far: bool
) -> None:
    """Draw one hand; the thumb shows on the side it really is."""
    hand = _hand(arm.shape)
    painter.save()
    painter.translate(*wrist)
    painter.rotate(degrees(atan2(tip[1] - wrist[1], tip[0] - wrist[0])))
    if arm.turn < 0.0:
        painter.scale(1.0, -1.0)
    skin = wardrobe.skin_far if far else wardrobe.skin
    fill(painter, hand.palm, skin)
    if hand.thumb is not None and (far or arm.shape != "flat"):
        fill(painter, hand.thumb, skin)
    if not far and arm.shape != "flat":
        fill(painter, hand.lines, wardrobe.skin_line)
    painter.restore()
