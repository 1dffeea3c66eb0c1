"""Leaves out of a routine what does not suit a person, and says so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from coach.core.caution import Condition
from coach.core.exercise import Exercise
from coach.core.routine import ExerciseStep, Group, Routine, Step
from coach.core.safety import FirstCheck, unsuitable
from coach.core.words import _


@dataclass(frozen=True, slots=True)
class Suited:
    """A routine as it suits a person.

    Attributes:
        routine: Without what does not suit; as it was where nothing in it would be left.
        left_out: One line for each exercise that does not suit, in order, with the reason.
        nothing_left: No exercise of it suits; it is shown whole with all its lines, since an
            answer advises and never locks anybody out.
    """

    routine: Routine
    left_out: tuple[str, ...] = ()
    nothing_left: bool = False


def suited_routine(routine: Routine, answers: Collection[Condition], check: FirstCheck) -> Suited:
    """Return a routine without the steps that do not suit.

    Args:
        routine: As it was made.
        answers: What the person ticked.
        check: Holds the reasons, and which exercises each tick hides.
    """
    lines: dict[str, None] = {}

    def suits(step: Step) -> bool:
        reason = (
            unsuitable(step.exercise.id, answers, check) if isinstance(step, ExerciseStep) else None
        )
        if reason is not None and isinstance(step, ExerciseStep):
            lines[_line(step.exercise.title, reason)] = None
        return reason is None

    items: list[Step | Group] = []
    for item in routine.items:
        if not isinstance(item, Group):
            items += [item] if suits(item) else []
        elif steps := tuple(step for step in item.steps if suits(step)):
            items.append(replace(item, steps=steps))
    if not lines:
        return Suited(routine)
    rest = replace(routine, items=tuple(items))
    if not any(isinstance(step, ExerciseStep) for step in rest.steps):
        return Suited(routine, tuple(lines), nothing_left=True)
    return Suited(rest, tuple(lines))


def left_out_of(
    exercises: Collection[str], answers: Collection[Condition], check: FirstCheck
) -> int:
    """Return how many of some exercises do not suit; for a list that has only their ids."""
    return sum(unsuitable(exercise, answers, check) is not None for exercise in exercises)


def alone(exercise: Exercise) -> Routine:
    """Return a routine of one exercise in its usual dose."""
    step = ExerciseStep(exercise, exercise.dose, exercise.sides, change=exercise.change)
    return Routine(exercise.id, exercise.title, "", exercise.positions, (step,))


def _line(title: str, reason: str) -> str:
    return _("{what} is left out: {reason}.").format(what=title, reason=reason)
