"""What the arrows in the picture mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from coach.core.words import _
from coach.ui.kept import Kept
from coach.ui.mirror import is_mirrored, mirrored
from coach.ui.theme import Line, Size, Space, Theme

ARROW = 20
"""Length of the arrow in pixels at 100 % text."""


class Legend(QWidget):
    """An arrow and what it stands for, on the ground of the picture."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Be there; the stage says where and when."""
        super().__init__(parent)
        self._theme = theme
        self.text = _("Move or press this way")
        self._kept = Kept()
        theme.changed.connect(self._kept.forget)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def sizeHint(self) -> QSize:
        """As large as arrow and words."""
        metrics = QFontMetrics(self._theme.font(Size.SMALL))
        arrow = self._theme.pixels(ARROW)
        width = metrics.horizontalAdvance(self.text) + arrow + Space.S + 2 * Space.S
        return QSize(width, metrics.height() + Space.XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both: the figure moves below them, many times a second."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._kept.draw(painter, self.rect(), self.text, self._draw)

    def _draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        long = float(self._theme.pixels(ARROW))
        self._draw_arrow(painter, long)
        painter.setPen(self._theme.colour("ink_soft"))
        painter.setFont(self._theme.font(Size.SMALL))
        whole = QRectF(self.rect())
        place = mirrored(whole.adjusted(Space.S + long + Space.S, 0, 0, 0), whole)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text)

    def _draw_arrow(self, painter: QPainter, long: float) -> None:
        """Before the words, and pointing to them."""
        painter.save()
        if is_mirrored():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        head, middle = long * 0.28, self.height() / 2
        warm = self._theme.colour("warm_graphic")
        round_cap = Qt.PenCapStyle.RoundCap
        solid = Qt.PenStyle.SolidLine
        painter.setPen(QPen(warm, Line.FOCUS * self._theme.scale, solid, round_cap))
        painter.drawLine(QPointF(Space.S + 2, middle), QPointF(Space.S + long - head, middle))
        tip = QPointF(Space.S + long, middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(warm)
        painter.drawPolygon(
            QPolygonF([tip, tip + QPointF(-1.4 * head, -head), tip + QPointF(-1.4 * head, head)])
        )
        painter.restore()
