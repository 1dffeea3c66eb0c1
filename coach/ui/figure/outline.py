"""Smooth outlines: limbs with flesh round two bones, and curves through points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from coach.ui.figure.camera import Spot

Profile = tuple[tuple[float, float], ...]
"""Points of an outline: how far along the limb (0 root, 1 middle joint, 2 end) and how far to its
front (positive) or back, in thousandths of body height."""


class Flesh:
    """Places points beside the two bones of a limb.

    The front is the side to which a hanging limb's owner looks. At the middle joint the direction
    is the mean of both bones', so that the outline stays whole however far the joint is bent.
    """

    __slots__ = ("_ax", "_ay", "_bx", "_by", "_crease", "_inner", "_mx", "_my", "_nx", "_ny",
                 "_out", "_outer", "_px", "_py", "_shapes", "_ux", "_uy", "_vx", "_vy")  # fmt: skip

    def __init__(self, root: Spot, middle: Spot, end: Spot) -> None:
        """Take the three joints."""
        self._shapes: dict[tuple[int, int, float], QPainterPath] = {}
        self._ax, self._ay = root
        self._bx, self._by = middle
        self._ux, self._uy = middle[0] - root[0], middle[1] - root[1]
        self._vx, self._vy = end[0] - middle[0], end[1] - middle[1]
        upper = hypot(self._ux, self._uy) or 1.0
        lower = hypot(self._vx, self._vy) or 1.0
        self._nx, self._ny = self._uy / upper, -self._ux / upper
        self._px, self._py = self._vy / lower, -self._vx / lower
        mx, my = self._nx + self._px, self._ny + self._py
        size = hypot(mx, my) or 1.0
        self._mx, self._my = mx / size, my / size
        # 1 straight … 0 folded: the outside of a bent joint comes out, flesh in its crease gives
        # way.
        fold = size * 0.5
        self._outer = 1.0 if self._vx * mx + self._vy * my < 0.0 else -1.0
        self._out = 1.0 + 0.22 * (1.0 - fold)
        self._crease = 0.5 + 0.5 * fold
        # Where the two inner edges meet; a point nearer to the joint would fold the outline.
        self._inner = self._crease / max(fold, 0.72)

    def at(self, along: float, aside: float) -> Spot:
        """A point of the outline."""
        if 0.7 < along < 1.3:
            aside *= self._out if aside * self._outer > 0.0 else self._crease
        if along < 0.93:
            return (
                self._ax + self._ux * along + self._nx * aside,
                self._ay + self._uy * along + self._ny * aside,
            )
        if along > 1.07:
            t = along - 1.0
            return (
                self._bx + self._vx * t + self._px * aside,
                self._by + self._vy * t + self._py * aside,
            )
        if aside * self._outer < 0.0:
            aside *= self._inner / self._crease
        return self._bx + self._mx * aside, self._by + self._my * aside

    def points(self, profile: Profile, scale: float = 1.0) -> list[Spot]:
        """All points of a profile."""
        at = self.at
        return [at(along, aside * scale) for along, aside in profile]

    def tube(self, front: Profile, back: Profile, scale: float = 1.0) -> QPainterPath:
        """An outline down one profile and up another, kept while the limb lies still."""
        key = (id(front), id(back), scale)
        shape = self._shapes.get(key)
        if shape is None:
            shape = tube(self.points(front, scale), self.points(back, scale))
            self._shapes[key] = shape
        return shape

    def spindle(self, outer: Profile, inner: Profile) -> QPainterPath:
        """A closed outline between two profiles, kept while the limb lies still."""
        key = (id(outer), id(inner), 0.0)
        shape = self._shapes.get(key)
        if shape is None:
            shape = closed(self.points(outer) + self.points(inner)[::-1])
            self._shapes[key] = shape
        return shape


@lru_cache(maxsize=16)
def flesh_of(root: Spot, middle: Spot, end: Spot) -> Flesh:
    """The flesh of a limb; a limb that lies still keeps its shapes from frame to frame."""
    return Flesh(root, middle, end)


def curve(path: QPainterPath, points: Sequence[Spot]) -> None:
    """Go on from the path's end smoothly through points; the first is where the path is."""
    count = len(points)
    x0, y0 = points[0]
    ax, ay = x0, y0
    for i in range(count - 1):
        bx, by = points[i]
        cx, cy = points[i + 1]
        dx, dy = points[i + 2] if i + 2 < count else (cx, cy)
        path.cubicTo(
            bx + (cx - ax) / 6.0, by + (cy - ay) / 6.0,
            cx - (dx - bx) / 6.0, cy - (dy - by) / 6.0,
            cx, cy,
        )  # fmt: skip
        ax, ay = bx, by


def closed(points: Sequence[Spot]) -> QPainterPath:
    """A smooth closed outline through points."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    count = len(points)
    path.moveTo(*points[0])
    for i in range(count):
        ax, ay = points[i - 1]
        bx, by = points[i]
        cx, cy = points[(i + 1) % count]
        dx, dy = points[(i + 2) % count]
        path.cubicTo(
            bx + (cx - ax) / 6.0, by + (cy - ay) / 6.0,
            cx - (dx - bx) / 6.0, cy - (dy - by) / 6.0,
            cx, cy,
        )  # fmt: skip
    return path


def tube(front: Sequence[Spot], back: Sequence[Spot]) -> QPainterPath:
    """An outline down one side, straight across, and up the other side."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.moveTo(*front[0])
    curve(path, front)
    path.lineTo(*back[-1])
    curve(path, back[::-1])
    path.closeSubpath()
    return path


def marks(lines: Sequence[Sequence[Spot]], width: float) -> QPainterPath:
    """Fine lines as one shape to fill: far cheaper to draw, frame after frame, than strokes."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for points in lines:
        path.addPath(marks_along(line(points), width))
    return path


def marks_along(path: QPainterPath, width: float) -> QPainterPath:
    """A line along a path as a shape to fill."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(path)


def bar(one: Spot, end: Spot, width: float) -> QPainterPath:
    """A short straight line as a shape to fill."""
    dx, dy = end[0] - one[0], end[1] - one[1]
    size = hypot(dx, dy) or 1.0
    ox, oy = -dy / size * width / 2.0, dx / size * width / 2.0
    path = QPainterPath()
    path.moveTo(one[0] + ox, one[1] + oy)
    path.lineTo(end[0] + ox, end[1] + oy)
    path.lineTo(end[0] - ox, end[1] - oy)
    path.lineTo(one[0] - ox, one[1] - oy)
    path.closeSubpath()
    return path


def band(one: Spot, middle: Spot, end: Spot, width: float) -> QPainterPath:
    """A bent band through three points, its ends cut straight."""
    dx, dy = end[0] - one[0], end[1] - one[1]
    size = hypot(dx, dy) or 1.0
    ox, oy = -dy / size * width / 2.0, dx / size * width / 2.0
    # The curve goes through the middle when its control point lies twice as far out.
    bx, by = 2.0 * middle[0] - (one[0] + end[0]) / 2.0, 2.0 * middle[1] - (one[1] + end[1]) / 2.0
    path = QPainterPath()
    path.moveTo(one[0] + ox, one[1] + oy)
    path.quadTo(bx + ox, by + oy, end[0] + ox, end[1] + oy)
    path.lineTo(end[0] - ox, end[1] - oy)
    path.quadTo(bx - ox, by - oy, one[0] - ox, one[1] - oy)
    path.closeSubpath()
    return path


def line(points: Sequence[Spot]) -> QPainterPath:
    """A smooth open line through points."""
    path = QPainterPath()
    path.moveTo(*points[0])
    curve(path, points)
    return path
