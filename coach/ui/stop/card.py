"""The card "Cramp or clot?"."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.core.safety import StopScreen
from coach.core.words import _
from coach.ui.parts.card import draw_card
from coach.ui.text import Text
from coach.ui.theme import Line, Size, Space, Theme

STRETCHES = (2, 3, 4)
"""Shares of the columns in the width."""


class ClotCard(QWidget):
    """Compares the two, a line a question, in columns where these have room.

    Each cell is read out with what it answers.
    """

    def __init__(self, theme: Theme, content: StopScreen, parent: QWidget | None = None) -> None:
        """Show the card of `content`."""
        super().__init__(parent)
        self._theme = theme
        self._in_columns: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._title = Text(Size.HEADING, content.card_title)
        self._note = Text(Size.SMALL, content.card_note)
        self._answers = (_("Cramp"), _("Clot"))
        self._heads = [Text(Size.STRONG, head) for head in ("", *self._answers)]
        self._lines = content.card
        self._cells = [
            (Text(Size.SMALL, row.what, tone="soft"), Text(Size.SMALL), Text(Size.SMALL))
            for row in content.card
        ]
        for text in (self._title, *self._heads, *chain.from_iterable(self._cells), self._note):
            text.setParent(self)
        self._arrange(in_columns=True)

    def _arrange(self, *, in_columns: bool) -> None:
        if in_columns is self._in_columns:
            return
        self._in_columns = in_columns
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        while grid.takeAt(0) is not None:
            pass
        for column, stretch in enumerate(STRETCHES):
            grid.setColumnStretch(column, stretch if in_columns or column == 0 else 0)
        grid.addWidget(self._title, 0, 0, 1, 3)
        for column, head in enumerate(self._heads):
            head.setVisible(in_columns)
            if in_columns:
                grid.addWidget(head, 1, column, top)
        self._say(in_columns=in_columns)
        for number, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if in_columns:
                    grid.addWidget(cell, number + 2, column, top)
                else:
                    grid.addWidget(cell, 3 * number + column + 2, 0, 1, 3, top)
        grid.addWidget(self._note, 3 * len(self._cells) + 2, 0, 1, 3)
        self.updateGeometry()

    def _say(self, *, in_columns: bool) -> None:
        """Below each other the cells name what else stands at the head of their column."""
        for row, cells in zip(self._lines, self._cells, strict=True):
            for cell, head, text in zip(
                cells[1:], self._answers, (row.cramp, row.clot), strict=True
            ):
                named = _("{name}: {value}").format(name=head, value=text)
                cell.set_text(text if in_columns else named)
                cell.setAccessibleName(f"{row.what}, {head}: {text}")

    def _room_wanted(self) -> int:
        """Width in which no word in a column is broken."""
        columns = zip(*(self._heads, *self._cells), strict=True)
        widest = [max(cell.minimumSizeHint().width() for cell in column) for column in columns]
        return int(sum(widest)) + 4 * Space.M

    def minimumSizeHint(self) -> QSize:
        """No wider than a cell: the columns may become one."""
        texts = (self._title, self._note, *chain.from_iterable(self._cells))
        width: int = max(text.minimumSizeHint().width() for text in texts) + 2 * Space.M
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose columns or one below the other."""
        super().resizeEvent(event)
        self._arrange(in_columns=self.width() >= self._room_wanted())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        draw_card(self, self._theme, "line", line=Line.HAIR)
