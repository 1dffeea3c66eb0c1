"""A column of text in the middle of the screen, never wider than reads well."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.theme import Space, Theme


class Column(QWidget):
    """Takes the width there is up to a limit, and stands in the middle of what is left.

    Attributes:
        inner: The column itself.
        rows: Takes the contents.
    """

    def __init__(
        self, theme: Theme, widest: int, parent: QWidget | None = None, *, margins: int = 0
    ) -> None:
        """Stand empty; `widest` is in pixels at 100 % text, `margins` come on top in any size."""
        super().__init__(parent)
        self._theme = theme
        self._widest = widest
        self._margins = margins
        self.inner = QWidget()
        self.rows = QVBoxLayout(self.inner)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(Space.S)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.inner, 100_000)
        row.addStretch(1)
        self._limit()
        theme.changed.connect(self._limit)

    def set_widest(self, widest: int) -> None:
        """Take another limit, in pixels at 100 % text."""
        if widest != self._widest:
            self._widest = widest
            self._limit()

    def minimumSizeHint(self) -> QSize:
        """No higher than the width it has asks for: a page would scroll that need not."""
        hint = super().minimumSizeHint()
        if self.hasHeightForWidth():
            width = max(self.width(), hint.width())
            hint.setHeight(min(hint.height(), self.heightForWidth(width)))
        return hint

    def _limit(self) -> None:
        self.inner.setMaximumWidth(self._theme.pixels(self._widest) + self._margins)
