"""What a file that was sent holds, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.content.problem import Problem


@dataclass(frozen=True, slots=True)
class Piece:
    """An exercise or a routine.

    Attributes:
        id: The one it comes with; here it may get another.
        text: Its file, in TOML.
    """

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that came in one file.

    Attributes:
        routines: What can be played.
        exercises: Those that the routines need and that are not shipped.
        pictures: Those that the exercises show, by the name of their file.
        notes: What got lost on the way or was made up, in sentences.
        problems: What could not be read; the rest can be used without.
        is_whole: Every exercise that is not shipped comes with it; none of the person's own is
            meant, whatever it is called.
    """

    routines: tuple[Piece, ...] = ()
    exercises: tuple[Piece, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True
