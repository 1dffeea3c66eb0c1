"""Holds a start back for a moment, so that the first words are heard from their beginning."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

MOST_SECONDS = 2.0
"""Nobody waits longer than this for the voice."""


class StartGate(QObject):
    """Open at first: whoever comes goes through. Shut, it lets through when it opens."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Stand open."""
        super().__init__(parent)
        self._shut = False
        self._waiting: Callable[[], None] | None = None
        self._patience = QTimer(self, singleShot=True, interval=round(MOST_SECONDS * 1000))
        self._patience.timeout.connect(self.open)

    def shut(self) -> None:
        """Keep back whoever comes, for `MOST_SECONDS` after that at most."""
        self._shut = True

    def open(self) -> None:
        """Let through who waits, and all who come later."""
        self._shut = False
        self._patience.stop()
        start, self._waiting = self._waiting, None
        if start is not None:
            start()

    def forget(self) -> None:
        """Let nobody through who waits: they no longer want to."""
        self._waiting = None
        self.open()

    def go_through(self, start: Callable[[], None]) -> None:
        """Call `start` as soon as the gate is open."""
        if not self._shut:
            start()
            return
        self._waiting = start
        self._patience.start()
