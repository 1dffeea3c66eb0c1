"""The diary's file: opened, private to its owner, and brought up to date."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from coach.store import troubles

LADDER: tuple[str, ...] = (
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        routine TEXT NOT NULL,
        title TEXT NOT NULL,
        started TEXT NOT NULL,
        utc_offset INTEGER NOT NULL,
        total REAL NOT NULL,
        steps INTEGER NOT NULL,
        seconds REAL NOT NULL,
        steps_done INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('unfinished', 'stopped', 'completed'))
    );
    CREATE INDEX entry_started ON entry (started);
    """,
    """
    CREATE TABLE cramp (
        id INTEGER PRIMARY KEY,
        started TEXT NOT NULL,
        utc_offset INTEGER NOT NULL,
        muscle TEXT NOT NULL,
        side TEXT NOT NULL,
        place TEXT NOT NULL,
        seconds_to_ease REAL,
        state TEXT NOT NULL CHECK (state IN ('unfinished', 'stopped', 'eased')),
        pain INTEGER CHECK (pain BETWEEN 0 AND 10)
    );
    CREATE INDEX cramp_started ON cramp (started);
    """,
)
"""Statements that lead from each version of the file to the next, the first from nothing.

`started` is ISO 8601 in UTC, so that text sorts as time; `utc_offset` is how many seconds the
person's clock was ahead of it.
"""

BUSY_MS = 250
"""How long to wait for another process; the window stands still meanwhile."""


ATTEMPTS = 20
"""How often two processes that open the file at once may get in each other's way."""

BESIDE = ("-wal", "-shm")
"""Endings of the files SQLite keeps beside the database while it is open."""


def open_database(path: Path, ladder: Sequence[str] = LADDER) -> sqlite3.Connection:
    """Open the file, made where it is missing, at the newest version.

    The file and what SQLite keeps beside it can be read by their owner only. A file of an older
    version is copied to `<name>.v<version>` before it is changed.

    Raises:
        NewerFileError: It is of a version this ladder does not reach; it is left as it is.
        OSError: The folder or the file cannot be made.
        sqlite3.Error: It cannot be used; `troubles` tells which kinds are no mistake of ours.
    """
    _make_private(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000)
    try:
        if _version(connection) > len(ladder):
            raise troubles.NewerFileError(path)
        # A commit then waits for no disk: a killed process loses nothing, a power cut at most the
        # last entries, never the file. https://www.sqlite.org/pragma.html#pragma_synchronous
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL").close()
        connection.execute("PRAGMA foreign_keys = ON").close()
        _climb(connection, path, ladder)
    except BaseException:
        connection.close()
        raise
    return connection


def move_aside(path: Path) -> Path:
    """Rename a damaged file, with what lies beside it, and return its new name.

    Raises:
        OSError: It cannot be renamed.
    """
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}-damaged-{moment}{path.suffix}")
    path.rename(aside)
    for ending in BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    return aside


def _make_private(path: Path) -> None:
    """Make folder and file readable by their owner only; SQLite gives its own files like rights."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    beside = [path.with_name(path.name + ending) for ending in BESIDE]
    for place in (path.parent, path, *filter(Path.exists, beside)):
        rights = stat.S_IMODE(place.stat().st_mode)
        if rights & 0o077:
            place.chmod(rights & 0o700)


def _version(connection: sqlite3.Connection) -> int:
    with closing(connection.execute("PRAGMA user_version")) as cursor:
        return int(cursor.fetchone()[0])


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Change to the write-ahead log; the statement itself does not wait for another process."""
    for _attempt in range(ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError as error:
            if not troubles.is_held(error):
                raise
            connection.execute("BEGIN IMMEDIATE").close()  # this one waits
            connection.execute("ROLLBACK").close()
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL").close()


def _climb(connection: sqlite3.Connection, path: Path, ladder: Sequence[str]) -> None:
    """Take the file up the ladder, all rungs or none."""
    if _version(connection) == len(ladder):
        return
    connection.execute("BEGIN IMMEDIATE").close()
    with connection:
        version = _version(connection)  # another process may have climbed meanwhile
        if 0 < version < len(ladder):
            _back_up(path, version)
        for rung in ladder[version:]:
            for statement in rung.split(";"):
                connection.execute(statement).close()
        connection.execute(f"PRAGMA user_version = {len(ladder)}").close()


def _back_up(path: Path, version: int) -> None:
    """Copy the file as last committed; a connection of its own does not see the open changes."""
    copy = path.with_name(f"{path.name}.v{version}")
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
