"""A strip on home that offers the check; in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Theme

ROOM_FOR_BUTTONS = 760
"""Pixels at 100 % text from which the buttons stand beside the words."""


class CheckOffer(QWidget):
    """One sentence, one button that opens the check, one that puts it away.

    Signals:
        wanted: The check is wanted.
        put_away: It is not, now or later; the settings still have it.
    """

    wanted = Signal()
    put_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer it."""
        super().__init__(parent)
        self._theme = theme
        self.text = Text(
            Size.BODY, _("Eight questions leave out what does not suit you.")
        )
        self.open = Button(theme, _("Answer them"))
        self.away = Button(theme, _("Not now"), weight=Weight.QUIET)
        self.open.clicked.connect(self.wanted)
        self.away.clicked.connect(self.put_away)
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.open)
        buttons.addWidget(self.away)
        buttons.addStretch()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(Space.L + Space.M, Space.S, Space.L + Space.M, Space.M)
        self._box.setSpacing(Space.S)
        self._box.addWidget(self.text, 1)
        self._box.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that has room."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.pixels(ROOM_FOR_BUTTONS)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        wide = self.width() - 2 * (Space.L + Space.M)
        self.text.setMinimumHeight(0 if beside else self.text.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), Line.HAIR))
        painter.setBrush(self._theme.colour("surface"))
        place = self.rect().adjusted(Space.L, 1, -Space.L, -Space.S)
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
