"""The button that opens the settings."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import ICON, Theme

TEETH = 8


class Gear(Button):
    """Drawn by hand: reading SVG takes time that home has not."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Show a gear."""
        super().__init__(theme, _("Settings"), weight=Weight.QUIET, icons=icons, icon="gear")
        self.set_tip(_("Settings (Ctrl+,)"))

    def _draw_icon(self, painter: QPainter, icons: Icons) -> None:
        unit = self.icon_side / ICON
        painter.translate(self.width() / 2, self.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._theme.colour(self._weight.ink), 2 * unit)
        painter.setPen(pen)
        painter.drawEllipse(QPointF(0, 0), 6 * unit, 6 * unit)
        painter.drawEllipse(QPointF(0, 0), 2.2 * unit, 2.2 * unit)
        pen.setWidthF(2.8 * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for tooth in range(TEETH):
            angle = math.tau * tooth / TEETH
            way = QPointF(math.cos(angle), math.sin(angle))
            painter.drawLine(way * 6.6 * unit, way * 9.6 * unit)
