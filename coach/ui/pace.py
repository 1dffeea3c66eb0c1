"""How often a screen with a moving figure wants to be drawn."""

from __future__ import annotations

MOVING_MS = 16
"""Something moves fast."""

BREATHING_MS = 50
"""Only the ring drains and the figure breathes."""

STILL_MS = 100
"""Nothing moves but the digits; they change within a tenth of a second."""


def frame_interval(figure_seconds: float, *, reduce_motion: bool) -> int:
    """Return the milliseconds between two frames.

    Args:
        figure_seconds: How soon the figure will have moved so far that it is seen; infinite for
            one that does not move.
        reduce_motion: Whether the person wants nothing to move.
    """
    if reduce_motion:
        return STILL_MS
    return round(min(max(figure_seconds * 1000.0, MOVING_MS), BREATHING_MS))
