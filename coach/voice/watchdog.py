"""When to take the speaking process for hung, and how often to start it again. Numbers only."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

PATIENCE: Final = 2.0
"""Seconds the worker may say nothing while something is asked of it."""
START_PATIENCE: Final = 10.0
"""Seconds the worker may take to be ready: a cold disk and a first start are slow."""
CHECK_EVERY: Final = 0.5
"""Seconds between two checks, while something is asked."""
PAUSES: Final = (0.5, 2.0, 8.0)
"""Seconds to wait before each start in a row of failed ones."""


class Watchdog:
    """Tells a busy worker from a hung one.

    Everything asked of the worker is expected to be answered; as long as the worker says
    something, it is alive. Times are seconds of any monotonic clock.
    """

    def __init__(self) -> None:
        """Expect nothing."""
        self._expected: set[Hashable] = set()
        self._starting = False
        self._heard = 0.0
        self._checked = 0.0

    @property
    def busy(self) -> bool:
        """Whether an answer is outstanding."""
        return self._starting or bool(self._expected)

    def launched(self, now: float) -> None:
        """Note that a worker was started, which is to say that it is ready."""
        self._begin(now)
        self._starting = True

    def ready(self) -> None:
        """Note that the worker is ready."""
        self._starting = False

    def expect(self, key: Hashable, now: float) -> None:
        """Note that something is due for `key`."""
        if not self.busy:
            self._begin(now)
        self._expected.add(key)

    def answered(self, key: Hashable) -> None:
        """Note that nothing is due for `key` any more."""
        self._expected.discard(key)

    def heard(self, now: float) -> None:
        """Note that the worker said something, whatever it was."""
        self._heard = now

    def forget(self) -> None:
        """Expect nothing any more: the worker is gone."""
        self._expected.clear()
        self._starting = False

    def check(self, now: float) -> bool:
        """Return whether the worker hangs; to be called every `CHECK_EVERY` seconds while busy.

        A check that comes much too late says that this very process was held up, and perhaps
        has not yet read what the worker said: the worker then gets its patience anew.
        """
        held_up = now - self._checked > 3 * CHECK_EVERY
        self._checked = now
        if held_up:
            self._heard = now
        patience = START_PATIENCE if self._starting else PATIENCE
        return self.busy and now - self._heard >= patience

    def _begin(self, now: float) -> None:
        self._heard = self._checked = now


class Restarts:
    """Counts failed starts in a row."""

    def __init__(self) -> None:
        """Count from nought."""
        self._failed = 0

    def next_pause(self) -> float | None:
        """Return the seconds to wait before the next start, none when it is time to give up."""
        if self._failed >= len(PAUSES):
            return None
        self._failed += 1
        return PAUSES[self._failed - 1]

    def succeeded(self) -> None:
        """Start counting anew."""
        self._failed = 0
