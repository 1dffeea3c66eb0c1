"""There is one window a person; what is asked for while it is open is done in it."""

from __future__ import annotations

import json
import os
import select
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.app.wish import Wish
from coach.desktop.single import Claim, claim, find_place
from tests.desktop.apps import PATIENCE_SECONDS, App, Trace, coach, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets that are files")

NOBODY = 65534


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("person")


@pytest.fixture
def other_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of which the path is short, as that of a socket must be."""
    return tmp_path_factory.mktemp("p")


@pytest.fixture(scope="module")
def app(home: Path) -> Iterator[App]:
    app = App(home)
    app.trace.wait_for(event="shown", screen="home")
    yield app
    app.end()


@pytest.fixture
def own_claim() -> Iterator[Claim]:
    own = claim(Wish())
    assert own is not None
    yield own
    own.release()


def knock(app: App) -> socket.socket:
    link = socket.socket(socket.AF_UNIX)
    link.settimeout(PATIENCE_SECONDS)
    link.connect(str(app.socket))
    return link


def assert_still_answers(app: App) -> None:
    assert coach(app.home, "play", "daily-prevention").returncode == 0
    app.trace.wait_for(event="segment", index=0, exercise="ankle-pump")


# -- handing over ---------------------------------------------------------------------------------


def test_a_cramp_is_helped_in_the_window_that_is_open(app: App) -> None:
    done = coach(app.home, "cramp")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    app.trace.wait_for(event="shown", screen="cramp")
    assert_still_answers(app)


def test_a_routine_is_played_in_the_window_that_is_open_at_its_speed(app: App) -> None:
    done = coach(app.home, "play", "desk-break-seated", "--speed", "500")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert app.trace.wait_for(event="finished", completed=True)["seconds"] == 162


def test_a_routine_that_came_after_the_window_is_played_in_it(app: App) -> None:
    own = app.home / "DATA" / "cramp-coach" / "routines"
    own.mkdir(parents=True, exist_ok=True)
    text = (
        'title = "Late"\nwhen = ""\npositions = ["standing"]\n[[steps]]\nexercise = "leg-shake"\n'
    )
    (own / "late.toml").write_text(text, encoding="utf-8")
    assert coach(app.home, "play", "late", "--speed", "500").returncode == 0
    app.trace.wait_for(event="finished", completed=True)


def test_a_window_that_is_only_called_keeps_its_screen(app: App) -> None:
    coach(app.home, "play", "desk-break-seated")
    app.trace.wait_for(event="shown", screen="player")
    assert coach(app.home).returncode == 0
    assert coach(app.home, "cramp").returncode == 0
    # Had home been shown in between, the routine would have been stopped first.
    while (screen := app.trace.wait_for(event="shown")["screen"]) != "cramp":
        assert screen == "player"


def test_the_trace_of_the_second_process_goes_on_in_the_first(app: App, tmp_path: Path) -> None:
    trace = Trace(tmp_path / "second.jsonl")
    assert coach(app.home, "play", "tired-feet", "--trace", str(trace.path)).returncode == 0
    trace.wait_for(event="shown", screen="player")
    app.trace.wait_for(event="shown", screen="player")
    trace.close()


def test_a_trace_that_cannot_be_written_keeps_nobody_from_help(app: App, tmp_path: Path) -> None:
    assert_still_answers(app)
    nowhere = tmp_path / "no-such-folder" / "trace.jsonl"
    assert coach(app.home, "cramp", "--trace", str(nowhere)).returncode == 0
    app.trace.wait_for(event="shown", screen="cramp")


def test_handing_over_loads_neither_qt_nor_the_formats(app: App) -> None:
    code = (
        "import sys; from coach.__main__ import run; assert run(['cramp']) == 0;"
        "heavy = {'PySide6', 'pydantic', 'platformdirs', 'argparse', 'dataclasses'};"
        "print(*heavy & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    said = subprocess.check_output(command, env=environment(app.home), text=True, timeout=20)
    assert said == "\n"


# -- who knocks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"nonsense\n",
        b"[]\n",
        b'{"screen": "cellar"}\n',
        b'{"screen": "player", "routine": 7}\n',
        b'{"screen": "player", "speed": "fast"}\n',
        b'{"screen": "player", "speed": NaN}\n',
        b'{"screen": "home", "unheard": "of"}\n',
        b'{"screen": "player", "routine": "%s"}\n' % (b"x" * 300),
        b"[" * 8000 + b"\n",
        b"\xff\xfe\n",
    ],
)
def test_nonsense_gets_no_answer_and_does_no_harm(app: App, line: bytes) -> None:
    with knock(app) as link:
        link.sendall(line)
        link.shutdown(socket.SHUT_WR)
        assert link.recv(16) == b""


def test_a_message_without_an_end_is_cut_off(app: App) -> None:
    with knock(app) as link, pytest.raises(OSError, match=r"Broken pipe|reset"):
        link.sendall(b"x" * 40_000_000)
    assert_still_answers(app)


def test_somebody_who_says_nothing_keeps_nobody_waiting_and_is_shown_out(app: App) -> None:
    links = [knock(app) for _number in range(12)]
    assert_still_answers(app)
    for link in links:
        assert link.recv(16) == b""
        link.close()


STRANGER = """
import os, socket, sys
os.setgid({nobody}); os.setuid({nobody})
link = socket.socket(socket.AF_UNIX)
link.settimeout(20)
try:
    link.connect(sys.argv[1])
    link.sendall(b'{{"screen": "cramp"}}\\n')
    print(link.recv(16))
