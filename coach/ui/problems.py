"""The list of what is wrong in files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coach.content.problem import Problem
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.report import ReportDialog
from coach.ui.theme import Theme


class ProblemsDialog(ReportDialog):
    """One line a problem: file, place and reason."""

    def __init__(self, theme: Theme, problems: Sequence[Problem], parent: QWidget) -> None:
        """Show `problems`, of which there is at least one."""
        folder = Button(theme, _("Open the folder"))
        folder.clicked.connect(lambda: open_folder_of(problems[0]))
        lines = [str(problem) for problem in problems]
        super().__init__(theme, _("Files that can't be used"), lines, parent, more=[folder])


def open_folder_of(problem: Problem) -> bool:
    """Show the folder a wrong file lies in; return whether there is a program that does."""
    folder = Path(problem.file).parent
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
