"""Widgets of one width, in as many columns as have room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.mirror import mirrored
from coach.ui.theme import Space, Theme


class Tiles(QWidget):
    """Lays its parts out from left to right and row by row; a row is as high as its highest."""

    def __init__(
        self, theme: Theme, least_width: int, most_columns: int, parent: QWidget | None = None
    ) -> None:
        """Stand empty; `least_width` of a column is in pixels at 100 % text."""
        super().__init__(parent)
        self._theme = theme
        self._least_width = least_width
        self._most_columns = most_columns
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._lay_out)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Take the parts in, in this order."""
        self._parts = list(parts)
        for part in parts:
            part.setParent(self)
            part.show()
        self._lay_out()

    def heightForWidth(self, width: int) -> int:
        """As high as all rows are."""
        return max((place.bottom() + 1 for _part, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """One column."""
        width = self._theme.pixels(self._least_width)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part needs; the height follows from the width."""
        widths = [part.minimumSizeHint().width() for part in self._parts]
        return QSize(max(widths, default=0), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(mirrored(place, self.rect()))
        self.updateGeometry()

    def _columns(self, width: int) -> int:
        room = (width + Space.S) // (self._theme.pixels(self._least_width) + Space.S)
        most = max(1, min(self._most_columns, room))
        rows = -(-len(self._parts) // most) or 1
        return -(-len(self._parts) // rows) or 1  # no part is left alone in the last row

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        columns = self._columns(width)
        wide = (width - Space.S * (columns - 1)) // columns
        top = 0
        for first in range(0, len(self._parts), columns):
            row = self._parts[first : first + columns]
            high = max(part.heightForWidth(wide) for part in row)
            for column, part in enumerate(row):
                yield part, QRect(column * (wide + Space.S), top, wide, high)
            top += high + Space.XS
