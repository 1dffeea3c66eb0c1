"""Draws one pose, from the far limbs to the near ones."""

from __future__ import annotations

from collections.abc import Callable
from math import dist
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from coach.core.figure import Arm, Inset, Pose, Scene, body
from coach.ui.figure.arrows import arrow_path
from coach.ui.figure.brush import blend, brush
from coach.ui.figure.camera import Camera, Spot
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.feet import draw_foot, draw_sole, draw_turned_foot
from coach.ui.figure.frontal import FrontalPainter
from coach.ui.figure.frontal_head import draw_face_turned
from coach.ui.figure.hands import draw_hand
from coach.ui.figure.head import draw_head, draw_neck
from coach.ui.figure.inset import InsetPainter
from coach.ui.figure.limbs import (
    OVER_CLOTH,
    draw_arm,
    draw_muscle,
    draw_shin,
    draw_sleeve,
    draw_trouser,
)
from coach.ui.figure.lying import (
    faced,
    seen_through,
    turn_foot,
    turned_lean,
    turned_wardrobe,
)
from coach.ui.figure.moving import draw_held, draw_marks, draw_under_hand
from coach.ui.figure.office_chair import braked_castor, draw_office_chairs
from coach.ui.figure.outline import flesh_of
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.props import draw_behind
from coach.ui.figure.room import Room
from coach.ui.figure.trunk import draw_seat, draw_shirt, upward

_ON_FLOOR: Final = 0.15
"""A foot below this height casts a shadow on the floor; fractions of body height."""


