"""The clock that runs since the cramp began."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.numbers import clock
from coach.core.words import _
from coach.ui.mirror import mirrored
from coach.ui.theme import Size, Space, Theme


class CrampClock(QWidget):
    """Minutes and seconds, and what they are where there is room for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show zero."""
        super().__init__(parent)
        self._theme = theme
        self._text = clock(0)
        self._note = _("since it began")
        self._size = Size.TITLE
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(_("Time since the cramp began"))
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_small(self, *, small: bool) -> None:
        """Take less room: the countdown of the part is what is read."""
        self._size = Size.HEADING if small else Size.TITLE
        self.update()

    def set_seconds(self, seconds: float) -> None:
        """Show a time; drawn again once a second."""
        text = clock(seconds)
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Room for ten minutes and the note."""
        digits = QFontMetrics(self._theme.font(self._size)).horizontalAdvance("00:00")
        note = QFontMetrics(self._theme.font(Size.SMALL)).horizontalAdvance(self._note)
        return QSize(digits + Space.S + note, self._theme.pixels(self._size.pixels))

    @property
    def least_width(self) -> int:
        """Room for the digits alone."""
        metrics = QFontMetrics(self._theme.font(self._size))
        return metrics.horizontalAdvance("00:00") + Space.XS

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the time, and the note where it fits."""
        painter = QPainter(self)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._theme.font(self._size))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(self.rect(), middle, self._text)
        if self.width() >= self.sizeHint().width():
            used = painter.fontMetrics().horizontalAdvance(self._text) + Space.S
            painter.setFont(self._theme.font(Size.SMALL))
            painter.setPen(self._theme.colour("ink_soft"))
            rest = self.rect().adjusted(used, 0, 0, 0)
            painter.drawText(mirrored(rest, self.rect()), middle, self._note)
