from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.exercise import Hold, OwnPace, Phase, Reps, Side, Sides
from coach.core.routine import ExerciseStep, Routine, Transition, TransitionStep
from coach.core.timeline import SegmentKind, build_timeline
from tests.core.strategies import exercise, exercise_steps, routine, routines


@given(routines(), st.sampled_from([0.0, 5.0]))
def test_segments_tile_the_timeline(any_routine: Routine, lead_in: float) -> None:
    timeline = build_timeline(any_routine, lead_in=lead_in)
    assert timeline.segments[0].start == 0
    assert [segment.index for segment in timeline.segments] == list(range(len(timeline.segments)))
    for before, after in pairwise(timeline.segments):
        assert after.start == pytest.approx(before.end, abs=1e-9)
    assert timeline.segments[-1].kind is SegmentKind.FINISH


@given(routines(), st.sampled_from([0.0, 5.0]))
def test_the_sum_is_the_stated_total(any_routine: Routine, lead_in: float) -> None:
    timeline = build_timeline(any_routine, lead_in=lead_in)
    assert timeline.seconds - timeline.lead_in == pytest.approx(any_routine.seconds, abs=1e-6)


@given(routines(exercise_steps()))
def test_both_sides_get_equal_time(any_routine: Routine) -> None:
    timeline = build_timeline(any_routine)
    for index, step in enumerate(timeline.steps):
        assert isinstance(step, ExerciseStep)
        worked = Counter[Side]()
        for segment in timeline.segments:
            if segment.step == index and segment.kind.is_work:
                worked[segment.side] += 1
        if step.sides in (Sides.EACH, Sides.ALTERNATING):
            assert worked[Side.RIGHT] == worked[Side.LEFT] > 0
        else:
            assert len(worked) == 1


@given(routines())
def test_every_step_ends_exactly_once_and_nothing_but_work_or_getting_ready_ends_it(
    any_routine: Routine,
) -> None:
    timeline = build_timeline(any_routine)
    last = [segment for segment in timeline.segments if segment.last_of_step]
    assert [segment.step for segment in last] == list(range(len(timeline.steps)))
    assert all(one.kind.is_work or one.kind is SegmentKind.GET_READY for one in last)


def test_there_is_no_rest_after_the_last_step() -> None:
    hold = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH, rest_after=10)
    kinds = [segment.kind.value for segment in build_timeline(routine(hold, hold)).segments]
    assert kinds == ["get-ready", "hold", "rest", "hold", "finish"]


def test_a_routine_that_begins_with_a_transition_has_no_other_lead_in() -> None:
    ready = TransitionStep(Transition.GET_READY, 10, "Stand at the wall.")
    hold = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH)
    timeline = build_timeline(routine(ready, hold))
    assert timeline.lead_in == 0
    assert [segment.seconds for segment in timeline.segments] == [10, 10, 0]


def test_sides_alternate_with_a_change_between() -> None:
    dose = Hold(10, 2)
    step = ExerciseStep(exercise(dose), dose, Sides.ALTERNATING, change=5)
    segments = build_timeline(routine(step), lead_in=0).segments
    assert [(one.kind.value, one.side.value, one.set) for one in segments[:-1]] == [
        ("hold", "right", 1),
        ("change", "left", 0),
        ("hold", "left", 1),
        ("change", "right", 0),
        ("hold", "right", 2),
        ("change", "left", 0),
        ("hold", "left", 2),
    ]


def test_alternating_repetitions_change_legs_each_time() -> None:
    dose = Reps((Phase("Pull", 3), Phase("Change", 1)), 2)
    step = ExerciseStep(exercise(dose), dose, Sides.ALTERNATING)
    segments = build_timeline(routine(step), lead_in=0).segments
    assert [(one.side.value, one.rep, one.phase) for one in segments[:-1]] == [
        ("right", 1, 0),
        ("right", 1, 1),
        ("left", 1, 0),
        ("left", 1, 1),
        ("right", 2, 0),
        ("right", 2, 1),
        ("left", 2, 0),
        ("left", 2, 1),
    ]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT, None])
def test_the_sore_side_is_the_one_that_was_named(side: Side | None) -> None:
    step = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.SORE)
    timeline = build_timeline(routine(step), lead_in=0, sore_side=side)
    assert timeline.segments[0].side is (side or Side.SORE)


def test_a_step_at_ones_own_pace_waits_and_takes_no_planned_time() -> None:
    step = ExerciseStep(exercise(OwnPace(10)), OwnPace(10), Sides.EACH)
    segments = build_timeline(routine(step), lead_in=0).segments
    assert [(one.waits, one.side.value, one.reps) for one in segments[:-1]] == [
        (True, "right", 10),
        (True, "left", 10),
    ]
