"""What is heard, and when: cues that never overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from coach.core.captions import caption, is_first_of_step
from coach.core.exercise import Sides
from coach.core.routine import ExerciseStep
from coach.core.timeline import Segment, SegmentKind, Timeline
from coach.core.words import _

LONG_HOLD_SECONDS = 20.0
"""From this length on, a hold has a halfway cue."""

MANY_REPS = 12
"""Up to so many repetitions each phase is spoken; beyond, every fifth is counted."""

COUNTED_SECONDS = 3.0
"""The end of a hold that is counted, a number a second."""

SHORTEST_SPOKEN_PHASE_SECONDS = 2.0
GAP_SECONDS = 0.1
"""Silence between two cues."""


class Priority(IntEnum):
    """Which of two cues that would overlap is heard: the higher one."""

    ENCOURAGEMENT = 1
    HALFWAY = 2
    PHASE = 3
    COUNTDOWN = 4
    CHANGE = 5
    SAFETY = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """Something said in a segment.

    Attributes:
        segment: Index of the segment.
        offset: Seconds from the segment's beginning, or, if `from_end`, from its end (0 or less).
        text: What is said.
        priority: What it is worth against others.
        from_end: It keeps its distance from the end when the segment is made longer.
    """

    segment: int
    offset: float
    text: str
    priority: Priority
    from_end: bool = False


def spoken_seconds(text: str) -> float:
    """Estimate how long a text takes to say, for texts whose clip is not known.

    About 14 characters a second, which is an ordinary voice at 160 words a minute.
    """
    return 0.3 + len(text) / 14


def plan_cues(
    timeline: Timeline, length_of: Callable[[str], float] = spoken_seconds
) -> tuple[Cue, ...]:
    """Return the cues of a timeline in the order they are heard.

    Args:
        timeline: What is played.
        length_of: Seconds that a text takes to say.
    """
    accepted: list[tuple[float, float, Cue]] = []
    wanted = [bundle for segment in timeline.segments for bundle in _wanted(timeline, segment)]
    for bundle in sorted(wanted, key=lambda bundle: -bundle[0].priority):
        spans = [_span(timeline, cue, length_of) for cue in bundle]
        apart = all(before[1] <= after[0] for before, after in pairwise(spans))
        if apart and all(_is_free(accepted, start, end) for start, end, _cue in spans):
            for span in spans:
                accepted.insert(_place(accepted, span[0]), span)
    return tuple(cue for _start, _end, cue in accepted)


def cue_texts(timeline: Timeline) -> tuple[str, ...]:
    """Return every text that may be said, each once, the first one due first."""
    wanted = (bundle for segment in timeline.segments for bundle in _wanted(timeline, segment))
    return tuple(dict.fromkeys(cue.text for bundle in wanted for cue in bundle))


def _span(
    timeline: Timeline, cue: Cue, length_of: Callable[[str], float]
) -> tuple[float, float, Cue]:
    segment = timeline.segments[cue.segment]
    start = (segment.end if cue.from_end else segment.start) + cue.offset
    return start, start + length_of(cue.text) + GAP_SECONDS, cue


def _place(accepted: list[tuple[float, float, Cue]], start: float) -> int:
    return bisect_left(accepted, start, key=lambda span: span[0])


def _is_free(accepted: list[tuple[float, float, Cue]], start: float, end: float) -> bool:
    place = _place(accepted, start)
    before_is_over = place == 0 or accepted[place - 1][1] <= start
    after_is_later = place == len(accepted) or accepted[place][0] >= end
    return before_is_over and after_is_later


def _wanted(timeline: Timeline, segment: Segment) -> Iterator[tuple[Cue, ...]]:
    """Yield bundles of cues that are heard all or not at all."""
    if segment.kind is SegmentKind.REP:
        yield from _wanted_in_rep(timeline, segment)
        return
    yield (Cue(segment.index, 0, caption(timeline, segment), Priority.CHANGE),)
    if segment.kind is SegmentKind.FINISH or segment.waits:
        return
    if segment.kind.is_work and segment.seconds >= LONG_HOLD_SECONDS:
        yield (Cue(segment.index, segment.seconds / 2, _("Halfway."), Priority.HALFWAY),)
    if segment.seconds > COUNTED_SECONDS:
        yield countdown(segment)


def countdown(segment: Segment) -> tuple[Cue, ...]:
    """Return the last three seconds of a segment, counted."""
    numbers = (_("Three."), _("Two."), _("One."))
    return tuple(
        Cue(segment.index, place - COUNTED_SECONDS, number, Priority.COUNTDOWN, from_end=True)
        for place, number in enumerate(numbers)
    )


def _wanted_in_rep(timeline: Timeline, segment: Segment) -> Iterator[tuple[Cue, ...]]:
    step = timeline.step_of(segment)
    assert isinstance(step, ExerciseStep)
    said = caption(timeline, segment)
    if is_first_of_step(step, segment) or said == _("Other way."):
        yield (Cue(segment.index, 0, said, Priority.CHANGE),)
        return
    if segment.phase == 0 and segment.reps > MANY_REPS and segment.rep > 2:
        yield from _count(segment)
        return
    long_enough = segment.seconds >= SHORTEST_SPOKEN_PHASE_SECONDS
    names_side = step.sides is Sides.ALTERNATING and segment.phase == 0
    starts_side = segment.phase == 0 and segment.rep == 1
    if (segment.reps <= MANY_REPS or segment.rep <= 2) and (long_enough or names_side):
        priority = Priority.CHANGE if starts_side else Priority.PHASE
        yield (Cue(segment.index, 0, said, priority),)
    elif starts_side:
        yield (Cue(segment.index, 0, said, Priority.CHANGE),)


def _count(segment: Segment) -> Iterator[tuple[Cue, ...]]:
    if segment.rep == segment.reps:
        yield (Cue(segment.index, 0, _("Last one."), Priority.PHASE),)
    elif segment.rep % 5 == 0:
        yield (Cue(segment.index, 0, f"{segment.rep}.", Priority.PHASE),)
