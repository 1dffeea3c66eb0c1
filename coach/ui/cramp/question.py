"""The question about the signs to stop for, asked while the hold goes on."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.button import Weight
from coach.ui.cramp.big import BigButton
from coach.ui.cramp.fitted import Fitted
from coach.ui.mirror import mirrored
from coach.ui.parts.card import draw_card
from coach.ui.theme import Line, Space, Theme

ROOMY = 1.3
"""From this factor of the text on, the question takes the least room."""

_SIZES = (20, 18, 16, 14)


class Question(QWidget):
    """One question, two answers; it can be left unanswered.

    Signals:
        answered: Carries whether something of the list was found.
    """

    answered = Signal(bool)

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        """Ask `question`."""
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(question)
        self.text = Fitted(theme, _SIZES, parent=self)
        self.text.set_text(question)
        self.yes = BigButton(theme, _("Yes, STOP"), "Y", parent=self)
        self.no = BigButton(theme, _("No"), "N", weight=Weight.PRIMARY, parent=self)
        self.yes.set_peers(self.no)
        self.no.set_peers(self.yes)
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))

    def height_for(self, width: int) -> int:
        """Return the height it needs in a width."""
        pixels = _SIZES[1] if self._theme.scale < ROOMY else _SIZES[-1]
        text = self.text.height_at(width - 2 * Space.M, pixels)
        return text + self._button_height(width - 2 * Space.M) + 3 * Space.S

    def _button_height(self, width: int) -> int:
        half = (width - Space.S) // 2
        return max(button.height_for(half) for button in (self.yes, self.no))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question on top, the answers side by side below it."""
        super().resizeEvent(event)
        inner = self.rect().adjusted(Space.M, Space.S, -Space.M, -Space.S)
        button = self._button_height(inner.width())
        half = (inner.width() - Space.S) // 2
        top = inner.bottom() + 1 - button
        self.text.setGeometry(inner.left(), inner.top(), inner.width(), top - inner.top() - Space.S)
        place = QRect(inner.left(), top, half, button)
        self.yes.setGeometry(mirrored(place, inner))
        self.no.setGeometry(mirrored(place.translated(half + Space.S, 0), inner))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        draw_card(self, self._theme, "stop_text", line=Line.FOCUS - 1)
