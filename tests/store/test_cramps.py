"""Cramps are kept as routines are: across versions, crashes and disks that give up."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from coach.core.body import Muscle, Side
from coach.core.diary import EntryState
from coach.core.relief import CrampState
from coach.store import database
from coach.store.database import LADDER, open_database
from coach.store.diary import SqliteDiary
from coach.store.probe import probe
from tests.store.conftest import Reports, a_cramp, an_entry, no_file_grows
from tests.store.killing import write_until_killed


def relieve(diary: SqliteDiary, minute: int = 0) -> None:
    """Do what the relief screen does."""
    cramp = diary.add_cramp(a_cramp(minute))
    cramp = replace(cramp, muscle=Muscle.FOOT, side=Side.LEFT)
    diary.update_cramp(cramp)
    diary.update_cramp(replace(cramp, seconds=95.5, state=CrampState.EASED, pain=7))


def assert_kept(diary: SqliteDiary, count: int) -> None:
    cramps = diary.recent_cramps(1000)
    assert len(cramps) == count
    for cramp in cramps:
        said = replace(cramp, id=0, started=a_cramp().started)
        assert said == replace(
            a_cramp(),
            muscle=Muscle.FOOT,
            side=Side.LEFT,
            seconds=95.5,
            state=CrampState.EASED,
            pain=7,
        )


def assert_saved(path: Path, count: int) -> None:
    """Look with the eyes of the next start."""
    diary = SqliteDiary(path, pytest.fail)
    assert_kept(diary, count)
    diary.close()


def test_a_cramp_of_which_nothing_was_said_comes_back_so(path: Path, diary: SqliteDiary) -> None:
    kept = diary.add_cramp(a_cramp())
    diary.close()
    again = SqliteDiary(path, pytest.fail)
    assert again.recent_cramps() == (kept,)
    assert (kept.seconds, kept.pain, kept.side) == (None, None, Side.BOTH)
    assert again.recent_cramps()[0].started.isoformat() == "2026-03-01T03:00:05.250000-05:00"
    again.close()


def test_what_became_of_it_comes_back_too(path: Path, diary: SqliteDiary) -> None:
    relieve(diary)
    diary.close()
    assert_saved(path, 1)


def test_newest_first(diary: SqliteDiary) -> None:
    for minute in (1, 3, 2):
        relieve(diary, minute)
    assert [cramp.started.minute for cramp in diary.recent_cramps()] == [3, 2, 1]
    assert len(diary.recent_cramps(2)) == 2


def test_a_cramp_without_a_time_zone_is_a_mistake(diary: SqliteDiary) -> None:
    with pytest.raises(ValueError, match="time zone"):
        diary.add_cramp(replace(a_cramp(), started=datetime(2026, 3, 1)))  # noqa: DTZ001


def test_routines_and_cramps_do_not_get_in_each_others_way(diary: SqliteDiary) -> None:
    entry = diary.add(an_entry())
    relieve(diary)
    diary.update(replace(entry, seconds=9, state=EntryState.STOPPED))
    assert_kept(diary, 1)
    assert [kept.seconds for kept in diary.recent()] == [9]


def test_relief_is_not_loaded_for_a_routine() -> None:
    code = (
        "import sys, coach.store.diary as diary\n"
        "assert 'coach.core.relief' not in sys.modules, 'relief'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)


# -- versions of the file -------------------------------------------------------------------------

FIRST_VERSION = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, routine TEXT NOT NULL, title TEXT NOT NULL, started TEXT NOT NULL,
    utc_offset INTEGER NOT NULL, total REAL NOT NULL, steps INTEGER NOT NULL,
    seconds REAL NOT NULL, steps_done INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unfinished', 'stopped', 'completed'))
);
CREATE INDEX entry_started ON entry (started);
INSERT INTO entry VALUES
    (1, 'tired-feet', 'Tired feet', '2026-02-28T20:15:00+00:00', 3600, 270, 5, 270, 5, 'completed'),
    (7, 'gone', 'My own', '2026-03-01T06:00:00.5+00:00', -12600, 60, 1, 12.5, 0, 'stopped');
PRAGMA user_version = 1;
"""


