"""The head in profile: a calm face, ear, hair. Drawn in a frame at the top of the neck."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QPainter, QPainterPath

from coach.ui.figure.brush import blend, fill
from coach.ui.figure.camera import Spot
from coach.ui.figure.outline import closed, marks
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import Wardrobe

# x forward, y down, thousandths of body height; chin to crown is 0.130, as Drillis and Contini
# have it (0.870 to 1.000).
_FACE: tuple[Spot, ...] = (
    (30, -108), (52, -92), (61, -76), (63, -64), (60.5, -56), (66, -47), (76, -36), (77, -31),
    (71, -27.5), (66, -26), (68.5, -20), (66, -15.5), (67.5, -9), (63.5, -4), (65, 4), (62, 12),
    (52, 16), (36, 11), (18, 3), (4, -8), (-20, -10), (-44, -40), (-48, -72), (-26, -104),
    (4, -113),
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
    hair: QPainterPath
    knot: QPainterPath | None
    strands: QPainterPath


@lru_cache(maxsize=4)
def _head(hair: str) -> HeadShape:
    cap, knot, strands = _HAIR[hair]
    return HeadShape(
        face=closed(_FACE),
        ear=closed(_EAR),
        eye=marks([((43, -58), (48, -55.5), (54, -57))], 3.4),
        brow=marks([((41, -71), (48, -74.5), (57, -71.5))], 3.6),
        lines=marks(
            [
                ((67, -16.5), (60, -14.5), (54, -16.5)),
                ((69, -32), (66, -33)),
                ((10, -45), (5, -41), (6, -34)),
            ],
            2.5,
        ),
        hair=closed(cap),
        knot=closed(knot) if knot else None,
        strands=marks(strands, 2.4),
    )


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
            (50, -98), (42, -86), (30, -84), (22, -74), (18, -60), (12, -50), (3, -50), (0, -40),
            (-4, -26), (-10, -14), (-28, -29), (-40, -27), (-41, -38), (-52, -39), (-50, -50),
            (-61, -54), (-55, -64), (-64, -71), (-56, -79), (-62, -89), (-52, -94), (-55, -105),
            (-44, -107), (-44, -118), (-32, -117), (-29, -128), (-18, -123), (-12, -132),
            (-3, -125), (6, -132), (12, -122), (23, -127), (26, -116), (44, -118), (56, -108),
        ),
        (),
        (
            ((22, -100), (12, -94), (4, -102), (-6, -98)),
            ((-20, -84), (-30, -78), (-26, -66), (-36, -60)),
            ((-2, -76), (-12, -70), (-8, -58), (-16, -48)),
            ((-18, -108), (-30, -102), (-38, -92)),
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
    fill(painter, path, blend(wardrobe.skin, wardrobe.skin_far, 9))


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
    fill(painter, head.hair, wardrobe.hair)
    fill(painter, head.strands, wardrobe.hair_light)
    fill(painter, head.ear, wardrobe.skin)
    fill(painter, head.lines, wardrobe.skin_line)
    fill(painter, head.eye, palette.ink)
    fill(painter, head.brow, wardrobe.hair)
    painter.restore()
