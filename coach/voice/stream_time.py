"""Which moment a sample of a stream belongs to, found from when the device asks. Numbers only."""

from __future__ import annotations

from typing import Final

WINDOW_SECONDS: Final = 1.0
"""The most punctual asking of so long is taken for the true one."""
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
        self._until = self._before = self._lately = 0.0

    def moment(self, played: float, now: float) -> float:
        """Return when the next sample will be heard, `played` seconds after the first one."""
        begun = now - played
        self._asks += 1
        stood_still = begun - min(self._before, self._lately) > STOOD_STILL_SECONDS
        if self._asks <= FIRST_ASKS or stood_still:
            self._until, self._before, self._lately = now + WINDOW_SECONDS, begun, begun
        elif now >= self._until:
            self._until, self._before, self._lately = now + WINDOW_SECONDS, self._lately, begun
        else:
            self._lately = min(self._lately, begun)
        return min(self._before, self._lately) + played + self._latency
