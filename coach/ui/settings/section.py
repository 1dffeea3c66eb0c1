"""A part of the settings: a heading, and a card with its rows."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.parts.option import Option
from coach.ui.settings.choice import ChoiceRow
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Theme


class Card(QWidget):
    """The ground that rows lie on."""

    def __init__(self, theme: Theme) -> None:
        """Stand empty."""
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), Line.HAIR))
        painter.setBrush(self._theme.colour("surface"))
        place = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)


class Rule(QWidget):
    """The hairline between two rows."""

    def __init__(self, theme: Theme) -> None:
        """Lie across."""
        super().__init__()
        self._theme = theme
        self.setFixedHeight(Line.HAIR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(event.rect(), self._theme.colour("line"))


class Section(QWidget):
    """Rows under a heading, a hairline between each two."""

    def __init__(self, theme: Theme, title: str) -> None:
        """Stand empty."""
        super().__init__()
        self._theme = theme
        self.title = title
        self.setAccessibleName(title)
        self._card = Card(theme)
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        self._rows.setSpacing(Space.M - Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(Text(Size.HEADING, title))
        column.addWidget(self._card)

    def add(self, row: QWidget, *, ruled: bool = True) -> None:
        """Add a row below the others."""
        if ruled and self._rows.count():
            self._rows.addLayout(_inset(Rule(self._theme)))
        if isinstance(row, Option | ChoiceRow):
            self._rows.addWidget(row)
        else:
            self._rows.addLayout(_inset(row))


def _inset(row: QWidget) -> QHBoxLayout:
    """Let a row begin where the sign of a switch does, which has its ground around it."""
    line = QHBoxLayout()
    line.setContentsMargins(Space.S, 0, Space.S, 0)
    line.addWidget(row)
    return line
