"""The words of the player, made from a moment of playing; no widget, no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.captions import caption, side_name, step_title
from coach.core.exercise import Continuous, Dose, Hold, OwnPace, Reps, Side
from coach.core.numbers import spoken_seconds_text, time_left
from coach.core.routine import ExerciseStep, Step, TransitionStep
from coach.core.timeline import Segment, SegmentKind, Timeline
from coach.core.words import _, counted, listed, sentence

if TYPE_CHECKING:  # the editor tells of doses and plays nothing
    from coach.core.playback import Snapshot


def shown_step(timeline: Timeline, segment: Segment) -> Step:
    """Return the step that is pictured: where nothing is exercised, the one that comes next."""
    step = timeline.step_of(_ahead(timeline, segment))
    if isinstance(step, TransitionStep):
        following = timeline.next_work(segment)
        return timeline.step_of(following) if following else step
    return step


def is_ahead(timeline: Timeline, segment: Segment) -> bool:
    """Whether the exercise that is pictured is still to come."""
    if timeline.is_lead_in(segment) or _ahead(timeline, segment).step != segment.step:
        return True
    return isinstance(timeline.step_of(segment), TransitionStep)


def title(timeline: Timeline, segment: Segment) -> str:
    """Return the name of what is pictured."""
    if segment.kind is SegmentKind.FINISH:
        return _("Done")
    return step_title(timeline.step_of(_ahead(timeline, segment)))


def eyebrow(timeline: Timeline, segment: Segment) -> str:
    """Return the small line over the title: which step, or that it comes next."""
    ahead = _ahead(timeline, segment)
    texts = {"n": ahead.step + 1, "all": len(timeline.steps)}
    if timeline.is_lead_in(segment) or ahead.step != segment.step:
        return _("Coming up: step {n} of {all}").format(**texts)
    return _("Step {n} of {all}").format(**texts)


def side_badge(timeline: Timeline, segment: Segment) -> str:
    """Return which leg works, or will: "Right leg"; empty for both."""
    side = segment.side
    if is_ahead(timeline, segment):
        step = timeline.step_of(_ahead(timeline, segment))
        side = step.blocks[0] if isinstance(step, ExerciseStep) else Side.BOTH
    return side_name(side)


def state_word(timeline: Timeline, segment: Segment) -> str:
    """Return the one word under the digits."""
    if segment.kind is SegmentKind.REP:
        step = timeline.step_of(segment)
        assert isinstance(step, ExerciseStep)
        assert isinstance(step.dose, Reps)
        return step.dose.phases[segment.phase].name
    return {
        SegmentKind.GET_READY: _("Get ready"),
        SegmentKind.HOLD: _("Hold"),
        SegmentKind.CONTINUOUS: _("Keep going"),
        SegmentKind.OWN_PACE: _("Your pace"),
        SegmentKind.CHANGE: _("Change sides"),
        SegmentKind.REST: _("Rest"),
        SegmentKind.FINISH: _("Done"),
    }[segment.kind]


def count_line(timeline: Timeline, segment: Segment) -> str:
    """Return where one is in the dose: "Hold 2 of 3"; before it begins, how much it is."""
    ahead = _ahead(timeline, segment)
    step = timeline.step_of(ahead)
    following = ahead if ahead.kind.is_work else timeline.next_work(ahead)
    if isinstance(step, TransitionStep) or following is None or following.step != ahead.step:
        return ""
    if isinstance(step.dose, OwnPace) or is_ahead(timeline, segment):
        return dose_text(step.dose)
    return _place_in_dose(step.dose, following)


def dose_text(dose: Dose) -> str:
    """Return how much is done, on each side."""
    match dose:
        case Hold(seconds=seconds, count=count):
            each = spoken_seconds_text(seconds)
            if count == 1:
                return _("Hold {seconds}").format(seconds=each)
            return counted("{n} hold of {seconds}", "{n} holds of {seconds}", count, seconds=each)
        case Reps(count=count, sets=sets):
            times = counted("{n} repetition", "{n} repetitions", count)
            if sets == 1:
                return times
            return counted("{n} set of {times}", "{n} sets of {times}", sets, times=times)
        case Continuous(seconds=seconds, count=count):
            each = spoken_seconds_text(seconds)
            if count == 1:
                return each
            return counted("{n} round of {seconds}", "{n} rounds of {seconds}", count, seconds=each)
        case OwnPace(count=0):
            return _("As long as you like")
        case OwnPace(count=count):
            return counted("Once, as slowly as you like", "{n} times, as slowly as you like", count)


def _place_in_dose(dose: Dose, segment: Segment) -> str:
    texts = []
    if segment.sets > 1:
        names = {Reps: _("Set {n} of {all}"), Continuous: _("Round {n} of {all}")}
        texts.append(
            names.get(type(dose), _("Hold {n} of {all}")).format(n=segment.set, all=segment.sets)
        )
    if segment.reps > 1:
        text = _("Repetition {n} of {all}")
        texts.append(text.format(n=segment.rep, all=segment.reps))
    return listed(texts)


def what_to_do(timeline: Timeline, segment: Segment) -> tuple[str, ...]:
    """Return how to do the present step, in a rest the next one, sentence by sentence."""
    step = timeline.step_of(_ahead(timeline, segment))
    if isinstance(step, TransitionStep):
        return (step.text,)
    return (*step.exercise.setup, step.note) if step.note else step.exercise.setup


def before_routine(timeline: Timeline, segment: Segment) -> str:
    """Return what to see to before the routine begins; empty once it has begun."""
    return timeline.routine.before if timeline.is_lead_in(segment) else ""


def next_line(timeline: Timeline, segment: Segment) -> str:
    """Return what comes after the step that is pictured."""
    number = _ahead(timeline, segment).step + 1
    if number >= len(timeline.steps):
        return _("The last step")
    return _("Then: {title}").format(title=step_title(timeline.steps[number]))


def spoken_progress(timeline: Timeline, snapshot: Snapshot) -> str:
    """Return how far the routine has got, for screen readers."""
    texts = {"n": snapshot.segment.step + 1, "all": len(timeline.steps)}
    return listed((_("Step {n} of {all}").format(**texts), time_left(round(snapshot.remaining))))


def announcement(timeline: Timeline, segment: Segment) -> str:
    """Return what a screen reader is told as a segment begins."""
    count = count_line(timeline, segment) if segment.kind.is_work else ""
    seconds = spoken_seconds_text(segment.seconds) if segment.seconds else ""
    parts = (caption(timeline, segment), before_routine(timeline, segment), count, seconds)
    return " ".join(sentence(part) for part in parts if part)


def _ahead(timeline: Timeline, segment: Segment) -> Segment:
    """Return the segment whose step is pictured."""
    if segment.kind is not SegmentKind.REST:
        return segment
    return timeline.segments[segment.index + 1]
