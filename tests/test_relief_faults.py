"""Relief begins at once whatever is broken on the machine, and what could not be kept is told."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.app.trace import Trace
from coach.app.voice_port import VoiceStatus
from coach.app.wish import Wish
from coach.bootstrap import controller, shelves
from coach.content.settings import load_settings
from coach.core.relief import CrampState
from coach.desktop.folders import find_folders
from coach.store.diary import SqliteDiary
from coach.ui.pages import Page
from coach.ui.window import MainWindow
from tests.store.conftest import no_file_grows
from tests.voice.conftest import no_device

__all__ = ["no_device"]

AT_ONCE_SECONDS = 0.5
"""Ten times the bar, for a busy machine; a lock or a device that is waited for takes longer."""

FIRST = "Feet off any pedal"

Begin = Callable[..., MainWindow]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Open the app as it is joined for a person, with relief or with home, and begin relief."""
    shelves.library.cache_clear()
    shelves.relief_shelf.cache_clear()
    with ExitStack() as opened:

        def begin_(*, cold: bool = True) -> MainWindow:
            coach = controller.build_coach(Wish(), Trace(None))
            opened.callback(coach.close)
            began = time.monotonic()
            figures = shelves.figure_shelf()
            window = MainWindow(coach, figures, cramp=("", "", "") if cold else None)
            qtbot.addWidget(window)
            opened.callback(window.close)
            window.show()
            qtbot.waitExposed(window)
            if not cold:
                qtbot.waitUntil(lambda: window.is_made("cramp_screen"))  # as a person would find it
                began = time.monotonic()
                window.open_cramp()
            window.cramp_screen.repaint()
            took = time.monotonic() - began
            assert FIRST in window.cramp_screen.sentence.text()
            assert took < (AT_ONCE_SECONDS if not cold else 4 * AT_ONCE_SECONDS)
            qtbot.waitUntil(lambda: window.cramp_screen.recorder is not None)
            return window

        yield begin_
    shelves.library.cache_clear()
    shelves.relief_shelf.cache_clear()


def ease_and_leave(window: MainWindow) -> None:
    """Go through to the end by keyboard: it eases, that's enough, pain 4, back."""
    screen = window.cramp_screen
    for key in (Qt.Key.Key_Space, Qt.Key.Key_F):
        QTest.keyClick(window.focusWidget() or window, key)
    assert screen.player is not None
    assert screen.player.relief.state.is_over
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_4)
    assert screen.recorder is not None
    assert screen.recorder.cramp.pain == 4
    assert screen.recorder.cramp.state is CrampState.EASED
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.page is Page.HOME


def told(window: MainWindow, matter: str) -> str:
    """Return what the window tells of a matter now that there is nothing more urgent."""
    assert matter in window.messages.matters, window.messages.matters
    message = window.messages._told[matter]
    assert window.messages.isVisible()
    return f"{message.text} {message.remedy}"


def wait_for_voice(qtbot: QtBot, window: MainWindow, status: VoiceStatus) -> None:
    """Wait until the voice has found out how it is doing."""

    def is_so() -> bool:
        state = window._coach.voice_state
        return state is not None and state.status is status

    qtbot.waitUntil(is_so, timeout=20_000)


def diary_file() -> Path:
    file = find_folders().data / "diary.db"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


@pytest.mark.parametrize("cold", [True, False], ids=["cold", "click"])
def test_a_diary_that_another_program_holds(begin: Begin, cold: bool) -> None:
    file = diary_file()
    SqliteDiary(file, pytest.fail).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("CREATE TABLE IF NOT EXISTS theirs (n)")
        other.execute("BEGIN EXCLUSIVE")
        window = begin(cold=cold)
        ease_and_leave(window)
        assert "another program holds its file" in told(window, "diary")


def test_a_diary_that_cannot_be_read(begin: Begin) -> None:
    diary_file().mkdir()
    window = begin()
    ease_and_leave(window)
    assert "The diary is kept only until Cramp Coach closes" in told(window, "diary")


def test_a_diary_that_is_damaged(begin: Begin) -> None:
    diary_file().write_bytes(b"not a database" * 400)
    window = begin()
    ease_and_leave(window)
    assert "damaged" in told(window, "diary")


@pytest.mark.parametrize("cold", [True, False], ids=["cold", "click"])
def test_settings_that_are_damaged(begin: Begin, cold: bool) -> None:
    file = find_folders().config / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"relief_muscle": "foot"', encoding="utf-8")
    window = begin(cold=cold)
    ease_and_leave(window)
    text = told(window, "settings")
    assert "settings.json" in text
    assert "put aside" in text
    assert "diary" not in window.messages.matters  # it is told once


def test_a_routine_of_the_persons_own_that_is_wrong(begin: Begin) -> None:
    folder = find_folders().data / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("title = [", encoding="utf-8")
    window = begin()
    ease_and_leave(window)
    assert "mine.toml can't be used" in told(window, "files")


def test_what_was_kept_of_the_protocols_is_damaged(begin: Begin) -> None:
    kept = find_folders().cache / "relief.json"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"\x00rubbish")
    ease_and_leave(begin(cold=False))


def test_a_machine_without_a_speaker(begin: Begin, no_device: None, qtbot: QtBot) -> None:
    window = begin()
    wait_for_voice(qtbot, window, VoiceStatus.NO_DEVICE)
    ease_and_leave(window)
    assert "no speaker or headphones" in told(window, "voice")


def test_a_machine_without_a_speech_engine(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    launch = replace(controller.voice_launch(), engine="tests.voice.engines:missing")
    monkeypatch.setattr(controller, "voice_launch", lambda: launch)
    window = begin()
    wait_for_voice(qtbot, window, VoiceStatus.NO_ENGINE)
    ease_and_leave(window)
    assert told(window, "voice")


def test_folders_that_cannot_be_written(
    begin: Begin, ordinary_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(ordinary_folder / name.lower()))
    ordinary_folder.chmod(0o500)
    window = begin()
    ease_and_leave(window)
    assert "make the folder writable" in told(window, "diary")
    window._coach.settings.flush()
    assert not list(ordinary_folder.iterdir())


def test_a_disk_that_is_full(begin: Begin) -> None:
    file = diary_file()
    SqliteDiary(file, pytest.fail).close()
    troubles: list[str] = []
    with no_file_grows():
        window = begin()
        window._coach.settings.trouble.connect(troubles.append)
        ease_and_leave(window)
        assert "The diary is kept only until Cramp Coach closes" in told(window, "diary")
        window._coach.settings.set("relief_muscle", "foot")
        window._coach.settings.flush()
        assert any("settings could not be kept" in text for text in troubles)
    window._coach.settings.flush()  # there is room again
    settings, problems = load_settings(find_folders().config / "settings.json")
    assert (settings.relief_muscle, problems) == ("foot", ())