class FigurePainter:
    """Draws poses of one scene in one palette.

    The painter given to `draw` must count in thousandths of body height, with the floor's origin
    at (0, 0) and ``y`` down (see `coach.ui.figure.stage`).
    """

    def __init__(
        self,
        scene: Scene,
        palette: FigurePalette,
        person: Character = WOMAN,
        bold: float = 1.0,
    ) -> None:
        """Keep what does not change from frame to frame; ``bold`` thickens the arrows."""
        self._bold = bold
        self._scene = scene
        self._palette = palette
        self._person = person
        self._wardrobe = self._worn = person.wardrobe(palette)
        self._camera = self._view = Camera(scene.view)
        self._near_shod = scene.feet != "bare"
        self._far_shod = scene.feet == "shoes"
        steps = [prop.size("y", 0.0) for prop in scene.props if prop.kind == "step"]
        self._ground = steps[0] if steps else 0.0
        self._window: InsetPainter | None = None
        self._frontal = (
            FrontalPainter(scene, palette, person, self._camera) if self._camera.frontal else None
        )

    def draw(self, painter: QPainter, pose: Pose, phase: int | None = None) -> None:
        """Draw the figure and its shadow, and the arrows of a phase unless it is None."""
        self.draw_ground(painter, pose.travel)
        self.draw_body(painter, pose)
        self.draw_larger(painter, pose)
        if phase is not None:
            for path in self.arrows(pose, phase):
                painter.fillPath(path, self.arrow_brush)

    def draw_ground(self, painter: QPainter, travel: float) -> None:
        """Draw the marks on a floor that has passed by so far."""
        if self._scene.travels:
            middle = self._scene.centre[0]
            passes = self._scene.travels
            draw_marks(painter, travel, passes, self._camera, self._palette, middle)

    def draw_body(self, painter: QPainter, pose: Pose) -> None:
        """Draw the figure, what it holds and what it sits on, in flat shapes only."""
        self._camera = self._view.of(pose)
        self._wardrobe = turned_wardrobe(self._worn, pose.turn) if pose.turn else self._worn
        self._chair(painter, pose)
        self._body(painter, pose)

    def draw_larger(self, painter: QPainter, pose: Pose) -> None:
        """Draw the part that is shown larger, where there is one."""
        if self._scene.inset is not None:
            self._camera = self._view.of(pose)
            self._larger(painter, pose, self._scene.inset)

    def arrows(self, pose: Pose, phase: int) -> list[QPainterPath]:
        """Return the outlines of a phase's arrows; they are filled with `arrow_brush`."""
        camera = self._view.of(pose)
        return [
            arrow_path(arrow, pose, camera, self._bold)
            for arrow in self._scene.arrows
            if not arrow.phases or phase in arrow.phases
        ]

    @property
    def arrow_brush(self) -> QBrush:
        """The colour of all arrows."""
        return brush(self._palette.arrow)

    def _body(self, painter: QPainter, pose: Pose) -> None:
        if self._frontal is not None:
            self._frontal.draw(painter, pose)
        else:
            self._profile(painter, pose)

    def _subject(self) -> tuple[Callable[[QPainter, Pose], None], Callable[[Pose], Spot]]:
        """What is painted in the window, and where its middle is."""
        props, inset, camera = self._scene.props, self._scene.inset, self._camera
        assert inset is not None
        if inset.on_castor:
            return self._chair, lambda pose: braked_castor(props, pose)
        return self._limb, lambda pose: camera.spot(pose.part(inset.part))

    def _chair(self, painter: QPainter, pose: Pose) -> None:
        draw_office_chairs(painter, self._scene.props, pose, self._palette)

    def _larger(self, painter: QPainter, pose: Pose, inset: Inset) -> None:
        """The window, and what is seen in it: a brake, or a leg and the hands that lie on it."""
        if self._window is None:
            self._window = InsetPainter(inset, self._palette, self._camera, *self._subject())
        if inset.on_castor:
            self._window.draw(painter, pose, (pose.hips, pose.effort))
            return
        far = inset.part.startswith("far")
        leg = pose.far_leg if far else pose.near_leg
        self._window.draw(painter, pose, (leg, self._hands_there(pose, inset), pose.effort))

    def _hands_there(self, pose: Pose, inset: Inset) -> tuple[Arm, ...]:
        """The arms that can be seen through the window; the far one only behind the far leg."""
        middle, radius = pose.part(inset.part), inset.radius / inset.zoom + body.HAND
        arms = (pose.far_arm, pose.near_arm) if inset.part.startswith("far") else (pose.near_arm,)
        return tuple(arm for arm in arms if dist(arm.palm[:2], middle[:2]) < radius)

    def _limb(self, painter: QPainter, pose: Pose) -> None:
        """Only what can be seen through the window."""
        inset = self._scene.inset
        if inset is None:
            return
        side = inset.part.partition("_")[0]
        if self._frontal is not None:
            self._frontal.draw_leg(painter, pose, side)
            return
        kerbs = [prop for prop in self._scene.props if prop.kind == "kerb"]
        draw_behind(Room(painter, self._camera, self._palette), kerbs)
        hands = self._hands_there(pose, inset)
        if pose.far_arm in hands:
            self._arm(painter, pose.far_arm, far=True, sleeve=False)
        self._leg(painter, pose, far=side == "far", cloth=not inset.on_foot)
        if side == "far" and self._scene.crossed:
            self._turned_foot(painter, pose)
        if pose.near_arm in hands:
            self._arm(painter, pose.near_arm, far=False, sleeve=False)
        self._held(painter, pose)

    def _held(self, painter: QPainter, pose: Pose) -> None:
        draw_held(painter, self._scene.props, pose, self._camera, self._palette)

    def _turned_foot(self, painter: QPainter, pose: Pose) -> None:
        glow = self._glow(self._wardrobe.skin, pose.effort) if self._scene.muscles else None
        ankle = self._camera.spot(pose.far_leg.ankle)
        draw_turned_foot(painter, pose.far_leg, ankle, glow, self._wardrobe)

    def _profile(self, painter: QPainter, pose: Pose) -> None:
        self._shadow(painter, pose)
        self._arm(painter, pose.far_arm, far=True)
        self._leg(painter, pose, far=True)
        draw_seat(painter, pose, self._camera, self._person, self._wardrobe)
        self._leg(painter, pose, far=False)
        self._trunk(painter, pose)
        if self._scene.crossed:
            self._turned_foot(painter, pose)
        draw_under_hand(
            painter, self._scene.props, pose, self._camera, self._palette, self._wardrobe
        )
        self._arm(painter, pose.near_arm, far=False)
        self._held(painter, pose)

    def _trunk(self, painter: QPainter, pose: Pose) -> None:
        """Neck, shirt and head, in this order."""
        skull, turn = self._camera.spot(pose.skull), pose.turn
        up, nod = upward(turned_lean(pose.chest, turn)), turned_lean(pose.head, turn)
        draw_neck(painter, self._camera.spot(pose.neck), skull, up, upward(nod), self._wardrobe)
        draw_shirt(painter, pose, self._camera, self._person, self._wardrobe)
        share, hair, wardrobe, palette = (
            faced(turn),
            self._person.hair,
            self._wardrobe,
            self._palette,
        )
        if share < 1.0:
            draw_head(painter, skull, nod, hair, wardrobe, palette)
            wardrobe, palette = seen_through(wardrobe, palette, share)
        if share > 0.0:
            draw_face_turned(painter, skull, nod, 90.0 - turn, hair, wardrobe, palette)

    def _leg(self, painter: QPainter, pose: Pose, *, far: bool, cloth: bool = True) -> None:
        leg, effort, exchanged = pose.far_leg if far else pose.near_leg, pose.effort, pose.exchanged
        spot, w, scale = self._camera.spot, self._wardrobe, self._person.limbs
        ankle = spot(leg.ankle)
        flesh = flesh_of(spot(leg.hip), spot(leg.knee), ankle)
        draw_shin(painter, flesh, w, far, scale)
        turned = far and self._scene.crossed
        shod = self._far_shod if far else self._near_shod
        painter.save()
        if pose.turn:
            turn_foot(painter, ankle, pose.turn, far)
        frame = None if turned else draw_foot(painter, leg, ankle, shod, w, far)
        painter.restore()
        glowing = self._glowing("far" if far is not exchanged else "near")
        for muscle in glowing:
            if muscle not in OVER_CLOTH:
                ground = w.skin_far if far else w.skin
                if muscle == "sole":
                    if frame is None:
                        continue
                    draw_sole(painter, frame, self._glow(ground, effort))
                    continue
                draw_muscle(painter, flesh, muscle, ground, effort, self._palette)
        if not cloth:
            return
        draw_trouser(painter, flesh, w, far, scale)
        for muscle in glowing:
            if muscle in OVER_CLOTH:
                ground = w.trousers_far if far else w.trousers
                draw_muscle(painter, flesh, muscle, ground, effort, self._palette)

    def _arm(self, painter: QPainter, arm: Arm, *, far: bool, sleeve: bool = True) -> None:
        spot, w, scale = self._camera.spot, self._wardrobe, self._person.limbs
        wrist = spot(arm.wrist)
        flesh = flesh_of(spot(arm.shoulder), spot(arm.elbow), wrist)
        draw_arm(painter, flesh, w, far, scale)
        draw_hand(painter, arm, wrist, spot(arm.tip), w, far)
        if sleeve:
            draw_sleeve(painter, flesh, w, far, scale)

    def _glow(self, ground: str, effort: float) -> str:
        return blend(ground, self._palette.glow, round(3 + 13 * effort))

    def _glowing(self, side: str) -> list[str]:
        found = (muscle.partition("_") for muscle in self._scene.muscles)
        return [name for where, _, name in found if where == side]

    def _shadow(self, painter: QPainter, pose: Pose) -> None:
        if not self._scene.floor:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(self._palette.shadow))
        ground = self._ground
        for leg in (pose.far_leg, pose.near_leg):
            low = 0.0 if ground else min(leg.heel[1], leg.ball[1])
            if low > _ON_FLOOR:
                continue
            x, z = (leg.heel[0] + leg.toe[0]) * 0.5, leg.ankle[2]
            cx, cy = self._camera.spot((x, ground, z))
            size = 96.0 * (1.0 - low * 3.0)
            painter.drawEllipse(QPointF(cx, cy), size, 9.0)
