"""When the file cannot be used, the person is told once and the routine goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coach.core.diary import EntryState
from coach.store import database
from coach.store.diary import SqliteDiary
from tests.store.conftest import Reports, an_entry, no_file_grows


def play_one(diary: SqliteDiary, title: str = "Calf stretch") -> None:
    """Do what a player does."""
    entry = diary.add(an_entry(title))
    for second in (4, 8):
        entry = replace(entry, seconds=second)
        diary.update(entry)
    diary.update(replace(entry, seconds=9, state=EntryState.STOPPED))


def assert_saved(path: Path, *titles: str) -> None:
    """Look with the eyes of the next start."""
    diary = SqliteDiary(path, pytest.fail)
    assert_kept(diary, *titles)
    diary.close()


def assert_kept(diary: SqliteDiary, *titles: str) -> None:
    entries = diary.recent()
    assert sorted(entry.title for entry in entries) == sorted(titles)
    assert all(entry.seconds == 9 for entry in entries)


def test_a_folder_that_cannot_be_made(tmp_path: Path, reports: Reports) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    diary = SqliteDiary(tmp_path / "data" / "diary.sqlite3", reports.append)
    play_one(diary, "one")
    play_one(diary, "two")
    assert_kept(diary, "one", "two")
    diary.close()
    assert len(reports) == 1
    assert "its folder can't be used" in reports[0]
    assert str(tmp_path / "data" / "diary.sqlite3") in reports[0]


def test_a_read_only_folder(ordinary_folder: Path, reports: Reports) -> None:
    ordinary_folder.chmod(0o500)
    diary = SqliteDiary(ordinary_folder / "diary.sqlite3", reports.append)
    play_one(diary)
    assert_kept(diary, "Calf stretch")
    assert len(reports) == 1
    assert "Permission denied" in reports[0]
    ordinary_folder.chmod(0o700)
    diary.close()
    assert_saved(ordinary_folder / "diary.sqlite3", "Calf stretch")


@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_file_that_cannot_be_written(ordinary_folder: Path, reports: Reports, place: str) -> None:
    path = ordinary_folder / "diary.sqlite3"
    diary = SqliteDiary(path, reports.append)
    play_one(diary, "kept")
    diary.close()
    if place == "file":
        path.chmod(0o400)
    else:
        ordinary_folder.chmod(0o500)
    play_one(diary, "waits")
    assert "waits" in [entry.title for entry in diary.recent()]
    assert len(reports) == 1
    assert "make both writable" in reports[0]


def test_a_directory_in_place_of_the_file(path: Path, diary: SqliteDiary, reports: Reports) -> None:
    path.mkdir(parents=True)
    play_one(diary)
    assert_kept(diary, "Calf stretch")
    assert len(reports) == 1


def test_a_disk_that_gives_up_before_the_first_entry(diary: SqliteDiary, reports: Reports) -> None:
    with no_file_grows():
        play_one(diary)
        assert_kept(diary, "Calf stretch")
    assert len(reports) == 1
    assert "the disk reports an error" in reports[0]


def test_what_waited_is_saved_with_the_next_routine(
    path: Path, diary: SqliteDiary, reports: Reports
) -> None:
    play_one(diary, "saved")
    with no_file_grows():
        play_one(diary, "waits")
        assert_kept(diary, "saved", "waits")
    play_one(diary, "next")
    assert_saved(path, "next", "waits", "saved")
    assert_kept(diary, "next", "waits", "saved")
    assert len(reports) == 1


def test_a_routine_that_began_before_the_disk_gave_up_is_not_kept_twice(
    path: Path, diary: SqliteDiary
) -> None:
    entry = diary.add(an_entry())
    with no_file_grows():
        diary.update(replace(entry, seconds=5))
        assert [kept.seconds for kept in diary.recent()] == [5]
    diary.update(replace(entry, seconds=9))
    diary.close()
    assert_saved(path, "Calf stretch")


def test_an_entry_that_waited_can_still_be_changed_once_saved(
    path: Path, diary: SqliteDiary
) -> None:
    with no_file_grows():
        entry = diary.add(an_entry("first"))
    second = diary.add(an_entry("second", minute=1))
    diary.update(replace(entry, seconds=9))
    diary.update(replace(second, seconds=9))
    assert_saved(path, "second", "first")


def test_a_full_disk(diary: SqliteDiary, reports: Reports, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database = database.open_database

    def open_small(path: Path) -> sqlite3.Connection:
        connection = open_database(path)
        connection.execute("PRAGMA max_page_count = 3").close()
        return connection

    monkeypatch.setattr(database, "open_database", open_small)
    for number in range(200):
        play_one(diary, f"{number} {'long ' * 10}")
    assert len(diary.recent(1000)) == 200
    assert len(reports) == 1
    assert "the disk is full; free some space" in reports[0]


def test_a_file_that_another_program_holds(
    path: Path, diary: SqliteDiary, reports: Reports
) -> None:
    play_one(diary, "before")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        play_one(diary, "meanwhile")
        assert_kept(diary, "before", "meanwhile")
        other.execute("ROLLBACK")
    diary.close()
    assert len(reports) == 1
    assert "close that program" in reports[0]
    assert_saved(path, "before", "meanwhile")


def test_a_damaged_file_is_kept_and_a_new_one_begun(
    path: Path, diary: SqliteDiary, reports: Reports
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 100)
    play_one(diary)
    assert_saved(path, "Calf stretch")
    (aside,) = path.parent.glob("diary-damaged-*.sqlite3")
    assert aside.read_bytes() == b"this is no database" * 100
    assert len(reports) == 1
    assert str(aside) in reports[0]


def test_damage_that_shows_later(path: Path, diary: SqliteDiary, reports: Reports) -> None:
    play_one(diary, "lost")
    diary.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)  # all pages but the first
    path.write_bytes(content)
    play_one(diary, "new")
    assert_kept(diary, "new")
    assert len(reports) == 1
    assert len(list(path.parent.glob("diary-damaged-*.sqlite3"))) == 1


def test_a_file_of_a_newer_version_is_left_alone(
    path: Path, diary: SqliteDiary, reports: Reports
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as newer:
        newer.executescript("PRAGMA user_version = 99; CREATE TABLE entry (everything TEXT);")
    before = path.read_bytes()
    play_one(diary)
    assert_kept(diary, "Calf stretch")
    diary.close()
    assert path.read_bytes() == before
    assert len(reports) == 1
    assert "newer Cramp Coach" in reports[0]
