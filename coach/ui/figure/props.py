"""Things in the room. Each kind is a few boxes: a function here and a line in a table below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from coach.core.figure import Prop
from coach.ui.figure.brush import brush, fill, stroke
from coach.ui.figure.camera import UNIT, Spot
from coach.ui.figure.outline import closed, line, tube
from coach.ui.figure.places import (
    draw_bench,
    draw_kerb,
    draw_pool,
    draw_post,
    draw_water,
)
from coach.ui.figure.room import Room

_FAR_AWAY: Final = 4.0
_DEPTH: Final = 0.42
"""Where the floor ends at the back."""


def draw_floor(room: Room, left: float, right: float) -> None:
    """The floor, from its far edge to the near edge of the picture."""
    p = room.palette
    edge = ((left, 0.0, _DEPTH), (right, 0.0, _DEPTH))
    if room.camera.frontal:
        away = _DEPTH if room.camera.view == "back" else -_DEPTH
        edge = ((away, 0.0, left), (away, 0.0, right))
    (ax, _, az), (bx, _, bz) = edge
    room.face((*edge, (bx, -_FAR_AWAY, bz), (ax, -_FAR_AWAY, az)), p.floor)
    room.line(edge, p.floor_edge, 3.0)


def _wall(room: Room, prop: Prop) -> None:
    x, top, near, far = prop.size("x", 0.5), _FAR_AWAY, -0.15, _DEPTH
    out = x + _FAR_AWAY
    p = room.palette
    room.face(((x, 0, near), (x, top, near), (x, top, far), (x, 0, far)), p.wall)
    room.face(((x, -1, near), (out, -1, near), (out, top, near), (x, top, near)), p.wall_side)
    room.line(((x, -1, near), (x, top, near)), p.wall_edge, 4.0)
    room.line(((x, 0, near), (x, 0, far)), p.wall_edge, 4.0)


def _back_wall(room: Room, prop: Prop) -> None:
    """A wall the figure faces, seen past the figure."""
    x, wide = prop.size("x", 0.3), _FAR_AWAY
    p = room.palette
    room.face(((x, 0, -wide), (x, wide, -wide), (x, wide, wide), (x, 0, wide)), p.wall)
    room.face(((x, 0, -wide), (x, 0.045, -wide), (x, 0.045, wide), (x, 0, wide)), p.wall_side)
    room.line(((x, 0, -wide), (x, 0, wide)), p.wall_edge, 4.0)


def _rail(room: Room, prop: Prop) -> None:
    """A handrail along the way, on the far side."""
    y, z = prop.size("y", 0.5), prop.size("z", 0.16)
    left, right = prop.size("left", -3.0), prop.size("right", 3.0)
    p = room.palette
    room.line(((left, y - 0.012, z), (right, y - 0.012, z)), p.wood_side, 26.0)
    room.line(((left, y - 0.004, z), (right, y - 0.004, z)), p.wood, 18.0)


def _chair(room: Room, prop: Prop) -> None:
    """A fixed chair; ``x`` is its back, the seat goes on ``facing`` (1 forward, -1 back)."""
    x, facing = prop.size("x", -0.12), prop.size("facing", 1.0)
    seat, back = prop.size("seat", 0.255), prop.size("back", 0.53)
    deep = prop.size("deep", 0.26) * facing
    leg = 0.02 * facing
    front = x + deep
    wide = 0.13

    def across(one: float, other: float) -> tuple[float, float]:
        return (one, other) if one < other else (other, one)

    for z in (wide - 0.022, -wide):
        room.box(across(front - leg, front), (0.0, seat), (z, z + 0.022), room.wooden)
        if z > 0.0:
            room.box(across(x, x + leg), (0.0, back), (z, z + 0.022), room.wooden)
    room.box(across(x, x + leg), (back - 0.19, back - 0.02), (-wide, wide), room.wooden)
    room.box(across(x, front + leg * 0.5), (seat - 0.03, seat), (-wide, wide), room.wooden)
    room.box(across(x, x + leg), (0.0, back), (-wide, 0.022 - wide), room.wooden)
    room.box(across(x - leg * 0.2, x + leg * 1.2), (back - 0.02, back), (-wide, wide), room.wooden)


def _desk(room: Room, prop: Prop) -> None:
    """A desk; ``x`` is its edge towards the figure."""
    x, y, out = prop.size("x", 0.3), prop.size("y", 0.42), prop.size("out", _FAR_AWAY)
    for z in (0.3, -0.2):
        room.box((x + 0.07, x + 0.1), (0.0, y), (z, z + 0.03), room.wooden)
    room.box((x, x + out), (y - 0.03, y), (-0.26, 0.36), room.wooden)


def _bed(room: Room, prop: Prop) -> None:
    """A bed from ``x`` to ``end``; its top is at ``y``; ``head`` is the height of its headboard."""
    x, end, y = prop.size("x", -0.6), prop.size("end", 0.65), prop.size("y", 0.26)
    head, near, far = prop.size("head", 0.0), -0.24, _DEPTH - 0.06
    p = room.palette
    wooden = room.wooden
    for leg in (x + 0.05, end - 0.09):
        room.box((leg, leg + 0.035), (0.0, 0.12), (near + 0.02, near + 0.05), wooden)
    if head:
        room.box((x - 0.045, x), (0.0, y + head), (near, far), wooden)
    room.box((x, end), (0.06, 0.13), (near, far), wooden)
    cloth = (p.cloth, p.cloth_side, p.wall_side)
    room.box((x, end), (0.13, y), (near, far), cloth)


def _pillow(room: Room, prop: Prop) -> None:
    """A cushion ``wide`` and ``high`` round its middle, turned by ``tilt`` degrees."""
    p = room.palette
    x, y = prop.size("x", 0.0) * UNIT, -prop.size("y", 0.3) * UNIT
    w, h = prop.size("wide", 0.2) * UNIT / 2, prop.size("high", 0.08) * UNIT / 2
    shape = (
        (-0.98, 0.75), (-0.6, 0.95), (0.0, 1.0), (0.6, 0.95), (0.98, 0.75), (1.0, 0.0),
        (0.94, -0.8), (0.5, -0.95), (0.0, -0.85), (-0.5, -0.95), (-0.94, -0.8), (-1.0, 0.0),
    )  # fmt: skip
    painter = room.painter
    painter.save()
    painter.translate(x, y)
    painter.rotate(-prop.size("tilt", 0.0))
    colour = p.cover if prop.size("plain", 0.0) < 0.5 else p.cloth_side
    shade = p.cover_side if prop.size("plain", 0.0) < 0.5 else p.wall_side
    fill(painter, closed([(u * w, v * h) for u, v in shape]), shade)
    fill(painter, closed([(u * w * 0.97, v * h * 0.88 - h * 0.1) for u, v in shape]), colour)
    painter.restore()


def _blanket(room: Room, prop: Prop) -> None:
    """A blanket thrown aside: it hangs over the bed's near edge from ``x`` to ``end``."""
    p = room.palette
    x, end = prop.size("x", 0.4) * UNIT, prop.size("end", 0.7) * UNIT
    top = -(prop.size("y", 0.26) - 0.024) * UNIT
    width, hang, high = end - x, prop.size("hang", 0.11) * UNIT, prop.size("high", 0.05) * UNIT

    def row(low: float, wave: float) -> list[Spot]:
        """A line along the blanket that waves as its folds fall, from left to right."""
        return [
            (x + width * share, top + hang * low + (wave if index % 2 else -wave))
            for index, share in enumerate((0.0, 0.15, 0.31, 0.46, 0.63, 0.8, 1.0))
        ]

    above = [(x + 4, top - high * 0.4), *((u, v - high) for u, v in row(0.0, 3.0)[1:-1]),
             (end - 4, top - high * 0.4)]  # fmt: skip
    fill(room.painter, tube(above, row(1.0, 4.0)), p.cover)
    for left, _ in row(0.0, 0.0)[1:-1]:
        fold = ((left, top + 2), (left + 5, top + hang * 0.45), (left - 2, top + hang * 0.8))
        stroke(room.painter, line(fold), p.cover_side, 5.0)
    fill(room.painter, tube(row(0.83, 4.0), row(0.9, 4.0)), p.cover_side)


