"""Records that could not be written yet."""

from __future__ import annotations

from dataclasses import replace
from typing import Generic

from coach.store.tables import Record, Table


class WaitingRoom(Generic[Record]):
    """The records of one table that wait in memory.

    What was never written has a negative id, which goes on meaning the same record once it has a
    row.

    Attributes:
        table: Where they are to go.
    """

    def __init__(self, table: Table[Record]) -> None:
        """Have nobody waiting."""
        self.table: Table[Record] = table
        self._waiting: dict[int, Record] = {}
        self._rows: dict[int, int] = {}
        self._last = 0

    def __contains__(self, key: int) -> bool:
        """Whether the record of that id waits."""
        return key in self._waiting

    def __bool__(self) -> bool:
        """Whether any does."""
        return bool(self._waiting)

    def records(self) -> list[tuple[int, Record]]:
        """Return who waits, each with its id."""
        return list(self._waiting.items())

    def row(self, key: int) -> int:
        """Return the row of an id; 0 where it has none."""
        return self._rows.get(key, max(key, 0))

    def take_in(self, record: Record) -> Record:
        """Let a new record wait and return it with its id."""
        self._last -= 1
        waiting = replace(record, id=self._last)
        self._waiting[waiting.id] = waiting
        return waiting

    def keep(self, record: Record) -> None:
        """Let a record wait, in place of what was known of it."""
        self._waiting[record.id] = record

    def let_go(self, key: int, row: int) -> None:
        """Forget a record that has been written."""
        self._rows[key] = row
        del self._waiting[key]

    def merged(self, kept: list[Record], limit: int) -> tuple[Record, ...]:
        """Return the newest of those that are kept and those that wait, newest first."""
        known = {record.id: record for record in kept}
        known |= {self.row(key) or key: record for key, record in self._waiting.items()}
        newest = sorted(known.values(), key=lambda record: record.started, reverse=True)
        return tuple(newest[:limit])
