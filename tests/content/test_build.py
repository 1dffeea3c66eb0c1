"""Steps take what they need from their exercise, and nothing that can't be played or is unsafe."""

from __future__ import annotations

from typing import Any

import pytest

from coach.content.build import build_exercise, build_routine
from coach.content.library import Library
from coach.content.problem import ContentError
from coach.content.schema import normalise
from coach.core.exercise import Continuous, Exercise, Hold, OwnPace, Reps, Side, Sides
from coach.core.routine import ExerciseStep, Routine


def build(shipped: Library, *steps: dict[str, Any], **more: object) -> Routine:
    raw = {"title": "Mine", "positions": ["seated"], "steps": list(steps)} | more
    return build_routine("mine", normalise("routine", raw), shipped.exercises, own=True)


def refusal(shipped: Library, *steps: dict[str, Any]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        build(shipped, *steps)
    return [str(problem) for problem in caught.value.problems]


def only_step(routine: Routine) -> ExerciseStep:
    (step,) = routine.steps
    assert isinstance(step, ExerciseStep)
    return step


def test_a_bare_step_takes_everything_from_its_exercise(shipped: Library) -> None:
    exercise = shipped.exercises["calf-wall-split"]
    step = only_step(build(shipped, {"exercise": "calf-wall-split"}))
    assert step.exercise is exercise
    assert (step.dose, step.sides, step.change) == (exercise.dose, Sides.EACH, 5)
    assert (step.first_side, step.rest_after, step.note) == (Side.RIGHT, 0, "")


def test_a_step_changes_only_what_it_names(shipped: Library) -> None:
    step = only_step(build(shipped, {"exercise": "calf-wall-split", "hold": 12, "change": 0}))
    assert step.dose == Hold(12, 2, 10)
    assert step.change == 0


def test_a_zero_is_not_taken_for_nothing(shipped: Library) -> None:
    assert only_step(build(shipped, {"exercise": "calf-wall-split", "rest": 0})).dose == Hold(30, 2)


def test_tempo_gives_each_phase_its_seconds(shipped: Library) -> None:
    step = only_step(build(shipped, {"exercise": "heel-raise-standing", "tempo": [2, 1.5]}))
    assert isinstance(step.dose, Reps)
    assert [phase.seconds for phase in step.dose.phases] == [2, 1.5]
    assert [phase.name for phase in step.dose.phases] == ["Rise", "Lower slowly"]


@pytest.mark.parametrize("name", ["heel-raise-standing", "calf-wall-split", "easy-walk"])
def test_any_exercise_can_be_done_at_ones_own_pace(name: str, shipped: Library) -> None:
    assert only_step(build(shipped, {"exercise": name, "own_pace": 0})).dose == OwnPace(0)


@pytest.mark.parametrize(("given", "side"), [(None, Side.SORE), ("left", Side.LEFT)])
def test_one_leg_only_is_the_sore_one_unless_said(
    given: str | None, side: Side, shipped: Library
) -> None:
    step = {"exercise": "calf-press"} | ({"first_side": given} if given else {})
    assert only_step(build(shipped, step)).first_side is side


def test_a_group_is_gone_through_with_rests_between(shipped: Library) -> None:
    steps = [{"exercise": "easy-walk", "seconds": 20}, {"exercise": "easy-walk", "rest_after": 7}]
    routine = build(shipped, {"repeat": 3, "rest_between": 10, "steps": steps})
    assert len(routine.steps) == 6
    assert routine.seconds == 3 * 80 + 2 * 10


def test_the_authors_own_advice_replaces_the_usual_one(shipped: Library) -> None:
    step = {"exercise": "easy-walk"}
    assert build(shipped, step).before == ""
    assert "cannot roll" in build(shipped, step, positions=["seated", "walking"]).before
    assert build(shipped, step, positions=["standing"], before="Shoes on.").before == "Shoes on."


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (
            {"exercise": "calf-wall-leen"},
            "steps[0].exercise: there is no exercise calf-wall-leen; did you mean calf-wall-lean?",
        ),
        ({"exercise": "zz"}, "steps[0].exercise: there is no exercise zz"),
        (
            {"exercise": "heel-walk", "hold": 30},
            "steps[0].hold: heel-walk goes on continuously; use seconds",
        ),
        ({"exercise": "quad-standing", "reps": 3}, "steps[0].reps: quad-standing is a hold; "
         "use hold"),
        ({"exercise": "quad-standing", "sets": 3}, "steps[0].sets: quad-standing is a hold; "
         "use hold, count, rest"),
        ({"exercise": "ankle-pump", "count": 3}, "steps[0].count: ankle-pump is counted; "
         "use reps, sets, rest, tempo"),
        (
            {"exercise": "ankle-pump", "tempo": [1, 2, 3]},
            "steps[0].tempo: must have 2 numbers of seconds, one each for Feet up, Rest",
        ),
        ({"exercise": "ankle-pump", "own_pace": 3, "reps": 3}, "steps[0].reps: does not go with "
         "own_pace"),
        ({"exercise": "quad-standing", "hold": 3600, "count": 2}, "steps[0]: lasts 4:00:25; "
         "a step may last at most 1 hour"),
    ],
)  # fmt: skip
def test_a_step_that_does_not_fit_is_refused_at_its_place(
    step: dict[str, Any], line: str, shipped: Library
) -> None:
    assert refusal(shipped, step) == [line]


