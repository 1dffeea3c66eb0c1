"""Which routine a part of the day is for, and what of it was done."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.core.day import SUITING, PartOfDay, day_of, done_on, part_of, plan, suggest
from coach.core.diary import Entry, EntryState

ALL = tuple(dict.fromkeys(name for names in SUITING.values() for name in names))


def local(hour: int, minute: int = 0, *, day: int = 10) -> datetime:
    return datetime(2026, 3, day, hour, minute).astimezone()


def entry(routine: str, started: datetime, state: EntryState = EntryState.COMPLETED) -> Entry:
    return Entry(routine, routine.title(), started, 180, 2, 180, 2, state)


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, PartOfDay.BEDTIME),
        (3, PartOfDay.BEDTIME),
        (4, PartOfDay.MORNING),
        (10, PartOfDay.MORNING),
        (11, PartOfDay.DAY),
        (19, PartOfDay.DAY),
        (20, PartOfDay.BEDTIME),
        (23, PartOfDay.BEDTIME),
    ],
)
def test_a_day_has_three_parts(hour: int, part: PartOfDay) -> None:
    assert part_of(local(hour)) is part


def test_an_hour_past_midnight_still_belongs_to_the_evening() -> None:
    assert day_of(local(1, day=11)) == date(2026, 3, 10)
    assert day_of(local(4, day=11)) == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("part", "routine"),
    [
        (PartOfDay.MORNING, "morning-in-bed"),
        (PartOfDay.DAY, "wall-stretch-5"),
        (PartOfDay.BEDTIME, "bedtime-stretch"),
    ],
)
def test_each_part_has_its_usual_routine(part: PartOfDay, routine: str) -> None:
    assert suggest(part, ALL) == routine


def test_habit_decides_among_what_suits() -> None:
    recent = ("desk-break-seated", "daily-prevention")
    assert suggest(PartOfDay.DAY, ALL, recent) == "desk-break-seated"
    assert suggest(PartOfDay.MORNING, ALL, recent) == "daily-prevention"


def test_what_suits_the_person_goes_first() -> None:
    unsuited = {"bedtime-stretch": 2}
    left_out = lambda name: unsuited.get(name, 0)  # noqa: E731
    recent = ("bedtime-stretch",)
    assert suggest(PartOfDay.BEDTIME, ALL, recent, left_out) == "bedtime-stretch-seated"


def test_where_nothing_suits_the_first_routine_is_offered() -> None:
    assert suggest(PartOfDay.DAY, ("mine", "other")) == "mine"
    assert suggest(PartOfDay.DAY, ()) == ""


def test_only_what_was_gone_through_today_counts() -> None:
    stopped = entry("tired-feet", local(9), EntryState.STOPPED)
    yesterday = entry("full-session", local(12, day=9))
    kept = [entry("morning-in-bed", local(7)), entry("bedtime-stretch", local(0, 30, day=11))]
    done = done_on(date(2026, 3, 10), [stopped, yesterday, *kept])
    assert [one.routine for one in done] == ["bedtime-stretch", "morning-in-bed"]


def test_the_diary_of_another_time_zone_counts_by_the_clock_on_the_wall() -> None:
    started = local(7).astimezone(UTC) + timedelta(0)
    assert [one.routine for one in done_on(date(2026, 3, 10), [entry("x", started)])] == ["x"]


def test_the_plan_shows_what_was_done_last_in_each_part() -> None:
    done = [entry("tired-feet", local(15)), entry("wall-stretch-5", local(12))]
    morning, day, bedtime = plan(lambda part: suggest(part, ALL), done)
    assert morning.done is None
    assert morning.suggested == "morning-in-bed"
    assert day.done is not None
    assert day.done.routine == "tired-feet"
    assert bedtime.suggested == "bedtime-stretch"


def test_all_that_is_suggested_is_shipped() -> None:
    assert set(ALL) <= set(load_library(find_resources()).cards)
