"""Reads what Just Another Workout Timer exports.

The form, read from its public source (blockbasti/just_another_workout_timer, `workout.dart` and
`storage_helper.dart`, file version 2): a backup is `{"workouts": [workout, …]}`, a shared workout
stands alone. A workout has `title`, `sets`, `version` and `position`; a set `repetitions`,
`exercises`, `id` and perhaps `name`; an exercise `name`, `duration` in seconds and `id`. Exercises
follow each other without a rest: people enter rests as exercises.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Final

from pydantic import ConfigDict, Field

from coach.content.build import LONGEST_STEP, MOST_STEPS
from coach.content.fields import StrictModel
from coach.content.problem import ContentError, Problem, error
from coach.content.sharing.bundle import Bundle
from coach.content.sharing.foreign import Maker, Round, Work, Workout, joined_rests, left_out
from coach.content.sharing.json_text import checked
from coach.core.numbers import number
from coach.core.words import _

APP: Final = "Just Another Workout Timer"
VERSION: Final = 2
MOST_WORKOUTS: Final = 500


class _Lenient(StrictModel):
    """Keys of later versions do not keep a workout out."""

    model_config = ConfigDict(extra="ignore")


class _Exercise(_Lenient):
    name: str
    duration: Annotated[int, Field(ge=0, le=LONGEST_STEP)]


class _Set(_Lenient):
    repetitions: Annotated[int, Field(ge=1, le=MOST_STEPS)]
    exercises: Annotated[list[_Exercise], Field(max_length=MOST_STEPS)]
    name: str | None = None


class _Workout(_Lenient):
    title: str
    sets: Annotated[list[_Set], Field(max_length=MOST_STEPS)]
    version: int = 1


def is_workout_timer(raw: Mapping[str, Any]) -> bool:
    """Whether a text says what this app exports."""
    return "workouts" in raw or ("sets" in raw and "title" in raw)


def read_workout_timer(raw: Mapping[str, Any]) -> Bundle:
    """Make routines of a workout or of a backup; a wrong workout costs only itself.

    Raises:
        ContentError: There is no workout that can be used.
    """
    given = raw.get("workouts", [raw])
    if not isinstance(given, list) or not given:
        raise error("workouts", _("must be a list with at least one workout"))
    if len(given) > MOST_WORKOUTS:
        raise error(
            "workouts",
            _("are {count}; at most {most} are taken at once").format(
                count=number(len(given)), most=MOST_WORKOUTS
            ),
        )
    maker, problems = Maker(), list[Problem]()
    for index, workout in enumerate(given):
        place = f"workouts[{index}]" if "workouts" in raw else ""
        try:
            maker.add(_workout(workout, maker))
        except ContentError as wrong:
            problems += [_within(place, problem) for problem in wrong.problems]
    if not maker.routines:
        raise ContentError(problems[:1])
    return replace(maker.bundle(), problems=tuple(problems))


def _within(place: str, problem: Problem) -> Problem:
    return replace(problem, place=".".join(part for part in (place, problem.place) if part))


def _workout(raw: object, maker: Maker) -> Workout:
    workout = checked(_Workout, raw)
    if workout.version > VERSION:
        newer = _("It was made by a newer {app} than is known here: look the routine through.")
        maker.note(newer.format(app=APP))
    rounds = [_round(each, maker) for each in workout.sets]
    if not any(part.works for part in rounds):
        raise error("sets", _("has no exercise that lasts any time"))
    return Workout(workout.title, rounds, APP)


def _round(part: _Set, maker: Maker) -> Round:
    works = [Work(each.name, each.duration) for each in part.exercises if each.duration]
    if missing := len(part.exercises) - len(works):
        maker.note(left_out(missing))
    return Round(joined_rests(works), part.repetitions, (part.name or "").strip())
