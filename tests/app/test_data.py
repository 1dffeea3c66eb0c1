"""Everything into one archive, back again, and away."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.app.data import BEFORE, NOTE, ArchiveError, OwnData, Roots
from coach.content.settings import Settings, load_settings, save_settings

MOMENT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def own_data(folder: Path, *, one_root: bool = False) -> OwnData:
    """Some person's files: on Windows and macOS data and settings share a folder."""
    data = folder / "share"
    config = data if one_root else folder / "config"
    roots = Roots(data, config, (data / "Cache", folder / "log"))
    (data / "routines").mkdir(parents=True)
    (data / "Cache").mkdir()
    (folder / "log").mkdir()
    (data / "diary.db").write_bytes(b"diary")
    (data / "routines" / "mine.toml").write_text("title = 'Mine'", encoding="utf-8")
    (data / "Cache" / "clip.wav").write_bytes(b"again")
    (folder / "log" / "coach.log").write_text("a line", encoding="utf-8")
    save_settings(config / "settings.json", Settings(rate=200))
    return OwnData(roots, lambda: MOMENT)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def archive(file: Path, members: dict[str, bytes], note: object = None) -> Path:
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(NOTE, json.dumps(note or {"app": "cramp-coach", "format": 1}))
        for name, content in members.items():
            made.writestr(name, content)
    return file


@pytest.mark.parametrize("one_root", [False, True])
def test_what_was_backed_up_comes_back(tmp_path: Path, *, one_root: bool) -> None:
    data = own_data(tmp_path, one_root=one_root)
    file = tmp_path / "all.zip"
    assert data.back_up(file) == 3
    (data.folder / "diary.db").write_bytes(b"other")
    (data.folder / "routines" / "mine.toml").unlink()
    (data.folder / "routines" / "later.toml").write_text("x", encoding="utf-8")
    save_settings(data.settings_folder / "settings.json", Settings(rate=90))
    before = data.restore(file)
    assert before is not None
    assert (data.folder / "diary.db").read_bytes() == b"diary"
    assert (data.folder / "routines" / "mine.toml").exists()
    assert not (data.folder / "routines" / "later.toml").exists()
    assert load_settings(data.settings_folder / "settings.json")[0].rate == 200
    assert (data.folder / "Cache" / "clip.wav").exists()


@pytest.mark.parametrize("one_root", [False, True])
def test_a_restore_can_itself_be_undone(tmp_path: Path, *, one_root: bool) -> None:
    data = own_data(tmp_path, one_root=one_root)
    other = archive(tmp_path / "other.zip", {"data/diary.db": b"theirs"})
    before = data.restore(other)
    assert (data.folder / "diary.db").read_bytes() == b"theirs"
    assert before == data.folder / BEFORE / "2026-03-04-050607.zip"
    data.restore(before)
    assert (data.folder / "diary.db").read_bytes() == b"diary"
    assert load_settings(data.settings_folder / "settings.json")[0].rate == 200


def test_an_archive_of_another_system_fits(tmp_path: Path) -> None:
    (tmp_path / "mac").mkdir()
    (tmp_path / "linux").mkdir()
    mac, linux = own_data(tmp_path / "mac", one_root=True), own_data(tmp_path / "linux")
    mac.back_up(tmp_path / "mac.zip")
    linux.restore(tmp_path / "mac.zip")
    assert (linux.settings_folder / "settings.json").exists()
    assert not (linux.folder / "settings.json").exists()


def test_caches_and_logs_are_in_no_archive(tmp_path: Path) -> None:
    own_data(tmp_path).back_up(tmp_path / "all.zip")
    names = set(zipfile.ZipFile(tmp_path / "all.zip").namelist())
    assert names == {NOTE, "config/settings.json", "data/diary.db", "data/routines/mine.toml"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_person_can_read_an_archive_and_what_comes_out_of_it(tmp_path: Path) -> None:
    data = own_data(tmp_path)
    data.back_up(tmp_path / "all.zip")
    data.restore(tmp_path / "all.zip")
    for path in (tmp_path / "all.zip", data.folder / "diary.db"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((data.folder / "routines").stat().st_mode) == 0o700


def test_a_backup_that_fails_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = own_data(tmp_path)
    file = tmp_path / "all.zip"
    data.back_up(file)
    before = file.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        data.back_up(file)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".all*"))


