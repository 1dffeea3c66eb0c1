"""A part of a form under a small heading."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.text import Text
from coach.ui.theme import Size, Space


class Section(QWidget):
    """A heading and what belongs to it.

    Attributes:
        heading: The heading.
        rows: Takes the contents.
    """

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        """Stand empty."""
        super().__init__(parent)
        self.heading = Text(Size.STRONG, heading)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(Space.S)
        self.rows.addWidget(self.heading)
