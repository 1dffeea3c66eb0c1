"""A part of a widget that is painted once and copied from then on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap


class Kept:
    """Keeps what was painted last; words are dear to paint many times a second."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._key: object = None
        self._pixmap = QPixmap()

    def forget(self) -> None:
        """Paint it anew the next time."""
        self._key = None

    def draw(
        self, painter: QPainter, place: QRect, key: object, paint: Callable[[QPainter], None]
    ) -> None:
        """Draw what ``paint`` paints, and let it paint only where something is new.

        Args:
            painter: Of the widget.
            place: The part of the widget that is kept; nothing beyond it is seen.
            key: All that the picture depends on, besides its place and the screen.
            paint: Paints in the widget's own pixels.
        """
        ratio = painter.device().devicePixelRatio()
        wanted = (key, place, ratio)
        if wanted != self._key:
            self._key = wanted
            self._pixmap = QPixmap(place.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            within = QPainter(self._pixmap)
            within.setRenderHints(painter.renderHints())
            within.translate(-place.topLeft())
            paint(within)
            within.end()
        painter.drawPixmap(place.topLeft(), self._pixmap)
