"""What was done is kept: across restarts, processes, crashes and versions of the app."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from coach.core.diary import Entry, EntryState
from coach.store.diary import SqliteDiary
from tests.store.conftest import Reports, an_entry
from tests.store.killing import write_until_killed


def reopened(path: Path) -> tuple[Entry, ...]:
    def refuse(sentence: str) -> None:
        pytest.fail(sentence)

    diary = SqliteDiary(path, refuse)
    entries = diary.recent()
    diary.close()
    return entries


def test_nothing_is_opened_before_the_first_entry(path: Path, diary: SqliteDiary) -> None:
    assert not path.parent.exists()
    diary.add(an_entry())
    assert path.exists()


def test_an_entry_comes_back_as_it_was(path: Path, diary: SqliteDiary) -> None:
    kept = diary.add(an_entry("Wadenstrecken, „sanft“ 🦵"))
    kept = replace(kept, seconds=344.25, steps_done=5, state=EntryState.COMPLETED)
    diary.update(kept)
    diary.close()
    assert kept.id > 0
    assert reopened(path) == (kept,)


def test_the_persons_own_hour_is_kept(path: Path, diary: SqliteDiary) -> None:
    diary.add(an_entry(hours_east=-3.5))
    diary.close()
    (entry,) = reopened(path)
    assert entry.started.isoformat() == "2026-03-01T22:00:05.123456-03:30"
    with closing(sqlite3.connect(path)) as connection:
        (text,) = connection.execute("SELECT started FROM entry").fetchone()
    assert text == "2026-03-02T01:30:05.123456+00:00"


def test_entries_are_ordered_by_the_moment_not_by_the_wall_clock(diary: SqliteDiary) -> None:
    later = diary.add(an_entry("later", hours_east=-5))
    earlier = diary.add(an_entry("earlier", hours_east=9))
    assert diary.recent() == (later, earlier)
    assert diary.recent(1) == (later,)
    assert diary.recent(0) == ()


def test_an_entry_without_a_time_zone_is_a_mistake(diary: SqliteDiary) -> None:
    naive = replace(an_entry(), started=datetime(2026, 3, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        diary.add(naive)


def test_a_mistake_of_ours_is_not_hidden(diary: SqliteDiary, reports: Reports) -> None:
    broken = replace(an_entry(), total={})  # type: ignore[arg-type]
    with pytest.raises(sqlite3.ProgrammingError):
        diary.add(broken)
    assert reports == []


def test_only_the_owner_can_read_it(path: Path, diary: SqliteDiary) -> None:
    before = os.umask(0)
    try:
        diary.add(an_entry())
    finally:
        os.umask(before)
    files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert files == {path.name + ending: 0o600 for ending in ("", "-wal", "-shm")}


def test_a_file_others_could_read_is_made_private(path: Path, diary: SqliteDiary) -> None:
    diary.add(an_entry())
    diary.close()
    path.chmod(0o644)
    path.parent.chmod(0o755)
    diary.add(an_entry())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_two_at_once_see_each_others_entries(path: Path, diary: SqliteDiary) -> None:
    other = SqliteDiary(path, pytest.fail)
    mine = diary.add(an_entry("mine", minute=1))
    theirs = other.add(an_entry("theirs", minute=2))
    diary.update(replace(mine, seconds=10))
    other.update(replace(theirs, seconds=20))
    assert [entry.seconds for entry in diary.recent()] == [20, 10]
    assert diary.recent() == other.recent()
    other.close()


def test_what_was_kept_outlives_a_killed_process(path: Path) -> None:
    change = "diary.update(replace(kept, seconds=second))"
    write_until_killed(path, 'diary.add(an_entry("killed"))', change)
    (entry,) = reopened(path)
    assert entry.title == "killed"
    assert entry.seconds >= 50
    assert entry.state is EntryState.UNFINISHED


ONE_OF_TWO = """
import sys
from pathlib import Path
from coach.store.diary import SqliteDiary
from tests.store.conftest import an_entry
diary = SqliteDiary(Path(sys.argv[1]), print)
sys.stdin.readline()
for number in range(100):
    diary.add(an_entry())
diary.close()
"""


def test_two_processes_that_begin_the_same_file_at_once_lose_nothing(path: Path) -> None:
    command = [sys.executable, "-c", ONE_OF_TWO, str(path)]
    pipe = subprocess.PIPE
    first, second = (
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _process in range(2)
    )
    with first, second:
        for process in (first, second):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        said = [process.communicate(timeout=20)[0] for process in (first, second)]
    assert said == ["", ""]
    assert [first.returncode, second.returncode] == [0, 0]
    diary = SqliteDiary(path, pytest.fail)
    assert len(diary.recent(1000)) == 200
    diary.close()
