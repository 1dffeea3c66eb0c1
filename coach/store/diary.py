"""The diary in a SQLite file: what was done, kept through crashes and full disks."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from coach.core.diary import Entry, EntryState
from coach.core.words import _
from coach.store import database, troubles
from coach.store.probe import DiaryProbe, probe

_log = logging.getLogger(__name__)

T = TypeVar("T")

_COLUMNS = "id, routine, title, started, utc_offset, total, steps, seconds, steps_done, state"
_SAVE = f"""
    INSERT INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        seconds = excluded.seconds, steps_done = excluded.steps_done, state = excluded.state
"""
_RECENT = f"SELECT {_COLUMNS} FROM entry ORDER BY started DESC, id DESC LIMIT ?"


class SqliteDiary:
    """Keeps entries in a file that several processes may use at once.

    A file that cannot be used is told of once. Entries then wait in memory, and the file is tried
    again at the next routine and at the end. Nothing is opened before the first entry.
    """

    def __init__(self, path: Path, report: Callable[[str], None]) -> None:
        """Keep entries in `path`; `report` is given one sentence for each kind of trouble."""
        self._path = path
        self._report = report
        self._reported: set[str] = set()
        self._connection: sqlite3.Connection | None = None
        self._is_resting = False
        self._waiting: dict[int, Entry] = {}
        self._rows: dict[int, int] = {}
        self._last_waiting = 0

    @staticmethod
    def probe(path: Path) -> DiaryProbe:
        """Look at the file without changing it."""
        return probe(path)

    def add(self, entry: Entry) -> Entry:
        """Keep a new entry and return it with its id, which is negative while it waits.

        Raises:
            ValueError: `started` has no time zone.
        """
        if entry.started.utcoffset() is None:
            message = f"an entry needs a time zone, {entry.started} has none"
            raise ValueError(message)
        self._save_waiting()
        row = self._save(replace(entry, id=0))
        if row is not None:
            return replace(entry, id=row)
        self._last_waiting -= 1
        waiting = replace(entry, id=self._last_waiting)
        self._waiting[waiting.id] = waiting
        return waiting

    def update(self, entry: Entry) -> None:
        """Keep what has become of an entry that `add` returned."""
        if entry.id in self._waiting or self._save(entry) is None:
            self._waiting[entry.id] = entry

    def recent(self, limit: int = 100) -> tuple[Entry, ...]:
        """Return the newest entries, newest first, those that wait among them."""
        # Reading often works where writing does not, and nobody waits for it within a routine.
        kept = self._try(lambda connection: _read(connection, limit), even_at_rest=True) or []
        entries = {entry.id: entry for entry in kept} | {
            self._rows.get(key, key): entry for key, entry in self._waiting.items()
        }
        newest = sorted(entries.values(), key=lambda entry: entry.started, reverse=True)
        return tuple(newest[:limit])

    def close(self) -> None:
        """Try to save what waits and let go of the file; further calls open it again."""
        if self._waiting:
            self._save_waiting()
        self._let_go()

    # -- the file -------------------------------------------------------------------------------

    def _save(self, entry: Entry) -> int | None:
        """Write an entry and return its row, None where the file cannot be used."""
        row = self._rows.get(entry.id, entry.id)

        def save(connection: sqlite3.Connection) -> int:
            with closing(connection.execute(_SAVE, _values(entry, row))) as cursor:
                return row or cursor.lastrowid or 0

        return self._try(save)

    def _save_waiting(self) -> None:
        self._is_resting = False
        for key, entry in list(self._waiting.items()):
            row = self._save(entry if key > 0 else replace(entry, id=self._rows.get(key, 0)))
            if row is None:
                return
            self._rows[key] = row
            del self._waiting[key]

    def _try(
        self, work: Callable[[sqlite3.Connection], T], *, even_at_rest: bool = False
    ) -> T | None:
        """Return what `work` makes of the file; None, once told why, where it cannot be used."""
        if self._is_resting and not even_at_rest:
            return None
        try:
            return work(self._open())
        except (sqlite3.Error, OSError, troubles.NewerFileError) as error:
            if not troubles.is_damage(error):
                self._rest(error)
                return None
            damage = error
        try:
            self._begin_anew(damage)
            return work(self._open())
        except (sqlite3.Error, OSError) as error:
            self._rest(error)
            return None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = database.open_database(self._path)
        return self._connection

    def _begin_anew(self, damage: Exception) -> None:
        self._let_go()
        aside = database.move_aside(self._path)
        sentence = _(
            "The diary could not be read because its file is damaged, so a new one was begun;"
            " the old file is kept as {path} in case you want to have it repaired."
        )
        self._tell(sentence.format(path=aside), damage)

    def _rest(self, error: Exception) -> None:
        """Leave the file alone for now.

        Raises:
            Exception: `error` itself, where it is a mistake of ours.
        """
        sentence = troubles.explain(error, self._path)
        if sentence is None:
            raise error
        self._is_resting = True
        self._tell(sentence, error)

    def _tell(self, sentence: str, error: Exception) -> None:
        if sentence not in self._reported:
            self._reported.add(sentence)
            _log.warning("%s: %s", type(error).__name__, error)
            self._report(sentence)

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _values(entry: Entry, row: int) -> tuple[object, ...]:
    offset = entry.started.utcoffset() or timedelta()
    return (
        row or None,
        entry.routine,
        entry.title,
        entry.started.astimezone(UTC).isoformat(),
        int(offset.total_seconds()),
        entry.total,
        entry.steps,
        entry.seconds,
        entry.steps_done,
        entry.state.value,
    )


def _read(connection: sqlite3.Connection, limit: int) -> list[Entry]:
    with closing(connection.execute(_RECENT, (limit,))) as cursor:
        return [_entry(*row) for row in cursor]


def _entry(row: int, routine: str, title: str, started: str, offset: int, *rest: Any) -> Entry:  # noqa: ANN401
    total, steps, seconds, steps_done, state = rest
    zone = timezone(timedelta(seconds=offset))
    moment = datetime.fromisoformat(started).astimezone(zone)
    return Entry(
        routine, title, moment, total, steps, seconds, steps_done, EntryState(state), id=row
    )
