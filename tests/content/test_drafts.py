"""A draft may be wrong at any time; what is wrong is told where it is, and the rest is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coach.content.drafts import draft_of, exercise_draft, raw_of, routine_draft
from coach.content.findings import Fault, examine_exercise, examine_routine, step_alone
from coach.content.library import Library
from coach.content.problem import ContentError
from coach.content.reading import read_toml
from coach.content.resources import find_resources
from coach.core.editing import steps
from coach.core.editing.draft import (
    DoseDraft,
    ExerciseDraft,
    PhaseDraft,
    RoutineDraft,
    StepDraft,
    walk,
)


def legs(*exercises: str) -> RoutineDraft:
    draft = RoutineDraft(title="Legs", positions=("standing",))
    for exercise in exercises:
        draft = steps.add_step(draft, exercise)
    return draft


def test_a_good_draft_has_no_fault_and_its_total(shipped: Library) -> None:
    draft = steps.change(legs("easy-walk", "easy-walk"), {1, 2}, seconds=60, rest_after=10, count=1)
    found = examine_routine(draft, shipped, lead_in=5)
    assert found.faults == ()
    assert (found.seconds, found.with_lead_in) == (130, 135)
    assert found.routine is not None
    assert found.routine.own


def test_what_says_the_same_as_a_checked_file_is_found_the_same(shipped: Library) -> None:
    for name in shipped.cards:
        draft = routine_draft(read_toml(find_resources().routines / f"{name}.toml"))
        copy = replace(draft, title=f"{draft.title} (copy)")
        for one in (draft, copy):
            assert examine_routine(one, shipped, like=name) == examine_routine(one, shipped)
        for item in walk(draft.steps):
            if isinstance(item, StepDraft):
                assert step_alone(item, shipped, name) == step_alone(item, shipped) is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"title": "a\nb"},
        {"title": "a\x07"},
        {"title": "a" * 121},
        {"when": "\x07"},
        {"positions": ("moon",)},
        {"steps": ()},
    ],
)
def test_what_differs_from_a_checked_file_is_checked(
    shipped: Library, changes: dict[str, Any]
) -> None:
    draft = routine_draft(read_toml(find_resources().routines / "daily-prevention.toml"))
    wrong = replace(draft, **changes)
    found = examine_routine(wrong, shipped, like="daily-prevention")
    assert found == examine_routine(wrong, shipped)
    assert found.faults


def test_a_step_that_differs_from_a_checked_one_is_checked(shipped: Library) -> None:
    draft = routine_draft(read_toml(find_resources().routines / "after-workout.toml"))
    step = next(one for one in walk(draft.steps) if isinstance(one, StepDraft) and one.hold)
    assert step_alone(step, shipped, "after-workout") is not None
    for hold in (0, -1, 4000, float("nan")):
        assert step_alone(replace(step, hold=hold), shipped, "after-workout") is None


def test_a_routine_that_begins_with_getting_ready_has_no_lead_in(shipped: Library) -> None:
    draft = steps.add_transition(legs(), "get-ready", 10, "Stand up.")
    found = examine_routine(draft, shipped, lead_in=5)
    assert (found.seconds, found.with_lead_in) == (10, 10)


def test_each_fault_is_told_at_its_step(shipped: Library) -> None:
    draft = steps.group(legs("easy-walk", "easy-walk", "quad-standing", "nothing"), {2, 3})
    draft = steps.change(draft, {1}, seconds=0)
    draft = steps.change(draft, {3}, reps=3)
    found = examine_routine(replace(draft, title=""), shipped)
    assert {(fault.key, fault.field) for fault in found.faults} == {
        (0, "title"),
        (1, "seconds"),
        (3, "reps"),
        (4, "exercise"),
    }
    assert found.routine is None
    assert found.seconds == 2 * examine_routine(legs("easy-walk"), shipped).seconds  # type: ignore[operator]


def test_a_group_is_told_by_its_own_key(shipped: Library) -> None:
    draft = steps.group(legs("easy-walk"), {1})
    found = examine_routine(steps.change(draft, {2}, repeat=0), shipped)
    assert found.faults == (Fault(2, "repeat", "must be at least 1"),)
    assert found.seconds == examine_routine(legs("easy-walk"), shipped).seconds


def test_an_empty_draft_says_what_is_missing(shipped: Library) -> None:
    found = examine_routine(RoutineDraft(), shipped)
    assert {fault.field for fault in found.faults} == {"title", "positions", "steps"}
    assert found.seconds is None


def test_too_much_has_no_total(shipped: Library) -> None:
    draft = legs(*["easy-walk"] * 201)
    (fault,) = examine_routine(draft, shipped).faults
    assert (fault.key, fault.field) == (0, "steps")


def test_ice_is_told_at_the_step_that_is_too_much(shipped: Library) -> None:
    draft = legs("ice-rub", "easy-walk", "ice-rub")
    (fault,) = examine_routine(draft, shipped).faults
    assert (fault.key, fault.field) == (3, "seconds")


@pytest.mark.parametrize(
    ("more", "place"),
    [({"colour": 1}, "colour"), ({"title": 3}, "title"), ({"steps": [3]}, "steps[0]")],
)
def test_what_the_editor_cannot_hold_is_refused_with_its_place(
    more: dict[str, Any], place: str
) -> None:
    raw = {"title": "X", "positions": ["bed"], "steps": [{"exercise": "easy-walk"}]} | more
    with pytest.raises(ContentError) as caught:
        draft_of("routine", raw)
    assert caught.value.problems[0].place == place


def test_what_is_only_wrong_can_be_opened(shipped: Library) -> None:
    raw = {"title": "", "positions": [], "steps": [{"exercise": "gone", "hold": 0, "reps": -1}]}
    draft = draft_of("routine", raw)
    assert isinstance(draft, RoutineDraft)
    assert raw_of(draft) == raw
    assert {fault.field for fault in examine_routine(draft, shipped).faults} >= {"hold", "reps"}


def test_positions_follow_the_steps(shipped: Library) -> None:
    draft = legs("heel-raise-seated", "nothing", "calf-massage", "quad-standing", "easy-walk")
    grouped = steps.group(draft, {4})
    found = steps.usual_positions(grouped, shipped.exercises)
    assert found[:2] == ("seated", "standing")
    assert steps.usual_positions(RoutineDraft(), shipped.exercises) == ()


OWN = ExerciseDraft(
    title="Mine",
    positions=("bed",),
    muscles=("calf",),
    target="Calf",
    dose=DoseDraft(reps=5, phases=(PhaseDraft(name="Up", seconds=2), PhaseDraft(name="Down"))),
)


def test_an_exercise_is_checked_to_the_phase(shipped: Library) -> None:
    found = examine_exercise(OWN, shipped)
    assert found.exercise is None
    assert found.faults == (Fault(0, "dose.phases[1].seconds", "is missing"),)
    good = replace(OWN, dose=DoseDraft(hold=20), figure="ankle-pump")
    assert examine_exercise(good, shipped).exercise is not None
    assert exercise_draft(raw_of(good)) == good


def test_a_new_exercise_says_what_is_missing(shipped: Library) -> None:
    fields = {fault.field for fault in examine_exercise(ExerciseDraft(), shipped).faults}
    assert fields == {"title", "positions", "muscles", "target", "dose"}


def test_a_picture_that_is_not_there_is_told(shipped: Library, tmp_path: Path) -> None:
    draft = replace(OWN, dose=DoseDraft(hold=20), picture="me.png")
    (fault,) = examine_exercise(draft, shipped, pictures=tmp_path).faults
    assert fault == Fault(0, "picture", "there is no such file")
