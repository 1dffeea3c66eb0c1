"""Rounds the corners of a picture that is painted anew many times a second."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

_FINE = 4
"""Pixels in a pixel: enough for every screen there is."""


class Corners:
    """Paints what lies outside of the curves, each corner a picture made once."""

    def __init__(self, radius: int, outside: QColor) -> None:
        """Round by so many pixels, with the colour of what lies round the picture."""
        self._side = QSize(radius, radius)
        self._pictures = [_corner(radius, outside, turn) for turn in range(4)]

    def paint(self, painter: QPainter, picture: QRect, part: QRect) -> None:
        """Paint the corners that lie in the part that is painted."""
        side = self._side.width()
        if picture.adjusted(side, 0, -side, 0).contains(part):
            return
        away = QPoint(self._side.width() - 1, self._side.height() - 1)
        places = (
            picture.topLeft(),
            picture.topRight() - QPoint(away.x(), 0),
            picture.bottomRight() - away,
            picture.bottomLeft() - QPoint(0, away.y()),
        )
        for place, drawn in zip(places, self._pictures, strict=True):
            if QRect(place, self._side).intersects(part):
                painter.drawPixmap(place, drawn)


def _corner(radius: int, outside: QColor, turn: int) -> QPixmap:
    """The top left corner, turned clockwise by `turn` right angles."""
    pixmap = QPixmap(radius * _FINE, radius * _FINE)
    pixmap.setDevicePixelRatio(_FINE)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = float(radius)
    beyond, within = QPainterPath(), QPainterPath()
    beyond.addRect(0, 0, side, side)
    within.addEllipse(0, 0, 2 * side, 2 * side)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.rotate(90.0 * turn)
    painter.translate(-side / 2, -side / 2)
    painter.fillPath(beyond.subtracted(within), outside)
    painter.end()
    return pixmap
