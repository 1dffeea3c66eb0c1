"""Room for what is said: no text is cut off because its segment is too short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from coach.core.cue import COUNTED_SECONDS, GAP_SECONDS, OPENING_SECONDS, SOUND_LEAD_SECONDS
from coach.core.cues import Hearing, said_first
from coach.core.timeline import Segment, SegmentKind, Timeline

_STRETCHES = frozenset({SegmentKind.GET_READY, SegmentKind.CHANGE, SegmentKind.REST})


def give_room(
    timeline: Timeline, length_of: Callable[[str], float], hearing: Hearing | None = None
) -> Timeline:
    """Return the timeline with get-ready, change and rest segments as long as what is said.

    Work keeps its length: it is the dose. The time before the first step also has room for its
    countdown, since no total counts it.

    Args:
        timeline: As planned.
        length_of: Seconds that a text takes to say.
        hearing: How much is said; everything where it is not given.
    """
    hearing = hearing or Hearing()
    longer = [_with_room(timeline, segment, length_of, hearing) for segment in timeline.segments]
    starts = accumulate((segment.seconds for segment in longer), initial=0.0)
    placed = tuple(
        replace(segment, start=start) for segment, start in zip(longer, starts, strict=False)
    )
    lead_in = placed[0].seconds if timeline.lead_in > 0 else 0.0
    return replace(timeline, segments=placed, lead_in=lead_in)


def _with_room(
    timeline: Timeline, segment: Segment, length_of: Callable[[str], float], hearing: Hearing
) -> Segment:
    said = said_first(timeline, segment, hearing)
    if segment.kind not in _STRETCHES or not said:
        return segment
    needed = length_of(said) + GAP_SECONDS + (0.0 if segment.index else OPENING_SECONDS)
    if timeline.is_lead_in(segment):
        needed += COUNTED_SECONDS
    elif hearing.has_sounds:
        needed += SOUND_LEAD_SECONDS
    return replace(segment, seconds=max(segment.seconds, needed))