HOSTILE = {
    "up": "data/../../escaped",
    "absolute": "/etc/passwd",
    "drive": "data/C:/escaped",
    "backslash": "data\\..\\escaped",
    "elsewhere": "home/.bashrc",
    "device": "data/con",
    "stream": "data/diary.db:hidden",
    "empty part": "data//diary.db",
    "before": f"data/{BEFORE}/x.zip",
    "no name": "data",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_belongs_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    data = own_data(tmp_path / "own")
    before = files(tmp_path / "own")
    file = archive(tmp_path / "hostile.zip", {name: b"x"})
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        data.restore(file)
    assert files(tmp_path / "own") == before
    assert not (tmp_path / "escaped").exists()


def test_a_link_is_refused(tmp_path: Path) -> None:
    data = own_data(tmp_path / "own")
    file = archive(tmp_path / "hostile.zip", {})
    with zipfile.ZipFile(file, "a") as made:
        link = zipfile.ZipInfo("data/pictures")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc")
    with pytest.raises(ArchiveError, match="link"):
        data.restore(file)


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    file = archive(tmp_path / "twice.zip", {"data/Diary.db": b"1", "data/diary.db": b"2"})
    with pytest.raises(ArchiveError, match="twice"):
        own_data(tmp_path / "own").restore(file)


@pytest.mark.parametrize("name", [NOTE, "data/x.toml"])
def test_an_archive_packed_in_another_way_is_refused(tmp_path: Path, name: str) -> None:
    data = own_data(tmp_path)
    file = archive(tmp_path / "odd.zip", {})
    note = json.dumps({"app": "cramp-coach", "format": 1})
    with zipfile.ZipFile(file, "w") as made:
        for member in (NOTE, "data/x.toml"):
            kind = zipfile.ZIP_LZMA if member == name else zipfile.ZIP_STORED
            made.writestr(member, note if member == NOTE else "x = 1", kind)
    content = bytearray(file.read_bytes())
    spoilt = content.index(name.encode()) + len(name) + 9  # behind what describes the packing
    content[spoilt : spoilt + 8] = b"\xff" * 8
    file.write_bytes(content)
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        data.restore(file)


def test_an_archive_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = own_data(tmp_path / "own")
    monkeypatch.setattr("coach.app.data.MOST_BYTES", 1000)
    file = archive(tmp_path / "bomb.zip", {"data/diary.db": b"0" * 1001})
    with pytest.raises(ArchiveError, match="too large"):
        data.restore(file)
    monkeypatch.setattr("coach.app.data.MOST_FILES", 1)
    file = archive(tmp_path / "many.zip", {"data/a": b"", "data/b": b""})
    with pytest.raises(ArchiveError, match="too many"):
        data.restore(file)


@pytest.mark.parametrize("cut", [10, 150, 400])
def test_a_damaged_archive_is_refused(tmp_path: Path, cut: int) -> None:
    data = own_data(tmp_path / "own")
    (data.folder / "diary.db").write_bytes(os.urandom(4000))
    file = tmp_path / "all.zip"
    data.back_up(file)
    whole = bytearray(file.read_bytes())
    whole[cut : cut + 40] = bytes(40)
    file.write_bytes(whole if cut > 10 else whole[:-30])
    before = files(tmp_path / "own")
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        data.restore(file)
    assert files(tmp_path / "own") == before


@pytest.mark.parametrize(
    "note", [{"app": "other", "format": 1}, {"app": "cramp-coach", "format": 2}, [1]]
)
def test_what_is_no_archive_of_ours_is_refused(tmp_path: Path, note: object) -> None:
    file = archive(tmp_path / "other.zip", {"data/diary.db": b"x"}, note)
    with pytest.raises(ArchiveError):
        own_data(tmp_path / "own").restore(file)
    with pytest.raises(ArchiveError):
        own_data(tmp_path / "again").restore(Path(__file__))


def test_a_swap_that_fails_half_way_brings_the_old_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = own_data(tmp_path / "own")
    before = {name: (tmp_path / "own" / name).read_bytes() for name in files(tmp_path / "own")}
    file = archive(tmp_path / "other.zip", {"data/diary.db": b"theirs", "data/zzz": b"last"})
    usual = Path.replace

    def fails(path: Path, target: Path) -> Path:
        if path.name == "zzz":
            raise PermissionError(13, "Permission denied")
        return usual(path, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(PermissionError):
        data.restore(file)
    monkeypatch.undo()
    after = {name: (tmp_path / "own" / name).read_bytes() for name in files(tmp_path / "own")}
    assert {name: after[name] for name in before} == before
    assert {name for name in after.keys() - before.keys() if BEFORE not in name} == set()


KILLED = """
import os, sys
from pathlib import Path
from coach.app.data import OwnData, Roots

left, folder = int(sys.argv[1]), Path(sys.argv[2])
usual = Path.replace

def replace(path, target):
    global left
    if path.suffix != ".saving":
        if not left:
            os._exit(9)
        left -= 1
    return usual(path, target)

Path.replace = replace
roots = Roots(folder / "share", folder / sys.argv[4], (folder / "share" / "Cache",))
OwnData(roots).restore(Path(sys.argv[3]))
"""


@pytest.mark.parametrize("one_root", [False, True])
def test_a_process_killed_while_it_restores_loses_nothing(
    tmp_path: Path, *, one_root: bool
) -> None:
    """Whichever of its moves was the last."""
    members = {"data/diary.db": b"theirs", "data/zzz": b"last", "config/settings.json": b"{}"}
    file = archive(tmp_path / "other.zip", members)
    config = "share" if one_root else "config"
    for moves in range(7):  # three files go aside, three come in
        folder = tmp_path / f"own-{moves}"
        own = own_data(folder, one_root=one_root)
        before = {name: (folder / name).read_bytes() for name in files(folder)}
        command = [sys.executable, "-c", KILLED, str(moves), str(folder), str(file), config]
        killed = subprocess.run(command, check=False).returncode == 9
        assert killed is (moves < 6)
        assert own.mend() is killed
        assert not own.mend()
        now = {name: (folder / name).read_bytes() for name in files(folder) if BEFORE not in name}
        assert (now == before) is killed
        assert not list(folder.rglob(".restoring-*"))


def test_a_journal_that_says_nothing_is_told_and_nothing_is_touched(tmp_path: Path) -> None:
    data = own_data(tmp_path)
    for text in ("", "[[1]]", "{"):
        (tmp_path / "share" / ".restoring-now").write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match="now is damaged"):
            data.mend()
    assert (tmp_path / "share" / "diary.db").read_bytes() == b"diary"


def test_everything_is_deleted(tmp_path: Path) -> None:
    data = own_data(tmp_path)
    data.restore(archive(tmp_path / "other.zip", {"data/x": b""}))
    assert data.delete() == ()
    assert files(tmp_path) == {"other.zip"}
