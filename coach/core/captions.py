"""The words that go with each segment; what is spoken is also shown."""

from __future__ import annotations

from coach.core.exercise import Reps, Side, Sides
from coach.core.routine import ExerciseStep, Step, TransitionStep
from coach.core.timeline import Segment, SegmentKind, Timeline
from coach.core.words import _, sentence

FEW_REPS = 2
"""From more repetitions than this on, the last one is announced."""


MOST_WORDS = 7
"""Nobody who stretches takes in more at once. Only what a routine's own words add is longer."""


def step_title(step: Step) -> str:
    """Return the name of a step as shown."""
    if isinstance(step, ExerciseStep):
        return step.exercise.title
    return {"get-ready": _("Get ready"), "sit-on-edge": _("Sit on the edge")}[step.transition]


def step_exercise(step: Step) -> str:
    """Return the id of a step's exercise or transition."""
    return step.exercise.id if isinstance(step, ExerciseStep) else step.transition.value


def side_text(side: Side) -> str:
    """Return which leg works, as spoken; empty for both."""
    texts = {Side.RIGHT: _("Right leg."), Side.LEFT: _("Left leg."), Side.SORE: _("Sore leg.")}
    return texts.get(side, "")


def side_name(side: Side) -> str:
    """Return which leg works, as a label; empty for both."""
    texts = {Side.RIGHT: _("Right leg"), Side.LEFT: _("Left leg"), Side.SORE: _("Sore leg")}
    return texts.get(side, "")


def caption(timeline: Timeline, segment: Segment) -> str:
    """Return what is said and shown as `segment` begins: side first, then what to do."""
    step = timeline.step_of(segment)
    match segment.kind:
        case SegmentKind.FINISH:
            return _("Done. Well done.")
        case SegmentKind.REST:
            return _rest_caption(timeline, segment)
        case SegmentKind.CHANGE:
            return _joined(_("Change sides."), side_text(segment.side))
        case SegmentKind.GET_READY if timeline.is_lead_in(segment):
            return _joined(_("Get ready."), sentence(step_title(step)))
        case _:
            return _step_caption(step, segment)


def _step_caption(step: Step, segment: Segment) -> str:
    if isinstance(step, TransitionStep):
        return step.text
    if segment.kind is SegmentKind.REP:
        return _rep_caption(step, segment)
    return _work_caption(step, segment)


def is_first_of_step(step: ExerciseStep, segment: Segment) -> bool:
    """Whether `segment` is the working segment that a step begins with."""
    starts = segment.set == 1 and segment.rep <= 1 and segment.phase == 0
    return starts and segment.side in (Side.BOTH, step.first_side)


def _rest_caption(timeline: Timeline, segment: Segment) -> str:
    later = timeline.segments[segment.index + 1]
    if later.step == segment.step:
        return _("Ease off.")
    title = step_title(timeline.step_of(later))
    return _joined(_("Rest."), _("Next: {title}.").format(title=title))


def _work_caption(step: ExerciseStep, segment: Segment) -> str:
    side = side_text(segment.side)
    if is_first_of_step(step, segment):
        return _joined(side, sentence(step.exercise.title), step.note)
    last = _("Last one.") if 1 < segment.sets == segment.set else ""
    said = _joined(side, last, _reminder(step, segment.set))
    if len(said.split()) <= MOST_WORDS:
        return said
    return _joined(side, last, "" if segment.set % 2 else _("Keep breathing."))


def _reminder(step: ExerciseStep, number: int) -> str:
    """Return what is said at hold `number`; each second hold reminds of the breath."""
    cues = step.exercise.cues or (_("And again."),)
    if number % 2:
        return cues[(number - 1) % len(cues)]
    said = cues[1 % len(cues)]
    # Translators: part of a word in small letters that cues about breathing have in common.
    return said if _("breath") in said.casefold() else _joined(said, _("Keep breathing."))


def _rep_caption(step: ExerciseStep, segment: Segment) -> str:
    assert isinstance(step.dose, Reps)
    phase = step.dose.phases[segment.phase]
    said = phase.say or sentence(phase.name)
    if is_first_of_step(step, segment):
        return _joined(side_text(segment.side), sentence(step.exercise.title), step.note)
    if step.dose.reverse and segment.phase == 0 and segment.rep == segment.reps // 2 + 1:
        return _("Other way.")
    names_side = segment.phase == 0 and (segment.rep == 1 or step.sides is Sides.ALTERNATING)
    is_last = segment.phase == 0 and FEW_REPS < segment.reps == segment.rep
    return _joined(
        side_text(segment.side) if names_side else "", _("Last one.") if is_last else "", said
    )


def brief_caption(timeline: Timeline, segment: Segment) -> str:
    """Return what is said of `caption` by a voice that says sides and changes only."""
    step = timeline.step_of(segment)
    if segment.kind is SegmentKind.FINISH:
        return _("Done.")
    if segment.kind is SegmentKind.REST:
        same_step = timeline.segments[segment.index + 1].step == segment.step
        return _("Ease off.") if same_step else _("Rest.")
    if timeline.is_lead_in(segment):
        return _("Get ready.")
    if segment.kind is SegmentKind.CHANGE or not isinstance(step, ExerciseStep):
        return caption(timeline, segment)
    if is_first_of_step(step, segment):
        return _joined(side_text(segment.side), sentence(step.exercise.title))
    if segment.kind is SegmentKind.REP:
        said = caption(timeline, segment)
        return said if said == _("Other way.") else _brief_rep(step, segment)
    return side_text(segment.side) or _("And again.")


def _brief_rep(step: ExerciseStep, segment: Segment) -> str:
    names_side = segment.phase == 0 and (segment.rep == 1 or step.sides is Sides.ALTERNATING)
    return side_text(segment.side) if names_side else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
