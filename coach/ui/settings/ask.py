"""Asks before something that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

WIDTH = 520
"""Pixels at 100 % text; never wider than the window it is asked on."""


class Ask(QDialog):
    """A question with two answers; Escape, and Enter at once, keep everything as it is.

    Attributes:
        yes: Does it.
        no: Leaves it.
    """

    def __init__(
        self, theme: Theme, question: str, text: str, *, yes: str, no: str, parent: QWidget
    ) -> None:
        """Ask; `accepted` tells of yes."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(question)
        self.setAccessibleDescription(text)
        self.yes = Button(theme, yes)
        self.no = Button(theme, no, weight=Weight.PRIMARY)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(Size.TITLE, question))
        column.addWidget(Text(Size.BODY, text))
        column.addStretch()
        column.addWidget(ButtonRow([self.yes, self.no]))
        self._column = column
        self.setFixedWidth(min(theme.pixels(WIDTH), parent.window().width() - 2 * Space.M))
        self.no.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as all of it: only now the words have their size."""
        for text in self.findChildren(Text):
            text.ensurePolished()
        self._column.activate()
        # Twice: in its width the row of buttons becomes a column.
        for _turn in range(2):
            self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
            self._column.invalidate()
            self._column.activate()
        super().showEvent(event)
