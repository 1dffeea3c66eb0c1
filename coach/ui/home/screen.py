"""The home screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.content.library import Library
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.home.empty import EmptyHome
from coach.ui.home.grid import CardGrid
from coach.ui.mirror import edges
from coach.ui.pictures import Pictures
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

ROOM_FOR_HEADING = 240
"""Least pixels of height at 100 % text for a heading over the cards."""


class HomeScreen(QWidget):
    """Routines to choose from, or what to do where there are none.

    Signals:
        chosen: A routine is to be started; carries its id.
        new_wanted: A routine of one's own is to be made.
        edit_wanted: A routine, or a copy of a shipped one, is to be edited; carries its id.
        menu_wanted: What else can be done with a routine; carries its id and the global place.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(
        self, theme: Theme, library: Library, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Show what `library` has."""
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(edges(Space.M, 0, 0, 0))
        self._column.setSpacing(Space.S)
        self._empty: EmptyHome | None = None
        self.grid: CardGrid | None = None
        self._head = QWidget()
        self._heading = Text(Size.TITLE, _("Choose a routine"))
        self.new = Button(theme, _("New routine"))
        self.new.set_tip(_("Make a routine of your own (Ctrl+N)"))
        self.new.clicked.connect(self.new_wanted)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._heading, 1)
        row.addWidget(self.new)
        self._column.addWidget(self._head)
        self.show_library(library)

    def show_library(self, library: Library) -> None:
        """Show what there is now; the card that keys act on stays, as far as it is there."""
        if self._empty is not None:
            self._column.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if library.cards and self.grid is not None:
            self.grid.show_library(library)
        elif library.cards:
            self.grid = CardGrid(self._theme, library, self._pictures)
            self.grid.chosen.connect(self.chosen)
            self.grid.edit_wanted.connect(self.edit_wanted)
            self.grid.menu_wanted.connect(self.menu_wanted)
            self.setFocusProxy(self.grid)
            self._column.addWidget(self.grid, 1)
        else:
            self._empty = EmptyHome(self._theme, library.problems)
            self._column.addWidget(self._empty, 1)
        self._heading.setVisible(self.grid is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading over the first column, and leave it out where room is short."""
        super().resizeEvent(event)
        left = self.grid.side_margin + Space.S if self.grid is not None else Space.S
        row = self._head.layout()
        if row is not None:
            row.setContentsMargins(edges(left, 0, Space.M + left, 0))
        self._head.setVisible(self.height() > self._theme.pixels(ROOM_FOR_HEADING))
