"""What a person made is never half written, never overwritten unseen, and never gone for good."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.content.disk import replacing, write_whole
from coach.content.own_files import MOST_VERSIONS, ChangedOnDiskError, OwnFiles
from coach.content.own_picture import picture_name_fault
from coach.content.problem import ContentError
from tests.content.pictures import saved
from tests.store.conftest import no_file_grows


@pytest.fixture
def files(tmp_path: Path) -> OwnFiles:
    return OwnFiles(tmp_path / "data")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if ".saving" in path.name]


def test_a_file_is_written_for_its_owner_alone(files: OwnFiles) -> None:
    files.save("routine", "legs", "a = 1\n", None)
    path = files.path("routine", "legs")
    assert path.read_text() == "a = 1\n"
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert leftovers(path.parent) == []
    assert files.names("routine") == {"legs"}


def test_what_stands_where_a_draft_belongs_is_not_written_into(
    files: OwnFiles, tmp_path: Path
) -> None:
    files.save("routine", "legs", "a = 1\n", None)
    folder = files.path("routine", "legs").parent
    (tmp_path / "else").write_text("somebody else's")
    (folder / ".other.toml.saving").symlink_to(tmp_path / "else")
    files.save("routine", "other", "a = 2\n", None)
    assert (tmp_path / "else").read_text() == "somebody else's"
    assert files.path("routine", "other").read_text() == "a = 2\n"


SAVING = """
import sys
from pathlib import Path
from coach.content.disk import write_whole

for number in range(100):
    write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 9000)
