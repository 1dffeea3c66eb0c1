"""A file of an older version is brought up to date, and nothing in it is lost."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from coach.store.database import LADDER, open_database
from coach.store.diary import SqliteDiary
from tests.store.conftest import an_entry

NEXT = (*LADDER, "ALTER TABLE entry ADD COLUMN felt TEXT; UPDATE entry SET felt = 'well';")
BROKEN = (*LADDER, "ALTER TABLE entry ADD COLUMN felt TEXT; UPDATE nothing SET felt = 'well';")


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def old(path: Path) -> Path:
    diary = SqliteDiary(path, pytest.fail)
    diary.add(an_entry("old"))
    diary.close()
    return path


def test_a_new_file_goes_up_the_whole_ladder(path: Path) -> None:
    open_database(path, NEXT).close()
    assert version(path) == len(NEXT)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_old_file_is_copied_and_then_brought_up_to_date(old: Path) -> None:
    with closing(open_database(old, NEXT)) as connection:
        assert connection.execute("SELECT title, felt FROM entry").fetchall() == [("old", "well")]
    copy = old.with_name(f"{old.name}.v{len(LADDER)}")
    assert version(copy) == len(LADDER)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT title FROM entry").fetchall() == [("old",)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_database(old, BROKEN)
    assert version(old) == len(LADDER)
    with closing(open_database(old)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(entry)")]
    assert "felt" not in columns


def test_opening_again_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    open_database(old).close()
    assert old.read_bytes() == before
    assert [file.name for file in old.parent.iterdir()] == [old.name]
