"""The room as two pictures, made once for each size: behind the figure and in front of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from coach.core.figure import Scene
from coach.ui.figure.camera import UNIT, Camera
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.props import draw_behind, draw_floor, draw_in_front, has_front
from coach.ui.figure.room import Room
from coach.ui.figure.stage import Stage

_BESIDE: Final = 3.0
"""How far the floor goes on beside the picture; two stills share one floor."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What does not move.

    Attributes:
        behind: Paper, floor and things behind the figure.
        front: Things in front of it, or None.
    """

    behind: QPixmap
    front: QPixmap | None


def paint_behind(
    painter: QPainter, scene: Scene, palette: FigurePalette, stage: Stage, *, room: bool = True
) -> None:
    """Paint paper, floor and things; without the room only the things that matter."""
    painter.setTransform(stage.transform)
    drawn = Room(painter, Camera(scene.view), palette)
    visible = stage.visible()
    if room and scene.floor:
        draw_floor(drawn, visible.left() / UNIT - _BESIDE, visible.right() / UNIT + _BESIDE)
    draw_behind(drawn, scene.props)


def paint_front(painter: QPainter, scene: Scene, palette: FigurePalette, stage: Stage) -> None:
    """Paint the things in front of the figure."""
    painter.setTransform(stage.transform)
    draw_in_front(Room(painter, Camera(scene.view), palette), scene.props)


def make_backdrop(scene: Scene, palette: FigurePalette, stage: Stage, ratio: float) -> Backdrop:
    """Paint the room for a widget whose screen has ``ratio`` device pixels in a pixel."""

    def blank(colour: QColor | Qt.GlobalColor) -> QPixmap:
        pixmap = QPixmap(round(stage.width * ratio), round(stage.height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(colour)
        return pixmap

    behind = blank(QColor(palette.paper))
    painter = QPainter(behind)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_behind(painter, scene, palette, stage)
    painter.end()
    if not has_front(scene.props):
        return Backdrop(behind, None)
    front = blank(Qt.GlobalColor.transparent)
    painter = QPainter(front)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_front(painter, scene, palette, stage)
    painter.end()
    return Backdrop(behind, front)
