"""An office chair, which rolls with whoever sits on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure import Pose, Prop
from coach.ui.figure.brush import brush, fill
from coach.ui.figure.camera import UNIT, Spot
from coach.ui.figure.outline import closed, marks
from coach.ui.figure.palette import FigurePalette

_CASTORS: Final = ((-118.0, -14.0), (-58.0, -8.0), (66.0, -8.0), (112.0, -14.0), (0.0, -13.0))
_CASTOR: Final = 14.0
_BRAKED: Final = _CASTORS[3]
"""The castor in front, with the brake that a picture may show larger."""
_UP, _DOWN = 24.0, -16.0
"""Degrees the brake's pedal stands above the floor's line while the chair rolls, and pressed."""
_PRESSING: Final = 0.7
"""From this effort on the brake is pressed: first the chair rolls back."""


@lru_cache(maxsize=4)
def _chair(seat: float) -> tuple[QPainterPath, ...]:
    """Foot, column with backrest's arm, seat, backrest; the origin is below the seat's middle."""
    top = -seat
    foot = marks([((0.0, -52.0), (x * 0.5, -44.0), (x, -28.0)) for x, _ in _CASTORS if x], 15.0)
    frame = marks(
        [
            ((0.0, -46.0), (0.0, top + 30.0)),
            (
                (-20.0, top + 26.0),
                (-105.0, top + 28.0),
                (-142.0, top - 10.0),
                (-148.0, top - 150.0),
            ),
        ],
        19.0,
    )
    pad = closed(
        [(-128.0, top), (-126.0, top + 26.0), (-60.0, top + 36.0), (60.0, top + 36.0),
         (118.0, top + 29.0), (131.0, top + 14.0), (116.0, top), (0.0, top - 5.0)]
    )  # fmt: skip
    back = closed(
        [(-120.0, top - 70.0), (-118.0, top - 150.0), (-128.0, top - 240.0), (-142.0, top - 256.0),
         (-156.0, top - 240.0), (-152.0, top - 150.0), (-148.0, top - 72.0), (-134.0, top - 58.0)]
    )  # fmt: skip
    return foot, frame, pad, back


def draw_office_chairs(
    painter: QPainter, props: tuple[Prop, ...], pose: Pose, palette: FigurePalette
) -> None:
    """Draw the chairs under whoever sits on them; ``seat`` is the height of their seat."""
    for prop in _chairs(props):
        foot, frame, pad, back = _chair(prop.size("seat", 0.255) * UNIT)
        painter.save()
        painter.translate(_middle(prop, pose), 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(palette.strap))
        for x, y in _CASTORS:
            painter.drawEllipse(QPointF(x, y), _CASTOR, _CASTOR)
        fill(painter, foot, palette.metal)
        _brake(painter, pose.effort, palette)
        fill(painter, frame, palette.metal)
        fill(painter, back, palette.cover_side)
        fill(painter, pad, palette.cover_side)
        painter.restore()


def braked_castor(props: tuple[Prop, ...], pose: Pose) -> Spot:
    """Return the middle of the castor that has the brake.

    Raises:
        StopIteration: There is no office chair.
    """
    x, y = _BRAKED
    return _middle(next(_chairs(props)), pose) + x, y


def _chairs(props: tuple[Prop, ...]) -> Iterator[Prop]:
    return (prop for prop in props if prop.kind == "office-chair")


def _middle(prop: Prop, pose: Pose) -> float:
    return (pose.hips[0] + prop.size("ahead", 0.02)) * UNIT


def _brake(painter: QPainter, effort: float, palette: FigurePalette) -> None:
    """The pedal over the castor: up while the chair rolls, then pressed down."""
    pressed = min(1.0, max(0.0, (effort - _PRESSING) / (1.0 - _PRESSING)))
    painter.save()
    painter.translate(*_BRAKED)
    fill(painter, _fork(), palette.cover_side)
    painter.setBrush(brush(palette.metal))
    painter.drawEllipse(QPointF(0.0, 0.0), _CASTOR * 0.36, _CASTOR * 0.36)
    painter.rotate(-(_UP + (_DOWN - _UP) * pressed))
    fill(painter, _pedal(), palette.arrow)
    painter.restore()


@lru_cache(maxsize=1)
def _fork() -> QPainterPath:
    """What holds the castor: a hood over its upper half."""
    return closed(
        [(-15.0, -3.0), (-13.0, -13.0), (0.0, -19.0), (13.0, -13.0), (15.0, -3.0), (6.0, -9.0),
         (-6.0, -9.0)]
    )  # fmt: skip


@lru_cache(maxsize=1)
def _pedal() -> QPainterPath:
    return closed(
        [(9.0, -16.0), (20.0, -17.0), (38.0, -16.0), (43.0, -12.5), (38.0, -9.0), (20.0, -9.0),
         (9.0, -9.0)]
    )  # fmt: skip