def _shade(room: Room, prop: Prop) -> None:
    """The shadow of a body on what it lies on, from ``x`` to ``end`` at height ``y``."""
    x, end = prop.size("x", -0.3) * UNIT, prop.size("end", 0.5) * UNIT
    y, high = -prop.size("y", 0.25) * UNIT, prop.size("high", 0.014) * UNIT
    room.painter.setPen(Qt.PenStyle.NoPen)
    room.painter.setBrush(brush(room.palette.cloth_side))
    room.painter.drawEllipse(QPointF((x + end) / 2, y), (end - x) / 2, high)


def _bed_above(room: Room, prop: Prop) -> None:
    """A bed seen from above, with its pillow: for someone who lies on their side."""
    p = room.palette
    x, end = prop.size("x", -0.6) * UNIT, prop.size("end", 0.7) * UNIT
    low, high = -prop.size("low", -0.2) * UNIT, -prop.size("high", 0.9) * UNIT
    frame, sheet = (
        QRectF(x - 40, high - 24, end - x + 64, low - high + 48),
        QRectF(x, high, end - x, low - high),
    )
    for area, colour, radius in ((frame, p.wood_side, 14.0), (sheet, p.cloth, 26.0)):
        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        fill(room.painter, path, colour)
    middle = -prop.size("head", 0.35) * UNIT
    pillow = [(x + 25, middle - 170), (x + 130, middle - 180), (x + 235, middle - 165),
              (x + 230, middle), (x + 238, middle + 165), (x + 130, middle + 178),
              (x + 28, middle + 168), (x + 34, middle)]  # fmt: skip
    fill(room.painter, closed(pillow), p.cover)


