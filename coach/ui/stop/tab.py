"""The buttons of STOP that open a list each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from coach.core.safety import SignList, Urgency
from coach.ui.button import Weight
from coach.ui.cramp.big import BigButton
from coach.ui.theme import Line, Radius, Theme


class SignTab(BigButton):
    """Stays pressed while its list is in sight; a radio button to screen readers."""

    def __init__(
        self, theme: Theme, signs: SignList, number: int, parent: QWidget | None = None
    ) -> None:
        """Open `signs`; `number` is the key that does so."""
        self.signs = signs
        super().__init__(theme, signs.button, weight=Weight.OUTLINED, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(signs.title)
        self.set_tip(f"{signs.title} ({number})")

    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)  # up and down scroll the list

    def nextCheckState(self) -> None:  # noqa: N802 as in Qt
        """Being pressed opens the list."""
        self.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it filled while its list is in sight: red for the most urgent one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        red = self.signs.urgency is Urgency.EMERGENCY
        on = self.isChecked()
        ground = "stop" if red else "ink" if on else "surface"
        ink = "on_stop" if red else "paper" if on else "ink"
        half = Line.FOCUS / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        edge = "ink" if on else "stop" if red else "edge"
        if self._ringed:  # what is chosen has an edge as strong: the ring keeps away from it
            painter.setPen(QPen(self._theme.colour("ink"), Line.FOCUS))
            painter.drawRoundedRect(shape, Radius.MEDIUM, Radius.MEDIUM)
            shape.adjust(2 * Line.FOCUS, 2 * Line.FOCUS, -2 * Line.FOCUS, -2 * Line.FOCUS)
        painter.setPen(QPen(self._theme.colour(edge), Line.FOCUS if on else 1.5))
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(shape, Radius.MEDIUM, Radius.MEDIUM)
        self._draw_words(painter, ink)
