"""What a file that was sent would bring, and under which names: nothing is written yet."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.problem import Problem


@dataclass(frozen=True, slots=True)
class OfferedRoutine:
    """A routine as it will be.

    Attributes:
        id: The one it will have.
        title: The one it will have.
        seconds: Its stated length.
        steps: How many, the rounds of groups written out.
    """

    id: str
    title: str
    seconds: float
    steps: int


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written.

    Attributes:
        folder: `pictures`, `exercises` or `routines`, in the person's folder.
        name: Of the file; nothing of this name was there.
        content: Its bytes.
    """

    folder: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that taking it would do.

    Attributes:
        title: Of the first routine, else of the first exercise.
        routines: What would be added; none where only an exercise came.
        exercises: Titles of the exercises that would be added.
        pictures: Names of the pictures that would be added.
        notes: What will be called otherwise, what got lost, in sentences.
        problems: What can't be used; the rest can.
        files: What would be written, pictures first and routines last.
    """

    title: str
    routines: tuple[OfferedRoutine, ...]
    exercises: tuple[str, ...]
    pictures: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    files: tuple[NewFile, ...]

    @property
    def total(self) -> float:
        """Seconds of all routines."""
        return sum(routine.seconds for routine in self.routines)

    @property
    def steps(self) -> int:
        """Steps of all routines."""
        return sum(routine.steps for routine in self.routines)
