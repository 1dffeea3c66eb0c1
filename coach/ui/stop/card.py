"""The card "Cramp or clot?"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.core.safety import StopScreen
from coach.core.words import _
from coach.ui.text import Text
from coach.ui.theme import Radius, Size, Space, Theme


class ClotCard(QWidget):
    """Compares the two, a line a question; each line is read out as one."""

    def __init__(self, theme: Theme, content: StopScreen, parent: QWidget | None = None) -> None:
        """Show the card of `content`."""
        super().__init__(parent)
        self._theme = theme
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Text(Size.HEADING, content.card_title), 0, 0, 1, 3)
        cramp, clot = _("Cramp"), _("Clot")
        heads = ("", cramp, clot)
        for column, head in enumerate(heads):
            grid.addWidget(Text(Size.STRONG, head), 1, column, top)
        for number, row in enumerate(content.card, start=2):
            cells = (Text(Size.SMALL, row.what, tone="soft"), Text(Size.SMALL, row.cramp),
                     Text(Size.SMALL, row.clot))  # fmt: skip
            cells[1].setAccessibleName(f"{row.what}, {cramp}: {row.cramp}")
            cells[2].setAccessibleName(f"{row.what}, {clot}: {row.clot}")
            for column, cell in enumerate(cells):
                grid.addWidget(cell, number, column, top)
        last = len(content.card) + 2
        grid.addWidget(Text(Size.SMALL, content.card_note), last, 0, 1, 3)
        grid.setRowStretch(last + 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("surface"))
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(shape, Radius.MEDIUM, Radius.MEDIUM)
