"""One of the three panels at the top of home: a heading over a few rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.parts.beside import Beside
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Theme


class Panel(QWidget):
    """A card with a heading.

    Attributes:
        heading: What it answers.
        note: A few words at the end of the heading's line.
        rows: Takes the contents.
    """

    def __init__(self, theme: Theme, heading: str, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.heading = Text(Size.HEADING, heading)
        self.note = Text(Size.SMALL, tone="soft", align=Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(heading)
        top = Beside(self.heading, self.note, alike=True)
        top.setContentsMargins(Space.S, 0, Space.S, 0)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.M - Space.XS, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(top)
        column.addLayout(self.rows, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), Line.HAIR))
        painter.setBrush(self._theme.colour("surface"))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, Radius.LARGE, Radius.LARGE)
