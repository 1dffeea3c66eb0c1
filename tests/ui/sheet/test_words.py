from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.library import Library
from coach.core.exercise import Continuous, Dose, Exercise, Hold, OwnPace, Phase, Reps, Side, Sides
from coach.core.numbers import span
from coach.core.routine import ExerciseStep, Group, Routine, Step, Transition, TransitionStep
from coach.ui.sheet.grid import grid_for, paged
from coach.ui.sheet.wording import dose_words, sheet_steps

RISE = (Phase("Rise", 2), Phase("Lower", 3.5))


@pytest.fixture
def exercise(library: Library) -> Exercise:
    return library.exercises["heel-raise-standing"]


def words(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def routine(*items: Step | Group) -> Routine:
    return Routine("r", "R", "", (), items)


@pytest.mark.parametrize(
    ("dose", "sides", "said"),
    [
        (Hold(10, 2), Sides.EACH, "10 s hold × 2 each side"),
        (Hold(90), Sides.BOTH, "1 min 30 s hold"),
        (Hold(20, 3), Sides.SORE, "20 s hold × 3, sore leg"),
        (Reps(RISE, 8), Sides.BOTH, "8 times"),
        (Reps(RISE, 1, 2), Sides.ALTERNATING, "Once × 2 sets each side"),
        (Continuous(60), Sides.BOTH, "1 min"),
        (Continuous(30, 2), Sides.EACH, "30 s × 2 each side"),
        (OwnPace(0), Sides.BOTH, "As long as you like"),
        (OwnPace(12), Sides.EACH, "12 times, at your pace each side"),
    ],
)
def test_a_dose_is_said_in_few_words(
    dose: Dose, sides: Sides, said: str, exercise: Exercise
) -> None:
    assert words(dose_words(ExerciseStep(exercise, dose, sides))) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.5, "0.5 s"), (59.96, "1 min"), (60, "1 min"), (125, "2 min 5 s"), (3600, "60 min")],
)
def test_lengths_of_time(seconds: float, said: str) -> None:
    assert words(span(seconds)) == said
    assert " " not in span(seconds)


def test_tempo_rests_and_the_side_that_begins_are_told(exercise: Exercise) -> None:
    dose = Reps(RISE, 8, sets=2, rest=20, reverse=True)
    step = ExerciseStep(exercise, dose, Sides.ALTERNATING, Side.LEFT, rest_after=10, note="Slowly.")
    first, last = sheet_steps(routine(step, step))
    assert [words(detail) for detail in first.details] == [
        "Rise 2 s · Lower 3.5 s",
        "Second half the other way · Sides in turn · Left side first · 20 s rest in between",
        "Then 10 s rest",
        "Slowly.",
    ]
    assert "Then" not in last.details[1]
    assert first.mirrored is False  # both legs take turns within a set


def test_the_left_leg_is_shown_where_it_begins(exercise: Exercise) -> None:
    step = ExerciseStep(exercise, Hold(9), Sides.EACH, Side.LEFT)
    assert sheet_steps(routine(step))[0].mirrored


def test_a_group_is_printed_once(exercise: Exercise) -> None:
    step = ExerciseStep(exercise, Hold(9), Sides.BOTH)
    shown = sheet_steps(routine(step, Group((step, step), 3, 30), step))
    assert [each.number for each in shown] == [1, 2, 3, 4]
    assert [each.rounds for each in shown] == ["", *["Steps 2 to 3: 3 rounds"] * 2, ""]
    assert words(shown[2].details[0]) == "30 s rest between rounds"


def test_getting_into_place_is_told_with_what_follows(exercise: Exercise) -> None:
    way = TransitionStep(Transition.GET_READY, 10, "Stand at the wall.")
    step = ExerciseStep(exercise, Hold(9), Sides.BOTH)
    first, last = sheet_steps(routine(way, step, step, way))
    assert words(first.details[0]) == words(last.details[-1]) == "10 s: Stand at the wall."
    assert first.number == 1


def test_every_shipped_routine_has_words(library: Library) -> None:
    for name in library.cards:
        whole = library.routine(name)
        shown = sheet_steps(whole)
        assert len(shown) == sum(isinstance(step, ExerciseStep) for step in whole.steps)
        assert all(step.dose and step.title for step in shown)


def test_every_step_has_a_place() -> None:
    for steps in range(1, 201):
        grid = grid_for(steps)
        pages = paged(range(steps), grid)
        assert [number for page in pages for number in page] == list(range(steps))
        assert len(pages) == grid.pages
        assert grid.pages == 1 or steps > 12
        assert grid.pages <= 2 or steps > 32


def test_an_exercise_without_setup_is_printed(exercise: Exercise) -> None:
    bare = replace(exercise, setup=(), cautions=(), figure="")
    (shown,) = sheet_steps(routine(ExerciseStep(bare, Hold(9), Sides.BOTH)))
    assert (shown.how, shown.cautions) == ((), ())
