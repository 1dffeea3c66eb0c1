from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.library import Library, load_library
from coach.content.problem import ContentError
from coach.content.resources import find_resources
from coach.content.sharing.offer import Offer
from coach.content.sharing.reading import read_share
from coach.content.sharing.taking import take
from coach.core.exercise import Continuous, Hold
from coach.core.routine import ExerciseStep, Group, Routine, Transition, TransitionStep
from tests.content.sharing.workouts import feeel, of, workout
from tests.content.sharing.zips import Entry, zipped

# As Just Another Workout Timer exported it: blockbasti/just_another_workout_timer, #95.
RECORDED = (
    '{"workouts":[{"title":"Test","sets":[{"repetitions":1,'
    '"id":"265d3e45-1f21-49ea-b9d4-7336f968cb3a","exercises":[{"name":"Exercise",'
    '"id":"73492695-08a3-487f-b52a-cb9cc5051a63","duration":30}]}],"version":2,"position":10}]}'
)


def written(raw: object, folder: Path, name: str = "sent.json") -> Path:
    file = folder / name
    if isinstance(raw, bytes):
        file.write_bytes(raw)
    else:
        file.write_text(raw if isinstance(raw, str) else json.dumps(raw), encoding="utf-8")
    return file


def offered(raw: object, folder: Path, library: Library) -> Offer:
    return read_share(written(raw, folder), library, folder / "own")


def came(raw: object, folder: Path, library: Library, name: str = "sent.json") -> Routine:
    """Take a file and return its only routine as the app then reads it."""
    offer = read_share(written(raw, folder, name), library, folder / "own")
    (new,) = take(offer, folder / "own")
    there = load_library(find_resources(), folder / "own")
    assert there.problems == ()
    assert there.cards[new].seconds == offer.total
    return there.routine(new)


def works(routine: Routine) -> list[tuple[str, float, float]]:
    """The steps gone through: title, seconds, rest after."""
    return [
        (
            step.exercise.title if isinstance(step, ExerciseStep) else step.transition.value,
            step.seconds if isinstance(step, TransitionStep) else step.work_seconds,
            step.rest_after,
        )
        for step in routine.steps
    ]


# ---------------------------------------------------------------- Just Another Workout Timer


def test_a_recorded_export_becomes_a_routine(shipped: Library, tmp_path: Path) -> None:
    routine = came(RECORDED, tmp_path, shipped)
    assert (routine.title, routine.note) == ("Test", "Made in Just Another Workout Timer.")
    assert works(routine) == [("Exercise", 30, 0)]


def test_a_shared_workout_stands_alone(shipped: Library, tmp_path: Path) -> None:
    alone = json.loads(RECORDED)["workouts"][0]
    assert works(came(alone, tmp_path, shipped)) == [("Exercise", 30, 0)]


def test_sets_become_groups_and_rests_become_rests(shipped: Library, tmp_path: Path) -> None:
    raw = workout(
        "Evening",
        of(("Get set", 10)),
        of(("Calf stretch", 20), ("Rest", 5), ("Squats", 30), ("PAUSE", 15), times=3),
        of(("Squats", 45)),
    )
    routine = came(raw, tmp_path, shipped)
    assert [type(item).__name__ for item in routine.items] == [
        "ExerciseStep",
        "Group",
        "ExerciseStep",
    ]
    in_turn = [("Calf stretch", 20.0, 5.0), ("Squats", 30.0, 15.0)]
    assert works(routine) == [("Get set", 10, 0), *in_turn * 3, ("Squats", 45, 0)]
    assert routine.seconds == 10 + 3 * 70 + 45
    group = routine.items[1]
    assert isinstance(group, Group)
    doses = [step.dose for step in group.steps if isinstance(step, ExerciseStep)]
    assert doses == [Hold(20), Continuous(30)]


def test_the_same_name_is_the_same_exercise(shipped: Library, tmp_path: Path) -> None:
    raw = workout("Two", of(("Squats", 30), ("Squats", 60)))
    offer = offered(raw, tmp_path, shipped)
    assert offer.exercises == ("Squats",)
    assert offer.total == 90


def test_a_rest_that_nothing_comes_before_is_getting_ready(
    shipped: Library, tmp_path: Path
) -> None:
    routine = came(workout("W", of(("Rest", 8), ("Squats", 30), times=2)), tmp_path, shipped)
    assert routine.steps[0] == TransitionStep(Transition.GET_READY, 8, "Rest.")
    assert routine.seconds == 76


