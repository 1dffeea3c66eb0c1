"""The trunk from the side: seat of the trousers and shirt, bending at the waist."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtGui import QPainter

from coach.core.figure import Pose
from coach.ui.figure.brush import blend, fill
from coach.ui.figure.camera import Camera, Spot
from coach.ui.figure.character import Character
from coach.ui.figure.outline import closed, line, marks
from coach.ui.figure.wardrobe import Wardrobe


def upward(lean: float) -> Spot:
    """Unit direction in the drawing of a trunk that leans so many degrees forward."""
    return sin(radians(lean)), -cos(radians(lean))


def _place(origin: Spot, up: Spot, forward: float, rise: float) -> Spot:
    return (
        origin[0] + up[0] * rise - up[1] * forward,
        origin[1] + up[1] * rise + up[0] * forward,
    )


def draw_seat(
    painter: QPainter, pose: Pose, camera: Camera, person: Character, wardrobe: Wardrobe
) -> None:
    """Hips and seat, in the trousers' colour."""
    hips, up = camera.spot(pose.hips), upward(pose.trunk)
    wide = person.hips
    outline = (
        (54, 70), (60, 50), (59, 20), (57, -16), (36, -58), (-24, -66), (-58, -52),
        (-71 * wide, -22), (-77 * wide, 8), (-72 * wide, 42), (-40, 70),
    )  # fmt: skip
    fill(painter, closed([_place(hips, up, f, r) for f, r in outline]), wardrobe.trousers)


def draw_shirt(
    painter: QPainter, pose: Pose, camera: Camera, person: Character, wardrobe: Wardrobe
) -> None:
    """The shirt from its hem to the neck; the chest rises a little with the breath."""
    hips, low = camera.spot(pose.hips), upward(pose.trunk)
    neck, high = camera.spot(pose.neck), upward(pose.chest)
    deep, swell = person.shoulders, 3.5 * pose.breath
    belly = person.belly
    points = [
        _place(hips, low, 66 + belly, 34),
        _place(hips, low, 65 + belly, 96),
        _place(neck, high, (63 + swell) * deep + belly * 0.5, -150),
        _place(neck, high, (69 + swell) * deep, -92),
        _place(neck, high, (58 + swell * 0.5) * deep, -42),
        _place(neck, high, 36, -8),
        _place(neck, high, 2, 2),
        _place(neck, high, -34, 8),
        _place(neck, high, -57 * deep, -22),
        _place(neck, high, -68 * deep, -72),
        _place(neck, high, -61 * deep, -130),
        _place(hips, low, -48, 138),
        _place(hips, low, -57, 92),
        _place(hips, low, -80 * person.hips, 32),
    ]
    path = line(points)
    path.quadTo(*_place(hips, low, -8, 16), *points[0])
    fill(painter, path, wardrobe.shirt)
    folds = [
        [_place(hips, low, f, r) for f, r in ((62 + belly, 74), (44, 66), (22, 70))],
        [_place(hips, low, f, r) for f, r in ((-54, 104), (-36, 92), (-12, 90))],
    ]
    fill(painter, marks(folds, 3.0), blend(wardrobe.shirt, wardrobe.shirt_far, 8))
