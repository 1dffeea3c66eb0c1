"""A soft light round the screen at each change, for those who hear nothing."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, QRect, QVariantAnimation
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from coach.ui.theme import Theme

WIDTH = 8
"""Pixels of the light; less than the margin, so that no part is drawn again for it."""

_FADE_MS = 700
_BRIGHTEST = 0.6


class Flash(QObject):
    """Lights up once and fades; while it does it does not begin anew, so it never flickers.

    However fast somebody presses, there are less than two lights a second; three may harm.
    """

    def __init__(self, theme: Theme, screen: QWidget) -> None:
        """Light the edge of `screen`, which calls `paint`."""
        super().__init__(screen)
        self._theme = theme
        self._screen = screen
        self.strength = 0.0

    @cached_property
    def _fade(self) -> QVariantAnimation:
        fade = QVariantAnimation(self)
        fade.setDuration(_FADE_MS)
        fade.setStartValue(_BRIGHTEST)
        fade.setEndValue(0.0)
        fade.valueChanged.connect(self._update)
        return fade

    def begin(self) -> None:
        """Light up, unless it has only just done so."""
        if self._fade.state() is not QVariantAnimation.State.Running:
            self._fade.start()

    def end(self) -> None:
        """Go out at once."""
        if self.strength > 0:
            self._fade.stop()
        self.strength = 0.0

    def paint(self, painter: QPainter) -> None:
        """Draw the light as strong as it is now."""
        if self.strength > 0:
            painter.save()
            painter.setOpacity(self.strength)
            painter.setClipRegion(self._edge)
            painter.fillRect(self._screen.rect(), self._theme.colour("teal"))
            painter.restore()

    @property
    def _edge(self) -> QRegion:
        all_of_it = self._screen.rect()
        inner = QRect(all_of_it).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        return QRegion(all_of_it).subtracted(QRegion(inner))

    def _update(self, strength: float) -> None:
        self.strength = float(strength)
        self._screen.update(self._edge)
