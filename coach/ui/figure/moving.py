"""Things that move with the body or under it: straps and towels, marks on the floor."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, cos, radians, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure import Pose, Prop, Scene
from coach.ui.figure.brush import blend, brush, fill, stroke
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.feet import draw_loose_shoe
from coach.ui.figure.outline import band, closed, line
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import Wardrobe

KINDS: Final = frozenset(
    ("strap", "towel", "ice", "floor-towel", "covers", "dumbbell", "shoe", "office-chair")
)
"""The things drawn here."""
_MARKS: Final = 0.2
"""Distance of the marks on the floor, about, fractions of body height."""
_MARKED: Final = 0.34
"""How far before and behind the figure they are seen."""
_OFF: Final = 0.35
"""From this effort on a shoe is off the foot, and rolls to be seen from its side."""
_MARK_BACK, _MARK_FRONT = 0.30, -0.42
"""How far behind and before the middle plane they reach."""


def marks_area(scene: Scene, camera: Camera) -> QRectF:
    """Where the marks on the floor are seen: round the figure; farther off they fade away."""
    x = scene.centre[0]
    (left, top), (right, bottom) = (
        camera.spot((x - _MARKED, 0.0, _MARK_BACK)),
        camera.spot((x + _MARKED, 0.0, _MARK_FRONT)),
    )
    return QRectF(left, top, right - left, bottom - top)


def draw_marks(
    painter: QPainter,
    travel: float,
    passes: float,
    camera: Camera,
    palette: FigurePalette,
    middle: float,
) -> None:
    """Joints of the floor, passing under someone who walks.

    Args:
        painter: Counts in drawing units.
        travel: How far they have passed, fractions of body height.
        passes: How far they pass in one cycle of the walk, in which they come to lie as before.
        camera: Where from.
        palette: Colours of floor and joints.
        middle: Where the one who walks stands.
    """
    apart = passes / max(1, round(passes / _MARKS))
    path = _floor_mark(camera.spot((0.0, 0.0, _MARK_BACK)), camera.spot((0.0, 0.0, _MARK_FRONT)))
    first = ceil((middle - _MARKED + travel) / apart)
    x = first * apart - travel
    # One by one: a shape that spans the picture is dear to fill, however thin it is.
    while x <= middle + _MARKED:
        away = abs(x - middle) / _MARKED
        painter.translate(x * UNIT, 0.0)
        fill(painter, path, blend(palette.floor_edge, palette.floor, round(16 * away * away)))
        painter.translate(-x * UNIT, 0.0)
        x += apart


@lru_cache(maxsize=4)
def _floor_mark(back: Spot, front: Spot) -> QPainterPath:
    """One joint of the floor, at the origin."""
    path = QPainterPath()
    path.moveTo(back[0] - 1.5, back[1])
    path.lineTo(back[0] + 1.5, back[1])
    path.lineTo(front[0] + 1.5, front[1])
    path.lineTo(front[0] - 1.5, front[1])
    path.closeSubpath()
    return path


def draw_under_hand(
    painter: QPainter,
    props: tuple[Prop, ...],
    pose: Pose,
    camera: Camera,
    palette: FigurePalette,
    wardrobe: Wardrobe,
) -> None:
    """What lies before the body and under the near hand: straps, towels, covers, a shoe."""
    for prop in props:
        if prop.kind in ("strap", "towel"):
            _strap(painter, prop, pose, camera, palette)
        elif prop.kind == "covers":
            _covers(painter, prop, pose, palette)
        elif prop.kind == "shoe":
            _shoe(painter, prop, pose, camera, wardrobe)


def _strap(
    painter: QPainter, prop: Prop, pose: Pose, camera: Camera, palette: FigurePalette
) -> None:
    hand, foot = prop.parts[0], prop.parts[1]
    wide = 26.0 if prop.kind == "towel" else 12.0
    colour = palette.cover if prop.kind == "towel" else palette.strap
    hx, hy = camera.spot(pose.part(hand))
    fx, fy = camera.spot(pose.part(foot))
    sag = prop.size("sag", 0.015) * UNIT
    middle = ((hx + fx) / 2, (hy + fy) / 2 + sag)
    fill(painter, band((hx, hy), middle, (fx, fy), wide), colour)


def draw_held(
    painter: QPainter, props: tuple[Prop, ...], pose: Pose, camera: Camera, palette: FigurePalette
) -> None:
    """Things held in a hand or moved by a foot."""
    for prop in props:
        if prop.kind == "ice":
            _ice(painter, camera.spot(pose.part(prop.parts[0])), palette)
        elif prop.kind == "floor-towel":
            _floor_towel(painter, prop, pose, camera, palette)
        elif prop.kind == "dumbbell":
            _dumbbell(painter, camera.spot(pose.part(prop.parts[0])), palette)


def _ice(painter: QPainter, at: Spot, palette: FigurePalette) -> None:
    """Ice wrapped in a cloth."""
    x, y = at
    pack = ((-26, -14), (0, -19), (27, -13), (30, 4), (20, 19), (-4, 21), (-27, 14), (-31, 0))
    fill(painter, closed([(x + u * 1.25, y + v * 1.25) for u, v in pack]), palette.ice)
    for u in (-12, 8):
        crease = ((x + u, y - 12), (x + u + 5, y), (x + u - 1, y + 13))
        stroke(painter, line(crease), palette.cloth, 4.0)


def _floor_towel(
    painter: QPainter, prop: Prop, pose: Pose, camera: Camera, palette: FigurePalette
) -> None:
    """A towel on the floor that the toes draw in; it gathers before them."""
    end = prop.size("end", 0.4) - 0.07 * pose.effort
    tx, _ = camera.spot(pose.part(prop.parts[0]))
    ex, ey = camera.spot((end, 0.0, 0.0))
    rise = 5.0 + 16.0 * pose.effort
    wave = [(tx - 14.0, ey + 4.0), (tx + 6.0, ey - rise * 0.5)]
    for share, high in ((0.2, 1.0), (0.38, 0.3), (0.56, 0.9), (0.74, 0.2)):
        wave.append((tx + (ex - tx) * share, ey - rise * high))
    wave += [(ex, ey - 4.0), (ex + 4.0, ey + 8.0), ((tx + ex) / 2, ey + 10.0), (tx, ey + 9.0)]
    fill(painter, closed(wave), palette.cover)


# Covers: how far from the left to the right edge, and how high, spread over the legs and thrown
# to the foot of the bed.
_SPREAD: Final = (
    (0.0, -0.4), (0.0, 0.6), (0.03, 0.95), (0.2, 0.92), (0.45, 0.78), (0.66, 0.92), (0.72, 1.36),
    (0.78, 1.32), (0.84, 0.6), (0.97, 0.16), (1.0, -0.5), (0.75, -0.42), (0.5, -0.55),
    (0.25, -0.44),
)  # fmt: skip
_THROWN: Final = (
    (0.0, -0.3), (-0.02, 0.1), (0.05, 0.6), (0.2, 0.98), (0.36, 0.8), (0.5, 1.2), (0.66, 1.1),
    (0.8, 0.92), (0.95, 0.62), (1.04, 0.1), (1.05, -0.75), (0.8, -0.6), (0.5, -0.7),
    (0.2, -0.5),
)  # fmt: skip
_FOLDS: Final = (0.3, 0.56, 0.8)


def _covers(painter: QPainter, prop: Prop, pose: Pose, palette: FigurePalette) -> None:
    """Covers from ``x`` to ``end`` at the height ``y``; effort throws them to ``thrown``."""
    share = pose.effort
    x = prop.size("x", -0.2) + (prop.size("thrown", 0.42) - prop.size("x", -0.2)) * share
    end, y, high = prop.size("end", 0.66), prop.size("y", 0.25), prop.size("high", 0.15)
    wide = (end - x) * UNIT

    def spot(along: float, up: float) -> Spot:
        return x * UNIT + along * wide, -(y + up * high) * UNIT

    outline = [
        spot(a + (c - a) * share, b + (d - b) * share)
        for (a, b), (c, d) in zip(_SPREAD, _THROWN, strict=True)
    ]
    fill(painter, closed(outline), palette.cover)
    for along in _FOLDS:
        fold = (spot(along, 0.35), spot(along + 0.03, -0.05), spot(along, -0.38))
        stroke(painter, line(fold), palette.cover_side, 6.0)


def _dumbbell(painter: QPainter, at: Spot, palette: FigurePalette) -> None:
    """A dumbbell seen from its end, the hand round its bar."""
    x, y = at
    painter.setPen(Qt.PenStyle.NoPen)
    for size, colour in ((40.0, palette.strap), (30.0, palette.metal), (9.0, palette.strap)):
        painter.setBrush(brush(colour))
        painter.drawEllipse(QPointF(x, y), size, size)


def _shoe(painter: QPainter, prop: Prop, pose: Pose, camera: Camera, wardrobe: Wardrobe) -> None:
    """A shoe held by its heel, ``tilt`` degrees up: pulled off a sole turned here, then rolled."""
    roll = 90.0 * min(1.0, max(0.0, (pose.effort - _OFF) / (1.0 - _OFF)))
    side, sole = sin(radians(roll)), cos(radians(roll))
    x, y = camera.spot(pose.part(prop.parts[0]))
    painter.save()
    painter.translate(x, y)
    painter.rotate(-prop.size("tilt", 0.0))
    painter.translate(26.0, 22.0 * side - 32.0 * sole)
    painter.scale(1.0, -1.0)
    draw_loose_shoe(painter, wardrobe, roll)
    painter.restore()
