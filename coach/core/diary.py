"""What was done, as the diary keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryState(StrEnum):
    """How a routine ended.

    UNFINISHED is both one that plays and one whose app was ended in the middle.
    """

    UNFINISHED = "unfinished"
    STOPPED = "stopped"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One routine that was begun.

    Attributes:
        routine: Its id.
        title: Its title then.
        started: When, with time zone.
        total: The routine's stated seconds.
        steps: How many steps it had.
        seconds: How long was played, pauses not counted.
        steps_done: How many steps were gone through to their end.
        state: How it ended.
        id: Number of the row, 0 before it is kept.
    """

    routine: str
    title: str
    started: datetime
    total: float
    steps: int
    seconds: float = 0
    steps_done: int = 0
    state: EntryState = EntryState.UNFINISHED
    id: int = 0
