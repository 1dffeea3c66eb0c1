"""What is heard, and when: cues that never overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from coach.core.captions import FEW_REPS, brief_caption, caption, is_first_of_step
from coach.core.cue import (
    COUNTED_SECONDS,
    GAP_SECONDS,
    LONG_HOLD_SECONDS,
    OPENING_SECONDS,
    Cue,
    Priority,
    spoken_seconds,
)
from coach.core.exercise import Sides
from coach.core.routine import ExerciseStep
from coach.core.timeline import Segment, SegmentKind, Timeline
from coach.core.verbosity import Verbosity
from coach.core.words import _

TWO_HELPS_SECONDS = 30.0
"""From this length on, there is a second word of help after halfway."""

MANY_REPS = 12
"""Up to so many repetitions each phase is spoken; beyond, every fifth is counted."""

SHORTEST_SPOKEN_PHASE_SECONDS = 2.0


class Sound(StrEnum):
    """Names of the sounds, each a file in `assets/sounds`."""

    BEGIN = "begin"
    """Work begins."""
    CHANGE = "change"
    """Sides change, or a rest begins."""
    END = "end"
    """The routine is over."""
    TICK = "tick"
    """One second of a countdown, one phase of a repetition: softer than the others."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a person wants to hear a routine.

    Attributes:
        verbosity: How much.
        sounds: Sounds are heard beside words; words are then begun `SOUND_LEAD_SECONDS` later.
        stop_rules: Said once, early, where there is room for it; nothing where empty.
    """

    verbosity: Verbosity = Verbosity.FULL
    sounds: bool = False
    stop_rules: str = ""

    @property
    def has_sounds(self) -> bool:
        """Whether any sound is heard."""
        return self.verbosity is not Verbosity.SILENT and self.sounds


LengthOf = Callable[[str], float]
_Span = tuple[float, float, Cue]
_ROUNDING = 1e-6
"""Seconds by which sums of seconds may be off: a text that just fits does fit."""


def plan_cues(
    timeline: Timeline, length_of: LengthOf = spoken_seconds, hearing: Hearing | None = None
) -> tuple[Cue, ...]:
    """Return the cues of a timeline in the order they fall due.

    Words never overlap words: the more important cue is heard, the other one becomes a tick
    where it marks a moment and there are sounds, and is left out where not. Without a voice
    nothing is left out, since all of it can be read.

    Args:
        timeline: What is played.
        length_of: Seconds that a text takes to say.
        hearing: How much is heard; everything but sounds where it is not given.
    """
    hearing = hearing or Hearing()
    wanted = [bundle for segment in timeline.segments for bundle in _wanted(timeline, segment)]
    heard = [_as_heard(timeline, bundle, hearing) for bundle in wanted]
    changes = [
        _span(timeline, cue, length_of)
        for bundle in heard
        for cue in bundle
        if cue.priority is Priority.CHANGE and cue.said
    ]
    spoken: list[_Span] = []
    if rules := _stop_rules(timeline, length_of, hearing, changes):
        spoken.append(_span(timeline, rules, length_of))
    shown: list[_Span] = []
    for bundle in sorted(heard, key=lambda bundle: -bundle[0].priority):
        spans = [_span(timeline, cue, length_of) for cue in bundle]
        if not bundle[0].said:
            shown += spans
        elif _have_room(spoken, spans):
            for span in spans:
                spoken.insert(_place(spoken, span[0]), span)
        elif hearing.has_sounds and bundle[0].priority in _TICKING:
            shown += [(start, start, _tick(cue)) for start, _end, cue in spans]
    together = sorted([*spoken, *shown], key=lambda span: span[0])
    return tuple(cue for _start, _end, cue in together)


def cue_texts(timeline: Timeline, hearing: Hearing | None = None) -> tuple[str, ...]:
    """Return every text that may be said, each once, the first one due first."""
    hearing = hearing or Hearing()
    said = [
        cue.said
        for segment in timeline.segments
        for bundle in _wanted(timeline, segment)
        for cue in _as_heard(timeline, bundle, hearing)
    ]
    if hearing.verbosity.speaks:
        said.insert(1, hearing.stop_rules)
    return tuple(dict.fromkeys(text for text in said if text))


def said_first(timeline: Timeline, segment: Segment, hearing: Hearing) -> str:
    """Return what is said as `segment` begins, empty for nothing."""
    match hearing.verbosity:
        case Verbosity.FULL:
            return caption(timeline, segment)
        case Verbosity.BRIEF:
            return brief_caption(timeline, segment)
        case Verbosity.SOUNDS | Verbosity.SILENT:
            return ""


_TICKING = (Priority.COUNTDOWN, Priority.PHASE)


def _tick(cue: Cue) -> Cue:
    return replace(cue, sound=Sound.TICK, spoken="")


def _as_heard(timeline: Timeline, bundle: tuple[Cue, ...], hearing: Hearing) -> tuple[Cue, ...]:
    """Return the cues with what is said and sounded of them."""
    return tuple(_one_as_heard(timeline, cue, hearing) for cue in bundle)


def _one_as_heard(timeline: Timeline, cue: Cue, hearing: Hearing) -> Cue:
    said = cue.said
    if not hearing.verbosity.speaks:
        said = ""
    elif hearing.verbosity is Verbosity.BRIEF and cue.priority is not Priority.COUNTDOWN:
        segment = timeline.segments[cue.segment]
        is_caption = cue.text == caption(timeline, segment)
        said = brief_caption(timeline, segment) if is_caption else ""
    sound = cue.sound if hearing.has_sounds else ""
    if hearing.has_sounds and not said and cue.priority in _TICKING:
        sound = Sound.TICK
    return replace(cue, sound=sound, spoken=None if said == cue.text else said)


def _span(timeline: Timeline, cue: Cue, length_of: LengthOf) -> _Span:
    """Return from when to when a cue is heard, its sound first."""
    segment = timeline.segments[cue.segment]
    start = (segment.end if cue.from_end else segment.start) + cue.offset
    if not cue.said:
        return start, start, cue
    return start, start + cue.said_after + length_of(cue.said) + GAP_SECONDS, cue


def _place(accepted: list[_Span], start: float) -> int:
    return bisect_left(accepted, start, key=lambda span: span[0])


def _have_room(accepted: list[_Span], spans: list[_Span]) -> bool:
    apart = all(before[1] <= after[0] for before, after in pairwise(spans))
    return apart and all(_is_free(accepted, start, end) for start, end, _cue in spans)


def _is_free(accepted: list[_Span], start: float, end: float) -> bool:
    place = _place(accepted, start)
    before_is_over = place == 0 or accepted[place - 1][1] <= start + _ROUNDING
    after_is_later = place == len(accepted) or accepted[place][0] >= end - _ROUNDING
    return before_is_over and after_is_later


# ---------------------------------------------------------------- the stop rules


def _stop_rules(
    timeline: Timeline, length_of: LengthOf, hearing: Hearing, changes: list[_Span]
) -> Cue | None:
    """Return the cue of the stop rules at the first moment that suits, None where none does.

    A pause suits best, since nothing is done then; next a moment of work at which no count is
    lost. Nothing is made longer for it: someone with a cramp coming on is not kept waiting.
    """
    if not hearing.stop_rules:
        return None
    spoken = None if hearing.verbosity.speaks else ""
    seconds = length_of(hearing.stop_rules) + GAP_SECONDS
    pauses = [one for one in timeline.segments if not one.kind.is_work]
    work = [one for one in timeline.segments if one.kind.is_work]
    begins, ends = _ends_of_changes(changes), _room_ends(timeline)
    for segments, kept in ((pauses, COUNTED_SECONDS), (pauses, 0.0), (work, COUNTED_SECONDS)):
        for segment in segments:
            start = begins.get(segment.index, segment.start)
            end = start + seconds
            if end <= ends[segment.index] - kept and _is_free(changes, start, end):
                offset = start - segment.start
                text = hearing.stop_rules
                return Cue(segment.index, offset, text, Priority.SAFETY, spoken=spoken)
    return None


def _ends_of_changes(changes: list[_Span]) -> dict[int, float]:
    """Return by segment when what is said at its beginning is over."""
    ends: dict[int, float] = {}
    for _start, end, cue in changes:
        ends[cue.segment] = max(end, ends.get(cue.segment, end))
    return ends


def _room_ends(timeline: Timeline) -> list[float]:
    """Return the end of each segment, or of the set where it is one phase of many."""
    ends: list[float] = []
    end_of_set: float | None = None
    for segment in reversed(timeline.segments):
        end = segment.end
        if segment.kind is not SegmentKind.REP:
            end_of_set = segment.start
        elif end_of_set is not None:
            end = end_of_set
        if segment.kind is SegmentKind.FINISH:
            end = 0.0
        ends.append(float("inf") if segment.waits else end)
    return ends[::-1]


# ---------------------------------------------------------------- what there is to say


def _wanted(timeline: Timeline, segment: Segment) -> Iterator[tuple[Cue, ...]]:
    """Yield bundles of cues that are heard all or not at all."""
    if segment.kind is SegmentKind.REP:
        yield from _wanted_in_rep(timeline, segment)
        return
    said = caption(timeline, segment)
    yield (_change(segment, said, _opening_sound(timeline, segment)),)
    if segment.kind is SegmentKind.FINISH or segment.waits:
        return
    if segment.kind.is_work and segment.seconds >= LONG_HOLD_SECONDS:
        yield (Cue(segment.index, segment.seconds / 2, _("Halfway."), Priority.HALFWAY),)
        yield from _help(timeline, segment)
    if segment.seconds > COUNTED_SECONDS:
        yield countdown(segment)


def _change(segment: Segment, text: str, sound: str) -> Cue:
    offset = 0.0 if segment.index else OPENING_SECONDS
    return Cue(segment.index, offset, text, Priority.CHANGE, sound=sound)


def _opening_sound(timeline: Timeline, segment: Segment) -> str:
    if segment.kind is SegmentKind.FINISH:
        return Sound.END
    if segment.kind.is_work:
        return Sound.BEGIN
    return "" if timeline.is_lead_in(segment) else Sound.CHANGE


def _help(timeline: Timeline, segment: Segment) -> Iterator[tuple[Cue, ...]]:
    """Yield the exercise's own words for a long hold: those that its beginning did not say."""
    step = timeline.step_of(segment)
    if not isinstance(step, ExerciseStep) or not step.exercise.cues:
        return
    cues = step.exercise.cues
    moments = [(0.25, cues[0])] if is_first_of_step(step, segment) else []
    if segment.seconds >= TWO_HELPS_SECONDS:
        moments.append((0.75, cues[segment.set % len(cues)]))
    for share, text in moments:
        yield (Cue(segment.index, share * segment.seconds, text, Priority.ENCOURAGEMENT),)


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
    starts_side = segment.phase == 0 and segment.rep == 1
    is_first = is_first_of_step(step, segment)
    if is_first or starts_side or said == _("Other way."):
        begins = is_first or (starts_side and step.sides is not Sides.ALTERNATING)
        sound = Sound.BEGIN if begins else ""
        yield (_change(segment, said, sound),)
        return
    counted = _count(segment) if segment.reps > MANY_REPS and segment.rep > FEW_REPS else None
    is_spoken = _is_spoken(step, segment) if counted is None else bool(counted)
    spoken = (counted or None) if is_spoken else ""
    yield (Cue(segment.index, 0, said, Priority.PHASE, spoken=spoken),)


def _is_spoken(step: ExerciseStep, segment: Segment) -> bool:
    names_side = step.sides is Sides.ALTERNATING and segment.phase == 0
    return names_side or segment.seconds >= SHORTEST_SPOKEN_PHASE_SECONDS


def _count(segment: Segment) -> str:
    """Return the number said in place of the phase; empty where none is."""
    if segment.phase:
        return ""
    if segment.rep == segment.reps:
        return _("Last one.")
    return f"{segment.rep}." if segment.rep % 5 == 0 else ""
