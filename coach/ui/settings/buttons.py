"""Buttons in a row of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.ui.button import Button
from coach.ui.theme import Space


class Buttons(QWidget):
    """Buttons beside each other from the left, below each other where there is no room."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        """Show `buttons` in this order."""
        super().__init__()
        self._buttons = buttons
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.S)
        for button in buttons:
            self._box.addWidget(button)
        self._box.addStretch()

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest button: the row may become a column."""
        width = max(button.sizeHint().width() for button in self._buttons)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that has room."""
        needed = sum(button.sizeHint().width() + Space.S for button in self._buttons) - Space.S
        directions = QBoxLayout.Direction
        fits = needed <= self.width()
        self._box.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
        super().resizeEvent(event)
