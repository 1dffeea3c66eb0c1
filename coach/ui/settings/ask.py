"""Asks before something that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.page import Page
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
        words = QWidget()
        rows = QVBoxLayout(words)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(Text(theme.title, question))
        rows.addWidget(Text(Size.BODY, text))
        rows.addStretch()
        self._rows = rows
        page = Page(words)
        page.fade_out(theme)
        column.addWidget(page, 1)
        self._answers = ButtonRow([self.yes, self.no])
        column.addWidget(self._answers)
        self._column = column
        room = parent.window().size() - QSize(2 * Space.M, 2 * Space.M)
        self._most = room.height()
        self.setFixedWidth(min(theme.pixels(WIDTH), room.width()))
        self.no.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as all of it, or as the window is: only now the words have their size."""
        for text in self.findChildren(Text):
            text.ensurePolished()
        self._column.activate()  # in its width the row of buttons becomes a column
        width = self.width() - 2 * Space.L
        words = self._rows.totalHeightForWidth(width)
        answers = self._answers.heightForWidth(width)
        self.resize(self.width(), min(words + answers + Space.M + 2 * Space.L, self._most))
        super().showEvent(event)
