"""A routine: the steps a person is led through, and how long they take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.core.exercise import (
    Continuous,
    Dose,
    Exercise,
    Hold,
    OwnPace,
    Position,
    Reps,
    Side,
    Sides,
)


class Transition(StrEnum):
    """Getting from one place to the next; not an exercise."""

    GET_READY = "get-ready"
    SIT_ON_EDGE = "sit-on-edge"


@dataclass(frozen=True, slots=True)
class TransitionStep:
    """Time to get into place.

    Attributes:
        transition: Which one.
        seconds: How long it takes.
        text: What to do, one sentence.
        rest_after: Seconds of rest before the next step.
    """

    transition: Transition
    seconds: float
    text: str
    rest_after: float = 0


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """An exercise with its dose.

    Attributes:
        exercise: What is done.
        dose: How much.
        sides: How the two legs take turns.
        first_side: The leg that begins; the sore one where only one works.
        change: Seconds to change sides.
        rest_after: Seconds of rest before the next step.
        note: A remark of the routine's author, shown and spoken.
    """

    exercise: Exercise
    dose: Dose
    sides: Sides
    first_side: Side = Side.RIGHT
    change: float = 0
    rest_after: float = 0
    note: str = ""

    @property
    def blocks(self) -> tuple[Side, ...]:
        """The leg of each hold, set or block in turn.

        Repetitions that alternate change legs within a set, so that a set is one block.
        """
        count = block_count(self.dose)
        first, second = self.first_side, self.first_side.other
        match self.sides:
            case Sides.BOTH:
                return (Side.BOTH,) * count
            case Sides.SORE:
                return (first,) * count
            case Sides.EACH:
                return (first,) * count + (second,) * count
            case Sides.ALTERNATING:
                if isinstance(self.dose, Reps):
                    return (Side.BOTH,) * count
                return (first, second) * count

    def gap_after(self, block: int) -> float:
        """Seconds between block number `block` and the next one, 0 after the last."""
        blocks = self.blocks
        if block + 1 >= len(blocks):
            return 0
        return self.change if blocks[block + 1] is not blocks[block] else block_rest(self.dose)

    @property
    def work_seconds(self) -> float:
        """Seconds from the step's first moment to its last, without the rest after it."""
        blocks = len(self.blocks)
        gaps = sum(self.gap_after(block) for block in range(blocks))
        return blocks * self.block_seconds + gaps

    @property
    def block_seconds(self) -> float:
        """Seconds of one hold, set or block."""
        match self.dose:
            case Hold(seconds=seconds) | Continuous(seconds=seconds):
                return seconds
            case Reps() as reps:
                both_legs = 2 if self.sides is Sides.ALTERNATING else 1
                return reps.seconds * reps.count * both_legs
            case OwnPace():
                return 0


Step = TransitionStep | ExerciseStep


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that are gone through several times.

    Attributes:
        steps: What belongs together.
        rounds: How often, at least 1.
        rest: Seconds between two rounds, in place of the last step's own rest.
    """

    steps: tuple[Step, ...]
    rounds: int
    rest: float = 0


@dataclass(frozen=True, slots=True)
class Routine:
    """Steps in order, with what a person needs to choose them.

    Attributes:
        id: Kebab-case name, the name of its file.
        title: As shown.
        when: When it is used, one or two sentences.
        positions: The positions it goes through, in order.
        items: Steps and groups of steps.
        note: What else there is to know.
        before: What to see to before it starts (floor, support).
        own: Made by the person, not shipped.
    """

    id: str
    title: str
    when: str
    positions: tuple[Position, ...]
    items: tuple[Step | Group, ...]
    note: str = ""
    before: str = ""
    own: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step in the order it is gone through, the rounds of groups written out."""
        return tuple(step for item in self.items for step in _unfold(item))

    @property
    def seconds(self) -> float:
        """The stated total: work and rests, without a rest after the last step."""
        steps = self.steps
        rests = sum(step.rest_after for step in steps[:-1])
        return sum(step_seconds(step) for step in steps) + rests


def step_seconds(step: Step) -> float:
    """Seconds of a step without the rest after it."""
    return step.seconds if isinstance(step, TransitionStep) else step.work_seconds


def block_count(dose: Dose) -> int:
    """How many holds, sets or blocks each side gets."""
    match dose:
        case Hold(count=count) | Continuous(count=count) | Reps(sets=count):
            return count
        case OwnPace():
            return 1


def block_rest(dose: Dose) -> float:
    """Seconds between two blocks of the same side."""
    return 0 if isinstance(dose, OwnPace) else dose.rest


def _unfold(item: Step | Group) -> Iterator[Step]:
    if not isinstance(item, Group):
        yield item
        return
    for turn in range(item.rounds):
        last_turn = turn + 1 == item.rounds
        yield from item.steps[:-1]
        yield item.steps[-1] if last_turn else _with_rest(item.steps[-1], item.rest)


def _with_rest(step: Step, rest: float) -> Step:
    return replace(step, rest_after=rest)
