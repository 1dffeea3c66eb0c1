"""Measures the time that passes, and wakes up for the next thing to do."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.app.clock import Clock, Reading

FRAME_MS = 16
"""Between two frames while something moves that is seen."""

UNSEEN_MS = 1000
"""The longest time between two looks at the clock while nobody is looking."""

AHEAD_SECONDS = 0.35
"""How long before it is due a cue is handed to the voice, which then begins it on the dot: twice
as long as samples are mixed before they are heard."""

ASLEEP_SECONDS = 1.0
"""A suspension from this length on is one; shorter differences are clock noise."""


class Ticker(QObject):
    """Looks at a clock as often as somebody wants to see something move, else only when due.

    Deadlines, not decrements: what is measured is the clock, whenever it is looked at.

    Signals:
        woke: It is time to look.
    """

    woke = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Stand still; see `wait`."""
        super().__init__(parent)
        self._clock = clock
        self._last = clock.read()
        self._frame_ms: int | None = FRAME_MS
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.woke)

    @property
    def is_ticking(self) -> bool:
        """Whether it will wake up by itself."""
        return self._timer.isActive()

    @property
    def wakes_in(self) -> int:
        """Milliseconds between two looks at the clock."""
        return self._timer.interval()

    def set_frame_interval(self, milliseconds: int | None) -> bool:
        """Say how often frames are wanted, None for not at all; tell whether that is new."""
        new = milliseconds != self._frame_ms
        self._frame_ms = milliseconds
        return new

    def begin(self) -> None:
        """Measure from now."""
        self._last = self._clock.read()

    def passed(self) -> Reading:
        """Return the seconds awake and asleep since the last look, never negative awake."""
        now, before = self._clock.read(), self._last
        self._last = now
        return Reading(max(0.0, now.awake - before.awake), now.asleep - before.asleep)

    def since(self) -> float:
        """Return the seconds awake since the last look, which goes on counting from there."""
        return max(0.0, self._clock.read().awake - self._last.awake)

    def wait(self, seconds: float) -> None:
        """Wake up for the next frame, or in some seconds, whichever comes first."""
        longest = UNSEEN_MS if self._frame_ms is None else self._frame_ms
        wait = longest if math.isinf(seconds) else min(longest, math.ceil(seconds * 1000))
        if not (self._timer.isActive() and self._timer.interval() == wait):
            self._timer.start(wait)

    def rest(self) -> None:
        """Do not wake up by itself any more."""
        self._timer.stop()
