"""Routines that were begun, as they lie in their table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coach.core.diary import Entry, EntryState
from coach.store.tables import Table


def _values(entry: Entry) -> tuple[object, ...]:
    return (
        entry.routine,
        entry.title,
        entry.total,
        entry.steps,
        entry.seconds,
        entry.steps_done,
        entry.state.value,
    )


def _entry(row: int, started: datetime, *rest: Any) -> Entry:  # noqa: ANN401  (SQLite's types)
    routine, title, total, steps, seconds, steps_done, state = rest
    state = EntryState(state)
    return Entry(routine, title, started, total, steps, seconds, steps_done, state, id=row)


COLUMNS = ("routine", "title", "total", "steps", "seconds", "steps_done", "state")
ENTRIES = Table("entry", COLUMNS, _values, _entry)
