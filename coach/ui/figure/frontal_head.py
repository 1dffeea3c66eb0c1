"""The head from the front and from behind."""

from __future__ import annotations

from math import radians, sin
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from coach.ui.figure.brush import blend, brush, fill, stroke
from coach.ui.figure.camera import Spot
from coach.ui.figure.lying import round_head
from coach.ui.figure.outline import closed, line
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import NECK_SHADE, Wardrobe

_FACE = (
    (0, 16), (20, 11), (36, -12), (43, -44), (42, -76), (28, -104), (0, -113), (-28, -104),
    (-42, -76), (-43, -44), (-36, -12), (-20, 11),
)  # fmt: skip
_BACK = (
    (0, -2), (22, -8), (39, -30), (46, -62), (41, -94), (22, -115), (0, -121), (-22, -115),
    (-41, -94), (-46, -62), (-39, -30), (-22, -8),
)  # fmt: skip
_FRINGE = (
    (0, -100), (24, -92), (38, -64), (45, -50), (47, -80), (36, -106), (0, -121), (-36, -106),
    (-47, -80), (-45, -50), (-38, -64), (-24, -92),
)  # fmt: skip
_BEHIND: Final[dict[str, tuple[Spot, ...]]] = {
    "bob": (
        (0, 2), (30, 2), (46, -8), (54, -40), (52, -76), (42, -104), (22, -120), (0, -125),
        (-22, -120), (-42, -104), (-52, -76), (-54, -40), (-46, -8), (-30, 2),
    ),
    "curly": (
        (-30, -14), (-41, -44), (-52, -52), (-48, -66), (-53, -78), (-45, -89), (-45, -103),
        (-33, -108), (-28, -121), (-15, -120), (-6, -130), (5, -123), (18, -127), (25, -115),
        (38, -113), (40, -99), (51, -91), (47, -77), (54, -65), (46, -54), (47, -40), (30, -14),
        (0, -6),
    ),
}  # fmt: skip
"""Hair that stands out round the head, by style; others lie close to it."""


def draw_frontal_head(
    painter: QPainter,
    skull: Spot,
    neck: Spot,
    behind: bool,
    hair: str,
    wardrobe: Wardrobe,
    palette: FigurePalette,
) -> None:
    """Neck, head and hair."""
    w = wardrobe
    nx, ny = neck
    sx, sy = skull
    throat = [(nx - 40, ny + 12), (nx - 28, ny - 10), (sx - 27, sy - 20), (sx + 27, sy - 20),
              (nx + 28, ny - 10), (nx + 40, ny + 12), (nx, ny + 20)]  # fmt: skip
    fill(painter, closed(throat), blend(w.skin, w.skin_far, NECK_SHADE))
    painter.save()
    painter.translate(sx, sy)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(w.skin))
    for side in (-1.0, 1.0):
        painter.drawEllipse(QPointF(side * 44.0, -44.0), 7.0, 13.0)
    if behind:
        fill(painter, closed(_BEHIND.get(hair, _BACK)), w.hair)
        if hair == "bun":
            painter.setBrush(brush(w.hair))
            painter.drawEllipse(QPointF(0.0, -118.0), 27.0, 22.0)
            stroke(painter, line(((-26, -106), (0, -94), (26, -106))), w.hair_light, 2.4)
            stroke(painter, line(((-12, -120), (2, -128), (13, -118))), w.hair_light, 2.4)
    else:
        _face(painter, hair, w, palette)
    painter.restore()


def draw_face_turned(
    painter: QPainter,
    skull: Spot,
    nod: float,
    aside: float,
    hair: str,
    wardrobe: Wardrobe,
    palette: FigurePalette,
) -> None:
    """A head that lies ``nod`` degrees from upright and looks ``aside`` degrees to its right."""
    painter.save()
    painter.translate(*skull)
    painter.rotate(nod)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(wardrobe.skin))
    _face(painter, hair, wardrobe, palette, aside)
    painter.setBrush(brush(wardrobe.skin))
    ((x, y),) = round_head([(-44.5, -44.0)], aside)
    painter.drawEllipse(QPointF(x, y), 7.0, 13.0)
    painter.restore()


def _face(
    painter: QPainter, hair: str, w: Wardrobe, palette: FigurePalette, aside: float = 0.0
) -> None:
    back = -46.0 * sin(radians(aside))
    if hair == "bun":
        painter.setBrush(brush(w.hair))
        painter.drawEllipse(QPointF(back, -124.0 - back * 0.1), 24.0, 20.0)
    if hair in _BEHIND:
        fill(painter, closed(_BEHIND[hair]), w.hair)
    fill(painter, closed(_FACE), w.skin)
    fill(painter, closed(_FRINGE), w.hair)
    for side in (-1.0, 1.0):
        eye = ((side * 12, -54), (side * 19, -51), (side * 26, -54))
        stroke(painter, line(round_head(eye, aside)), palette.ink, 3.4)
        brow = ((side * 10, -68), (side * 19, -72), (side * 28, -67))
        stroke(painter, line(round_head(brow, aside)), w.hair, 3.6)
    nose = ((-2, -52), (-4, -34), (4, -32))
    stroke(painter, line(round_head(nose, aside)), w.skin_line, 2.6)
    stroke(painter, line(round_head(((-12, -15), (0, -11), (12, -15)), aside)), w.skin_line, 3.0)
