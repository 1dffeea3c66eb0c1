"""Arrows that show which way something moves or pulls."""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure import Arrow, Pose
from coach.ui.figure.brush import fill
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.outline import marks_along

_WIDTH: Final = 13.0
_HEAD: Final = 22.0
_BESIDE: Final = 40.0
"""Half the breadth of an arrow's head, and some to spare."""
_ACROSS: Final = {"near": "far", "far": "near"}


def arrow_path(arrow: Arrow, pose: Pose, camera: Camera, bold: float = 1.0) -> QPainterPath:
    """Return the outline of an arrow, beside the part of the body it goes along with."""
    ox, oy = _origin(arrow, pose, camera)
    tail = (arrow.tail[0] * UNIT, -arrow.tail[1] * UNIT)
    head = (arrow.head[0] * UNIT, -arrow.head[1] * UNIT)
    return _bow(tail, head, arrow.bow, bold).translated(ox, oy)


def arrow_area(arrow: Arrow, pose: Pose, camera: Camera) -> QRectF:
    """Return the part of the drawing an arrow is drawn in."""
    ox, oy = _origin(arrow, pose, camera)
    tail, head = arrow.tail, arrow.head
    area = QRectF(
        ox + min(tail[0], head[0]) * UNIT,
        oy - max(tail[1], head[1]) * UNIT,
        abs(tail[0] - head[0]) * UNIT,
        abs(tail[1] - head[1]) * UNIT,
    )
    bow = abs(arrow.bow) * (area.width() + area.height()) + _BESIDE
    return area.adjusted(-bow, -bow, bow, bow)


def _origin(arrow: Arrow, pose: Pose, camera: Camera) -> Spot:
    """The part of the body it goes along with; where limbs take turns, that of the other side."""
    part = arrow.part
    if pose.exchanged:
        side, _, name = part.partition("_")
        part = f"{_ACROSS[side]}_{name}" if side in _ACROSS else part
    return camera.spot(pose.part(part)) if part else (0.0, 0.0)


def draw_bow(
    painter: QPainter, tail: Spot, head: Spot, bow: float, colour: str, bold: float = 1.0
) -> None:
    """Draw an arrow between two places, bent by ``bow`` of its length to its left."""
    fill(painter, _bow(tail, head, bow, bold), colour)


@lru_cache(maxsize=128)
def _bow(tail: Spot, head: Spot, bow: float, bold: float) -> QPainterPath:
    """The outline of an arrow: made once, as it only ever moves as a whole."""
    dx, dy = head[0] - tail[0], head[1] - tail[1]
    middle = ((tail[0] + head[0]) / 2 + dy * bow, (tail[1] + head[1]) / 2 - dx * bow)
    ux, uy = head[0] - middle[0], head[1] - middle[1]
    size = hypot(ux, uy) or 1.0
    ux, uy = ux / size, uy / size
    reach, width = _HEAD * bold, _WIDTH * bold
    shaft = QPainterPath()
    shaft.moveTo(*tail)
    shaft.quadTo(*middle, head[0] - ux * reach * 0.8, head[1] - uy * reach * 0.8)
    point = QPainterPath()
    point.moveTo(head[0] + ux * reach * 0.55, head[1] + uy * reach * 0.55)
    point.lineTo(head[0] - ux * reach - uy * reach, head[1] - uy * reach + ux * reach)
    point.lineTo(head[0] - ux * reach + uy * reach, head[1] - uy * reach - ux * reach)
    point.closeSubpath()
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    whole.addPath(marks_along(shaft, width))
    whole.addPath(point)
    whole.addPath(marks_along(point, width * 0.4))
    return whole.simplified()
