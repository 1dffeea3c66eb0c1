"""What home shows where there is no routine."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.problem import Problem
from coach.core.words import _
from coach.ui.column import Column
from coach.ui.mirror import edges
from coach.ui.text import Text
from coach.ui.theme import READING_WIDTH, Size, Space, Theme

MOST_SHOWN = 5


class EmptyHome(QWidget):
    """Says that there is nothing, and what to do."""

    def __init__(
        self, theme: Theme, problems: Iterable[Problem], parent: QWidget | None = None
    ) -> None:
        """Name the first of the problems, if there are any."""
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = Column(theme, READING_WIDTH)
        column = words.rows
        column.setSpacing(Space.M)
        column.addWidget(Text(Size.TITLE, _("There is no routine here yet"), align=middle))
        remedy = _("The shipped routines are missing. Install Cramp Coach again to get them back.")
        column.addWidget(Text(Size.BODY, remedy, tone="soft", align=middle))
        help_there = _("Cramp now works all the same.")
        column.addWidget(Text(Size.BODY, help_there, tone="soft", align=middle))
        for problem in list(problems)[:MOST_SHOWN]:
            line = Text(Size.SMALL, str(problem), align=middle)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(edges(0, Space.XL, Space.M, Space.XL))
        outer.addWidget(words)