def test_the_name_of_a_set_is_kept_as_a_remark(shipped: Library, tmp_path: Path) -> None:
    raw = workout("W", of(("Squats", 30), name="Warm-up"), of(("Rest", 5), name="Break"))
    offer = offered(raw, tmp_path, shipped)
    assert b'note = "Warm-up"' in offer.files[-1].content
    assert "The name “Break” of a set was left out." in offer.notes


def test_each_workout_of_a_backup_comes_and_a_wrong_one_costs_only_itself(
    shipped: Library, tmp_path: Path
) -> None:
    raw = {
        "workouts": [
            workout("One", of(("A", 10))),
            workout("Wrong", of(("A", -1))),
            workout("One", of(("B", 10), ("A", 5))),
            workout("Too long", *[of(("A", 3600))] * 5),
        ]
    }
    offer = offered(raw, tmp_path, shipped)
    assert [(each.id, each.title) for each in offer.routines] == [
        ("one", "One"),
        ("one-2", "One (sent)"),
    ]
    assert [str(problem) for problem in offer.problems] == [
        "workouts[1].sets[0].exercises[0].duration: must be at least 0",
        "routines/too-long: steps: last 5:00:00 together; a routine may last at most 4 hours",
    ]
    take(offer, tmp_path / "own")
    assert load_library(find_resources(), tmp_path / "own").problems == ()


def test_taking_it_twice_makes_no_exercise_twice(shipped: Library, tmp_path: Path) -> None:
    came(RECORDED, tmp_path, shipped)
    library = load_library(find_resources(), tmp_path / "own")
    assert offered(RECORDED, tmp_path, library).exercises == ()


def test_what_could_not_be_carried_over_is_told(shipped: Library, tmp_path: Path) -> None:
    raw = {**workout("W", of(("x" * 500, 30), ("Nothing", 0))), "version": 3}
    offer = offered(raw, tmp_path, shipped)
    assert offer.notes == (
        "It was made by a newer Just Another Workout Timer than is known here: look the routine"
        " through.",
        "1 exercise of 0 seconds was left out.",
        f"“{'x' * 39}…” was too long and was cut.",
        "The file says names and times only. How each exercise is done, which muscle it is for"
        " and its picture are yours to add.",
    )