def _step(room: Room, prop: Prop) -> None:
    """A step up to ``y`` that begins at ``x``, with a handrail on the far side."""
    x, y = prop.size("x", 0.0), prop.size("y", 0.1)
    p = room.palette
    room.box((x, x + _FAR_AWAY), (-0.2, y), (-0.2, _DEPTH), room.wooden)
    rail = prop.size("rail", 0.5) + y
    for post in (x + 0.2, x + 0.75):
        room.line(((post, y, 0.2), (post, rail, 0.2)), p.metal, 14.0)
    room.line(((x - 0.12, rail, 0.2), (x + _FAR_AWAY, rail, 0.2)), p.metal, 20.0)


_BEHIND: Final[dict[str, Callable[[Room, Prop], None]]] = {
    "wall": _wall,
    "back-wall": _back_wall,
    "rail": _rail,
    "chair": _chair,
    "desk": _desk,
    "bed": _bed,
    "pillow": _pillow,
    "step": _step,
    "bed-above": _bed_above,
    "shade": _shade,
    "kerb": draw_kerb,
    "post": draw_post,
    "bench": draw_bench,
    "pool": draw_pool,
}
_IN_FRONT: Final[dict[str, Callable[[Room, Prop], None]]] = {
    "front-blanket": _blanket,
    "water": draw_water,
}

__all__ = ["KINDS", "Room", "draw_behind", "draw_floor", "draw_in_front", "has_front"]

KINDS: Final = frozenset((*_BEHIND, *_IN_FRONT))
"""What is drawn here; the rest of `coach.core.figure.scene.PROPS` moves with the body."""


def draw_behind(room: Room, props: Sequence[Prop]) -> None:
    """Everything that stands behind the figure."""
    for prop in props:
        if prop.kind in _BEHIND:
            _BEHIND[prop.kind](room, prop)


def draw_in_front(room: Room, props: Sequence[Prop]) -> None:
    """Everything that stands in front of the figure."""
    for prop in props:
        if prop.kind in _IN_FRONT:
            _IN_FRONT[prop.kind](room, prop)


def has_front(props: Sequence[Prop]) -> bool:
    """Whether anything stands in front of the figure."""
    return any(prop.kind in _IN_FRONT for prop in props)
