"""The trunk from the side: seat of the trousers and shirt, bending at the waist."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtGui import QPainter

from coach.core.figure import Pose
from coach.ui.figure.brush import blend, fill
from coach.ui.figure.camera import Camera, Spot
from coach.ui.figure.character import Character
from coach.ui.figure.lying import turned_lean
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


def _seen(profile: float, frontal: float, turn: float) -> float:
    """How far a point of the outline lies aside when the trunk is turned to its back."""
    return profile * cos(radians(turn)) + frontal * sin(radians(turn)) if turn else profile


def draw_seat(
    painter: QPainter, pose: Pose, camera: Camera, person: Character, wardrobe: Wardrobe
) -> None:
    """Hips and seat, in the trousers' colour."""
    hips, up = camera.spot(pose.hips), upward(turned_lean(pose.trunk, pose.turn))
    wide, turn = person.hips, pose.turn
    # How far aside in profile and from the front, and how far up.
    outline = (
        (54, 70, 70), (60, 86, 50), (59, 94, 20), (57, 92, -16), (36, 40, -62), (-22, -30, -74),
        (-57, -70, -57), (-71 * wide, -92, -22), (-77 * wide, -95, 8), (-72 * wide, -88, 42),
        (-40, -70, 70),
    )  # fmt: skip
    around = [_place(hips, up, _seen(f, front, turn), r) for f, front, r in outline]
    fill(painter, closed(around), wardrobe.trousers)


def draw_shirt(
    painter: QPainter, pose: Pose, camera: Camera, person: Character, wardrobe: Wardrobe
) -> None:
    """The shirt from its hem to the neck; the chest rises a little with the breath."""
    turn = pose.turn
    hips, low = camera.spot(pose.hips), upward(turned_lean(pose.trunk, turn))
    neck, high = camera.spot(pose.neck), upward(turned_lean(pose.chest, turn))
    deep, swell = person.shoulders, 3.5 * pose.breath
    belly = person.belly

    def below(profile: float, frontal: float, rise: float) -> Spot:
        return _place(hips, low, _seen(profile, frontal, turn), rise)

    def above(profile: float, frontal: float, rise: float) -> Spot:
        return _place(neck, high, _seen(profile, frontal * deep, turn), rise)

    points = [
        below(66 + belly, 95, 34),
        below(65 + belly, 88, 96),
        above((63 + swell) * deep + belly * 0.5, 94, -150),
        above((69 + swell) * deep, 106, -92),
        above((58 + swell * 0.5) * deep, 122, -42),
        above(36, 76, -8),
        above(2, 0, 2),
        above(-34, -70, 8),
        above(-57 * deep, -116, -22),
        above(-68 * deep, -118, -72),
        above(-61 * deep, -96, -130),
        below(-48, -88, 138),
        below(-57, -88, 92),
        below(-80 * person.hips, -95, 32),
    ]
    path = line(points)
    path.quadTo(*_place(hips, low, -8, 16), *points[0])
    fill(painter, path, wardrobe.shirt)
    folds = [
        [below(f, f, r) for f, r in ((62 + belly, 74), (44, 66), (22, 70))],
        [below(f, f, r) for f, r in ((-54, 104), (-36, 92), (-12, 90))],
    ]
    fill(painter, marks(folds, 3.0), blend(wardrobe.shirt, wardrobe.shirt_far, 8))
