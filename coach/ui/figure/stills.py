"""Beginning and full movement side by side, for people who want nothing to move."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from coach.core.figure import Motion
from coach.ui.figure.arrows import draw_bow
from coach.ui.figure.backdrop import Backdrop, paint_behind, paint_front
from coach.ui.figure.character import Character
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.stage import Stage


def mark_height(height: float) -> float:
    """How thick the marks below the stills are, in pixels, in a picture so high."""
    return max(height / 90.0, 3.0)


def paint_stills(
    motion: Motion,
    palette: FigurePalette,
    person: Character,
    stage: Stage,
    ratio: float,
    mirrored: bool,
) -> Backdrop:
    """One pixmap with both stills, an arrow leading from the first to the second."""
    pixmap = QPixmap(round(stage.width * 2 * ratio), round(stage.height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(palette.paper))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    figure = FigurePainter(motion.scene, palette, person)
    for index, pose in enumerate(motion.stills()):
        painter.resetTransform()
        painter.setClipRect(QRectF(stage.width * index, 0.0, stage.width, stage.height))
        place = _shifted(stage, stage.width * index)
        paint_behind(painter, motion.scene, palette, place)
        figure.draw(painter, pose, 0 if index else None)
        paint_front(painter, motion.scene, palette, place)
    painter.resetTransform()
    painter.setClipping(False)
    # Between the marks below the stills, where neither figure nor window ever is.
    half, low = stage.width, stage.height - 2.0 * mark_height(stage.height)
    bold = mark_height(stage.height) / 14.0
    draw_bow(painter, (half * 0.84, low), (half * 1.16, low), 0.0, palette.arrow, bold)
    painter.end()
    return Backdrop(pixmap, None)


def _shifted(stage: Stage, right: float) -> Stage:
    """A stage moved to the right by so many pixels."""
    moved = stage.transform * QTransform.fromTranslate(right, 0.0)
    return Stage(stage.width, stage.height, stage.scale, moved)
