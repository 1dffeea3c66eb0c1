"""What one makes, sends and is sent, read and walked: offers, drafts, conflicts, groups, menus."""

from __future__ import annotations

import json
from pathlib import Path

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.content.sharing.package import write_package
from coach.ui.screens.setting import OWN_PACE
from coach.ui.screens.share import WORKOUT
from tests.access.conftest import ReadApp, StartApp
from tests.access.test_screens import opened, put_files


def menu(app: ReadApp, keys: str) -> list[str]:
    """Open a menu and walk it round; return what it offers."""
    app.hands.key(keys)
    app.reader.wait_until(lambda: False, 1.0)  # nothing tells that it is open
    places = app.hands.walk("Down", most=30)
    assert places
    assert all(one.name and "menu item" in one.role for one in places), places
    assert places[0].address == places[-1].address
    return [one.name for one in places]


def take(app: ReadApp, item: str) -> None:
    """Take an entry of the menu that is open."""
    for _entry in range(20):
        if (place := app.hands.move("Down")) is not None and place.name == item:
            app.hands.key("Enter")
            return
    raise AssertionError(f"no entry “{item}”")


def choose_file(app: ReadApp, file: Path) -> None:
    """Name a file in the dialog that asks for one."""
    field = app.wait("File name:", "text")
    app.hands.write(field, str(file))
    app.hands.key("Enter")


def test_what_was_sent_is_read_out_before_it_is_taken(start_app: StartApp, tmp_path: Path) -> None:
    sent, foreign = tmp_path / "desk.coach", tmp_path / "evening.json"
    resources = find_resources()
    write_package("desk-break-seated", load_library(resources), resources, tmp_path / "no", sent)
    foreign.write_text(json.dumps(WORKOUT), encoding="utf-8")
    app = opened(start_app)
    app.wait_for_focus("Routines")
    app.put_away("Nothing can be heard")
    for file, told in ((sent, "Desk break, seated"), (foreign, "Evening legs")):
        app.hands.move("Right")
        assert "Import…" in menu(app, "Menu")
        take(app, "Import…")
        choose_file(app, file)
        app.reader.wait_for_announcement(f"This would add “{told}")
        app.wait_for_focus("Add it")
        assert app.wrong() == []
        assert sum(f"This would add “{told}" in one for one in app.reader.announced) == 1
        app.press("Add it" if file is foreign else "Leave it")
        app.reader.wait_until(lambda: not any(one.name == "Leave it" for one in app.shown()))
        app.wait_for_focus("Routines")
    app.reader.wait_for_announcement("“Evening legs” was added")
    assert app.reader.announced.count("“Evening legs” was added.") == 1
    assert "4 steps" in app.wait("Evening legs", "list item").description


def test_a_draft_is_offered_after_the_app_was_ended_from_outside(
    start_app: StartApp, own_folders: Path
) -> None:
    app = opened(start_app)
    app.wait_for_focus("Routines")
    app.hands.key("e")
    app.wait_for_focus("Steps")
    app.hands.write(app.find("Name of the routine", "text"), "My evening")
    drafts = own_folders / "DATA" / "cramp-coach" / "drafts"
    app.reader.wait_until(lambda: any(drafts.glob("*.json")))
    app.process.kill()
    app.process.wait()
    again = opened(start_app)
    again.reader.wait_for_announcement("You were editing “My evening”")
    again.wait("Discard")
    assert again.wrong() == []
    assert sum("You were editing" in one for one in again.reader.announced) == 1
    again.press("Discard")
    again.reader.wait_for_announcement("The draft was discarded")
    again.press("Undo")
    again.press("Go on")
    again.wait_for_focus("Steps")


def test_a_file_that_was_changed_outside_is_told_once(
    start_app: StartApp, own_folders: Path
) -> None:
    put_files(own_folders, own=OWN_PACE)
    app = opened(start_app)
    app.wait_for_focus("Routines")
    app.press("When I am ready", "push button")
    app.wait("Go on")
    assert app.wrong() == []  # it waits
    before = len(app.reader.announced)
    app.press("Go on")
    app.reader.wait_until(lambda: len(app.reader.announced) > before)
    assert app.wrong() == []  # the rest
    assert len(app.reader.announced) == before + 1
    app.hands.key("Esc")
    app.wait_for_focus("Routines")
    app.hands.move("Right")
    app.hands.move("Home")  # the last used comes first
    chosen = next(one for one in app.shown() if {"focused", "selected"} <= one.states)
    assert chosen.name == "When I am ready"
    app.hands.key("e")
    app.wait_for_focus("Steps")
    app.hands.write(app.find("Name of the routine", "text"), "When I like")
    file = own_folders / "DATA" / "cramp-coach" / "routines" / "own.toml"
    file.write_text(OWN_PACE.replace("own_pace = 12", "own_pace = 10"), encoding="utf-8")
    app.hands.key("Ctrl+S")
    app.reader.wait_for_announcement("The file was changed outside of the app")
    app.wait("Keep both")
    assert app.wrong() == []
    app.press("Keep mine")
    app.reader.wait_for_announcement("Saved")
    assert sum("changed outside" in one for one in app.reader.announced) == 1


def test_a_group_and_the_menus_of_the_editor(start_app: StartApp) -> None:
    app = opened(start_app)
    app.wait_for_focus("Routines")
    app.hands.key("e")
    app.wait_for_focus("Steps")
    assert "Repeat together\tCtrl+G" in menu(app, "Menu")
    app.hands.key("Esc")
    app.wait_for_focus("Steps")
    app.hands.key("Ctrl+G")
    app.wait("Rounds", "spin box")
    assert app.wrong() == []
    for _stop in range(40):
        if (place := app.hands.move("Tab")) is not None and place.name == "More":
            break
    assert {"About this routine", "New exercise", "Import…"} <= set(menu(app, "Enter"))
    app.hands.key("Esc")


def test_a_figure_is_chosen_for_an_exercise_of_ones_own(start_app: StartApp) -> None:
    app = opened(start_app)
    app.wait_for_focus("Routines")
    app.hands.key("Ctrl+N")
    app.wait_for_focus("Name of the routine")
    app.hands.key("Insert")
    app.wait_for_focus("Search exercises")
    app.press("New exercise")
    app.wait("Edit exercise")
    app.press("Choose a figure")
    app.wait("Figures", "list")
    assert app.wrong() == []
