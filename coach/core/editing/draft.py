"""What an editor holds while somebody writes a routine or an exercise.

A draft says what a file would say, field for field under the file's own names, and may be wrong
at any time: an empty title, no seconds. Where a field is `None` the file says nothing and the
exercise decides. `coach.content.drafts` makes drafts of files, `coach.content.findings` finds what
is wrong with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDraft:
    """A step: an exercise with what is different from its usual dose, or a transition.

    Attributes:
        key: Tells the step apart from all others of its routine, and stays when it moves.
        exercise: Id of the exercise; empty for a transition.
        transition: Which one; empty for an exercise.
        hold: Seconds of one hold.
        reps: Repetitions in a set.
        seconds: Seconds of one block of a continuous movement, or of the transition.
        count: Holds or blocks on each side.
        sets: Sets on each side.
        rest: Seconds between two holds, sets or blocks on the same side.
        tempo: Seconds of each phase of a repetition.
        own_pace: Repetitions at one's own pace, 0 for "until I am ready"; None by the clock.
        sides: How the two legs take turns.
        first_side: "right" or "left".
        change: Seconds to change sides.
        note: A remark, shown and spoken.
        text: What to do in a transition.
        rest_after: Seconds of rest before the next step.
    """

    key: int
    exercise: str = ""
    transition: str = ""
    hold: Number | None = None
    reps: int | None = None
    seconds: Number | None = None
    count: int | None = None
    sets: int | None = None
    rest: Number | None = None
    tempo: tuple[Number, ...] | None = None
    own_pace: int | None = None
    sides: str | None = None
    first_side: str | None = None
    change: Number | None = None
    note: str = ""
    text: str | None = None
    rest_after: Number = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDraft:
    """Steps that are gone through several times.

    Attributes:
        key: As of a step; no step of the routine has the same.
        repeat: How many rounds.
        rest_between: Seconds between two rounds.
        steps: What belongs together.
    """

    key: int
    repeat: int
    rest_between: Number = 0
    steps: tuple[StepDraft, ...] = ()


ItemDraft = StepDraft | GroupDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineDraft:
    """A routine.

    Attributes:
        title: As shown.
        when: When it is used.
        positions: The positions it goes through, in order.
        note: What else there is to know.
        before: What to see to before it starts; empty for the usual advice.
        steps: Steps and groups of steps.
        next_key: The key of the next step or group.
    """

    title: str = ""
    when: str = ""
    positions: tuple[str, ...] = ()
    note: str = ""
    before: str = ""
    steps: tuple[ItemDraft, ...] = ()
    next_key: int = 1

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of all steps and groups in the order of the file, a group before its steps."""
        return tuple(item.key for item in walk(self.steps))

    def find(self, key: int) -> ItemDraft:
        """Return the step or group of a key.

        Raises:
            KeyError: There is none.
        """
        for item in walk(self.steps):
            if item.key == key:
                return item
        raise KeyError(key)


def walk(items: tuple[ItemDraft, ...]) -> Iterator[ItemDraft]:
    """Yield each item, after a group its steps."""
    for item in items:
        yield item
        if isinstance(item, GroupDraft):
            yield from item.steps


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDraft:
    """One part of a repetition: what the body does, its seconds, what is said."""

    name: str = ""
    seconds: Number | None = None
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseDraft:
    """How much of an exercise is done; one of `hold`, `reps`, `seconds` and `own_pace` is given.

    The names mean what they mean in a step; `reverse` lets the second half of a set go the other
    way round.
    """

    hold: Number | None = None
    reps: int | None = None
    seconds: Number | None = None
    own_pace: int | None = None
    count: int | None = None
    sets: int | None = None
    rest: Number = 0
    reverse: bool = False
    change: Number = 0
    phases: tuple[PhaseDraft, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft:
    """Where an exercise comes from: a quote with its line, or a reference."""

    quote: str = ""
    line: int = 0
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDraft:
    """An exercise of the person's own; the fields of `coach.core.exercise.Exercise` as written.

    `picture` names a file in the person's folder of pictures, `figure` a moving picture; at most
    one of them is given.
    """

    title: str = ""
    strength: str | None = None
    positions: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    target: str = ""
    equipment: str = ""
    sides: str | None = None
    hard_stop: bool = False
    figure: str | None = None
    picture: str | None = None
    mirror_picture: bool = False
    setup: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    dose: DoseDraft | None = None
    sources: tuple[SourceDraft, ...] = ()


Draft = RoutineDraft | ExerciseDraft
