"""The empty room a picture shows until its figure steps into it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coach.ui.theme import Theme

FLOOR = 0.1
"""Share of the picture that is floor."""


def draw_empty_room(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Draw wall and floor."""
    painter.fillRect(place, theme.colour("surface"))
    floor = QRectF(place)
    floor.setTop(place.bottom() - place.height() * FLOOR)
    painter.fillRect(floor, theme.colour("floor"))
