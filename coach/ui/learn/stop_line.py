"""The line over a page that leads to the signs to stop for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.mirror import edges
from coach.ui.parts.card import draw_card
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

ROOM_FOR_WORDS = 520
"""Pixels at 100 % text from which the button stands beside the words."""


class StopLine(QWidget):
    """Is something different now? Then this is the page to open.

    Attributes:
        button: Opens it.
    """

    def __init__(self, theme: Theme) -> None:
        """Lead there."""
        super().__init__()
        self._theme = theme
        self._words = Text(Size.STRONG, _("Is something different about your leg right now?"))
        self.button = Button(theme, _("Open STOP"))
        self.button.setAccessibleDescription(_("The signs to stop for, and whom to call"))
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._words, 1)
        self._box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.pixels(ROOM_FOR_WORDS)
        self._words.setVisible(wide)
        self.button.set_text(_("Open STOP"))
        if self.button.sizeHint().width() > self.width():  # two lines would leave the page none
            self.button.set_text(_("STOP"))
            self.button.setAccessibleName(_("Open STOP"))
        margin = Space.S if wide else 0
        self._box.setContentsMargins(edges(2 * margin, margin, margin, margin))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame in the colour that only STOP has."""
        if self._words.isHidden():
            return
        draw_card(self, self._theme, "stop_text")
