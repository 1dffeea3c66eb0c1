"""The clock of a cramp, and when the signs to stop for are asked about."""

from __future__ import annotations

import math

TOO_LONG_SECONDS = 600.0
"""A simple cramp is over by then; longer needs medical advice (NHS, leg cramps)."""

MARKS = (180.0, 300.0, TOO_LONG_SECONDS)
"""When the signs to stop for are asked about, and at last STOP. The first two are our choice."""

ASKED_LATELY_SECONDS = 30.0
"""A step does not ask about the signs again so soon."""


class Checks:
    """The running clock, its marks and the question that may be open.

    Attributes:
        clock: Seconds since the cramp began; only ever grows.
        asks: Whether the question is open.
    """

    def __init__(self) -> None:
        """Stand at zero."""
        self.clock = 0.0
        self.asks = False
        self._passed = 0
        self._asked_at = -math.inf

    @property
    def to_mark(self) -> float:
        """Seconds to the next mark; infinity past the last."""
        return math.inf if self.is_too_long else max(0.0, MARKS[self._passed] - self.clock)

    @property
    def is_too_long(self) -> bool:
        """Whether the last mark has been passed."""
        return self._passed == len(MARKS)

    @property
    def to_stop(self) -> float:
        """Seconds to the last mark; infinity past it."""
        return math.inf if self.is_too_long else max(0.0, TOO_LONG_SECONDS - self.clock)

    def pass_mark(self) -> None:
        """Note that the next mark has been reached."""
        self._passed += 1

    def catch_up(self) -> None:
        """Pass the marks that went by while nobody was to be asked."""
        while self.to_mark == 0:
            self.pass_mark()

    def ask(self) -> None:
        """Open the question."""
        self.asks, self._asked_at = True, self.clock

    def ask_after_step(self) -> bool:
        """Open the question unless it was asked lately; tell whether it was opened."""
        if self.clock - self._asked_at < ASKED_LATELY_SECONDS:
            return False
        self.ask()
        return True
