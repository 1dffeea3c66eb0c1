"""How much of the routine is left, in digits."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.numbers import time_left
from coach.ui.player.countdown import JUST_OVER
from coach.ui.theme import Size, Space, Theme


class TimeLeft(QWidget):
    """A line that changes each second without the window being laid out again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._seconds = -1
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_seconds(self, seconds: float) -> None:
        """Show how much is left, in whole seconds begun; another length needs other room."""
        whole = math.ceil(seconds - JUST_OVER)
        if whole == self._seconds:
            return
        self._seconds = whole
        before, self._text = self._text, time_left(whole)
        if len(before) != len(self._text):
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the text with the widest digits."""
        metrics = QFontMetrics(self._theme.font(Size.STRONG))
        widest = "".join("0" if sign.isdigit() else sign for sign in self._text)
        return QSize(metrics.horizontalAdvance(widest) + Space.XS, metrics.height() + Space.XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font(Size.STRONG))
        painter.setLayoutDirection(QGuiApplication.layoutDirection())  # not that of the bar
        sides = Qt.AlignmentFlag
        alignment = sides.AlignRight | sides.AlignAbsolute | sides.AlignVCenter
        painter.drawText(self.rect(), alignment, self._text)
