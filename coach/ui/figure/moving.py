"""Things that move with the body or under it: straps and towels, marks on the floor."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure import Pose, Prop
from coach.ui.figure.brush import fill, stroke
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.outline import closed, line
from coach.ui.figure.palette import FigurePalette

KINDS: Final = frozenset(("strap", "towel", "ice", "floor-towel"))
"""The things drawn here."""
_MARKS: Final = 0.2
"""Distance of the marks on the floor, fractions of body height."""


def draw_marks(
    painter: QPainter, travel: float, camera: Camera, palette: FigurePalette, reach: float
) -> None:
    """Joints of the floor, passing under someone who walks."""
    path = QPainterPath()
    count = int(reach / _MARKS) + 1
    shift = travel % _MARKS
    for k in range(-count, count + 1):
        x = k * _MARKS - shift
        path.moveTo(*camera.spot((x, 0.0, 0.40)))
        path.lineTo(*camera.spot((x, 0.0, -1.2)))
    stroke(painter, path, palette.floor_edge, 3.0)


def draw_straps(
    painter: QPainter, props: tuple[Prop, ...], pose: Pose, camera: Camera, palette: FigurePalette
) -> None:
    """Straps and towels: from the hand round the ball of the foot."""
    for prop in props:
        if prop.kind in ("strap", "towel"):
            _strap(painter, prop, pose, camera, palette)


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
    stroke(painter, line(((hx, hy), middle, (fx, fy))), colour, wide)


def draw_held(
    painter: QPainter, props: tuple[Prop, ...], pose: Pose, camera: Camera, palette: FigurePalette
) -> None:
    """Things held in a hand or moved by a foot."""
    for prop in props:
        if prop.kind == "ice":
            _ice(painter, camera.spot(pose.part(prop.parts[0])), palette)
        elif prop.kind == "floor-towel":
            _floor_towel(painter, prop, pose, camera, palette)


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
