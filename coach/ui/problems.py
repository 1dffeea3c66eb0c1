"""The list of what is wrong in files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
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
        self._problems = tuple(problems)
        self._lines = [str(problem) for problem in self._problems]
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
        buttons = [copy, close]
        if self._problems:
            folder = Button(theme, _("Open the folder"))
            folder.clicked.connect(lambda: open_folder_of(self._problems[0]))
            buttons.insert(0, folder)
        column.addWidget(ButtonRow(buttons))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))


def open_folder_of(problem: Problem) -> bool:
    """Show the folder a wrong file lies in; return whether there is a program that does."""
    folder = Path(problem.file).parent
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
