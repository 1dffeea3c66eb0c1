"""A clock that tells time awake from time asleep."""

from __future__ import annotations

import sys
import time
from typing import NamedTuple, Protocol


class Reading(NamedTuple):
    """What a clock shows.

    Attributes:
        awake: Seconds the machine has been running, from an arbitrary beginning.
        asleep: Seconds it has been suspended in all.
    """

    awake: float
    asleep: float


class Clock(Protocol):
    """Whatever can be asked for the time; tests turn one by hand."""

    def read(self) -> Reading:
        """Return the time now; neither part ever runs backwards."""
        ...


class SystemClock:
    """The machine's clock. `time.monotonic` alone counts sleep on some systems only."""

    def read(self) -> Reading:
        """Return the time now."""
        if sys.platform == "win32":
            import ctypes

            ticks = ctypes.c_ulonglong()
            kernel = ctypes.WinDLL("kernel32")
            kernel.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
            kernel.GetTickCount64.restype = ctypes.c_ulonglong
            awake = ticks.value / 1e7
            return Reading(awake, kernel.GetTickCount64() / 1e3 - awake)
        if sys.platform == "darwin":
            awake = time.clock_gettime(time.CLOCK_UPTIME_RAW)
            return Reading(awake, time.clock_gettime(time.CLOCK_MONOTONIC) - awake)
        awake = time.clock_gettime(time.CLOCK_MONOTONIC)
        return Reading(awake, time.clock_gettime(time.CLOCK_BOOTTIME) - awake)
