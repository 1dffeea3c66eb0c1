"""The top of home: what helps now, what to do today, what one has made."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui.home.now import NowPanel
from coach.ui.home.today import Today
from coach.ui.home.yours import Yours
from coach.ui.pictures import Pictures
from coach.ui.theme import Space, Theme

ROOM_FOR_THREE = 920
ROOM_FOR_TWO = 560
"""Least pixels at 100 % text for so many panels beside each other."""


class Band(QWidget):
    """Three panels beside each other, two below one, or all below each other."""

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Make the panels."""
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        self.now = NowPanel(theme, pictures, self)
        self.today = Today(theme, self)
        self.yours = Yours(theme, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M - Space.XS)
        theme.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out how many have room beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() / (0.4 + 0.6 * self._theme.scale)
        columns = 3 if wide >= ROOM_FOR_THREE else 2 if wide >= ROOM_FOR_TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        places = {
            3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
            2: ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)),
            1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
        }[columns]
        for panel, place in zip((self.now, self.today, self.yours), places, strict=True):
            self._grid.removeWidget(panel)
            self._grid.addWidget(panel, *place)
        stretches = {3: (11, 6, 6), 2: (1, 1, 0), 1: (1, 0, 0)}[columns]
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)
            self._grid.setColumnMinimumWidth(column, 0)