"""


def test_processes_that_write_one_file_at_once_wait_for_each_other(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    writers = [
        subprocess.Popen([sys.executable, "-c", SAVING, str(file), sign], stderr=subprocess.PIPE)
        for sign in "abc"
    ]
    while any(writer.poll() is None for writer in writers):
        if file.exists():
            content = file.read_bytes()
            assert len(content) == 9000
            assert len(set(content)) == 1
    assert [writer.communicate()[1] for writer in writers] == [b""] * 3
    assert leftovers(tmp_path) == []


def test_a_process_that_does_not_come_to_an_end_holds_nobody_up_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    monkeypatch.setattr("coach.content.disk.LOOK_SECONDS", 0)
    with replacing(file) as theirs:
        theirs.write(b"theirs")
        with pytest.raises(OSError, match="unavailable"):
            write_whole(file, b"ours")
    assert file.read_bytes() == b"theirs"


def test_what_was_read_is_what_is_there(files: OwnFiles) -> None:
    text = "\ufeffa = 'é'\r\nb = 2"
    files.save("exercise", "mine", text, None)
    file = files.read("exercise", "mine")
    assert file.text == text
    assert files.is_as("exercise", "mine", file.stamp)
    with pytest.raises(ContentError, match="no such file"):
        files.read("routine", "mine")


def test_earlier_versions_are_kept_but_not_for_ever(files: OwnFiles) -> None:
    stamp = None
    for number in range(MOST_VERSIONS + 5):
        stamp = files.save("routine", "legs", f"a = {number}\n", stamp)
    kept = files.versions("routine", "legs")
    assert [path.read_text() for path in kept] == [
        f"a = {number}\n" for number in range(MOST_VERSIONS + 3, 3, -1)
    ]
    assert {mode(path) for path in kept} == {0o600}
    assert files.versions("routine", "leg") == []


def test_the_same_again_makes_no_version(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    files.save("routine", "legs", "a = 1\n", stamp)
    assert files.versions("routine", "legs") == []


def test_a_file_changed_by_something_else_is_left_alone(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    path = files.path("routine", "legs")
    path.write_text("a = 2\n")
    assert not files.is_as("routine", "legs", stamp)
    with pytest.raises(ChangedOnDiskError) as caught:
        files.save("routine", "legs", "a = 3\n", stamp)
    assert caught.value.theirs is not None
    assert caught.value.theirs.text == path.read_text() == "a = 2\n"
    files.save("routine", "legs", "a = 3\n", stamp, force=True)
    assert path.read_text() == "a = 3\n"
    assert [old.read_text() for old in files.versions("routine", "legs")] == ["a = 2\n"]


def test_a_change_within_the_same_moment_is_seen_when_saving(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    path = files.path("routine", "legs")
    path.write_text("a = 2\n")
    os.utime(path, ns=(stamp.changed, stamp.changed))
    with pytest.raises(ChangedOnDiskError):
        files.save("routine", "legs", "a = 3\n", stamp)


def test_a_file_that_was_only_touched_is_the_same(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    os.utime(files.path("routine", "legs"), (1, 1))
    assert files.is_as("routine", "legs", stamp)
    files.save("routine", "legs", "a = 2\n", stamp)


def test_a_new_file_replaces_none(files: OwnFiles) -> None:
    files.save("routine", "legs", "a = 1\n", None)
    with pytest.raises(ChangedOnDiskError):
        files.save("routine", "legs", "a = 2\n", None)


def test_a_file_that_is_gone_is_told(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    files.path("routine", "legs").unlink()
    assert not files.is_as("routine", "legs", stamp)
    with pytest.raises(ChangedOnDiskError) as caught:
        files.save("routine", "legs", "a = 2\n", stamp)
    assert caught.value.theirs is None


def test_a_link_stays_a_link(files: OwnFiles, tmp_path: Path) -> None:
    path = files.path("routine", "legs")
    path.parent.mkdir(parents=True)
    (tmp_path / "synced.toml").write_text("a = 1\n")
    path.symlink_to(tmp_path / "synced.toml")
    files.save("routine", "legs", "a = 2\n", files.read("routine", "legs").stamp)
    assert path.is_symlink()
    assert (tmp_path / "synced.toml").read_text() == "a = 2\n"


@pytest.mark.parametrize("failing", ["fsync", "open"])
def test_a_full_disk_leaves_what_was_there(
    files: OwnFiles, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)

    def full(*_args: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(os, failing, full)
        with pytest.raises(OSError, match="No space left"):
            files.save("routine", "legs", "a = 2\n", stamp)
    path = files.path("routine", "legs")
    assert path.read_text() == "a = 1\n"
    assert leftovers(path.parent) == []


def test_a_disk_that_is_really_full_leaves_what_was_there(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    path = files.path("routine", "legs")
    with no_file_grows(), pytest.raises(OSError, match="too large"):
        files.save("routine", "legs", "a = 2\n", stamp)
    assert path.read_text() == "a = 1\n"
    assert files.versions("routine", "legs") == []


def test_a_version_that_cannot_be_kept_stops_the_save(
    files: OwnFiles, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    (tmp_path / "data" / "versions").write_text("in the way")
    with pytest.raises(OSError, match=r"exists|directory"):
        files.save("routine", "legs", "a = 2\n", stamp)
    assert files.path("routine", "legs").read_text() == "a = 1\n"


def test_what_is_too_long_to_be_read_again_is_not_written(files: OwnFiles) -> None:
    with pytest.raises(OSError, match="longer than 256 KiB"):
        files.save("routine", "legs", "#" * (256 * 1024 + 1), None)
    assert files.names("routine") == frozenset()


SAVE_FOR_EVER = """
import sys
from pathlib import Path
from coach.content.own_files import OwnFiles

files = OwnFiles(Path(sys.argv[1]))
stamp = files.read("routine", "legs").stamp
print("ready", flush=True)
number = 0
while True:
    number += 1
    stamp = files.save("routine", "legs", f"a = {number}\\n" + "# long\\n" * 20_000, stamp)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills like this here")
