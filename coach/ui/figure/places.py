"""Things of the street, the gym and the pool."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainterPath

from coach.core.figure import Prop
from coach.ui.figure.brush import fill
from coach.ui.figure.camera import UNIT
from coach.ui.figure.room import Room

_FAR: Final = 4.0
_BACK: Final = 0.42
_NEAR: Final = -0.2
_RIPPLE: Final = 90.0
"""Length of half a ripple, thousandths of body height."""


def draw_kerb(room: Room, prop: Prop) -> None:
    """A kerb that begins at ``x`` and goes on at the height ``y``."""
    x, y = prop.size("x", 0.2), prop.size("y", 0.06)
    p = room.palette
    room.box((x, x + _FAR), (-0.03, y), (_NEAR, _BACK), (p.stone, p.stone_side, p.stone_edge))
    for seam in (0.3, 0.62, 0.94, 1.26):
        room.line(((x + seam, y, _NEAR), (x + seam, y, _BACK)), p.stone_side, 4.0)


def draw_post(room: Room, prop: Prop) -> None:
    """A firm post to hold, on a foot plate, higher than the picture."""
    x, z = prop.size("x", 0.3), prop.size("z", 0.0)
    p = room.palette
    room.line(((x - 0.05, 0.006, z), (x + 0.05, 0.006, z)), p.stone_edge, 18.0)
    room.line(((x, 0.01, z), (x, _FAR, z)), p.metal, 30.0)
    room.line(((x - 0.007, 0.03, z), (x - 0.007, _FAR, z)), p.wall_edge, 6.0)


def draw_bench(room: Room, prop: Prop) -> None:
    """A padded bench from ``x`` to ``end``; its top is at ``y``."""
    x, end, y = prop.size("x", 0.2), prop.size("end", 0.9), prop.size("y", 0.25)
    p = room.palette
    for leg in (x + 0.06, end - 0.09):
        for z in (0.1, -0.1):
            room.line(((leg, 0.0, z), (leg, y - 0.04, z)), p.metal, 20.0)
        room.line(((leg, 0.012, -0.13), (leg, 0.012, 0.13)), p.metal, 20.0)
    room.box((x, end), (y - 0.055, y), (-0.13, 0.13), (p.cover, p.cover_side, p.cover_side))


def draw_pool(room: Room, prop: Prop) -> None:
    """Water up to ``y`` behind a swimmer, and the pool's edge that ends at ``x`` with its rail."""
    x, y, edge = prop.size("x", -0.5), prop.size("y", 0.3), prop.size("edge", 0.4)
    p = room.palette
    room.face(((x, y, _NEAR), (_FAR, y, _NEAR), (_FAR, y, _BACK), (x, y, _BACK)), p.water_far)
    room.face(((x, -_FAR, _NEAR), (_FAR, -_FAR, _NEAR), (_FAR, y, _NEAR), (x, y, _NEAR)),
              p.water_far)  # fmt: skip
    for z, left in ((0.3, 0.1), (0.18, 0.5), (0.34, 0.75), (0.05, 0.95)):
        room.line(((left - 0.14, y, z), (left, y, z)), p.water_line, 5.0)
    stone = (p.stone, p.stone_side, p.stone_edge)
    room.box((-_FAR, x), (-_FAR, edge), (_NEAR, _BACK), stone)
    # The side that faces the water.
    room.line(((x - 0.1, edge, 0.1), (x - 0.1, edge + 0.12, 0.1), (x + 0.035, edge + 0.12, 0.1),
               (x + 0.035, y - 0.08, 0.1)), p.metal, 17.0)  # fmt: skip


def draw_water(room: Room, prop: Prop) -> None:
    """Water before a swimmer: seen through, with a rippled edge at ``y``."""
    x, y = prop.size("x", -0.5) * UNIT, -prop.size("y", 0.3) * UNIT
    right, low = _FAR * UNIT, _FAR * UNIT
    path = QPainterPath()
    path.moveTo(x + 20.0, low)
    at, top, up = x + 20.0, y + 20.0, -8.0
    path.lineTo(at, top)
    while at < right:
        path.quadTo(at + _RIPPLE * 0.5, top + up, at + _RIPPLE, top)
        at, up = at + _RIPPLE, -up
    path.lineTo(at, low)
    path.closeSubpath()
    fill(room.painter, path, room.palette.water)
