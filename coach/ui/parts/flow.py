"""Widgets beside each other, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.mirror import mirrored
from coach.ui.theme import Space


class Flow(QWidget):
    """Lays buttons out in rows; the height follows from the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.parts: list[QWidget] = []
        self._sizes: dict[QWidget, tuple[QSize, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """What does not fit goes to another row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the rows."""
        return max((place.bottom() + 1 for _part, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """In the width there is."""
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest."""
        widest = max((part.minimumSizeHint().width() for part in self.parts), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._put()

    def event(self, event: QEvent) -> bool:
        """Ask the parts anew how large they are, once one of them has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def arrange(self) -> None:
        """Put each to its place; also after one was shown or hidden, or the text has grown."""
        self._sizes.clear()
        self._put()

    def _put(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(mirrored(place, self.rect()))
        self.updateGeometry()

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x = y = high = 0
        for part in self.parts:
            if part.isHidden():
                continue
            wanted, least = self._size_of(part)
            size = QSize(min(wanted.width(), max(width, least)), wanted.height())
            if size.width() < wanted.width() and part.hasHeightForWidth():
                size.setHeight(part.heightForWidth(size.width()))
            if x and x + size.width() > width:
                x, y = 0, y + high + Space.XS
                high = 0
            yield part, QRect(x, y, size.width(), size.height())
            high = max(high, size.height())
            x += size.width() + Space.XS

    def _size_of(self, part: QWidget) -> tuple[QSize, int]:
        """Return size and least width, which layouts ask for hundreds of times."""
        if part not in self._sizes:
            self._sizes[part] = (part.sizeHint(), part.minimumSizeHint().width())
        return self._sizes[part]