def test_a_save_that_is_killed_leaves_the_old_or_the_new_file(
    files: OwnFiles, tmp_path: Path
) -> None:
    files.save("routine", "legs", "a = 0\n" + "# long\n" * 20_000, None)
    path = files.path("routine", "legs")
    chance = random.Random(7)
    for _kill in range(5):
        child = subprocess.Popen(
            [sys.executable, "-c", SAVE_FOR_EVER, str(tmp_path / "data")],
            stdout=subprocess.PIPE,
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.random() / 20)  # the moment in a save is what is tried out here
        child.kill()
        child.communicate()
        text = path.read_text()
        assert text.startswith("a = ")
        assert len(text.split("\n", 1)[1]) == len("# long\n") * 20_000
        for version in files.versions("routine", "legs"):
            assert version.read_text().endswith("# long\n")
    assert len(leftovers(path.parent)) <= 1
    files.save("routine", "legs", "a = 1\n", files.read("routine", "legs").stamp)
    assert leftovers(path.parent) == []


DIE_WHILE_SAVING = """
import os, resource, signal, sys
from pathlib import Path
from coach.content.own_files import OwnFiles

files = OwnFiles(Path(sys.argv[1]))
stamp = files.read("routine", "legs").stamp
where = sys.argv[2]

def die(*_args):
    os.kill(os.getpid(), signal.SIGKILL)

if where.isdigit():
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(where), int(where)))
elif where == "replace":
    Path.replace = die
else:
    os.fsync = die
files.save("routine", "legs", "a = 1\\n" + "# long\\n" * 20_000, stamp)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing kills like this here")
@pytest.mark.parametrize("where", ["0", "70000", "fsync", "replace"])
def test_a_process_that_dies_in_the_middle_of_a_save_leaves_the_old_file(
    files: OwnFiles, tmp_path: Path, where: str
) -> None:
    """By a limit on the bytes it may write, the process dies within the write itself."""
    old = "a = 0\n" + "# long\n" * 20_000
    files.save("routine", "legs", old, None)
    code = [sys.executable, "-c", DIE_WHILE_SAVING, str(tmp_path / "data"), where]
    assert subprocess.run(code, check=False).returncode < 0
    assert files.path("routine", "legs").read_text() == old
    assert files.names("routine") == {"legs"}


def test_what_is_put_aside_keeps_what_was_put_aside_before(files: OwnFiles) -> None:
    for text in ("a = 1\n", "a = 2\n"):
        files.save("routine", "legs", text, None)
        assert files.put_aside("routine", "legs").read_text() == text
    assert files.names("routine") == frozenset()


def test_a_picture_is_copied_under_a_name_of_its_own(files: OwnFiles, tmp_path: Path) -> None:
    source = tmp_path / "My leg?.PNG"
    source.write_bytes(saved("png"))
    assert files.add_picture(source) == "My leg-.png"
    assert files.add_picture(source) == "My leg-.png"
    (files.pictures / "My leg-.png").write_bytes(saved("png") + b" ")
    assert files.add_picture(source) == "My leg--2.png"
    assert mode(files.pictures / "My leg--2.png") == 0o600
    source.write_bytes(b"no picture")
    with pytest.raises(ContentError):
        files.add_picture(source)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("\u200eWhatsApp \u202dImage\u202c.jpg", "WhatsApp Image.jpg"),
        ("\N{LEG}" * 60 + ".png", "\N{LEG}" * 20 + ".png"),
        ("leg.2026-11-26 10_15", "leg.png"),
        ("\u200f.png", "picture.png"),
    ],
)
def test_a_picture_gets_a_name_that_an_exercise_can_say(
    files: OwnFiles, tmp_path: Path, name: str, kept: str
) -> None:
    source = tmp_path / name
    source.write_bytes(saved("png"))
    assert files.add_picture(source) == kept
    assert picture_name_fault(kept) == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes that have a name here")
def test_a_pipe_in_place_of_a_file_holds_nobody_up(files: OwnFiles) -> None:
    stamp = files.save("routine", "legs", "a = 1\n", None)
    path = files.path("routine", "legs")
    path.unlink()
    os.mkfifo(path)
    assert not files.is_as("routine", "legs", stamp)
    with pytest.raises(OSError, match="no file"):
        files.save("routine", "legs", "a = 2\n", stamp, force=True)
