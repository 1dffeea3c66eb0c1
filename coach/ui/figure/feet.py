"""Feet: a shoe with its sole, or a bare foot with toes. Both bend at the ball."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure import Leg, body
from coach.ui.figure.brush import blend, brush, fill
from coach.ui.figure.camera import UNIT, Spot
from coach.ui.figure.outline import bar, closed, marks
from coach.ui.figure.wardrobe import Wardrobe

_BALL = body.BALL_AHEAD * UNIT

# Each point: along the sole from below the ankle, and up from the sole. Points ahead of the ball
# turn with the toes.
_SHOE_TOP = (
    (-30.0, 52.0), (-36.0, 30.0), (-35.0, 6.0), (10.0, 5.0), (68.0, 5.0), (98.0, 5.0),
    (117.0, 10.0), (113.0, 20.0), (92.0, 27.0), (62.0, 34.0), (36.0, 48.0), (22.0, 59.0),
    (-4.0, 55.0),
)  # fmt: skip
_SHOE_SOLE = (
    (-38.0, 11.0), (-36.0, 0.0), (10.0, 0.0), (60.0, 0.0), (76.0, 0.0), (100.0, 0.0),
    (119.0, 4.0), (118.0, 12.0), (100.0, 9.5), (70.0, 9.5), (10.0, 10.5),
)  # fmt: skip
_BARE = (
    (-20.0, 66.0), (-25.0, 44.0), (-33.0, 25.0), (-33.0, 8.0), (-20.0, 0.0), (4.0, 2.0),
    (28.0, 6.0), (54.0, 3.0), (70.0, 0.0), (84.0, 3.0), (98.0, 1.0), (111.0, 4.0),
    (113.0, 12.0), (103.0, 17.0), (86.0, 19.0), (64.0, 27.0), (40.0, 41.0), (21.0, 60.0),
)  # fmt: skip
_TOE_LINES = (((94.0, 3.5), (91.0, 10.0)), ((102.0, 3.0), (100.0, 9.0)))
_NAIL = ((108.0, 13.5), (112.5, 10.0))


_SOLE = (
    (-22.0, 2.0), (10.0, 3.0), (45.0, 3.5), (72.0, 2.0), (96.0, 3.0), (94.0, 9.0), (70.0, 10.0),
    (40.0, 14.0), (8.0, 12.0), (-20.0, 9.0),
)  # fmt: skip


class FootFrame:
    """Places points of a foot in the drawing."""

    __slots__ = ("_ball", "_c", "_joint", "_long", "_s", "_tc", "_ts", "_x", "_y")

    def __init__(self, leg: Leg, ankle: Spot) -> None:
        """Stand the frame below an ankle."""
        pitch, bend = radians(leg.pitch), radians(leg.pitch + leg.toe_bend)
        self._c, self._s = cos(pitch), -sin(pitch)
        self._tc, self._ts = cos(bend), -sin(bend)
        drop = body.ANKLE_HEIGHT * UNIT
        self._x, self._y = ankle[0] - self._s * drop, ankle[1] + self._c * drop
        # A foot turned inwards or outwards is seen shortened.
        self._long = cos(radians(leg.roll))
        self._joint = _BALL * self._long
        self._ball = (self._x + self._c * self._joint, self._y + self._s * self._joint)

    def at(self, along: float, up: float) -> Spot:
        """A point of the foot in the drawing."""
        along *= self._long
        if along > self._joint:
            ahead = along - self._joint
            return (
                self._ball[0] + self._tc * ahead + self._ts * up,
                self._ball[1] + self._ts * ahead - self._tc * up,
            )
        return (
            self._x + self._c * along + self._s * up,
            self._y + self._s * along - self._c * up,
        )

    def points(self, outline: tuple[Spot, ...]) -> list[Spot]:
        """All points of an outline."""
        at = self.at
        return [at(along, up) for along, up in outline]


def draw_foot(
    painter: QPainter, leg: Leg, ankle: Spot, shod: bool, wardrobe: Wardrobe, far: bool
) -> FootFrame:
    """Draw one foot from the side."""
    frame = FootFrame(leg, ankle)
    if shod:
        fill(painter, closed(frame.points(_SHOE_TOP)), wardrobe.shoe_far if far else wardrobe.shoe)
        fill(painter, closed(frame.points(_SHOE_SOLE)), wardrobe.sole_far if far else wardrobe.sole)
        return frame
    fill(painter, closed(frame.points(_BARE)), wardrobe.skin_far if far else wardrobe.skin)
    if not far:
        for toe in _TOE_LINES:
            one, end = frame.points(toe)
            fill(painter, bar(one, end, 2.4), wardrobe.skin_line)
    return frame


_OUTSOLE = (
    (-38.0, -30.0), (-33.0, -8.0), (-12.0, -1.0), (24.0, -8.0), (60.0, -2.0), (94.0, -2.0),
    (116.0, -15.0), (122.0, -33.0), (112.0, -53.0), (88.0, -62.0), (54.0, -60.0), (20.0, -55.0),
    (-14.0, -57.0), (-33.0, -50.0),
)  # fmt: skip
_TREAD = (
    ((58.0, -14.0), (66.0, -31.0), (56.0, -49.0)),
    ((76.0, -13.0), (84.0, -31.0), (74.0, -50.0)),
    ((94.0, -14.0), (101.0, -31.0), (92.0, -50.0)),
    ((-8.0, -13.0), (-2.0, -30.0), (-9.0, -46.0)),
)
_OUTSOLE_MIDDLE: Final = (42.0, -31.0)
_RIM: Final = 0.88
"""The walked-on part of an outsole, as a share of the whole."""
_EDGEWISE: Final = 0.06
"""What is turned so far away that less of it is left is not seen."""


@lru_cache(maxsize=1)
def _outsole() -> tuple[QPainterPath, ...]:
    """The whole, the part that is walked on, and its tread."""
    mx, my = _OUTSOLE_MIDDLE
    inner = [(mx + (x - mx) * (_RIM + 0.04), my + (y - my) * _RIM) for x, y in _OUTSOLE]
    return closed(_OUTSOLE), closed(inner), marks(_TREAD, 4.0)


def draw_loose_shoe(painter: QPainter, wardrobe: Wardrobe, roll: float) -> None:
    """A shoe nobody wears, its opening dark; the origin lies below the ankle.

    Args:
        painter: Its origin and way up are those of the shoe.
        wardrobe: Its colours.
        roll: 0 shows its outsole, 90 its side, degrees between them a part of both.
    """
    w = wardrobe
    whole, walked, tread = _outsole()
    outsole = ((whole, w.shoe), (walked, w.sole), (tread, w.shoe))
    opening = ((-30.0, 53.0), (-4.0, 57.0), (20.0, 60.0), (8.0, 50.0), (-14.0, 46.0))
    side = (
        (closed(_SHOE_TOP), w.shoe),
        (closed(opening), w.shoe_far),
        (closed(_SHOE_SOLE), w.sole),
    )
    for share, parts in ((cos(radians(roll)), outsole), (sin(radians(roll)), side)):
        if share < _EDGEWISE:
            continue
        painter.save()
        painter.scale(1.0, share)
        for path, colour in parts:
            fill(painter, path, colour)
        painter.restore()


def draw_sole(painter: QPainter, frame: FootFrame, colour: str) -> None:
    """Let the sole glow."""
    fill(painter, closed(frame.points(_SOLE)), colour)


_TURNED = (
    (-33.0, -2.0), (-30.0, 17.0), (-8.0, 24.0), (22.0, 15.0), (50.0, 17.0), (72.0, 24.0),
    (84.0, 20.0), (88.0, 0.0), (80.0, -22.0), (60.0, -29.0), (20.0, -27.0), (-14.0, -24.0),
    (-29.0, -17.0),
)  # fmt: skip
_TOES = (
    (92.0, 14.0, 18.0, 10.5), (97.0, -1.5, 13.0, 6.8), (93.0, -12.0, 11.5, 6.2),
    (87.0, -20.5, 10.5, 5.8), (79.0, -27.5, 9.5, 5.4),
)  # fmt: skip
_ARCH = (
    (-14.0, 0.0), (0.0, 12.0), (24.0, 9.0), (50.0, 10.0), (68.0, 13.0), (70.0, -4.0),
    (56.0, -17.0), (22.0, -16.0), (-6.0, -13.0),
)  # fmt: skip


@lru_cache(maxsize=1)
def _turned() -> tuple[QPainterPath, ...]:
    """Sole, the line round it, arch, and the crease behind the toes."""
    edge = closed([(x * 1.028 - 0.8, y * 1.09) for x, y in _TURNED])
    crease = marks([((74.0, 17.0), (79.0, 0.0), (72.0, -20.0))], 2.2)
    return closed(_TURNED), edge, closed(_ARCH), crease


def draw_turned_foot(
    painter: QPainter, leg: Leg, ankle: Spot, glow: str | None, wardrobe: Wardrobe
) -> None:
    """Draw a bare foot whose sole is turned to the viewer, its big toe up."""
    sole, edge, arch, crease = _turned()
    # Toes bent towards the shin point away from the viewer, which shortens them.
    short = 0.35 + 0.65 * cos(radians(leg.toe_bend))
    painter.save()
    painter.translate(*ankle)
    painter.rotate(-leg.pitch)
    painter.scale(1.0, -1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    pale = blend(wardrobe.skin, wardrobe.sole, 5)
    for grown, colour in ((2.4, wardrobe.skin_line), (0.0, pale)):
        # First everything a little larger, so that a fine line stays visible all round.
        painter.setBrush(brush(colour))
        for x, y, long, wide in _TOES:
            centre = QPointF(80.0 + (x - 80.0) * short, y)
            painter.drawEllipse(centre, long * max(short, 0.6) + grown, wide + grown)
    fill(painter, edge, wardrobe.skin_line)
    fill(painter, sole, pale)
    if glow is not None:
        fill(painter, arch, glow)
    fill(painter, crease, wardrobe.skin_line)
    painter.restore()
