"""Which moment a sample of a stream belongs to, found from when the device asks. Numbers only."""

from __future__ import annotations

from collections import deque
from typing import Final

WINDOW_SECONDS: Final = 0.7
"""The most punctual asking of so long is taken for the true one. Cues are late for as long after a
device has missed something; several asks must fall into it, since any of them may be late."""
FIRST_ASKS: Final = 3
"""So often a device that was just opened asks before it plays: that tells no time yet."""
STOOD_STILL_SECONDS: Final = 0.5
"""A device that asks so much too late stood still: the machine was suspended."""


class StreamTime:
    """Times a stream. All times are seconds of one monotonic clock.

    A device asks late by some milliseconds, never for long too early: the earliest askings are
    the true ones. Looking at the latest of them only follows a clock that runs a little fast or
    slow, and finds the time again when the device has missed some of it.
    """

    def __init__(self, latency: float = 0.0) -> None:
        """`latency` is the time from the asking for a sample to its being heard."""
        self._latency = latency
        self._asks = 0
        self._lately: deque[tuple[float, float]] = deque()

    def moment(self, played: float, now: float) -> float:
        """Return when the next sample will be heard, `played` seconds after the first one."""
        begun = now - played
        self._asks += 1
        if self._asks <= FIRST_ASKS or begun - self._earliest > STOOD_STILL_SECONDS:
            self._lately.clear()
        while self._lately and now - self._lately[0][0] > WINDOW_SECONDS:
            self._lately.popleft()
        self._lately.append((now, begun))
        return self._earliest + played + self._latency

    @property
    def _earliest(self) -> float:
        return min(begun for _asked, begun in self._lately)
