"""The header's buttons that lead to Learn and to the keys of the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

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
        painter.drawPath(self._path())

    def _path(self) -> QPainterPath:
        raise NotImplementedError


class Book(_Drawn):
    """Opens the pages to read."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Show an open book."""
        super().__init__(theme, _("Learn"), weight=Weight.QUIET, icons=icons, icon="book")
        self.set_tip(_("Learn about cramps"))
        self.setAccessibleDescription(_("Causes, habits, shoes, evidence, and whom to see"))

    def _path(self) -> QPainterPath:
        path = QPainterPath(QPointF(12, 7))
        path.cubicTo(10, 5.2, 7, 4.8, 3.5, 5)
        path.lineTo(3.5, 18)
        path.cubicTo(7, 17.8, 10, 18.2, 12, 20)
        path.cubicTo(14, 18.2, 17, 17.8, 20.5, 18)
        path.lineTo(20.5, 5)
        path.cubicTo(17, 4.8, 14, 5.2, 12, 7)
        path.lineTo(12, 20)
        return path


class HelpButton(_Drawn):
    """Shows the keys of the screen, or puts them away."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Show a question mark."""
        super().__init__(theme, _("Help"), weight=Weight.QUIET, icons=icons, icon="help")
        self.set_tip(_("Keys and help (F1)"))
        self.setAccessibleDescription(_("The keys of this screen"))

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(QRectF(3.2, 3.2, 17.6, 17.6))
        path.moveTo(9.4, 9.6)
        path.cubicTo(9.4, 6.2, 14.6, 6.2, 14.6, 9.6)
        path.cubicTo(14.6, 11.6, 12, 11.8, 12, 13.8)
        path.moveTo(12, 17)
        path.lineTo(12, 17.1)
        return path
