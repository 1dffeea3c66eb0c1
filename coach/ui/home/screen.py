"""The home screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.library import Library
from coach.core.words import _
from coach.ui.home.empty import EmptyHome
from coach.ui.home.grid import CardGrid
from coach.ui.pictures import Pictures
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

ROOM_FOR_HEADING = 240
"""Least pixels of height at 100 % text for a heading over the cards."""


class HomeScreen(QWidget):
    """Routines to choose from, or what to do where there are none.

    Signals:
        chosen: A routine is to be started; carries its id.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Show what `library` has."""
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, 0, 0, 0)
        column.setSpacing(Space.S)
        self.grid: CardGrid | None = None
        if library.cards:
            self._heading = Text(Size.TITLE, _("Choose a routine"))
            self.grid = CardGrid(theme, library, pictures)
            self.grid.chosen.connect(self.chosen)
            self.setFocusProxy(self.grid)
            column.addWidget(self._heading)
            column.addWidget(self.grid, 1)
        else:
            column.addWidget(EmptyHome(theme, library.problems), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading over the first column, and leave it out where room is short."""
        super().resizeEvent(event)
        if self.grid is not None:
            left = self.grid.side_margin + Space.S
            self._heading.setContentsMargins(left, 0, Space.M, 0)
            self._heading.setVisible(self.height() > self._theme.pixels(ROOM_FOR_HEADING))
