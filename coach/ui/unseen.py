"""Tells when nobody has seen the app for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmapCache

if TYPE_CHECKING:
    from coach.ui.window import MainWindow

AWAY_MS = 2000
"""So long out of sight before anything is given up: a glance at another window costs nothing."""

AGAIN_MS = 30_000
"""Until the next look while something is played that is only heard."""


class Unseen(QObject):
    """Watches whether a window is exposed: neither minimised nor hidden nor behind others.

    Signals:
        away: Nothing of the app is seen, and nothing plays; once each time it goes out of sight.
    """

    away = Signal()

    def __init__(self, window: MainWindow) -> None:
        """Watch a window that has been shown."""
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window out of sight and back."""
        if event.type() == QEvent.Type.Expose:
            if _is_seen():
                self._timer.stop()
            else:
                self._timer.start(AWAY_MS)
        return False

    def _look(self) -> None:
        if _is_seen():
            return
        if _is_busy(self._window):
            self._timer.start(AGAIN_MS)
            return
        QPixmapCache.clear()
        self.away.emit()


def _is_seen() -> bool:
    return any(window.isExposed() for window in QGuiApplication.topLevelWindows())


def _is_busy(window: MainWindow) -> bool:
    """Whether time passes: in a routine that is not paused, or in relief."""
    if window.is_made("cramp_screen") and window.cramp_screen.is_on:
        return True
    return window.playing is not None and window.playing.is_ticking
