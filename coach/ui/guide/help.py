"""The keys of a screen, as the sheet of F1 shows them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.guide.keycaps import ROOM, KeyCaps, spoken_name
from coach.ui.guide.shortcuts import Group, Shortcut
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

ROOM_FOR_TWO = 300
"""Pixels at 100 % text from which keys and words stand beside each other."""


class HelpPage(QWidget):
    """Groups of keys, and the ways to what else explains the app.

    Attributes:
        learn: Opens the pages to read.
        about: Opens what the app consists of.
        rows: One for each shortcut, in order.

    Signals:
        learn_wanted: The pages to read are to be shown.
        about_wanted: What the app consists of is to be shown.
    """

    learn_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, theme: Theme, groups: Iterable[Group], *, with_learn: bool) -> None:
        """Show the keys; relief offers nothing that leads away."""
        super().__init__()
        self._theme = theme
        self.learn = Button(theme, _("Learn about cramps"))
        self.about = Button(theme, _("About Cramp Coach"))
        self.learn.clicked.connect(self.learn_wanted)
        self.about.clicked.connect(self.about_wanted)
        self.rows: list[Text] = []
        self._pairs: list[tuple[QGridLayout, KeyCaps, Text]] = []
        self._beside: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for group in groups:
            if group.shortcuts:
                column.addWidget(Text(Size.STRONG, group.title))
                column.addLayout(self._grid(group.shortcuts))
                column.addSpacing(Space.S)
        for button in (self.learn, self.about):
            column.addWidget(button)
            button.setVisible(with_learn)
        column.addStretch(1)

    @property
    def words(self) -> str:
        """Everything as one text, for screen readers."""
        return " ".join(row.accessibleName() for row in self.rows)

    def _grid(self, shortcuts: Iterable[Shortcut]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for shortcut in shortcuts:
            text = Text(Size.BODY, shortcut.text)
            keys = _(" or ").join(spoken_name(key) for key in shortcut.keys)
            text.setAccessibleName(_("{keys}: {what}.").format(keys=keys, what=shortcut.text))
            self.rows.append(text)
            self._pairs.append((grid, KeyCaps(self._theme, shortcut.keys), text))
        return grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keys beside their words where there is room, else above them."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.pixels(ROOM_FOR_TWO)
        if beside is self._beside:
            return
        self._beside = beside
        top = Qt.AlignmentFlag.AlignTop
        for row, (grid, keys, text) in enumerate(self._pairs):
            grid.setColumnMinimumWidth(0, self._theme.pixels(ROOM) if beside else 0)
            grid.addWidget(keys, 2 * row, 0, top)
            below, column, columns = (0, 1, 1) if beside else (1, 0, 2)
            grid.addWidget(text, 2 * row + below, column, 1, columns, top)
