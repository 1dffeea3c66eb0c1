"""How a kind of record lies in its table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from coach.core.diary import Entry
    from coach.core.relief import Cramp

Record = TypeVar("Record", "Entry", "Cramp")


@dataclass(frozen=True, slots=True, eq=False)
class Table(Generic[Record]):
    """One table.

    Attributes:
        name: Of the table.
        columns: All but the row, the moment and its offset, which every table has.
        values: What stands in `columns` for a record.
        record: Makes a record from the row, the moment and the rest.
    """

    name: str
    columns: tuple[str, ...]
    values: Callable[[Record], tuple[object, ...]]
    record: Callable[..., Record]

    def save(self, connection: sqlite3.Connection, record: Record, row: int) -> int:
        """Write a record into its row, into a new one for 0, and return the row."""
        names = ("id", "started", "utc_offset", *self.columns)
        changes = ", ".join(f"{name} = excluded.{name}" for name in self.columns)
        statement = (
            f"INSERT INTO {self.name} ({', '.join(names)})"
            f" VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {changes}"
        )
        offset = record.started.utcoffset() or timedelta()
        moment = record.started.astimezone(UTC).isoformat()
        values = (row or None, moment, int(offset.total_seconds()), *self.values(record))
        with closing(connection.execute(statement, values)) as cursor:
            return row or cursor.lastrowid or 0

    def recent(self, connection: sqlite3.Connection, limit: int) -> list[Record]:
        """Return the newest records, newest first."""
        statement = (
            f"SELECT id, started, utc_offset, {', '.join(self.columns)} FROM {self.name}"
            " ORDER BY started DESC, id DESC LIMIT ?"
        )
        with closing(connection.execute(statement, (limit,))) as cursor:
            return [self._record(*row) for row in cursor]

    def _record(self, row: int, started: str, offset: int, *rest: object) -> Record:
        zone = timezone(timedelta(seconds=offset))
        return self.record(row, datetime.fromisoformat(started).astimezone(zone), *rest)