def test_a_place_in_a_group_is_told(shipped: Library) -> None:
    group = {"repeat": 2, "steps": [{"exercise": "easy-walk"}, {"exercise": "easy-wlk"}]}
    (line,) = refusal(shipped, {"exercise": "easy-walk"}, group)
    assert line.startswith("steps[1].steps[1].exercise: there is no exercise easy-wlk")


def test_every_step_that_does_not_fit_is_told(shipped: Library) -> None:
    assert len(refusal(shipped, *[{"exercise": "heel-walk", "hold": 5, "reps": 2}] * 2)) == 4


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        (
            [{"exercise": "ice-rub", "seconds": 181}],
            "steps[0].seconds: ice-rub may last at most 180 s in all, not 181",
        ),
        (
            [{"exercise": "ice-rub", "seconds": 100, "count": 2}],
            "steps[0].seconds: ice-rub may last at most 180 s in all, not 200",
        ),
        (
            [{"exercise": "ice-rub", "seconds": 100, "sides": "each"}],
            "steps[0].seconds: ice-rub may last at most 180 s in all, not 200",
        ),
        (
            [{"exercise": "ice-rub"}, {"exercise": "easy-walk"}, {"exercise": "ice-rub"}],
            "steps[2].seconds: ice-rub may last at most 180 s in all, not 360",
        ),
        (
            [{"repeat": 2, "steps": [{"exercise": "ice-rub", "seconds": 91}]}],
            "steps[0].steps[0].seconds: ice-rub may last at most 180 s in all, not 182",
        ),
        (
            [{"exercise": "ice-rub", "own_pace": 0}],
            "steps[0].own_pace: ice-rub has to end by the clock; use seconds",
        ),
    ],
)
def test_ice_cannot_be_made_longer_in_any_way(
    steps: list[dict[str, Any]], line: str, shipped: Library
) -> None:
    assert refusal(shipped, *steps) == [line]


def test_ice_may_be_as_long_as_it_is_safe(shipped: Library) -> None:
    assert build(shipped, *[{"exercise": "ice-rub", "seconds": 90}] * 2).seconds == 180


def test_two_hundred_steps_are_enough(shipped: Library) -> None:
    walk = {"exercise": "easy-walk", "seconds": 1}
    most = build(shipped, {"repeat": 100, "steps": [walk, walk]})
    assert len(most.steps) == 200
    (line,) = refusal(shipped, walk, {"repeat": 100, "steps": [walk, walk]})
    assert line == "steps: are 201 with all rounds written out; at most 200"


def test_four_hours_are_enough(shipped: Library) -> None:
    hour = {"exercise": "easy-walk", "seconds": 3600}
    assert build(shipped, *[hour] * 4).seconds == 4 * 3600
    (line,) = refusal(shipped, *[hour] * 4, {"exercise": "easy-walk", "seconds": 1})
    assert line == "steps: last 4:00:01 together; a routine may last at most 4 hours"


EXERCISE = {"title": "X", "positions": ["bed"], "muscles": ["calf"], "target": "Calf"}


def own(figures: frozenset[str] = frozenset(), **more: object) -> Exercise:
    raw = EXERCISE | {"dose": {"seconds": 30}} | more
    return build_exercise("my-own", normalise("exercise", raw), figures)


def test_an_exercise_finds_its_figure_by_its_own_name() -> None:
    assert own().figure == ""
    assert own(frozenset({"my-own"})).figure == "my-own"
    assert own(frozenset({"my-own", "other"}), figure="other").figure == "other"
    with pytest.raises(ContentError, match="figure: there is no figure othr; did you mean other"):
        own(frozenset({"other"}), figure="othr")


@pytest.mark.parametrize(
    ("dose", "built"),
    [
        ({"hold": 5, "count": 2, "rest": 3}, Hold(5, 2, 3)),
        ({"seconds": 5.5}, Continuous(5.5)),
        ({"own_pace": 10}, OwnPace(10)),
    ],
)
def test_a_dose_is_told_by_its_keys(dose: dict[str, Any], built: object) -> None:
    assert own(dose=dose).dose == built


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"dose": {"hold": 3600, "count": 2}}, "dose: lasts 2:00:00"),
        ({"dose": {"seconds": 181}, "hard_stop": True}, "dose: an exercise with hard_stop"),
        ({"dose": {"own_pace": 1}, "hard_stop": True}, "dose.own_pace: an exercise with hard_stop"),
    ],
)
def test_an_exercise_by_itself_has_limits_too(more: dict[str, Any], reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        own(**more)
