"""A picture that moves for a while, because it is pointed at or has the keys."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from coach.ui.pictures import Pictures
from coach.ui.theme import Motion, Theme

TURNS = 3
"""After so many the picture rests, so that a pointer left on it costs nothing."""

TURN_SECONDS = 3.2


class Moving(QObject):
    """Moves one picture at a time.

    Attributes:
        name: The figure that moves; empty while none does.
        frame: The picture as it is now; None for the one that stands still.

    Signals:
        moved: There is another frame, or the still picture again.
    """

    moved = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QObject) -> None:
        """Let nothing move yet."""
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._size, self._ratio = QSize(), 1.0
        self.name = ""
        self.frame: QPixmap | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=Motion.THUMBNAIL)
        self._timer.timeout.connect(lambda: self.advance_to(self._clock.elapsed() / 1000))

    @property
    def is_on(self) -> bool:
        """Whether something moves."""
        return self._timer.isActive()

    def begin(self, name: str, size: QSize, ratio: float) -> None:
        """Let a figure move, unless nothing may; the same one goes on."""
        if name == self.name:
            return
        self.rest()
        if not name or self._theme.reduce_motion:
            return
        self.name, self._size, self._ratio = name, size, ratio
        self._clock.start()
        self._timer.start()

    def rest(self) -> None:
        """Show the still picture again."""
        self._timer.stop()
        self.name = ""
        if self.frame is not None:
            self.frame = None
            self.moved.emit()

    def advance_to(self, seconds: float) -> None:
        """Show the moment so long after the beginning; at the end of the last turn, rest."""
        turn = seconds / TURN_SECONDS
        if turn >= TURNS:
            self._timer.stop()  # the name stays: it begins anew only where one points anew
            self.frame = None
        else:
            dark, person = self._theme.is_dark, self._theme.person
            self.frame = self._pictures.moment(
                self.name, self._size, self._ratio, turn % 1, dark=dark, person=person
            )
        self.moved.emit()
