"""A soft light at each change, for those who hear nothing."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from coach.ui.theme import Theme

FADE_MS = 300
"""From its brightest to nothing."""

APART_MS = 1000
"""No light begins sooner after the one before: far below the three a second that may harm."""

STEPS = 8
"""Shades between its brightest and nothing; more are not told apart, and each costs a frame."""

STILL_MS = 1000
"""So long a light stays, unchanged, for people who want nothing to move."""


class Glow(QObject):
    """Lights up once and fades; with reduced motion it stays a second and is gone.

    Attributes:
        strength: How bright it is now, a fraction from 0 to 1.

    Signals:
        changed: It is brighter or darker now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Be dark."""
        super().__init__(parent)
        self._theme = theme
        self.strength = 0.0
        self._fade = QVariantAnimation(self, duration=FADE_MS, startValue=1.0, endValue=0.0)
        self._fade.valueChanged.connect(self._set)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(lambda: self._set(0.0))
        self._rest = QTimer(self, singleShot=True, interval=APART_MS)

    def begin(self) -> None:
        """Light up, unless it has only just done so."""
        if self._rest.isActive():
            return
        self._rest.start()
        self._set(1.0)
        if self._theme.reduce_motion:
            self._still.start()
        else:
            self._fade.start()

    def end(self) -> None:
        """Go out at once."""
        self._fade.stop()
        self._still.stop()
        self._rest.stop()
        self._set(0.0)

    def _set(self, strength: object) -> None:
        assert isinstance(strength, float)
        strength = ceil(strength * STEPS) / STEPS
        if strength != self.strength:
            self.strength = strength
            self.changed.emit()
