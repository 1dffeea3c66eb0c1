"""The style of what is said, over every shipped routine."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.core.body import Side
from coach.core.captions import MOST_WORDS, side_text, step_title
from coach.core.cue import Cue, Priority, spoken_seconds
from coach.core.cues import Hearing, cue_texts, plan_cues
from coach.core.exercise import Sides
from coach.core.room import give_room
from coach.core.routine import ExerciseStep, TransitionStep
from coach.core.timeline import Segment, SegmentKind, Timeline, build_timeline

LIBRARY = load_library(find_resources())
SIDES = (Side.RIGHT, Side.LEFT, Side.SORE)


def timeline_of(routine: str) -> Timeline:
    return give_room(build_timeline(LIBRARY.routine(routine), lead_in=5), spoken_seconds)


def cues_of(timeline: Timeline) -> tuple[Cue, ...]:
    return plan_cues(timeline, spoken_seconds, Hearing(sounds=True))


def own_words(timeline: Timeline) -> set[str]:
    """Return what the routine itself adds: its notes, and how to get into place."""
    steps = timeline.routine.steps
    notes = {step.note for step in steps if isinstance(step, ExerciseStep)}
    return (notes | {step.text for step in steps if isinstance(step, TransitionStep)}) - {""}


def opens(cues: tuple[Cue, ...], segment: Segment) -> str:
    """Return what is said as a segment begins."""
    return next(
        (c.said for c in cues if c.segment == segment.index and c.priority is Priority.CHANGE), ""
    )


@pytest.mark.parametrize("name", LIBRARY.cards)
def test_no_cue_has_more_than_seven_words(name: str) -> None:
    timeline = timeline_of(name)
    added = own_words(timeline)
    for text in cue_texts(timeline, Hearing(sounds=True)):
        if not any(words in text for words in added):
            assert len(text.split()) <= MOST_WORDS, text


@pytest.mark.parametrize("name", LIBRARY.cards)
def test_the_side_is_said_first_wherever_it_is_new(name: str) -> None:
    timeline = timeline_of(name)
    cues = cues_of(timeline)
    for before, segment in pairwise(timeline.segments):
        step = timeline.step_of(segment)
        new = segment.kind.is_work and (before.side, before.step) != (segment.side, segment.step)
        if new and segment.side in SIDES:
            said = opens(cues, segment) or next(c.text for c in cues if c.segment == segment.index)
            assert isinstance(step, ExerciseStep)
            assert said.startswith(side_text(segment.side)) or step.sides is Sides.ALTERNATING, said


@pytest.mark.parametrize("name", LIBRARY.cards)
def test_every_second_hold_reminds_of_the_breath_and_the_last_is_announced(name: str) -> None:
    timeline = timeline_of(name)
    cues = cues_of(timeline)
    for segment in timeline.segments:
        if segment.kind is not SegmentKind.HOLD or segment.sets < 2:
            continue
        said = opens(cues, segment)
        if segment.set % 2 == 0:
            assert "breath" in said.casefold(), said
        if segment.set == segment.sets:
            assert "Last one." in said


@pytest.mark.parametrize("name", LIBRARY.cards)
def test_a_pause_says_what_comes_next(name: str) -> None:
    timeline = timeline_of(name)
    cues = cues_of(timeline)
    for segment, later in pairwise(timeline.segments):
        if segment.kind is SegmentKind.REST and segment.step != later.step:
            assert step_title(timeline.step_of(later)) in opens(cues, segment)


@pytest.mark.parametrize("name", LIBRARY.cards)
def test_holds_are_counted_out_and_long_ones_tell_halfway(name: str) -> None:
    timeline = timeline_of(name)
    cues = cues_of(timeline)
    for segment in timeline.segments:
        if segment.kind is not SegmentKind.HOLD or segment.seconds < 6:
            continue
        mine = [cue for cue in cues if cue.segment == segment.index]
        counted = [cue for cue in mine if cue.priority is Priority.COUNTDOWN]
        assert [cue.text for cue in counted] == ["Three.", "Two.", "One."]
        assert [cue.offset for cue in counted] == [-3, -2, -1]
        if segment.seconds >= 20:
            (halfway,) = [cue for cue in mine if cue.priority is Priority.HALFWAY]
            assert halfway.offset == segment.seconds / 2
