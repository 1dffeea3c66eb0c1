"""Parts beside each other; the first of them on a line of its own where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui.theme import Space


class Beside(QWidget):
    """The first part grows into the room that the others leave it, or all grow alike."""

    def __init__(self, first: QWidget, *others: QWidget, alike: bool = False) -> None:
        """Show all in one line."""
        super().__init__()
        self._first, self._others = first, others
        self._fits: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        for column in range(len(others) + 1 if alike else 1):
            self._grid.setColumnStretch(column, 1)
        for part in (first, *others):
            part.setParent(self)
        self._arrange(fits=True)

    @property
    def _widths(self) -> tuple[int, int]:
        """Least width of the first, and of the others with what is between them."""
        hints = [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._others]
        return self._first.minimumSizeHint().width(), sum(hints) + Space.S * (len(hints) - 1)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of two lines."""
        edges = self.width() - self.contentsRect().width()
        return QSize(max(self._widths) + edges, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one line or two."""
        super().resizeEvent(event)
        self._choose()

    def event(self, event: QEvent) -> bool:
        """Choose anew where a part has become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        self._arrange(fits=sum(self._widths) + Space.S <= self.contentsRect().width())

    def _arrange(self, *, fits: bool) -> None:
        if fits is self._fits:
            return
        self._fits = fits
        for part in (self._first, *self._others):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._first, 0, 0, 1, 1 if fits else len(self._others) + 1)
        for column, part in enumerate(self._others, start=1):
            self._grid.addWidget(part, 0 if fits else 1, column)
        self.updateGeometry()
