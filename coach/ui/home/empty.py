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
    """Says that there is nothing, and what to do.

    Attributes:
        heading: Where one begins; read out with what to do.
    """

    def __init__(
        self, theme: Theme, problems: Iterable[Problem], parent: QWidget | None = None
    ) -> None:
        """Name the first of the problems, if there are any."""
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        words = Column(theme, READING_WIDTH)
        column = words.rows
        column.setSpacing(Space.M)
        self.heading = Text(theme.title, _("There is no routine here yet"), align=middle)
        self._theme = theme
        theme.changed.connect(self._dress)
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(self.heading)
        remedy = _("The shipped routines are missing. Install Cramp Coach again to get them back.")
        help_there = _("Cramp now works all the same.")
        for text in (remedy, help_there):
            column.addWidget(Text(Size.BODY, text, tone="soft", align=middle))
        self.heading.setAccessibleDescription(f"{remedy} {help_there}")
        for problem in list(problems)[:MOST_SHOWN]:
            line = Text(Size.SMALL, str(problem), align=middle)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(edges(0, Space.XL, Space.M, Space.XL))
        outer.addWidget(words)

    def _dress(self) -> None:
        self.heading.set_size(self._theme.title)
