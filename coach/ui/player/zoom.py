"""Type that grows with the window: a full screen is looked at from farther off."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from coach.ui.style import label_sizes
from coach.ui.theme import Theme

FROM: Final = (1100, 640)
"""Width and height in pixels of the player at which all is in its usual size, at 100 % text."""

STEP: Final = 0.25
"""The factor changes by so much at a time, so that a window being drawn larger does not jitter."""

MOST: Final = 3.0
"""No larger than this: four times the window of FROM is a screen of 3840 by 2160."""


def zoom_for(width: int, height: int, scale: float) -> float:
    """Return the factor for a size in pixels and the factor of the text: 1 to 3."""
    room = min(width / FROM[0], height / FROM[1]) / scale
    return min(MOST, max(1.0, room // STEP * STEP))


class Zoomed(Theme):
    """The app's theme, all sizes larger by a factor."""

    def __init__(self, base: Theme) -> None:
        """Follow `base`."""
        self.base = base
        self.factor = 1.0
        super().__init__(parent=base)
        base.changed.connect(self._follow)

    @property
    def reduce_motion(self) -> bool:
        """As the app's."""
        return self.base.reduce_motion

    def fit(self, screen: QWidget) -> None:
        """Take the factor that a screen's size asks for, for all that is on it."""
        self.set_factor(zoom_for(screen.width(), screen.height(), self.base.scale))
        sheet = label_sizes(self) if self.factor != 1 else ""
        if sheet != screen.styleSheet():
            screen.setStyleSheet(sheet)

    def set_factor(self, factor: float) -> None:
        """Make everything larger; the same factor costs nothing."""
        if factor != self.factor:
            self.factor = factor
            self._follow()

    def _follow(self) -> None:
        self._take()
        self.changed.emit()

    def _take(self) -> None:
        self.colours = self.base.colours
        self.scale = self.base.scale * self.factor
        self.person = self.base.person
        self._fonts.clear()
        self._qcolors.clear()
