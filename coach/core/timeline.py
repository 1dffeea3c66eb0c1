"""A routine laid out in time: segments that follow each other without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from coach.core.exercise import Continuous, Hold, OwnPace, Reps, Side, Sides
from coach.core.routine import ExerciseStep, Routine, Step, TransitionStep, block_count

LEAD_IN_SECONDS = 5.0
"""Time to get into place before a routine that does not begin with a transition of its own."""


class SegmentKind(StrEnum):
    """What a person does in a segment."""

    GET_READY = "get-ready"
    HOLD = "hold"
    REP = "rep"
    CONTINUOUS = "continuous"
    OWN_PACE = "own-pace"
    CHANGE = "change"
    REST = "rest"
    FINISH = "finish"

    @property
    def is_work(self) -> bool:
        """Whether the body works, as against getting ready, changing sides or resting."""
        return self in _WORK


_WORK = frozenset({SegmentKind.HOLD, SegmentKind.REP, SegmentKind.CONTINUOUS, SegmentKind.OWN_PACE})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time in which one thing is done.

    Attributes:
        index: Place among the timeline's segments.
        kind: What is done.
        step: Index of the routine's step it belongs to; a rest belongs to the step before it.
        start: Seconds from the timeline's beginning.
        seconds: Length; 0 for the finish and for what waits until the person goes on.
        side: The leg that works, or the leg that works next in a change.
        set: Number of the hold, set or block on this side, from 1; 0 outside of work.
        sets: How many of them there are on each side.
        rep: Number of the repetition on this side, from 1; 0 where none are counted.
        reps: How many of them there are in the set.
        phase: Index of the repetition's phase.
        last_of_step: The step's work ends with this segment.
    """

    kind: SegmentKind
    step: int
    seconds: float
    side: Side = Side.BOTH
    set: int = 0
    sets: int = 0
    rep: int = 0
    reps: int = 0
    phase: int = 0
    last_of_step: bool = False
    index: int = 0
    start: float = 0

    @property
    def waits(self) -> bool:
        """Whether it lasts until the person goes on."""
        return self.kind is SegmentKind.OWN_PACE

    @property
    def end(self) -> float:
        """Seconds from the timeline's beginning to its end."""
        return self.start + self.seconds


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every segment of a routine, in order.

    Attributes:
        routine: What is played.
        steps: Its steps, groups written out.
        segments: Never empty; the last one is the finish.
        lead_in: Seconds before the first step that the routine's total does not count.
    """

    routine: Routine
    steps: tuple[Step, ...]
    segments: tuple[Segment, ...]
    lead_in: float

    @property
    def seconds(self) -> float:
        """Length of all segments: the routine's total and the lead-in."""
        return self.segments[-1].end

    def step_of(self, segment: Segment) -> Step:
        """Return the step that `segment` belongs to."""
        return self.steps[segment.step]

    def is_lead_in(self, segment: Segment) -> bool:
        """Whether `segment` is the time before the first step."""
        return segment.index == 0 and self.lead_in > 0

    def has_hard_stop(self, segment: Segment) -> bool:
        """Whether `segment` may not be made longer."""
        step = self.step_of(segment)
        return isinstance(step, ExerciseStep) and segment.kind.is_work and step.exercise.hard_stop

    def is_like(self, other: Timeline) -> bool:
        """Whether the same things are done in the same order, in whatever words and lengths."""
        return [_shape(one) for one in self.segments] == [_shape(one) for one in other.segments]

    def first_of_step(self, step: int) -> Segment:
        """Return the segment a step begins with; the finish for a step past the last."""
        for segment in self.segments:
            if segment.step == step and not self.is_lead_in(segment):
                return segment
        return self.segments[-1]

    def next_work(self, segment: Segment) -> Segment | None:
        """Return the first working segment after `segment`, None where there is none."""
        later = self.segments[segment.index + 1 :]
        return next((candidate for candidate in later if candidate.kind.is_work), None)


def build_timeline(
    routine: Routine, *, lead_in: float = LEAD_IN_SECONDS, sore_side: Side | None = None
) -> Timeline:
    """Lay a routine out in time.

    Args:
        routine: With at least one step.
        lead_in: Seconds to get into place; left out where the routine begins with a transition.
        sore_side: The leg that hurts; None where nobody said which.
    """
    steps = tuple(_for_sore_side(step, sore_side) for step in routine.steps)
    if isinstance(steps[0], TransitionStep):
        lead_in = 0
    segments = [Segment(SegmentKind.GET_READY, 0, lead_in)] if lead_in > 0 else []
    for index, step in enumerate(steps):
        segments += _segments_of(index, step)
        if step.rest_after > 0 and index + 1 < len(steps):
            segments.append(Segment(SegmentKind.REST, index, step.rest_after))
    segments.append(Segment(SegmentKind.FINISH, len(steps) - 1, 0))
    starts = accumulate((segment.seconds for segment in segments), initial=0.0)
    placed = tuple(
        replace(segment, index=index, start=start)
        for index, (segment, start) in enumerate(zip(segments, starts, strict=False))
    )
    return Timeline(routine, steps, placed, lead_in)


def _shape(segment: Segment) -> Segment:
    return replace(segment, seconds=0, start=0)


def _for_sore_side(step: Step, sore_side: Side | None) -> Step:
    if isinstance(step, TransitionStep) or step.sides is not Sides.SORE:
        return step
    return replace(step, first_side=sore_side or Side.SORE)


def _segments_of(index: int, step: Step) -> list[Segment]:
    if isinstance(step, TransitionStep):
        return [Segment(SegmentKind.GET_READY, index, step.seconds, last_of_step=True)]
    segments: list[Segment] = []
    done: dict[Side, int] = {}
    blocks = step.blocks
    for number, side in enumerate(blocks):
        done[side] = done.get(side, 0) + 1
        segments += _block(index, step, side, done[side])
        gap = step.gap_after(number)
        if gap > 0:
            changes = blocks[number + 1] is not side
            kind = SegmentKind.CHANGE if changes else SegmentKind.REST
            segments.append(Segment(kind, index, gap, side=blocks[number + 1]))
    segments[-1] = replace(segments[-1], last_of_step=True)
    return segments


def _block(index: int, step: ExerciseStep, side: Side, number: int) -> Iterator[Segment]:
    base = Segment(SegmentKind.HOLD, index, 0, side, set=number, sets=block_count(step.dose))
    match step.dose:
        case Hold(seconds=seconds):
            yield replace(base, seconds=seconds)
        case Continuous(seconds=seconds):
            yield replace(base, kind=SegmentKind.CONTINUOUS, seconds=seconds)
        case OwnPace(count=count):
            yield replace(base, kind=SegmentKind.OWN_PACE, reps=count)
        case Reps() as reps:
            yield from _reps(step, reps, replace(base, kind=SegmentKind.REP, reps=reps.count))


def _reps(step: ExerciseStep, reps: Reps, base: Segment) -> Iterator[Segment]:
    sides: tuple[Side, ...] = (base.side,)
    if step.sides is Sides.ALTERNATING:
        sides = (step.first_side, step.first_side.other)
    for rep in range(1, reps.count + 1):
        for side in sides:
            for number, phase in enumerate(reps.phases):
                yield replace(base, seconds=phase.seconds, side=side, rep=rep, phase=number)
