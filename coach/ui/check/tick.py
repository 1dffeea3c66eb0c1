"""One box of the check with its advice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.core.safety import Tick
from coach.ui.button import Button
from coach.ui.mirror import edges, mirrored
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Target, Theme

BOX = 24
"""Side of the box in pixels at 100 % text."""


class TickBox(Button):
    """A box with words that wrap; a check box to screen readers."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Make a box that is not ticked."""
        super().__init__(theme, text, size=Size.BODY, parent=parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words that wrap take height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        lines = len(self._lines(width))
        return max(self._theme.pixels(Target.SMALL), lines * metrics.lineSpacing() + Space.M)

    def sizeHint(self) -> QSize:
        """In a usual width."""
        width = max(self.width(), 240)
        return QSize(240, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible: the words wrap."""
        return QSize(160, self._theme.pixels(Target.SMALL))

    def _lines(self, width: int) -> tuple[str, ...]:
        room = max(1, width - self._indent - Space.S)
        return break_lines(self.text(), self._theme.font(Size.BODY), room, 12)

    @property
    def _indent(self) -> int:
        return self._theme.pixels(BOX) + Space.M

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        painter = self._begin()
        side = self._theme.pixels(BOX)
        whole = QRectF(self.rect())
        box = mirrored(QRectF(2, (self.height() - side) / 2, side, side), whole)
        on = self.isChecked()
        painter.setPen(QPen(self._theme.colour("ink" if self._ringed else "edge"),
                            Line.FOCUS if self._ringed else Line.BORDER))  # fmt: skip
        lit = "sunken" if self.isDown() else "teal_soft" if self._hovered else "surface"
        painter.setBrush(self._theme.colour("teal" if on else lit))
        painter.drawRoundedRect(box, Radius.SMALL, Radius.SMALL)
        if on:
            painter.setPen(QPen(self._theme.colour("on_teal"), side / 8, Qt.PenStyle.SolidLine,
                                Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))  # fmt: skip
            x, y = box.left(), box.top()
            corners = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
            painter.drawPolyline([QPointF(x + side * a, y + side * b) for a, b in corners])
        painter.setPen(self._theme.colour("ink"))
        font = self._theme.font(Size.BODY)
        lines = self._lines(self.width())
        high = QFontMetrics(font).lineSpacing() * len(lines)
        wide = self.width() - self._indent
        place = QRectF(self._indent, (self.height() - high) / 2, wide, high)
        draw_lines(painter, mirrored(place, whole), lines, font)


class TickRow(QWidget):
    """A box, and below it the advice once it is ticked.

    Attributes:
        box: The box.
        advice: What is shown once it is ticked.
    """

    def __init__(self, theme: Theme, tick: Tick, parent: QWidget | None = None) -> None:
        """Show `tick`, not ticked."""
        super().__init__(parent)
        self.tick = tick
        self.box = TickBox(theme, tick.text)
        self.advice = Text(Size.BODY, tick.advice, tone="accent")
        indent = theme.pixels(BOX) + Space.M
        self.advice.setContentsMargins(edges(indent, 0, 0, Space.S))
        self.advice.hide()
        self.box.setAccessibleDescription(tick.advice)
        self.box.toggled.connect(self.advice.setVisible)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.box)
        rows.addWidget(self.advice)
