"""The parts of a day, and which routines suit them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the plan is made before anything of the diary is read
    from coach.core.diary import Entry


class PartOfDay(StrEnum):
    """A day has three, as the programmes for prevention do."""

    MORNING = "morning"
    DAY = "day"
    BEDTIME = "bedtime"


DAY_BEGINS = 4
"""Hour at which a day begins: whoever stretches at one in the morning has not gone to bed yet."""

NOON_BEGINS = 11
"""Hour at which the morning is over."""

BEDTIME_BEGINS = 20
"""Hour from which the next thing is to go to bed."""

SUITING = {
    PartOfDay.MORNING: ("morning-in-bed", "daily-prevention", "leg-gymnastics"),
    PartOfDay.DAY: (
        "wall-stretch-5",
        "daily-prevention",
        "desk-break-seated",
        "desk-break-standing",
    ),
    PartOfDay.BEDTIME: ("bedtime-stretch", "bedtime-stretch-seated", "daily-prevention"),
}
"""Routines that suit a part of the day, the usual one first.

The programme against night cramps: the bedtime stretch each night and the wall stretch once by day
(the pattern of Hallegraeff 2012; NHS 2017 for the wall stretch). Daily prevention is for morning,
midday and bedtime, desk breaks for working hours.
"""


def part_of(moment: datetime) -> PartOfDay:
    """Return the part of the day a moment belongs to."""
    if DAY_BEGINS <= moment.hour < NOON_BEGINS:
        return PartOfDay.MORNING
    if NOON_BEGINS <= moment.hour < BEDTIME_BEGINS:
        return PartOfDay.DAY
    return PartOfDay.BEDTIME


def day_of(moment: datetime) -> date:
    """Return the day a moment belongs to; the small hours belong to the day before."""
    return (moment - timedelta(hours=DAY_BEGINS)).date()


def suggest(
    part: PartOfDay,
    known: Sequence[str],
    recent: Sequence[str] = (),
    left_out: Callable[[str], int] = lambda _routine: 0,
) -> str:
    """Return the routine that suits a part of the day best; empty where there is none at all.

    Args:
        part: Of the day.
        known: Ids of the routines there are, in their order.
        recent: Ids of those last used, the newest first: among what suits, habit decides.
        left_out: How many exercises of a routine do not suit the person; fewer go first.
    """
    suiting = [name for name in SUITING[part] if name in known] or list(known[:1])

    def rank(name: str) -> tuple[int, int, int]:
        used = recent.index(name) if name in recent else len(recent)
        return left_out(name), used, suiting.index(name)

    return min(suiting, key=rank, default="")


class DayPart(NamedTuple):
    """What one part of a day has seen, and what it is for. A tuple: home waits for it.

    Attributes:
        part: Which.
        suggested: Id of the routine that suits it.
        done: The last routine that was gone through in it; None for none yet.
    """

    part: PartOfDay
    suggested: str
    done: Entry | None = None


def done_on(day: date, entries: Iterable[Entry]) -> list[Entry]:
    """Return the routines that were gone through on a day, the newest first."""
    from coach.core.diary import EntryState

    done = [
        entry
        for entry in entries
        if entry.state is EntryState.COMPLETED and day_of(entry.started.astimezone()) == day
    ]
    return sorted(done, key=lambda entry: entry.started, reverse=True)


def plan(suggested: Callable[[PartOfDay], str], done: Sequence[Entry]) -> tuple[DayPart, ...]:
    """Return the three parts of a day.

    Args:
        suggested: Returns the id of the routine for a part.
        done: What was gone through on that day, the newest first.
    """
    newest: dict[PartOfDay, Entry] = {}
    for entry in done:
        newest.setdefault(part_of(entry.started.astimezone()), entry)
    return tuple(DayPart(part, suggested(part), newest.get(part)) for part in PartOfDay)
