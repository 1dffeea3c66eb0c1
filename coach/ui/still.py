"""A still picture of a figure that fills a rectangle of any shape."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from coach.core.figure import Motion
from coach.ui.figure.camera import Camera
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import dark_palette, light_palette
from coach.ui.figure.props import Room, draw_behind, draw_floor, draw_in_front
from coach.ui.figure.stage import stage_for
from coach.ui.person import shown_person
from coach.ui.theme import DARK, LIGHT

FLOOR_REACH = 3.0
"""Body heights that the floor reaches to either side."""


def draw_still(
    motion: Motion, size: QSize, *, dark: bool, person: str = "", turn: float = 0
) -> QImage:
    """Draw a picture that fills a rectangle of a card: its ground is the card's.

    Args:
        motion: What is shown.
        size: In pixels of the screen.
        dark: Which scheme.
        person: Id of who does it.
        turn: How far round the movement is, from 0, the full movement, by way of its beginning to
            1, the full movement again.
    """
    palette = dark_palette() if dark else light_palette()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor((DARK if dark else LIGHT).surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stage = stage_for(motion.scene, size.width(), size.height(), mirrored=False)
    painter.setTransform(stage.transform)
    room = Room(painter, Camera(motion.scene.view), palette)
    draw_floor(room, -FLOOR_REACH, FLOOR_REACH)
    draw_behind(room, motion.scene.props)
    pose = motion.still(_place(motion, turn))
    FigurePainter(motion.scene, palette, shown_person(person)).draw(painter, pose)
    draw_in_front(room, motion.scene.props)
    painter.end()
    return image


def _place(motion: Motion, turn: float) -> float:
    if motion.kind == "continuous":
        return (0.5 + turn) % 1
    return 0.5 + 0.5 * math.cos(math.tau * turn)
