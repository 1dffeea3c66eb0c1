"""The header's buttons that lead to Learn and to the keys of the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import ICON, Theme

STROKE = 2
"""Width of the line on a grid of 24, as in the icons' files."""


class _Drawn(Button):
    """Drawn by hand: reading SVG takes time that home has not."""

    def _draw_icon(self, painter: QPainter, icons: Icons) -> None:
        unit = self.icon_side / ICON
        painter.translate(self.width() / 2 - 12 * unit, self.height() / 2 - 12 * unit)
        painter.scale(unit, unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._theme.colour(self._weight.ink), STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        self._draw_lines(painter)

    def _draw_lines(self, painter: QPainter) -> None:
        raise NotImplementedError


class Book(_Drawn):
    """Opens the pages to read."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Show an open book."""
        super().__init__(theme, _("Learn"), weight=Weight.QUIET, icons=icons, icon="book")
        self.set_tip(_("Learn about cramps"))
        self.setAccessibleDescription(_("Causes, habits, shoes, evidence, and whom to see"))

    def _draw_lines(self, painter: QPainter) -> None:
        cover = ((12, 6.6), (3.4, 4.8), (3.4, 17.6), (12, 19.4), (20.6, 17.6), (20.6, 4.8))
        painter.drawPolygon([QPointF(x, y) for x, y in cover])
        painter.drawLine(QPointF(12, 6.6), QPointF(12, 19.4))


class HelpButton(_Drawn):
    """Shows the keys of the screen, or puts them away."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Show a question mark."""
        super().__init__(theme, _("Help"), weight=Weight.QUIET, icons=icons, icon="help")
        self.set_tip(_("Keys and help (F1)"))
        self.setAccessibleDescription(_("The keys of this screen"))

    def _draw_lines(self, painter: QPainter) -> None:
        painter.drawEllipse(QRectF(3.2, 3.2, 17.6, 17.6))
        painter.drawArc(QRectF(9.4, 7, 5.2, 5), 180 * 16, -230 * 16)
        painter.drawLine(QPointF(13.7, 11.4), QPointF(12, 13.6))
        painter.drawLine(QPointF(12, 17), QPointF(12, 17.1))
