"""The head in profile: a calm face, ear, hair. Drawn in a frame at the top of the neck."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from coach.ui.figure.brush import blend, fill
from coach.ui.figure.camera import Spot
from coach.ui.figure.outline import closed, marks
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import NECK_SHADE, Wardrobe

# x forward, y down, thousandths of body height; chin to crown is 0.130, as Drillis and Contini
# have it (0.870 to 1.000).
_FACE: tuple[Spot, ...] = (
    (30, -108), (52, -92), (60.5, -77), (62.5, -65), (60.5, -56), (64.5, -47), (70.5, -38),
    (72, -33.5), (69, -29.5), (65, -27.5), (66.8, -21.5), (64.6, -16.5), (65.6, -11), (61.8, -5),
    (62.3, 2.5), (58.5, 11), (50, 14.5), (36, 10.5), (18, 3), (4, -8), (-20, -10), (-44, -40),
    (-48, -72), (-26, -104), (4, -113),
)  # fmt: skip
_EAR: tuple[Spot, ...] = ((4, -46), (10, -50), (14, -43), (11, -33), (4, -25), (0, -29), (1, -38))


@dataclass(frozen=True, slots=True)
class HeadShape:
    """The parts of a head, made once; fine lines of one colour are one shape."""

    face: QPainterPath
    ear: QPainterPath
    eye: QPainterPath
    brow: QPainterPath
    lines: QPainterPath
    cheek: QPainterPath
    hair: QPainterPath
    knot: QPainterPath | None
    strands: QPainterPath


@lru_cache(maxsize=4)
def _head(hair: str) -> HeadShape:
    cap, knot, strands = _HAIR[hair]
    return HeadShape(
        face=closed(_FACE),
        ear=closed(_EAR),
        eye=_eye(),
        brow=marks([((42, -73), (48, -76), (56, -74))], 2.8),
        lines=marks(
            [
                ((65, -16.6), (59, -14.2), (53.5, -16)),
                ((66.5, -31.5), (63.5, -32.5)),
                ((10, -45), (5, -41), (6, -34)),
            ],
            2.2,
        ),
        cheek=_blob(46, -31, 9.5, 6.5),
        hair=_curls(closed(cap)) if hair == "curly" else closed(cap),
        knot=closed(knot) if knot else None,
        strands=marks(strands, 2.4),
    )


def _blob(x: float, y: float, wide: float, high: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), wide, high)
    return path


def _eye() -> QPainterPath:
    """An eye that looks ahead at ease: its lid, and what is seen below it."""
    path = marks([((44.5, -58.5), (50, -61.5), (56.5, -58.8))], 2.0)
    path.addPath(_blob(51.8, -57.4, 2.7, 3.3))
    return path


def _curls(cap: QPainterPath) -> QPainterPath:
    """Round locks all along the edge of the hair."""
    for x, y, size in _LOCKS:
        cap.addEllipse(QPointF(x, y), size, size)
    return cap


_LOCKS: Final = (
    (-27, -30, 10), (-40, -40, 11), (-48, -54, 11.5), (-53, -70, 12), (-51, -87, 12),
    (-44, -102, 12.5), (-31, -114, 13), (-16, -121, 13), (0, -123, 13), (16, -121, 12.5),
    (31, -116, 12), (43, -108, 10.5), (50, -100, 7),
)  # fmt: skip
"""Places and radii of the locks of curly hair."""

_HAIR: Final[dict[str, tuple[tuple[Spot, ...], tuple[Spot, ...], tuple[tuple[Spot, ...], ...]]]] = {
    "bun": (
        (
            (46, -103), (36, -92), (24, -80), (15, -64), (11, -52), (5, -50), (-1, -42), (-4, -26),
            (-14, -12), (-26, -8), (-42, -28), (-52, -58), (-50, -88), (-34, -110), (-8, -121),
            (20, -120), (40, -111),
        ),
        ((-36, -98), (-28, -116), (-42, -131), (-64, -130), (-74, -113), (-64, -96)),
        (
            ((33, -104), (4, -92), (-38, -104)),
            ((8, -60), (-18, -78), (-44, -96)),
            ((-44, -121), (-56, -114), (-54, -103)),
        ),
    ),
    "curly": (
        (
            (50, -99), (42, -88), (31, -85), (23, -75), (18, -60), (12, -50), (3, -50), (0, -40),
            (-4, -26), (-12, -16), (-26, -24), (-40, -40), (-50, -60), (-52, -84), (-42, -106),
            (-20, -120), (8, -123), (34, -116),
        ),
        (),
        (
            ((20, -104), (10, -98), (2, -104), (-7, -99)),
            ((-20, -88), (-29, -82), (-27, -72), (-36, -66)),
            ((-2, -78), (-11, -72), (-9, -62), (-17, -54)),
        ),
    ),
    "bob": (
        (
            (52, -98), (44, -99), (34, -90), (27, -76), (25, -60), (20, -44), (15, -28), (8, -14),
            (-6, -4), (-26, -2), (-42, -10), (-54, -34), (-58, -64), (-52, -94), (-34, -114),
            (-6, -123), (24, -121), (44, -111),
        ),
        (),
        (
            ((34, -104), (4, -110), (-30, -98), (-46, -70)),
            ((18, -60), (4, -34), (-10, -14)),
            ((-4, -84), (-22, -52), (-28, -16)),
        ),
    ),
    "short": (
        (
            (54, -95), (47, -96), (38, -90), (24, -86), (17, -74), (13, -56), (13, -44), (8, -50),
            (1, -46), (-3, -30), (-12, -16), (-24, -11), (-40, -26), (-51, -56), (-50, -86),
            (-34, -108), (-8, -119), (22, -119), (46, -108),
        ),
        (),
        (((30, -98), (0, -100), (-32, -84)), ((8, -70), (-12, -66), (-34, -46))),
    ),
}  # fmt: skip
"""For each hair style its cap, its knot and the lines in it."""


def draw_neck(
    painter: QPainter, neck: Spot, skull: Spot, up: Spot, tilt: Spot, wardrobe: Wardrobe
) -> None:
    """The neck; ``up`` and ``tilt`` are the unit upward directions of chest and head."""
    nx, ny = neck
    sx, sy = skull
    ux, uy = up
    tx, ty = tilt
    # Forward is the upward direction turned to the right.
    fx, fy, gx, gy = -uy, ux, -ty, tx
    path = closed(
        [
            (nx + fx * 34 - ux * 16, ny + fy * 34 - uy * 16),
            (nx + fx * 27 + ux * 8, ny + fy * 27 + uy * 8),
            (sx + gx * 27 + tx * 0, sy + gy * 27 + ty * 0),
            (sx + gx * 14 + tx * 30, sy + gy * 14 + ty * 30),
            (sx - gx * 28 + tx * 30, sy - gy * 28 + ty * 30),
            (sx - gx * 32 + tx * 2, sy - gy * 32 + ty * 2),
            (nx - fx * 36 + ux * 6, ny - fy * 36 + uy * 6),
            (nx - fx * 40 - ux * 16, ny - fy * 40 - uy * 16),
        ]
    )
    fill(painter, path, blend(wardrobe.skin, wardrobe.skin_far, NECK_SHADE))


def draw_head(
    painter: QPainter,
    skull: Spot,
    nod: float,
    hair: str,
    wardrobe: Wardrobe,
    palette: FigurePalette,
) -> None:
    """The head, nodding ``nod`` degrees down from a level gaze."""
    head = _head(hair)
    painter.save()
    painter.translate(*skull)
    painter.rotate(nod)
    if head.knot is not None:
        fill(painter, head.knot, wardrobe.hair)
    fill(painter, head.face, wardrobe.skin)
    fill(painter, head.cheek, blend(wardrobe.skin, palette.glow, 2))
    fill(painter, head.hair, wardrobe.hair)
    fill(painter, head.strands, wardrobe.hair_light)
    fill(painter, head.ear, wardrobe.skin)
    fill(painter, head.lines, wardrobe.skin_line)
    fill(painter, head.eye, palette.ink)
    fill(painter, head.brow, wardrobe.hair)
    painter.restore()
