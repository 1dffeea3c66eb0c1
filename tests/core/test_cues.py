from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.cues import plan_cues, spoken_seconds
from coach.core.exercise import Dose, Hold, Phase, Reps, Sides
from coach.core.routine import ExerciseStep, Routine
from coach.core.timeline import Timeline, build_timeline
from tests.core.strategies import exercise, routine, routines


def heard(timeline: Timeline, slowness: float = 1.0) -> list[tuple[float, str]]:
    def length(text: str) -> float:
        return slowness * spoken_seconds(text)

    return [
        (
            round(
                (timeline.segments[cue.segment].end if cue.from_end else 0)
                + (0 if cue.from_end else timeline.segments[cue.segment].start)
                + cue.offset,
                3,
            ),
            cue.text,
        )
        for cue in plan_cues(timeline, length)
    ]


def one_step(dose: Dose, sides: Sides = Sides.BOTH, change: float = 0) -> Timeline:
    step = ExerciseStep(exercise(dose, sides), dose, sides, change=change)
    return build_timeline(routine(step), lead_in=0)


@given(routines(), st.floats(0.3, 3))
def test_cues_never_overlap_however_slow_the_voice(any_routine: Routine, slowness: float) -> None:
    timeline = build_timeline(any_routine)
    for (start, text), (after, _text) in pairwise(heard(timeline, slowness)):
        assert start + slowness * spoken_seconds(text) <= after + 2e-3


@given(routines())
def test_every_cue_falls_within_its_segment(any_routine: Routine) -> None:
    timeline = build_timeline(any_routine)
    for cue in plan_cues(timeline):
        segment = timeline.segments[cue.segment]
        at = segment.seconds + cue.offset if cue.from_end else cue.offset
        assert 0 <= at <= segment.seconds


def test_a_hold_names_itself_tells_halfway_and_counts_its_last_three_seconds() -> None:
    assert heard(one_step(Hold(30))) == [
        (0, "Heel walking."),
        (15, "Halfway."),
        (27, "Three."),
        (28, "Two."),
        (29, "One."),
        (30, "Done. Well done."),
    ]


def test_the_side_is_said_first() -> None:
    said = [text for _at, text in heard(one_step(Hold(10), Sides.EACH, change=5))]
    assert said[0] == "Right leg. Heel walking."
    assert "Change sides. Left leg." in said
    assert "Left leg. Toes up." in said


def test_a_countdown_that_has_no_room_is_left_out_whole() -> None:
    said = [text for _at, text in heard(one_step(Hold(3)))]
    assert said == ["Heel walking.", "Done. Well done."]


@pytest.mark.parametrize(("reps", "counted"), [(12, []), (30, ["5.", "10.", "15.", "20.", "25."])])
def test_many_repetitions_are_counted_by_fives(reps: int, counted: list[str]) -> None:
    dose = Reps((Phase("Lean in", 5), Phase("Back", 5)), reps)
    said = [text for _at, text in heard(one_step(dose))]
    assert [text for text in said if text[0].isdigit()] == counted
    assert ("Last one." in said) is (reps == 30)
    assert said.count("Back.") == (12 if reps == 12 else 2)


def test_circles_say_when_to_go_the_other_way() -> None:
    dose = Reps((Phase("Circle", 2),), 8, reverse=True)
    at = [at for at, text in heard(one_step(dose)) if text == "Other way."]
    assert at == [8]
