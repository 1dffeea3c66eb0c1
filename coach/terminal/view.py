"""What is to be seen at one moment, in words and numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

from coach.core.captions import side_name, step_title
from coach.core.exercise import Reps
from coach.core.numbers import clock, short_clock, time_left
from coach.core.playback import PlaybackState, Snapshot
from coach.core.routine import ExerciseStep, TransitionStep
from coach.core.timeline import Segment, SegmentKind, Timeline
from coach.core.words import _

BAR_FINENESS = 20
"""Parts a step's progress is shown in: finer would be drawn more often for nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """One moment as a person sees it; equal views look the same.

    Attributes:
        title: What is done now, or next in a rest.
        place: Which step of how many.
        doing: Side, and which hold, set or repetition.
        count: Seconds left, or the number of the repetition.
        caption: What was said last.
        help: How to get into place, a sentence each.
        following: What comes next, and how long the routine still takes.
        shares: How far each step has got, 0 to 1.
        marks: "Paused", "Muted".
        notices: What the person should know, a sentence or two each.
        is_work: The body works.
    """

    title: str
    place: str
    doing: str
    count: str
    caption: str
    help: tuple[str, ...]
    following: str
    shares: tuple[float, ...]
    marks: tuple[str, ...]
    notices: tuple[str, ...]
    is_work: bool


def look(
    timeline: Timeline,
    now: Snapshot,
    *,
    caption: str,
    muted: bool = False,
    notices: tuple[str, ...] = (),
) -> View:
    """Return what is to be seen at `now`; `caption` is what was said last."""
    segment = now.segment
    coming = _coming(timeline, segment)
    step = timeline.steps[coming]
    marks = [_("Paused")] if now.state is PlaybackState.PAUSED else []
    marks += [_("Muted")] if muted else []
    return View(
        title=step_title(step),
        place=_("Step {n} of {all}").format(n=coming + 1, all=len(timeline.steps)),
        doing=_doing(timeline, segment),
        count=_count(now),
        caption=caption,
        help=step.exercise.setup if isinstance(step, ExerciseStep) else (),
        following=_following(timeline, now, coming),
        shares=_shares(timeline, now),
        marks=tuple(marks),
        notices=notices,
        is_work=segment.kind.is_work,
    )


def _coming(timeline: Timeline, segment: Segment) -> int:
    """Return the step a segment is about: in a rest between steps, the one after it."""
    if segment.kind is SegmentKind.REST:
        return timeline.segments[segment.index + 1].step
    return segment.step


def _doing(timeline: Timeline, segment: Segment) -> str:
    parts = [side_name(segment.side), _kind(timeline, segment)]
    return " · ".join(part for part in parts if part)


def _kind(timeline: Timeline, segment: Segment) -> str:
    step = timeline.step_of(segment)
    match segment.kind:
        case SegmentKind.GET_READY:
            return "" if isinstance(step, TransitionStep) else _("Get ready")
        case SegmentKind.CHANGE:
            return _("Change sides")
        case SegmentKind.REST:
            return _("Rest")
        case SegmentKind.FINISH:
            return _("Done")
        case SegmentKind.HOLD:
            return _of(_("Hold"), _("Hold {n} of {all}"), segment.set, segment.sets)
        case SegmentKind.CONTINUOUS:
            return _of(_("Keep going"), _("Round {n} of {all}"), segment.set, segment.sets)
        case SegmentKind.OWN_PACE:
            return _("At your own pace, g when you are ready")
        case SegmentKind.REP:
            return _rep(step, segment)


def _rep(step: object, segment: Segment) -> str:
    assert isinstance(step, ExerciseStep)
    assert isinstance(step.dose, Reps)
    of = _("{n} of {all}").format(n=segment.rep, all=segment.reps)
    sets = _of("", _("Set {n} of {all}"), segment.set, segment.sets)
    return " · ".join(part for part in (step.dose.phases[segment.phase].name, of, sets) if part)


def _of(alone: str, several: str, number: int, count: int) -> str:
    return several.format(n=number, all=count) if count > 1 else alone


def _count(now: Snapshot) -> str:
    segment = now.segment
    if segment.kind is SegmentKind.REP:
        return str(segment.rep)
    if segment.waits:
        return clock(now.within)
    return short_clock(math.ceil(now.left))


def _following(timeline: Timeline, now: Snapshot, coming: int) -> str:
    left = time_left(math.ceil(now.remaining))
    if coming + 1 >= len(timeline.steps):
        return left
    title = step_title(timeline.steps[coming + 1])
    return _("Next: {title}").format(title=title) + f" · {left}"


def _shares(timeline: Timeline, now: Snapshot) -> tuple[float, ...]:
    return tuple(_share(timeline, now, step) for step in range(len(timeline.steps)))


def _share(timeline: Timeline, now: Snapshot, step: int) -> float:
    if step in now.steps_done:
        return 1.0
    if step != now.segment.step or timeline.is_lead_in(now.segment):
        return 0.0
    start = timeline.first_of_step(step).start
    end = timeline.first_of_step(step + 1).start
    gone = now.segment.start + now.progress * now.segment.seconds - start
    share = gone / (end - start) if end > start else 0.0
    return math.floor(min(1.0, share) * BAR_FINENESS) / BAR_FINENESS
