"""A wrong file is told in words that help; junk never breaks anything."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from coach.content.build import build_exercise, build_routine
from coach.content.library import Library
from coach.content.problem import ContentError
from coach.content.schema import (
    PARTS,
    ExerciseModel,
    Kind,
    RoutineModel,
    json_schema,
    kind_of,
    normalise,
)


def exercise(**changes: object) -> dict[str, Any]:
    data = {
        "title": "Lean",
        "positions": ["standing"],
        "muscles": ["calf"],
        "target": "Calf",
        "dose": {"hold": 20},
    }
    return {key: value for key, value in (data | changes).items() if value is not None}


def routine(*steps: object, **changes: object) -> dict[str, Any]:
    data = {"title": "Mine", "positions": ["standing"], "steps": list(steps)}
    return {key: value for key, value in (data | changes).items() if value is not None}


def faults(kind: Kind, raw: object) -> list[str]:
    try:
        normalise(kind, raw)
    except ContentError as wrong:
        return [str(problem) for problem in wrong.problems]
    return []


HOLD = {"exercise": "calf-wall-split"}
PHASES = [{"name": "Up", "seconds": 2}]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (exercise(title=None), "title: is missing"),
        (exercise(title=5), "title: must be text in quotation marks"),
        (exercise(title="  "), "title: must not be empty"),
        (exercise(title="a\nb"), "title: must be a single line"),
        (exercise(title="a\x07"), "title: must be plain text, without control characters"),
        (exercise(title="x" * 121), "title: must be at most 120 characters long"),
        (exercise(titel="x"), "titel: unknown key; did you mean title?"),
        (exercise(positions=[]), "positions: must not be empty"),
        (exercise(positions="standing"), "positions: must be a list in square brackets"),
        (
            exercise(positions=["standin"]),
            "positions[0]: must be one of standing, walking, seated, floor, bed; "
            "did you mean standing?",
        ),
        (exercise(hard_stop=1), "hard_stop: must be true or false"),
        (exercise(setup=["x"] * 6), "setup: must have at most 5 entries"),
        (exercise(figure="../x"), "figure: must be small letters, digits and single hyphens"),
        (exercise(dose={}), "dose: must have one of hold, reps, seconds, own_pace"),
        (
            exercise(dose={"hol": 3}),
            "dose: must have one of hold, reps, seconds, own_pace; did you mean hold?",
        ),
        (exercise(dose=3), "dose: must be a table of keys and values"),
        (exercise(dose={"hold": 0.5}), "dose.hold: must be at least 1"),
        (exercise(dose={"hold": 3601}), "dose.hold: must be at most 3600"),
        (exercise(dose={"hold": True}), "dose.hold: must be a number"),
        (exercise(dose={"hold": float("inf")}), "dose.hold: must be a number that is not infinite"),
        (exercise(dose={"hold": float("nan")}), "dose.hold: must be a number that is not infinite"),
        (exercise(dose={"hold": 5, "rest": -1}), "dose.rest: must be at least 0"),
        (
            exercise(dose={"hold": 5, "reps": 3}),
            "dose.reps: does not go with hold; possible here are change, hold, count, rest",
        ),
        (exercise(dose={"reps": 2.5, "phases": PHASES}), "dose.reps: must be a whole number"),
        (exercise(dose={"reps": 1001, "phases": PHASES}), "dose.reps: must be at most 1000"),
        (exercise(dose={"reps": 3}), "dose.phases: is missing"),
        (
            exercise(dose={"reps": 3, "phases": [{"name": "Up", "second": 2, "seconds": 1}]}),
            "dose.phases[0].second: unknown key; did you mean seconds?",
        ),
        (
            exercise(equipment="a\x1b[2J"),
            "equipment: must be plain text, without control characters",
        ),
        (exercise(sources=[{}]), "sources[0]: needs either quote or reference"),
    ],
)
def test_an_exercise_is_told_what_is_wrong_in_one_line(raw: object, line: str) -> None:
    assert faults("exercise", raw) == [line]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (5, "must be a table of keys and values"),
        (routine(), "steps: must not be empty"),
        (routine(*[HOLD] * 201), "steps: must have at most 200 entries"),
        (routine(HOLD, level=3), "level: unknown key"),
        (routine(HOLD, HOLD, HOLD | {"hold": 0}), "steps[2].hold: must be at least 1"),
        (routine(3), "steps[0]: must be a table of keys and values"),
        (
            routine({"exercice": "x"}),
            "steps[0]: must have one of exercise, transition, repeat; did you mean exercise?",
        ),
        (
            routine(HOLD | {"resr_after": 3}),
            "steps[0].resr_after: unknown key; did you mean rest_after?",
        ),
        (
            routine({"transition": "get-ready", "seconds": 5, "text": "Go.", "hold": 5}),
            "steps[0].hold: does not go with transition; "
            "possible here are transition, seconds, text, rest_after",
        ),
        (routine(HOLD | {"sides": "left"}), "steps[0].sides: must be one of both, each, "
         "alternating, sore"),
        (routine(HOLD | {"first_side": "both"}), "steps[0].first_side: must be one of right, left"),
        (routine({"repeat": 0, "steps": [HOLD]}), "steps[0].repeat: must be at least 1"),
        (routine({"repeat": 2, "steps": []}), "steps[0].steps: must not be empty"),
        (
            routine({"repeat": 2, "steps": [{"repeat": 2, "steps": [HOLD]}]}),
            "steps[0].steps[0]: can't be repeated inside steps that are repeated",
        ),
        (
            routine({"repeat": 2, "steps": [HOLD | {"hold": "5"}]}),
            "steps[0].steps[0].hold: must be a number",
        ),
    ],
)  # fmt: skip
def test_a_routine_is_told_what_is_wrong_in_one_line(raw: object, line: str) -> None:
    assert faults("routine", raw) == [line]


def test_every_fault_is_told_at_once() -> None:
    raw = routine(HOLD | {"hold": -1}, {"exercise": "Calf Lean"}, title="", extra=1)
    assert len(faults("routine", raw)) == 4


def test_a_key_of_control_characters_is_shown_harmlessly() -> None:
    (line,) = faults("routine", routine(HOLD, **{"\x1b[2J" + "x" * 500: 1}))
    assert "\x1b" not in line
    assert len(line) < 120


FORMS: list[type[BaseModel]] = [ExerciseModel, RoutineModel, *PARTS.values()]
KINDS: tuple[Kind, Kind] = ("exercise", "routine")

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text()
    | st.text(st.characters(categories=["Cs"]), min_size=1)
    | st.dates()
    | st.sampled_from(["standing", "calf", "calf-wall-lean", "get-ready", "ice-rub", "both"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(sorted({key for part in FORMS for key in part.model_fields}))
            | st.text(max_size=5),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(raw=JUNK)
def test_junk_gives_problems_and_nothing_else(raw: object, shipped: Library) -> None:
    for kind in KINDS:
        lines = faults(kind, raw)
        assert lines
        assert all("\n" not in line for line in lines)
    if isinstance(raw, dict):
        assert kind_of(raw) in KINDS


STEP = st.fixed_dictionaries(
    {"exercise": st.sampled_from(["calf-wall-lean", "calf-wall-split", "heel-walk", "ice-rub"])},
    optional={
        "hold": st.floats(1, 3600),
        "reps": st.integers(1, 1000),
        "seconds": st.floats(1, 3600),
        "count": st.integers(1, 100),
        "sets": st.integers(1, 100),
        "rest": st.floats(0, 3600),
        "tempo": st.lists(st.floats(0.5, 3600), min_size=1, max_size=4),
        "own_pace": st.integers(0, 1000),
        "sides": st.sampled_from(["both", "each", "alternating", "sore"]),
        "change": st.floats(0, 60),
        "rest_after": st.floats(0, 3600),
    },
)
GROUP = st.fixed_dictionaries(
    {"repeat": st.integers(1, 200), "steps": st.lists(STEP, min_size=1, max_size=4)}
)


@given(steps=st.lists(STEP | GROUP, min_size=1, max_size=6))
def test_a_routine_of_the_right_form_is_built_or_refused(
    steps: list[dict[str, Any]], shipped: Library
) -> None:
    data = normalise("routine", routine(*steps))
    try:
        built = build_routine("mine", data, shipped.exercises)
    except ContentError as error:
        refused = error.problems
    else:
        refused = ()
        assert built.seconds <= 4 * 3600
        assert len(built.steps) <= 200
        again = build_routine("mine", json.loads(json.dumps(data)), shipped.exercises)
        assert again == built
    assert all(problem.place.startswith("steps") for problem in refused)


def test_what_is_left_out_has_its_default() -> None:
    lean = build_exercise("lean", normalise("exercise", exercise()))
    assert (lean.strength, lean.sides, lean.cues, lean.figure) == ("practice", "both", (), "")


@pytest.mark.parametrize(
    ("raw", "folder", "kind"),
    [
        (exercise(), "", "exercise"),
        (routine(HOLD), "exercises", "routine"),
        ({"title": "x"}, "exercises", "exercise"),
        ({"title": "x"}, "somewhere", "routine"),
        ({"dose": 3}, "routines", "exercise"),
    ],
)
def test_a_file_is_known_by_what_it_says(raw: dict[str, Any], folder: str, kind: str) -> None:
    assert kind_of(raw, folder) == kind


@pytest.mark.parametrize("kind", ["exercise", "routine"])
def test_the_json_schema_explains_each_key(kind: Kind) -> None:
    schema = json_schema(kind)
    assert json.loads(json.dumps(schema)) == schema
    for part in (schema, *schema["$defs"].values()):
        for name, value in part.get("properties", {}).items():
            assert value.get("description"), name
