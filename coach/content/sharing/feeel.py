"""Reads the workouts that Feeel exports, `.feeel`.

The form, read from its public source (EnjoyingFOSS/feeel, `feeel_workout_json.dart`,
`full_workout.dart` and `database.g.dart`): `feeelMetadataVersion`, `exerciseDbImport` and
`fullWorkout`; in this `workout` with `title`, `category`, `countdownDuration`, `exerciseDuration`
and `breakDuration` in seconds, and `workoutExercises`, each with `exercise` (a number),
`orderPosition` and perhaps its own `exerciseDuration` and `breakDuration`; the break comes before
the exercise, and not before the first. Several workouts come as a zip archive of such files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Final

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel

from coach.content.build import LONGEST_STEP, MOST_STEPS
from coach.content.fields import StrictModel
from coach.content.problem import ContentError, Problem, error
from coach.content.sharing.archive import Archive, shown
from coach.content.sharing.bundle import Bundle
from coach.content.sharing.feeel_names import FEEEL_NAMES
from coach.content.sharing.foreign import Maker, Round, Work, Workout, left_out
from coach.content.sharing.json_text import MOST_BYTES, checked, read_json
from coach.core.words import _

APP: Final = "Feeel"
SUFFIX: Final = ".feeel"
_STRETCHING: Final = 1
"""The category of stretches; strength is 0, cardio 2, other 3."""

_Seconds = Annotated[int, Field(ge=0, le=LONGEST_STEP)]


class _Lenient(StrictModel):
    """Keys of later versions do not keep a workout out."""

    model_config = ConfigDict(extra="ignore", alias_generator=to_camel)


class _Workout(_Lenient):
    title: str
    exercise_duration: _Seconds
    break_duration: _Seconds
    category: int = 3
    countdown_duration: _Seconds = 5


class _Exercise(_Lenient):
    exercise: int
    order_position: int
    exercise_duration: _Seconds | None = None
    break_duration: _Seconds | None = None


class _Full(_Lenient):
    workout: _Workout
    workout_exercises: Annotated[list[_Exercise], Field(min_length=1, max_length=MOST_STEPS)]


class _File(_Lenient):
    full_workout: _Full


def is_feeel(raw: Mapping[str, Any]) -> bool:
    """Whether a text says what this app exports."""
    return "fullWorkout" in raw


def is_feeel_archive(archive: Archive) -> bool:
    """Whether an archive holds workouts of this app and nothing else."""
    return bool(archive.names) and all(name.endswith(SUFFIX) for name in archive.names)


def read_feeel(raw: Mapping[str, Any]) -> Bundle:
    """Make a routine of a workout.

    Raises:
        ContentError: With the first thing that is wrong.
    """
    maker = Maker()
    maker.add(_workout(raw, maker))
    return maker.bundle()


def read_feeel_archive(archive: Archive) -> Bundle:
    """Make a routine of each workout; a wrong one costs only itself.

    Raises:
        ContentError: The archive is refused, or no workout in it can be used.
    """
    maker, problems = Maker(), list[Problem]()
    for name in archive.names:
        content = archive.read(name, MOST_BYTES)
        try:
            maker.add(_workout(read_json(content)[0], maker))
        except ContentError as wrong:
            problems += [
                replace(each, place=": ".join(filter(None, (shown(name), each.place))))
                for each in wrong.problems
            ]
    if not maker.routines:
        raise ContentError(problems[:1])
    return replace(maker.bundle(), problems=tuple(problems))


def _workout(raw: Mapping[str, Any], maker: Maker) -> Workout:
    full = checked(_File, raw).full_workout
    usual, works = full.workout, list[Work]()
    for each in sorted(full.workout_exercises, key=lambda exercise: exercise.order_position):
        if works:
            works[-1].rest_after = _first(each.break_duration, usual.break_duration)
        seconds = _first(each.exercise_duration, usual.exercise_duration)
        works.append(Work(_name(each.exercise, maker), seconds))
    lasting = [work for work in works if work.seconds]
    if not lasting:
        raise error("fullWorkout.workoutExercises", _("has no exercise that lasts any time"))
    if missing := len(works) - len(lasting):
        maker.note(left_out(missing))
    held = usual.category == _STRETCHING
    return Workout(usual.title, [Round(lasting)], APP, held)


def _first(own: int | None, usual: int) -> int:
    return usual if own is None else own


def _name(number: int, maker: Maker) -> str:
    if number in FEEEL_NAMES:
        return FEEEL_NAMES[number]
    name = f"Feeel {str(number)[:20]}"
    unknown = _("Feeel's file has numbers in place of names; “{name}” is one not known here.")
    maker.note(unknown.format(name=name))
    return name
