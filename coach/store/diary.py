"""The diary in a SQLite file: what was done, kept through crashes and full disks."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coach.core.words import _
from coach.store import database, troubles
from coach.store.entries import ENTRIES
from coach.store.probe import DiaryProbe, probe
from coach.store.tables import Record
from coach.store.waiting import WaitingRoom

if TYPE_CHECKING:
    from coach.core.diary import Entry
    from coach.core.relief import Cramp

_log = logging.getLogger(__name__)

T = TypeVar("T")


class SqliteDiary:
    """Keeps routines and cramps in a file that several processes may use at once.

    A file that cannot be used is told of once. Records then wait in memory, and the file is tried
    again at the next routine or cramp and at the end. Nothing is opened before the first of them.
    """

    def __init__(self, path: Path, report: Callable[[str], None]) -> None:
        """Keep records in `path`; `report` is given one sentence for each kind of trouble."""
        self._path = path
        self._report = report
        self._reported: set[str] = set()
        self._connection: sqlite3.Connection | None = None
        self._is_resting = False
        self._entries = WaitingRoom(ENTRIES)

    @cached_property
    def _cramps(self) -> WaitingRoom[Cramp]:
        from coach.store.cramps import CRAMPS  # a routine need not wait for relief to be loaded

        return WaitingRoom(CRAMPS)

    @staticmethod
    def probe(path: Path) -> DiaryProbe:
        """Look at the file without changing it."""
        return probe(path)

    def add(self, entry: Entry) -> Entry:
        """Keep a new routine and return it with its id, which is negative while it waits.

        Raises:
            ValueError: `started` has no time zone.
        """
        return self._add(self._entries, entry)

    def update(self, entry: Entry) -> None:
        """Keep what has become of a routine that `add` returned."""
        self._update(self._entries, entry)

    def recent(self, limit: int = 100) -> tuple[Entry, ...]:
        """Return the newest routines, newest first, those that wait among them."""
        return self._recent(self._entries, limit)

    def add_cramp(self, cramp: Cramp) -> Cramp:
        """Keep a new cramp and return it with its id, which is negative while it waits.

        Raises:
            ValueError: `started` has no time zone.
        """
        return self._add(self._cramps, cramp)

    def update_cramp(self, cramp: Cramp) -> None:
        """Keep what has become of a cramp that `add_cramp` returned."""
        self._update(self._cramps, cramp)

    def recent_cramps(self, limit: int = 100) -> tuple[Cramp, ...]:
        """Return the newest cramps, newest first, those that wait among them."""
        return self._recent(self._cramps, limit)

    def close(self) -> None:
        """Try to save what waits and let go of the file; further calls open it again."""
        self._save_waiting()
        self._let_go()

    # -- one record of either kind ----------------------------------------------------------------

    def _add(self, room: WaitingRoom[Record], record: Record) -> Record:
        if record.started.utcoffset() is None:
            message = f"a record needs a time zone, {record.started} has none"
            raise ValueError(message)
        self._save_waiting()
        row = self._save(room, replace(record, id=0))
        return room.take_in(record) if row is None else replace(record, id=row)

    def _update(self, room: WaitingRoom[Record], record: Record) -> None:
        if record.id in room or self._save(room, record) is None:
            room.keep(record)

    def _recent(self, room: WaitingRoom[Record], limit: int) -> tuple[Record, ...]:
        def read(connection: sqlite3.Connection) -> list[Record]:
            return room.table.recent(connection, limit)

        if self._connection is None and not self._path.exists():
            return room.merged([], limit)  # looking into a diary does not begin one

        # Reading often works where writing does not, and nobody waits for it within a routine.
        return room.merged(self._try(read, even_at_rest=True) or [], limit)

    # -- the file -------------------------------------------------------------------------------

    def _save(self, room: WaitingRoom[Record], record: Record) -> int | None:
        """Write a record and return its row, None where the file cannot be used."""
        row = room.row(record.id)
        return self._try(lambda connection: room.table.save(connection, record, row))

    def _save_waiting(self) -> None:
        self._is_resting = False
        self._empty(self._entries)
        if "_cramps" in self.__dict__:
            self._empty(self._cramps)

    def _empty(self, room: WaitingRoom[Record]) -> None:
        for key, record in room.records():
            row = self._save(room, record)
            if row is None:
                return
            room.let_go(key, row)

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
            _log.warning("the diary: %s: %s", type(error).__name__, error)
            self._report(sentence)

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
