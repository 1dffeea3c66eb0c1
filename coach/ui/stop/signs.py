"""One list of signs: what a person notices, what it may be, what to do meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coach.core.safety import Sign, SignList
from coach.core.words import _
from coach.ui.stop.band import LARGE_TEXT
from coach.ui.text import Text
from coach.ui.theme import Line, Size, Space, Theme

ROOM_FOR_COLUMNS = 620
"""Pixels at 100 % text from which what to do stands beside what is noticed."""


class SignRow(QWidget):
    """One sign; read out as one sentence after the other."""

    def __init__(self, theme: Theme, sign: Sign, parent: QWidget | None = None) -> None:
        """Show `sign`."""
        super().__init__(parent)
        self._theme = theme
        self._beside: bool | None = None
        self.notice = Text(Size.STRONG, sign.notice)
        self.may_be = Text(Size.BODY, sign.may_be, tone="soft")
        self.meanwhile = Text(Size.BODY, sign.meanwhile)
        for text in (self.may_be, self.meanwhile):
            if not text.text():
                text.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Space.S, 0, Space.S)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that has room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        more = bool(self.may_be.text() or self.meanwhile.text())
        beside = more and self.width() >= self._theme.pixels(ROOM_FOR_COLUMNS)
        if beside is self._beside:
            return
        self._beside = beside
        for text in (self.notice, self.may_be, self.meanwhile):
            self._grid.removeWidget(text)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if beside else 0)
        self._grid.setRowStretch(1, 1 if beside else 0)  # a long notice parts nothing beside it
        if beside:
            self._grid.addWidget(self.notice, 0, 0, 2, 1, top)
            self._grid.addWidget(self.may_be, 0, 1, top)
            self._grid.addWidget(self.meanwhile, 1, 1, top)
        else:
            for row, text in enumerate((self.notice, self.may_be, self.meanwhile)):
                self._grid.addWidget(text, row, 0, top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below it."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - Line.HAIR, self.width(), self.height() - Line.HAIR)


class SignPage(QWidget):
    """A whole list, the number to call on top of it."""

    def __init__(
        self, theme: Theme, signs: SignList, number: str, parent: QWidget | None = None
    ) -> None:
        """Show `signs`; `number` is whom to call, empty for nobody."""
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.XS)
        self._theme = theme
        self.number = Text(Size.TITLE, number, tone="stop", parent=self)
        self.title = Text(Size.HEADING, signs.title)
        rows.addWidget(self.number)
        self.number.setVisible(bool(number))
        rows.addWidget(self.title)
        self.rows = [SignRow(theme, sign) for sign in signs.signs]
        for row in self.rows:
            rows.addWidget(row)
        if signs.closing:
            rows.addWidget(Text(Size.BODY, signs.closing))
        rows.addStretch(1)
        self.setAccessibleName(signs.title)
        theme.changed.connect(self._size_number)
        self._size_number()

    def _size_number(self) -> None:
        """Set digits in the largest size; in large text, words leave room for what follows."""
        words = Size.TITLE if self._theme.scale <= LARGE_TEXT else Size.HEADING
        is_number = any(sign.isdigit() for sign in self.number.text())
        self.number.set_size(Size.DISPLAY if is_number else words)


def call_text(number: str) -> str:
    """Return whom to call in large letters."""
    return _("Call {number}").format(number=number)
