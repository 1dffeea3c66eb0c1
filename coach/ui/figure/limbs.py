"""Arms and legs seen from the side: flesh, cloth over it, and the muscle that glows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from coach.ui.figure.brush import blend, brush, fill
from coach.ui.figure.camera import Spot
from coach.ui.figure.outline import Flesh, Profile, bar
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import Wardrobe

# Depths of the limbs in profile, in thousandths of body height, from the line between the joints.
_SHIN_FRONT: Final[Profile] = (
    (0.9, 34.0), (1.0, 34.0), (1.12, 29.0), (1.35, 23.5), (1.65, 18.5), (1.88, 16.5), (2.05, 19.0),
)  # fmt: skip
_SHIN_BACK: Final[Profile] = (
    (0.9, -34.0), (1.0, -31.0), (1.14, -38.0), (1.32, -46.0), (1.5, -40.0), (1.72, -26.0),
    (1.9, -19.5), (2.05, -22.0),
)  # fmt: skip
_TROUSER_FRONT: Final[Profile] = (
    (-0.05, 50.0), (0.15, 57.0), (0.45, 53.0), (0.8, 43.0), (1.0, 39.0), (1.15, 35.0),
)  # fmt: skip
_TROUSER_BACK: Final[Profile] = (
    (-0.05, -50.0), (0.2, -60.0), (0.5, -48.5), (0.8, -40.0), (1.0, -36.0), (1.15, -45.0),
)  # fmt: skip
_ARM_FRONT: Final[Profile] = (
    (0.3, 22.0), (0.6, 23.0), (0.9, 20.0), (1.0, 20.0), (1.2, 23.0), (1.5, 19.0), (1.8, 14.0),
    (2.04, 13.0),
)  # fmt: skip
_ARM_BACK: Final[Profile] = (
    (0.3, -25.0), (0.6, -24.0), (0.9, -21.0), (1.0, -22.0), (1.2, -21.0), (1.5, -17.0),
    (1.8, -14.0), (2.04, -14.0),
)  # fmt: skip
_SLEEVE: Final[tuple[Profile, Profile]] = (
    ((-0.1, 22.0), (0.08, 33.0), (0.3, 31.0), (0.56, 30.0)),
    ((-0.1, -22.0), (0.08, -36.0), (0.3, -33.0), (0.56, -31.0)),
)

_MUSCLES: Final[dict[str, tuple[Profile, Profile]]] = {
    # Outer edge and inner edge, both from top to bottom.
    "calf": (
        ((1.09, -33.0), (1.2, -38.0), (1.32, -42.0), (1.5, -36.5), (1.72, -22.0)),
        ((1.09, -8.0), (1.22, 3.0), (1.4, 5.0), (1.58, -4.0), (1.72, -17.0)),
    ),
    "low-calf": (
        ((1.42, -38.0), (1.56, -32.0), (1.7, -23.0), (1.86, -16.5), (1.94, -16.0)),
        ((1.42, -24.0), (1.56, -9.0), (1.7, -5.0), (1.84, -9.0), (1.94, -14.0)),
    ),
    "shin": (
        ((1.16, 24.0), (1.3, 21.0), (1.5, 17.5), (1.7, 14.5), (1.86, 13.0)),
        ((1.16, 16.0), (1.3, 1.0), (1.5, -2.0), (1.7, 3.0), (1.86, 10.0)),
    ),
    "front-thigh": (
        ((0.16, 51.0), (0.35, 51.0), (0.6, 45.0), (0.8, 38.0), (0.93, 33.0)),
        ((0.16, 34.0), (0.35, 13.0), (0.6, 8.0), (0.8, 14.0), (0.93, 27.0)),
    ),
    "back-thigh": (
        ((0.18, -52.0), (0.35, -47.0), (0.6, -41.0), (0.8, -35.0), (0.92, -32.0)),
        ((0.18, -34.0), (0.35, -13.0), (0.6, -8.0), (0.8, -13.0), (0.92, -26.0)),
    ),
}
OVER_CLOTH: Final = ("front-thigh", "back-thigh")


def draw_shin(painter: QPainter, flesh: Flesh, wardrobe: Wardrobe, far: bool, scale: float) -> None:
    """The lower leg, from inside the trouser to the ankle."""
    path = flesh.tube(_SHIN_FRONT, _SHIN_BACK, scale)
    fill(painter, path, wardrobe.skin_far if far else wardrobe.skin)


def draw_trouser(
    painter: QPainter, flesh: Flesh, wardrobe: Wardrobe, far: bool, scale: float
) -> None:
    """The trouser leg, down to below the knee."""
    path = flesh.tube(_TROUSER_FRONT, _TROUSER_BACK, scale)
    fill(painter, path, wardrobe.trousers_far if far else wardrobe.trousers)
    if not far:
        hem = bar(flesh.at(1.12, 33.0 * scale), flesh.at(1.12, -40.0 * scale), 2.6)
        fill(painter, hem, wardrobe.trousers_line)


def draw_muscle(
    painter: QPainter, flesh: Flesh, muscle: str, ground: str, effort: float, palette: FigurePalette
) -> None:
    """Let one muscle glow; ``effort`` 0..1 says how strongly."""
    outer, inner = _MUSCLES[muscle]
    least = 0 if muscle in OVER_CLOTH else 3
    step = round(least + (16 - least) * min(max(effort, 0.0), 1.0))
    fill(painter, flesh.spindle(outer, inner), blend(ground, palette.glow, step))


def glow_spot(hip: Spot, knee: Spot, ankle: Spot, muscle: str) -> Spot:
    """The middle of a muscle, in the drawing."""
    flesh = Flesh(hip, knee, ankle)
    outer, inner = _MUSCLES.get(muscle, _MUSCLES["shin"])
    along = [*flesh.points(outer[1:-1]), *flesh.points(inner[1:-1])]
    return sum(x for x, _ in along) / len(along), sum(y for _, y in along) / len(along)


def draw_arm(painter: QPainter, flesh: Flesh, wardrobe: Wardrobe, far: bool, scale: float) -> None:
    """The arm, from inside the sleeve to the wrist."""
    path = flesh.tube(_ARM_FRONT, _ARM_BACK, scale)
    fill(painter, path, wardrobe.skin_far if far else wardrobe.skin)


def draw_sleeve(
    painter: QPainter, flesh: Flesh, wardrobe: Wardrobe, far: bool, scale: float
) -> None:
    """The short sleeve with a round shoulder."""
    path = flesh.tube(*_SLEEVE, scale)
    colour = wardrobe.shirt_far if far else wardrobe.shirt_sleeve
    fill(painter, path, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colour))
    x, y = flesh.at(0.0, -1.0)
    size = (24.0 if far else 33.0) * scale
    painter.drawEllipse(QPointF(x, y), size, size)
    if not far:
        hem = bar(flesh.at(0.53, 29.0 * scale), flesh.at(0.53, -30.0 * scale), 3.0)
        fill(painter, hem, wardrobe.shirt)
