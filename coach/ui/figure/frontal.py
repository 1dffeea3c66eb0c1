"""The figure seen from the front or from behind."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from coach.core.figure import Arm, Leg, Pose, Scene, body
from coach.ui.figure.brush import blend, brush, fill, stroke
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.character import Character
from coach.ui.figure.frontal_head import draw_frontal_head
from coach.ui.figure.outline import Flesh, Profile, closed, line, tube
from coach.ui.figure.palette import FigurePalette

# Breadths from the line between the joints, thousandths of body height: outer side, inner side.
_SHIN: Final[tuple[Profile, Profile]] = (
    ((0.9, 29), (1.0, 29), (1.15, 30), (1.32, 33), (1.55, 26), (1.8, 17), (2.05, 19)),
    ((0.9, -27), (1.0, -27), (1.15, -30), (1.38, -34), (1.6, -25), (1.82, -16), (2.05, -19)),
)
_TROUSER: Final[tuple[Profile, Profile]] = (
    ((-0.1, 42), (0.15, 47), (0.5, 42), (0.85, 35), (1.0, 35), (1.14, 37)),
    ((-0.1, -40), (0.15, -46), (0.5, -39), (0.85, -34), (1.0, -34), (1.14, -38)),
)
_ARM: Final[tuple[Profile, Profile]] = (
    ((0.3, 24), (0.6, 23), (1.0, 20), (1.2, 22), (1.6, 17), (2.04, 14)),
    ((0.3, -24), (0.6, -23), (1.0, -20), (1.2, -21), (1.6, -16), (2.04, -14)),
)
_SLEEVE: Final[tuple[Profile, Profile]] = (
    ((-0.04, 30), (0.15, 34), (0.56, 32)),
    ((-0.04, -24), (0.15, -33), (0.56, -32)),
)
_MUSCLES: Final[dict[str, tuple[Profile, Profile]]] = {
    "outer-shin": (
        ((1.16, 26), (1.32, 29), (1.55, 22), (1.75, 15), (1.88, 13)),
        ((1.16, 14), (1.32, 8), (1.55, 6), (1.75, 6), (1.88, 10)),
    ),
    "calf": (
        ((1.16, 22), (1.32, 27), (1.5, 22), (1.62, 8)),
        ((1.16, -22), (1.34, -28), (1.52, -22), (1.62, -8)),
    ),
}
_SHIRT: Final = (
    (34, 8), (70, -4), (112, -22), (123, -52), (106, -96), (90, -160), (86, -215), (95, -290),
)  # fmt: skip
_SEAT: Final = ((70, 70), (87, 45), (95, 6), (92, -40), (40, -52), (4, -46))
_HEEL_SHOE: Final = (
    (-24, 50), (-27, 30), (-27, 4), (0, 2), (27, 4), (27, 30), (24, 50), (0, 56),
)  # fmt: skip
_HEEL_SOLE: Final = ((-28, 8), (-27, 0), (0, 0), (27, 0), (28, 8), (0, 10))
_HAND: Final = (
    (-14, 6), (-18, -20), (-22, -44), (-21, -72), (-16, -80), (-11, -72), (-9, -56), (-7, -84),
    (-2, -98), (3, -84), (4, -56), (7, -82), (12, -94), (16, -80), (15, -54), (18, -68),
    (23, -74), (26, -62), (22, -36), (16, -8), (14, 6),
)  # fmt: skip
_THUMB: Final = ((-14, -4), (-30, -26), (-38, -46), (-33, -52), (-25, -44), (-15, -30))


class FrontalPainter:
    """Draws poses from the front or from behind, in drawing units."""

    def __init__(
        self, scene: Scene, palette: FigurePalette, person: Character, camera: Camera
    ) -> None:
        """Keep what does not change from frame to frame."""
        self._palette = palette
        self._person = person
        self._wardrobe = person.wardrobe(palette)
        self._camera = camera
        self._behind = scene.view == "back"
        self._muscles = [muscle.partition("_") for muscle in scene.muscles]

    def draw_leg(self, painter: QPainter, pose: Pose, side: str) -> None:
        """Draw one leg alone."""
        for name, leg, _, right in self._sides(pose):
            if name == side:
                self._leg(painter, leg, right, name, pose.effort)

    def _sides(self, pose: Pose) -> tuple[tuple[str, Leg, Arm, float], ...]:
        right = 1.0 if self._behind else -1.0
        return (
            ("near", pose.near_leg, pose.near_arm, right),
            ("far", pose.far_leg, pose.far_arm, -right),
        )

    def draw(self, painter: QPainter, pose: Pose) -> None:
        """Draw shadow and figure."""
        sides = self._sides(pose)
        for _, leg, _, _ in sides:
            self._shadow(painter, leg)
        if self._behind:
            for _, _, arm, right in sides:
                self._arm(painter, arm, right)
        for name, leg, _, right in sides:
            self._leg(painter, leg, right, name, pose.effort)
        self._trunk(painter, pose)
        for _, _, arm, right in sides:
            self._arm(painter, arm, right, sleeve_only=self._behind)
        draw_frontal_head(
            painter,
            self._camera.spot(pose.skull),
            self._camera.spot(pose.neck),
            self._behind,
            self._person.hair,
            self._wardrobe,
            self._palette,
        )

    def _shadow(self, painter: QPainter, leg: Leg) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(self._palette.shadow))
        x, y = self._camera.spot((leg.heel[0], 0.0, leg.ankle[2]))
        painter.drawEllipse(QPointF(x, y), 44.0, 9.0)

    def _leg(self, painter: QPainter, leg: Leg, right: float, name: str, effort: float) -> None:
        spot, w = self._camera.spot, self._wardrobe
        ankle = spot(leg.ankle)
        flesh = Flesh(spot(leg.hip), spot(leg.knee), ankle)
        scale = self._person.limbs * right
        fill(painter, tube(*(flesh.points(side, scale) for side in _SHIN)), w.skin)
        self._foot(painter, leg, ankle, right)
        for side, _, muscle in self._muscles:
            if side == name and muscle in _MUSCLES:
                outer, inner = (flesh.points(edge, right) for edge in _MUSCLES[muscle])
                step = round(4 + 12 * effort)
                around = closed(outer + inner[::-1])
                fill(painter, around, blend(w.skin, self._palette.glow, step))
        fill(painter, tube(*(flesh.points(side, scale) for side in _TROUSER)), w.trousers)

    def _foot(self, painter: QPainter, leg: Leg, ankle: Spot, right: float) -> None:
        tilt = radians(leg.roll) * right
        c, s = cos(tilt), sin(tilt)
        drop = body.ANKLE_HEIGHT * UNIT
        w = self._wardrobe

        def place(points: tuple[tuple[int, int], ...]) -> list[Spot]:
            return [
                (
                    ankle[0] + x * c - (drop - up) * s,
                    ankle[1] + (drop - up) * c + x * s,
                )
                for x, up in points
            ]

        fill(painter, closed(place(_HEEL_SHOE)), w.shoe)
        fill(painter, closed(place(_HEEL_SOLE)), w.sole)
        stroke(painter, line(place(((0, 12), (0, 44)))), w.shoe_far, 4.0)

    def _trunk(self, painter: QPainter, pose: Pose) -> None:
        w = self._wardrobe
        hx, hy = self._camera.spot(pose.hips)
        nx, ny = self._camera.spot(pose.neck)
        seat = [(hx + x, hy - up) for x, up in _SEAT]
        seat += [(hx - x, hy - up) for x, up in _SEAT[::-1]]
        fill(painter, closed(seat), w.trousers)
        stroke(painter, line(((hx, hy + 8), (hx, hy + 46))), w.trousers_line, 3.0)
        swell = 1.0 + 0.02 * pose.breath
        shirt = [(nx + x * swell, ny - up) for x, up in _SHIRT]
        path = line([(2 * nx - x, y) for x, y in shirt[::-1]] + shirt)
        bottom = shirt[-1]
        path.quadTo(nx, bottom[1] + 14, 2 * nx - bottom[0], bottom[1])
        fill(painter, path, w.shirt)

    def _arm(self, painter: QPainter, arm: Arm, right: float, *, sleeve_only: bool = False) -> None:
        spot, w = self._camera.spot, self._wardrobe
        wrist, tip = spot(arm.wrist), spot(arm.tip)
        flesh = Flesh(spot(arm.shoulder), spot(arm.elbow), wrist)
        scale = self._person.limbs * right
        if not sleeve_only:
            fill(painter, tube(*(flesh.points(side, scale) for side in _ARM)), w.skin)
            self._hand(painter, wrist, tip, right)
        sleeve = tube(*(flesh.points(side, scale) for side in _SLEEVE))
        x, y = flesh.at(0.0, 0.0)
        fill(painter, sleeve, w.shirt_sleeve)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(w.shirt_sleeve))
        painter.drawEllipse(QPointF(x, y), 33.0, 33.0)

    def _hand(self, painter: QPainter, wrist: Spot, tip: Spot, right: float) -> None:
        w = self._wardrobe
        painter.save()
        painter.translate(*wrist)
        painter.rotate(degrees(atan2(tip[1] - wrist[1], tip[0] - wrist[0])) + 90.0)
        # Seen from behind the right hand's thumb points to the left.
        painter.scale(right if self._behind else -right, 1.0)
        fill(painter, closed(_THUMB), w.skin)
        fill(painter, closed(_HAND), w.skin)
        painter.restore()
