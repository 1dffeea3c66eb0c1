"""What the body does now and for how long: a word, digits and a bar that drains."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.relief import PartKind, ReliefSnapshot
from coach.core.words import _
from coach.ui.cramp.words import countdown, headline
from coach.ui.mirror import mirrored
from coach.ui.theme import Space, Theme

BAR = 8
"""Height of the bar in pixels."""


class Beat(QWidget):
    """Redraws its digits once a second and the bar by the pixel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._word = self._digits = ""
        self._works = False
        self._filled = 0
        self._fonts: tuple[QFont, QFont] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAccessibleName(_("Seconds left of this part"))
        theme.changed.connect(self._look_anew)

    @property
    def text(self) -> str:
        """What is shown: "Pull 7"."""
        return f"{self._word} {self._digits}".strip()

    def set_moment(self, now: ReliefSnapshot) -> None:
        """Draw again what has changed."""
        word, digits = headline(now), countdown(now)
        self._works = now.part.kind in (PartKind.HOLD, PartKind.MOVE)
        if word != self._word:
            self._word, self._digits = word, digits
            self.setAccessibleDescription(self._word)
            self._look_anew()
        elif digits != self._digits:
            if len(digits) != len(self._digits):
                self._fonts = None
            self._digits = digits
            self.update()
        share = 0.0 if math.isinf(now.part_left) else now.part_left / now.part.seconds
        filled = round(share * self.width())
        if filled != self._filled:
            left, right = sorted((filled, self._filled))
            self._filled = filled
            strip = QRect(left - BAR, self.height() - BAR, right - left + 2 * BAR, BAR)
            self.update(mirrored(strip, self.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit word and digits."""
        super().resizeEvent(event)
        self._look_anew()

    def _look_anew(self) -> None:
        self._fonts = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar, word and digits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_bar(painter)
        if event.rect().top() >= self.height() - BAR:
            return
        self._fonts = self._fonts or self._fit()
        small, big = self._fonts
        place = QRectF(0, 0, self.width(), self._room)
        bottom = int(Qt.AlignmentFlag.AlignBottom)
        painter.setFont(small)
        painter.setPen(self._theme.colour("teal_text" if self._works else "ink"))
        drop = QFontMetricsF(big).descent() - QFontMetricsF(small).descent()
        painter.drawText(place.translated(0, -max(0.0, drop)), bottom, self._word)
        painter.setFont(big)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(place, bottom | int(Qt.AlignmentFlag.AlignRight), self._digits)

    @property
    def _room(self) -> float:
        return float(max(1, self.height() - BAR - Space.XS))

    def _draw_bar(self, painter: QPainter) -> None:
        top = self.height() - BAR
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), BAR), BAR / 2, BAR / 2)
        if self._filled >= BAR:
            painter.setBrush(self._theme.colour("teal" if self._works else "edge"))
            filled = mirrored(QRectF(0, top, self._filled, BAR), QRectF(self.rect()))
            painter.drawRoundedRect(filled, BAR / 2, BAR / 2)

    def _fit(self) -> tuple[QFont, QFont]:
        """Return the largest fonts in which both stand side by side."""
        weight = QFont.Weight.DemiBold
        height = self._room
        while True:
            big = self._theme.font_of(height * 0.86, weight)
            small = self._theme.font_of(height * 0.52, weight)
            digits = QFontMetricsF(big).horizontalAdvance("0" * len(self._digits))
            word = QFontMetricsF(small).horizontalAdvance(self._word)
            if digits + word + height * 0.2 <= self.width() or height <= 8:
                return small, big
            height -= 2