@pytest.fixture
def first_version(path: Path) -> Path:
    path.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_VERSION)
    return path


def test_a_file_of_the_first_version_keeps_its_rows_and_takes_cramps(first_version: Path) -> None:
    before = first_version.read_bytes()
    diary = SqliteDiary(first_version, pytest.fail)
    relieve(diary)
    assert [(kept.id, kept.title, kept.state.value) for kept in diary.recent()] == [
        (7, "My own", "stopped"),
        (1, "Tired feet", "completed"),
    ]
    assert diary.recent()[0].started.isoformat() == "2026-03-01T02:30:00.500000-03:30"
    diary.close()
    assert_saved(first_version, 1)
    copy = first_version.with_name(first_version.name + ".v1")
    with closing(sqlite3.connect(copy)) as old, closing(sqlite3.connect(first_version)) as new:
        rows = "SELECT * FROM entry ORDER BY id"
        assert old.execute(rows).fetchall() == new.execute(rows).fetchall()
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
        assert new.execute("PRAGMA user_version").fetchone() == (len(LADDER),)
    assert len(before) > 0


def test_a_disk_that_gives_up_during_the_change_loses_nothing(
    first_version: Path, reports: Reports
) -> None:
    diary = SqliteDiary(first_version, reports.append)
    with no_file_grows():
        relieve(diary)
        assert_kept(diary, 1)
    assert len(reports) == 1
    with closing(sqlite3.connect(first_version)) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (2,)
    relieve(diary, 1)
    diary.close()
    assert_saved(first_version, 2)


def test_the_doctor_reads_both_versions(first_version: Path) -> None:
    assert "2 routines, 0 cramps, version 1" in probe(first_version).text
    diary = SqliteDiary(first_version, pytest.fail)
    relieve(diary)
    diary.close()
    assert "2 routines, 1 cramp, version 2" in probe(first_version).text


@pytest.mark.parametrize(
    ("column", "value"), [("state", "'fine'"), ("pain", "11"), ("pain", "-1"), ("muscle", "NULL")]
)
def test_the_file_itself_refuses_what_cannot_be(path: Path, column: str, value: str) -> None:
    columns = {"started": "''", "utc_offset": "0", "muscle": "''", "side": "''", "place": "''"}
    columns |= {"state": "'eased'", column: value}
    names, values = ", ".join(columns), ", ".join(columns.values())
    with (
        closing(open_database(path)) as connection,
        pytest.raises(sqlite3.IntegrityError),
    ):
        connection.execute(f"INSERT INTO cramp ({names}) VALUES ({values})")


# -- trouble --------------------------------------------------------------------------------------


def test_a_cramp_outlives_a_killed_process(path: Path) -> None:
    change = "diary.update_cramp(replace(kept, seconds=second))"
    write_until_killed(path, "diary.add_cramp(a_cramp())", change)
    diary = SqliteDiary(path, pytest.fail)
    (cramp,) = diary.recent_cramps()
    diary.close()
    assert cramp.seconds is not None
    assert cramp.seconds >= 50
    assert cramp.state is CrampState.UNFINISHED


def test_a_full_disk(diary: SqliteDiary, reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database = database.open_database

    def open_small(path: Path) -> sqlite3.Connection:
        connection = open_database(path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}").close()
        return connection

    monkeypatch.setattr(database, "open_database", open_small)
    for number in range(200):
        relieve(diary, number % 60)
    assert_kept(diary, 200)
    assert len(reports) == 1
    assert "the disk is full; free some space" in reports[0]


def test_what_waited_is_saved_with_the_next_routine(path: Path, diary: SqliteDiary) -> None:
    diary.add(an_entry())
    with no_file_grows():
        relieve(diary)
        assert_kept(diary, 1)
    diary.add(an_entry(minute=1))
    assert_saved(path, 1)
