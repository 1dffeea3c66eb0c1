"""The list of what is wrong in files."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coach.content.problem import Problem
from coach.core.words import _
from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class ProblemsDialog(QDialog):
    """One line a problem: file, place and reason; can be copied."""

    def __init__(self, theme: Theme, problems: Iterable[Problem], parent: QWidget) -> None:
        """Show `problems`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Files that can't be used"))
        self.resize(theme.pixels(640), theme.pixels(420))
        self._lines = [str(problem) for problem in problems]
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(edges(0, 0, Space.S, 0))
        rows.setSpacing(Space.M)
        for line in self._lines:
            text = Text(Size.BODY, line)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addWidget(text)
        rows.addStretch()
        copy = Button(theme, _("Copy the list"))
        close = Button(theme, _("Close"), weight=Weight.PRIMARY)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Text(Size.TITLE, self.windowTitle()))
        column.addWidget(Page(page), 1)
        column.addWidget(ButtonRow([copy, close]))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
