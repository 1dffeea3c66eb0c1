"""Voices, and a copy of everything that is made and brought back, read and walked."""

from __future__ import annotations

from pathlib import Path

from tests.access.conftest import StartApp
from tests.access.ways import choose_file, open_settings


def test_voices_and_a_copy_that_is_brought_back(start_app: StartApp, tmp_path: Path) -> None:
    app = open_settings(start_app)
    app.press("Choose a voice")
    app.wait("Close the list")
    assert app.wrong() == []
    app.press("Close the list")
    copy = tmp_path / "all.zip"
    app.press("Back up…")
    choose_file(app, copy)
    app.reader.wait_for_announcement("A copy of everything is in")
    app.press("Restore…")
    choose_file(app, copy)
    dialog = app.wait_for_dialog("Bring this copy back?")
    app.wait_for_focus("Leave it as it is")
    assert app.wrong(dialog) == []
    app.press("Bring it back")
    app.reader.wait_for_announcement("Everything is as in the copy")
    for told in ("A copy of everything", "Everything is as in"):
        assert sum(one.startswith(told) for one in app.reader.announced) == 1


FAULTY = """
import sys
from coach.__main__ import main
from coach.ui.window import MainWindow

def fail(window):
    raise KeyError("steps")

MainWindow.toggle_full_screen = fail
sys.argv[1:] = []
sys.exit(main())
"""
"""The app, but for one key that does what it never should."""


def test_a_fault_of_the_app_is_told_once_and_its_details_are_read(start_app: StartApp) -> None:
    app = start_app(code=FAULTY)
    app.wait_for_active()
    app.wait_for_focus("Routines")
    app.hands.key("F11")
    app.reader.wait_for_announcement("Something in Cramp Coach went wrong")
    assert sum("went wrong" in one for one in app.reader.announced) == 1
    app.wait("Details")
    assert app.wrong() == []
    app.press("Details")
    dialog = app.wait_for_dialog("What went wrong")
    assert any("KeyError" in one.name for one in app.shown())
    assert app.wrong(dialog) == []
    app.hands.key("Esc")
    app.reader.wait_until(lambda: not any(one.role == "dialog" for one in app.shown()))
