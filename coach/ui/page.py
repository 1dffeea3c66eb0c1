"""A page that scrolls up and down where the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Page(QScrollArea):
    """Shows one widget as wide as there is room, and as high as it needs."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """Show `content`."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def see_through(self) -> None:
        """Let what lies below be seen; for screens that draw a ground of their own."""
        for part in filter(None, (self.viewport(), self.widget())):
            part.setAutoFillBackground(False)

    def turn(self, pages: int) -> None:
        """Scroll by so many pages, up where negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
