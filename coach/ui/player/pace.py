"""How often the player wants to be drawn."""

from __future__ import annotations

from coach.core.playback import Snapshot
from coach.core.timeline import SegmentKind

MOVING_MS = 16
"""Something moves that is seen to move."""

BREATHING_MS = 50
"""Only the ring drains and the figure breathes."""

STILL_MS = 100
"""Nothing moves but the digits; they change within a tenth of a second."""

SETTLING_SECONDS = 1.3
"""In a hold and a rest the figure moves into place for so long."""


def frame_interval(snapshot: Snapshot, *, has_figure: bool, reduce_motion: bool) -> int:
    """Return the milliseconds between two frames."""
    if reduce_motion:
        return STILL_MS
    kind = snapshot.segment.kind
    moves = kind in (SegmentKind.REP, SegmentKind.CONTINUOUS)
    settles = snapshot.within < SETTLING_SECONDS
    return MOVING_MS if has_figure and (moves or settles) else BREATHING_MS