def test_letters_of_one_byte_come_out_right_and_are_told(shipped: Library, tmp_path: Path) -> None:
    raw = json.dumps(workout("Füße", of(("Dehnübung", 30))), ensure_ascii=False).encode("latin-1")
    offer = offered(raw, tmp_path, shipped)
    assert (offer.title, offer.exercises) == ("Füße", ("Dehnübung",))
    assert "letters are damaged" in offer.notes[-1]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("[]", "has no workout in it"),
        ("{}", "has no workout of Feeel or Just Another Workout Timer in it"),
        ('{"workouts": []}', "workouts: must be a list with at least one workout"),
        ('{"workouts": 3}', "workouts: must be a list"),
        ('{"workouts": [3]}', "workouts[0]: must be a table"),
        ({"workouts": [{}] * 501}, "workouts: are 501; at most 500"),
        ({"title": "W", "sets": "no"}, "sets: must be a list"),
        ({"title": "W", "sets": []}, "sets: has no exercise that lasts any time"),
        (workout("W", of(("A", 0))), "sets: has no exercise that lasts any time"),
        ({"title": 3, "sets": []}, "title: must be text"),
        (workout("W", of(("A", 10**18))), "duration: must be at most 3600"),
        (workout("W", of(("A", 10), times=10**9)), "repetitions: must be at most 200"),
        (workout("W", of(("A", 10), times=200), of(("B", 9))), "steps: are 201 with all rounds"),
        (json.dumps(workout("W", of(("A", 10)))).replace("10", "9" * 5000), "a number in it"),
        (json.dumps(workout("W", of(("A", 10)))).replace("10", "1e400"), "must be a whole number"),
        (json.dumps(workout("W", of(("A", 10)))).replace("10", "NaN"), "a number in it"),
        (json.dumps(workout("W", of(("A", 10)))).replace("10", "true"), "must be a whole number"),
        ('{"workouts": ' + "[" * 100_000, "nested too deeply"),
        ('{"workouts": [', "line 1, column 15: is damaged: it is not JSON"),
        (b'{"title": "\x00\xff"', "is damaged: it is not JSON"),
        ("{" + " " * (9 << 20), "at most 8 MiB are read"),
    ],
)
def test_junk_is_refused_with_one_reason(
    raw: object, reason: str, shipped: Library, tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as refused:
        offered(raw, tmp_path, shipped)
    assert len(refused.value.problems) == 1
    assert reason in str(refused.value)
    assert not (tmp_path / "own").exists()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["title", "sets", "workouts", "repetitions", "exercises", "name", "duration",
             "fullWorkout", "workout", "workoutExercises", "exercise", "orderPosition"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(raw=json_values, key=st.sampled_from(["workouts", "sets", "fullWorkout"]))
def test_no_json_does_more_than_refuse(
    raw: object, key: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    library = Library(frozenset(), {}, (), frozenset(), {}, {})
    with contextlib.suppress(ContentError):
        offered({"title": "W", key: raw}, folder, library)


# ---------------------------------------------------------------- Feeel


def test_a_workout_of_feeel_becomes_a_routine(shipped: Library, tmp_path: Path) -> None:
    raw = feeel(
        {"exercise": 718},
        {"exercise": 615, "exerciseDuration": 45, "breakDuration": 20},
        {"exercise": 702},
    )
    routine = came(raw, tmp_path, shipped, "Legs_7.feeel")
    assert works(routine) == [
        ("Wall sit", 30, 20),
        ("Squats", 45, 10),
        ("Calf raises, left", 30, 0),
    ]
    assert routine.seconds == 135
    doses = [step.dose for step in routine.steps if isinstance(step, ExerciseStep)]
    assert [type(dose) for dose in doses] == [Hold, Continuous, Continuous]


def test_stretches_are_held(shipped: Library, tmp_path: Path) -> None:
    routine = came(feeel({"exercise": 1002}, category=1), tmp_path, shipped)
    (step,) = routine.steps
    assert isinstance(step, ExerciseStep)
    assert step.dose == Hold(30)


def test_exercises_come_in_their_order(shipped: Library, tmp_path: Path) -> None:
    raw = feeel({"exercise": 615, "orderPosition": 5}, {"exercise": 984, "orderPosition": 2})
    assert [title for title, *_ in works(came(raw, tmp_path, shipped))] == ["Lunges", "Squats"]


def test_a_number_that_is_not_known_is_told(shipped: Library, tmp_path: Path) -> None:
    offer = offered(feeel({"exercise": 123456}), tmp_path, shipped)
    assert offer.exercises == ("Feeel 123456",)
    assert any("numbers in place of names; “Feeel 123456”" in note for note in offer.notes)


def test_an_archive_of_feeel_brings_all_its_workouts(shipped: Library, tmp_path: Path) -> None:
    entries = [
        Entry("Legs_7.feeel", json.dumps(feeel({"exercise": 615})).encode(), method=8),
        Entry("Bad_8.feeel", b"{"),
        Entry("Neck_9.feeel", json.dumps(feeel({"exercise": 1018}, title="Neck")).encode()),
    ]
    offer = offered(zipped(entries), tmp_path, shipped)
    assert [routine.title for routine in offer.routines] == ["Legs", "Neck"]
    assert offer.title == "Legs"
    assert [problem.place for problem in offer.problems] == ["Bad_8.feeel: line 1, column 2"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"fullWorkout": None}, "fullWorkout: must be a table"),
        (feeel(), "fullWorkout.workoutExercises: "),
        (feeel({"exercise": "615"}), "workoutExercises[0].exercise: must be a whole number"),
        (feeel({"exercise": 615}, breakDuration=-1), "workout.breakDuration: must be at least 0"),
        (feeel({"exercise": 615}, exerciseDuration=0), "has no exercise that lasts any time"),
        (feeel(*[{"exercise": 615}] * 201), "must have at most 200 entries"),
    ],
)
def test_a_wrong_workout_of_feeel_is_refused(
    raw: object, reason: str, shipped: Library, tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as refused:
        offered(raw, tmp_path, shipped)
    assert len(refused.value.problems) == 1
    assert reason in str(refused.value)
