"""Which routine goes well with which: the programmes that are suggested."""

from __future__ import annotations

from typing import Final

_GOES_WITH: Final = {
    "bedtime-stretch": "wall-stretch-5",
    "bedtime-stretch-seated": "wall-stretch-5",
    "wall-stretch-5": "bedtime-stretch",
    "desk-break-seated": "desk-break-standing",
    "desk-break-standing": "daily-prevention",
    "before-workout": "after-workout",
    "after-workout": "full-session",
}
"""Night cramps: a stretch at bedtime and one by day. At a desk: short breaks, and prevention at
bedtime. Sport: before, after, and a full session two or three times a week."""


def goes_with(routine: str) -> str:
    """Return the id of the routine that is suggested after another; empty for none."""
    return _GOES_WITH.get(routine, "")
