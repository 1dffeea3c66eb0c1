"""What is left out of a routine, and that it is said."""

from __future__ import annotations

from dataclasses import replace

from coach.core.caution import Condition
from coach.core.exercise import Hold
from coach.core.routine import ExerciseStep, Group, Routine
from coach.core.safety import FirstCheck, Tick
from coach.core.suiting import alone, left_out_of, suited_routine
from tests.core.strategies import exercise, routine

CHECK = FirstCheck(
    "Before", "Tick.", (Tick(Condition.CLOT, "", "", "you ticked a clot", frozenset({"rub"})),)
)
ANSWERS = frozenset({Condition.CLOT})


def step(name: str) -> ExerciseStep:
    made = replace(exercise(Hold(10)), id=name, title=name.title())
    return ExerciseStep(made, Hold(10), made.sides)


def ids(made: Routine) -> list[str]:
    return [step.exercise.id for step in made.steps if isinstance(step, ExerciseStep)]


def test_without_answers_nothing_changes() -> None:
    whole = routine(step("rub"), step("pull"))
    assert suited_routine(whole, frozenset(), CHECK).routine is whole


def test_what_does_not_suit_is_left_out_once_told() -> None:
    whole = routine(step("rub"), step("pull"), step("rub"))
    suited = suited_routine(whole, ANSWERS, CHECK)
    assert ids(suited.routine) == ["pull"]
    assert suited.left_out == ("Rub is left out: you ticked a clot.",)
    assert not suited.nothing_left


def test_groups_lose_their_steps_too() -> None:
    whole = replace(
        routine(step("pull")),
        items=(Group((step("rub"), step("pull")), 2), Group((step("rub"),), 3)),
    )
    assert ids(suited_routine(whole, ANSWERS, CHECK).routine) == ["pull", "pull"]


def test_where_nothing_would_be_left_it_advises_and_locks_nobody_out() -> None:
    whole = routine(step("rub"))
    suited = suited_routine(whole, ANSWERS, CHECK)
    assert suited.routine is whole
    assert suited.nothing_left
    assert suited.left_out


def test_a_list_of_ids_is_counted() -> None:
    assert left_out_of(("rub", "pull"), ANSWERS, CHECK) == 1
    assert left_out_of(("rub", "pull"), frozenset(), CHECK) == 0


def test_an_exercise_alone_is_a_routine() -> None:
    made = step("pull").exercise
    assert ids(alone(made)) == ["pull"]
