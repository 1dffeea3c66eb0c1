"""One line of a section: what is set at the left, what sets it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.ui.text import Text
from coach.ui.theme import Size, Space, Target, Theme

ROOM_FOR_TWO = 520
"""Pixels at 100 % text from which name and control stand beside each other."""


class Row(QWidget):
    """A name with what it means, and a control; one below the other where there is no room.

    Attributes:
        name: What is set.
        meaning: What that is for; hidden while empty.
        words: Both, one below the other.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        meaning: str = "",
        control: QWidget | None = None,
        *,
        wide: bool = False,
    ) -> None:
        """Show them; a `wide` control always stands below."""
        super().__init__()
        self._theme = theme
        self._wide = wide
        self.name = Text(Size.STRONG, name)
        self.meaning = Text(Size.SMALL, meaning, tone="soft")
        if not meaning:
            self.meaning.hide()
        self.words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self.meaning)
        words.addStretch()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S if wide else Space.XS)
        self._box.addLayout(words, 4)
        if control is not None:
            self._box.addWidget(control, 5, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(Target.SMALL)

    def say(self, meaning: str) -> None:
        """Explain it in other words."""
        self.meaning.set_text(meaning)
        self.meaning.setVisible(bool(meaning))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that has room."""
        beside = not self._wide and self.width() >= self._theme.pixels(ROOM_FOR_TWO)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._box.setSpacing(Space.L if beside else Space.S if self._wide else Space.XS)
        super().resizeEvent(event)
