"""The one field to search with: a glass before the words, a cross behind them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from coach.ui.theme import Size, Space, Target, Theme

GLASS = 16
"""Side of the glass in pixels at 100 % text."""


class Search(QLineEdit):
    """A line that is searched for while it is written; Esc empties it.

    Signals:
        left: The arrow down, or Esc while it is empty: what was found is wanted.
    """

    left = Signal()

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        """Show `hint` while empty; it also names the field."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._leave_room)
        self._leave_room()

    def sizeHint(self) -> QSize:
        """As high as a finger needs."""
        # The theme's font: the field wears its own only once it has been shown.
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        high = max(Target.SMALL, metrics.height() + Space.M)
        hint = metrics.horizontalAdvance(self.placeholderText())
        needed = hint + Space.M + self._theme.pixels(GLASS) + 2 * Space.M + Space.S
        return QSize(max(self._theme.pixels(220), needed), high)

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(self._theme.pixels(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties it, then leaves it; so does the arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the glass by hand: to read SVG takes time that home has not."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._theme.pixels(GLASS) / 16
        pen = QPen(self._theme.colour("ink_soft"), 1.8 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        left = self.width() - Space.M - 16 * unit if self.isRightToLeft() else float(Space.M)
        painter.translate(left, (self.height() - 16 * unit) / 2)
        painter.drawEllipse(QPointF(7 * unit, 7 * unit), 5 * unit, 5 * unit)
        painter.drawLine(QPointF(10.8 * unit, 10.8 * unit), QPointF(14.5 * unit, 14.5 * unit))

    def _leave_room(self) -> None:
        lead = Space.M + self._theme.pixels(GLASS)
        sides = Qt.AlignmentFlag
        if self.isRightToLeft():
            self.setTextMargins(0, 0, lead, 0)
            self.setAlignment(sides.AlignRight | sides.AlignAbsolute)  # Latin letters too
        else:
            self.setTextMargins(lead, 0, 0, 0)
            self.setAlignment(sides.AlignLeft | sides.AlignAbsolute)
        self.updateGeometry()
