from __future__ import annotations

import pytest

from coach.core.exercise import Continuous, Hold, OwnPace, Phase, Reps, Side, Sides
from coach.core.routine import ExerciseStep, Group, Transition, TransitionStep
from tests.core.strategies import exercise, routine

LEAN = Reps((Phase("Lean in", 5), Phase("Back", 5)), count=12)


@pytest.mark.parametrize(
    ("dose", "sides", "change", "seconds"),
    [
        (LEAN, Sides.BOTH, 0, 120),
        (Hold(10, 2), Sides.ALTERNATING, 5, 55),
        (Hold(10, 3), Sides.ALTERNATING, 5, 85),
        (Hold(30), Sides.EACH, 5, 65),
        (Hold(20, 3, 10), Sides.EACH, 5, 2 * 80 + 5),
        (Hold(10, 3, 10), Sides.BOTH, 0, 50),
        (Continuous(30, 2, 15), Sides.BOTH, 0, 75),
        (Continuous(60), Sides.EACH, 0, 120),
        (Hold(15, 2, 10), Sides.SORE, 0, 40),
        (Reps((Phase("Pull", 3), Phase("Change", 1)), 8), Sides.ALTERNATING, 0, 64),
        (Reps((Phase("Circle", 2),), 8, reverse=True), Sides.EACH, 0, 32),
        (Reps((Phase("Up", 2),), 5, sets=2, rest=10), Sides.BOTH, 0, 30),
        (OwnPace(10), Sides.BOTH, 0, 0),
    ],
)
def test_a_step_takes_as_long_as_its_dose_says(
    dose: Hold | Reps | Continuous | OwnPace, sides: Sides, change: float, seconds: float
) -> None:
    step = ExerciseStep(exercise(dose, sides), dose, sides, change=change)
    assert step.work_seconds == seconds


def test_the_total_leaves_out_the_rest_after_the_last_step() -> None:
    first = TransitionStep(Transition.GET_READY, 10, "Stand at the wall.", rest_after=5)
    last = ExerciseStep(exercise(Hold(30)), Hold(30), Sides.BOTH, rest_after=10)
    assert routine(first, last).seconds == 45


def test_a_group_is_gone_through_again_with_its_own_rest_between_rounds() -> None:
    hold = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH, rest_after=5)
    twice = routine(Group((hold, hold), rounds=2, rest=20))
    assert [step.rest_after for step in twice.steps] == [5, 20, 5, 5]
    assert twice.seconds == 4 * 10 + 5 + 20 + 5


def test_the_sore_leg_works_alone() -> None:
    step = ExerciseStep(exercise(Hold(15, 2)), Hold(15, 2), Sides.SORE, first_side=Side.LEFT)
    assert step.blocks == (Side.LEFT, Side.LEFT)
