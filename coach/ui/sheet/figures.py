"""Draws figures on paper: every shape stays a shape, so that it is sharp at any size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from coach.core.figure import Motion, Pose
from coach.core.figure.scene import Scene
from coach.ui.figure.arrows import draw_bow
from coach.ui.figure.backdrop import paint_behind, paint_front
from coach.ui.figure.brush import brush, pen
from coach.ui.figure.camera import UNIT
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.inset import InsetPainter
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import FigurePalette, paper_palette
from coach.ui.figure.stage import Stage, stage_for

_BOLD: Final = 1.4
"""Arrows are drawn so much thicker: a picture is two or three centimetres high."""
_LIMBS: Final = 1.06
_WIDEST: Final = 1.45
"""Width of one still, as a share of its height: a wall is not drawn wider than it need be."""
_LEAST_FOR_BOTH: Final = 1.5
"""Width from which both stills are shown, as a share of the height."""


def shows_both(motion: Motion) -> bool:
    """Whether beginning and end together say more than the end alone."""
    return motion.kind == "reps"


def paint_figure(painter: QPainter, motion: Motion, area: QRectF, *, mirrored: bool) -> None:
    """Paint a figure into an area of a page, both its stills where that helps and fits.

    Args:
        painter: Of the page; counts in the page's dots.
        motion: What to show.
        area: Where; what a picture this high does not need of its width stays white.
        mirrored: The left leg works.
    """
    both = shows_both(motion) and area.width() >= _LEAST_FOR_BOTH * area.height()
    wide = min(area.width(), (2 if both else 1) * _WIDEST * area.height())
    shown = QRectF(area.center().x() - wide / 2, area.top(), wide, area.height())
    painter.save()
    if both:
        for still, pose in enumerate(motion.stills()):
            half = QRectF(shown.left() + still * wide / 2, shown.top(), wide / 2, shown.height())
            _paint_still(painter, motion.scene, pose, half, bool(still), mirrored)
        _lead_on(painter, shown)
    else:
        _paint_still(painter, motion.scene, motion.stills()[1], shown, True, mirrored)
    painter.restore()


def _paint_still(
    painter: QPainter, scene: Scene, pose: Pose, area: QRectF, arrows: bool, mirrored: bool
) -> None:
    palette, person = paper_palette(), replace(WOMAN, limbs=WOMAN.limbs * _LIMBS)
    plain = stage_for(scene, area.width(), area.height(), mirrored)
    moved = plain.transform * QTransform.fromTranslate(area.left(), area.top())
    stage = _Placed(area.width(), area.height(), plain.scale, moved, area)
    painter.save()
    painter.setClipRect(area)
    paint_behind(painter, scene, palette, stage)
    _PaperPainter(scene, palette, person).draw(painter, pose, 0 if arrows else None)
    paint_front(painter, scene, palette, stage)
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Placed(Stage):
    """A stage somewhere on a page.

    Attributes:
        area: Where on the page it is.
    """

    area: QRectF

    def visible(self) -> QRectF:
        """What of the drawing can be seen."""
        inverse, _ = self.transform.inverted()
        return inverse.mapRect(self.area)


def _lead_on(painter: QPainter, area: QRectF) -> None:
    """Draw the arrow that leads from the first still to the second."""
    low, middle = area.bottom() - area.height() * 0.07, area.center().x()
    length = area.height() * 0.12
    bold = area.height() / 700
    draw_bow(
        painter, (middle - length, low), (middle + length, low), 0.0, paper_palette().arrow, bold
    )


class _PaperPainter(FigurePainter):
    """Draws the round window as shapes too."""

    def __init__(self, scene: Scene, palette: FigurePalette, person: Character) -> None:
        super().__init__(scene, palette, person, _BOLD)
        if scene.inset is not None:
            self._window = _PaperInset(scene.inset, palette, self._camera, *self._subject())


class _PaperInset(InsetPainter):
    def draw(self, painter: QPainter, pose: Pose, state: object) -> None:
        """Draw the window, cut out by its outline."""
        middle = QPointF(*self._camera.flat(*self._inset.centre))
        radius = self._inset.radius * UNIT
        outline = QPainterPath()
        outline.addEllipse(middle, radius, radius)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillPath(outline, brush(self._palette.paper))
        self._enlarge(painter, pose)
        self._paint(painter, pose)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(self._palette.floor_edge, radius * 0.03))
        painter.drawEllipse(middle, radius, radius)