except OSError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becomes somebody else")
def test_another_user_is_not_let_in(app: App, tmp_path: Path) -> None:
    command = [sys.executable, "-c", STRANGER.format(nobody=NOBODY), str(app.socket)]
    folders = [app.socket.parent, *app.socket.parent.parents]
    rights = {folder: folder.stat().st_mode for folder in (app.socket, *folders)}
    assert stat.S_IMODE(rights[app.socket.parent]) == 0o700
    assert stat.S_IMODE(rights[app.socket]) == 0o600
    assert subprocess.check_output(command, text=True, timeout=20) == "PermissionError\n"
    try:  # even where the file's rights let them through
        for place, mode in rights.items():
            place.chmod(mode | (0o666 if place == app.socket else 0o011))
        said = subprocess.check_output(command, text=True, timeout=20)
    finally:
        for place, mode in rights.items():
            place.chmod(stat.S_IMODE(mode))
    assert said in ("b''\n", "ConnectionResetError\n", "BrokenPipeError\n")
    assert_still_answers(app)


# -- one of two -----------------------------------------------------------------------------------


def test_two_at_once_end_with_one_window(other_home: Path) -> None:
    apps = [App(other_home, name) for name in ("one", "two")]
    try:
        ready, _write, _error = select.select([app.life for app in apps], [], [], PATIENCE_SECONDS)
        assert len(ready) == 1
        over = next(app for app in apps if app.life in ready)
        stays = next(app for app in apps if app is not over)
        assert over.process.wait(PATIENCE_SECONDS) == 0
        stays.trace.wait_for(event="shown", screen="home")
        assert_still_answers(stays)
        assert stays.process.poll() is None
    finally:
        for app in apps:
            app.end()


def test_what_a_killed_app_left_behind_is_in_nobodys_way(other_home: Path) -> None:
    killed = App(other_home, "killed")
    killed.trace.wait_for(event="shown")
    killed.end()
    assert stat.S_ISSOCK(killed.socket.stat().st_mode)
    next_one = App(other_home, "next")
    next_one.trace.wait_for(event="shown", screen="home")
    assert_still_answers(next_one)
    next_one.end()


def test_a_folder_that_is_somebody_elses_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(find_place().folder)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    with pytest.raises(PermissionError, match="somebody else's"):
        find_place()
    alone = claim(Wish())
    assert alone is not None
    assert alone.door is None
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("own_claim")
def test_an_app_that_does_not_answer_keeps_nobody_from_a_window() -> None:
    second = claim(Wish(screen="cramp"), patience=0.2)
    assert second is not None
    assert second.door is None


def test_a_door_that_was_closed_can_be_opened_again(own_claim: Claim) -> None:
    address = Path(own_claim.address)
    own_claim.release()
    assert not address.exists()
    again = claim(Wish())
    assert again is not None
    assert again.door is not None
    again.release()


def test_without_a_place_to_meet_there_is_a_window_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    began = time.monotonic()
    own = claim(Wish())
    assert own is not None
    assert own.door is None
    assert time.monotonic() - began < 1


def test_a_name_too_long_for_a_socket_is_no_reason_to_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / ("long" * 40)))
    began = time.monotonic()
    for _window in range(2):
        own = claim(Wish())
        assert own is not None
        assert own.door is None
    assert time.monotonic() - began < 1


def test_another_data_folder_is_another_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "one"))
    one = find_place()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "two"))
    two = find_place()
    assert one.folder == two.folder == str(tmp_path / "cramp-coach")
    assert one.door != two.door


def test_what_is_handed_over_is_plain_json(own_claim: Claim) -> None:
    assert own_claim.door is not None
    claim(Wish(screen="cramp", muscle="foot", place="bed", side="left"), patience=0.1)
    link, _address = own_claim.door.accept()
    with link:
        link.settimeout(1)
        fields = json.loads(link.recv(8192))
    assert fields["screen"] == "cramp"
    assert (fields["muscle"], fields["place"], fields["side"]) == ("foot", "bed", "left")
