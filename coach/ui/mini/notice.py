"""What a desktop does not let a window do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


def can_stay_on_top() -> bool:
    """Whether a window may keep itself above the others and choose its place.

    Wayland leaves both to the desktop.
    """
    return not QGuiApplication.platformName().startswith("wayland")


class Notice(QWidget):
    """Says so plainly, and what to do about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say it until it has been read."""
        super().__init__(parent)
        text = _(
            "This desktop keeps no window on top by itself. "
            "Press Alt+Space and choose Always on Top."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Text(Size.SMALL, text))
        self.read = Button(theme, _("All right"))
        self.read.clicked.connect(self.hide)
        column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignRight)
