"""What one makes, sends and is sent, read and walked: offers, drafts, conflicts, groups, menus."""

from __future__ import annotations

import json
from pathlib import Path

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.content.sharing.package import write_package
from coach.ui.screens.setting import OWN_PACE
from coach.ui.screens.share import WORKOUT
from tests.access.conftest import StartApp
from tests.access.ways import (
    at_home,
    choose_file,
    chosen,
    menu,
    new_exercise,
    opened,
    put_files,
    search_exercises,
    tab_to,
    take,
)
from tests.content.sharing.workouts import feeel


def test_what_was_sent_is_read_out_before_it_is_taken(start_app: StartApp, tmp_path: Path) -> None:
    sent, foreign, numbers = (tmp_path / name for name in ("desk.coach", "evening.json", "a.feeel"))
    resources = find_resources()
    write_package("desk-break-seated", load_library(resources), resources, tmp_path / "no", sent)
    foreign.write_text(json.dumps(WORKOUT), encoding="utf-8")
    legs = feeel({"exercise": 615}, {"exercise": 123456})
    numbers.write_text(json.dumps(legs), encoding="utf-8")
    app = at_home(start_app)
    app.put_away("Nothing can be heard")
    offers = {sent: "Desk break, seated", numbers: "Legs", foreign: "Evening legs"}
    for file, told in offers.items():
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
    (of_feeel,) = (one for one in app.reader.announced if "would add “Legs”" in one)
    assert "numbers in place of names; “Feeel 123456” is one not known here" in of_feeel
    app.reader.wait_for_announcement("“Evening legs” was added")
    assert app.reader.announced.count("“Evening legs” was added.") == 1
    assert "4 steps" in app.wait("Evening legs", "list item").description


def test_a_draft_is_offered_after_the_app_was_ended_from_outside(
    start_app: StartApp, own_folders: Path
) -> None:
    app = at_home(start_app)
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
    app = at_home(start_app)
    app.hands.move("Right")
    app.hands.move("End")
    assert chosen(app).name == "When I am ready"
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
    app = at_home(start_app)
    app.hands.key("e")
    app.wait_for_focus("Steps")
    assert "Repeat together\tCtrl+G" in menu(app, "Menu")
    app.hands.key("Esc")
    app.wait_for_focus("Steps")
    app.hands.key("Ctrl+G")
    app.wait("Rounds", "spin box")
    assert app.wrong() == []
    tab_to(app, "More")
    assert {"About this routine", "New exercise", "Import…"} <= set(menu(app, "Enter"))
    app.hands.key("Esc")


def test_a_figure_is_chosen_for_an_exercise_of_ones_own(start_app: StartApp) -> None:
    app = search_exercises(start_app)
    new_exercise(app)
    app.press("Choose a figure")
    app.wait("Figures", "list")
    assert app.wrong() == []
