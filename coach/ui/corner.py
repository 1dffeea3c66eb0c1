"""Rounded corners for pictures that fill a rectangle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui.theme import Radius, Theme


class Corner(QWidget):
    """Rounds one corner of the picture by painting paper outside of the curve."""

    def __init__(self, theme: Theme, parent: QWidget, turn: int) -> None:
        """Round the top left corner, turned clockwise by `turn` right angles."""
        super().__init__(parent)
        self._theme = theme
        self._turn = turn
        self.setFixedSize(Radius.LARGE, Radius.LARGE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies outside of the curve."""
        side = float(Radius.LARGE)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(0, 0, side, side)
        inside.addEllipse(0, 0, 2 * side, 2 * side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(side / 2, side / 2)
        painter.rotate(90.0 * self._turn)
        painter.translate(-side / 2, -side / 2)
        painter.fillPath(outside.subtracted(inside), self._theme.colour("paper"))


def place_corners(corners: list[Corner], width: int, height: int) -> None:
    """Put four corners, turned by 0 to 3 right angles, to their places."""
    right, bottom = width - Radius.LARGE, height - Radius.LARGE
    places = ((0, 0), (right, 0), (right, bottom), (0, bottom))
    for corner, place in zip(corners, places, strict=True):
        corner.move(*place)
