"""Whether the session has a message bus, and that the app starts none."""

import os
import sys
from pathlib import Path

import pytest

from coach.desktop.bus import ADDRESS, NONE, start_no_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this bus")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(ADDRESS, "")  # so that what the test sets is undone
    return tmp_path


def launched(home: Path, process: int) -> None:
    folder = home / ".dbus" / "session-bus"
    folder.mkdir(parents=True)
    (folder / "0123-0").write_text(f"# bus\nDBUS_SESSION_BUS_PID={process}\n", encoding="utf-8")


def test_where_there_is_no_bus_none_is_started() -> None:
    start_no_bus()
    assert os.environ[ADDRESS] == NONE


def test_a_bus_that_is_named_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS, "unix:path=/there")
    start_no_bus()
    assert os.environ[ADDRESS] == "unix:path=/there"


def test_the_bus_of_the_session_is_found(home: Path) -> None:
    (home / "bus").touch()
    start_no_bus()
    assert not os.environ[ADDRESS]


def test_a_bus_launched_by_hand_is_found_while_it_runs(home: Path) -> None:
    launched(home, os.getpid())
    start_no_bus()
    assert not os.environ[ADDRESS]


def test_what_a_bus_that_ended_left_is_no_bus(home: Path) -> None:
    launched(home, 2**22 + 1)
    start_no_bus()
    assert os.environ[ADDRESS] == NONE


def test_without_a_home_there_is_no_bus_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_user: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", nobody)
    start_no_bus()
    assert os.environ[ADDRESS] == NONE
