"""Each screen as somebody meets it who reads and walks it with keys: names, roles, Tab, Esc."""

from __future__ import annotations

from pathlib import Path

from coach.ui.screens.setting import BROKEN, OWN_PACE
from tests.access.conftest import StartApp
from tests.access.ways import at_home, open_settings, opened, put_files, tab_to


def test_home_and_what_is_told_there(start_app: StartApp, own_folders: Path) -> None:
    put_files(own_folders, own=OWN_PACE, evening=BROKEN, night=BROKEN)
    app = at_home(start_app)
    app.put_away("Nothing can be heard")
    app.reader.wait_for_announcement("2 files can't be used")
    app.wait("See the list")
    assert app.wrong() == []
    assert app.find("When I am ready", "push button").description != "When I am ready"
    assert "5 minutes 10 seconds" in app.find("Five-minute wall stretch", "list item").description
    app.hands.key("F1")
    app.wait_for_focus("Keys of this screen")
    assert app.wrong(app.find("Keys of this screen", "filler")) == []
    app.hands.key("Esc")
    app.wait_for_focus("Routines")
    app.press("See the list")
    dialog = app.wait_for_dialog("Files that can't be used")
    assert app.wrong(dialog) == []
    app.hands.key("Esc")
    app.wait_for_focus("Routines")


WITHOUT_ROUTINES = """
import sys
from pathlib import Path
from coach.__main__ import main
from coach.content import resources

damaged = resources.find_resources()._replace(routines=Path(sys.argv.pop()))
resources.find_resources = lambda: damaged
sys.exit(main())
"""
"""The app as it is where its installation has lost the folder named first."""


def test_home_without_a_routine_begins_with_what_to_do(start_app: StartApp, tmp_path: Path) -> None:
    app = start_app(str(tmp_path / "routines"), code=WITHOUT_ROUTINES)
    app.wait_for_active()
    app.wait_for_focus("There is no routine here yet")
    told = app.find("There is no routine here yet", "label").description
    assert "Install Cramp Coach again" in told
    assert "Cramp now works all the same" in told
    app.reader.wait_for_announcement("routines can't be used: there is no such folder")
    assert app.wrong() == []
    app.hands.key("Ctrl+Shift+C")
    app.wait("It's easing")


def test_search_tells_the_number_once_and_leads_back(start_app: StartApp) -> None:
    app = opened(start_app)
    app.wait("Search routines", "text")
    app.hands.key("Ctrl+F")
    app.wait_for_focus("Search routines")
    for text in ("zzz", "zz"):
        app.hands.write(app.find("Search routines", "text"), text)
    app.reader.wait_for_announcement("0 routines found")
    told = [text for text in app.reader.announced if "routines found" in text]
    assert told == ["0 routines found"]
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait("Desk break, seated")
    app.hands.key("Esc")
    app.wait_for_focus("Routines")


def test_settings_about_the_check_and_what_is_asked(start_app: StartApp) -> None:
    app = open_settings(start_app)
    assert app.wrong() == []
    values = {"Speed of the voice": 165, "Loudness of sounds": 80, "Size of text": 100}
    assert {name: app.reader.value(app.find(name, "slider")) for name in values} == values
    app.press("Open the check")
    app.wait_for_focus("Before you start")
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait("About Cramp Coach")
    app.press("About Cramp Coach")
    app.wait_for_focus("About Cramp Coach")
    assert app.wrong(app.find("About Cramp Coach", "filler")) == []
    app.hands.key("Esc")
    for question, answer in (("Delete everything?", "Yes, delete"), ("Really everything?", "")):
        if answer:
            app.press("Delete…")
        dialog = app.wait_for_dialog(question)
        app.wait_for_focus("Leave it as it is")
        assert dialog.description
        assert app.wrong(dialog) == []
        if answer:
            app.press(answer)
    app.hands.key("Esc")
    app.wait_for_focus("Sound")


def test_a_group_of_choices_is_one_stop_and_arrows_choose(start_app: StartApp) -> None:
    app = open_settings(start_app)
    app.press("Silent", "radio button")
    place = tab_to(app, role="radio button")
    assert place.name == "Silent"
    after = app.hands.move("Up")
    assert after is not None
    assert after.name == "Sounds only"
    assert "checked" in app.find(after.name, "radio button").states
    assert "checked" not in app.find("Silent", "radio button").states


def test_one_comes_back_to_where_one_left(start_app: StartApp) -> None:
    app = open_settings(start_app)
    tab_to(app, "Open the check")
    app.hands.key("Enter")
    app.wait_for_focus("Before you start")
    app.hands.key("Esc")
    app.wait_for_focus("Open the check")


def test_learn_is_walked_and_read(start_app: StartApp) -> None:
    app = opened(start_app)
    app.press("Learn")
    app.wait_for_focus("Why cramps happen")
    assert app.wrong() == []
    text = app.find("Why cramps happen", "label")
    while (place := app.hands.move("Tab")) and place.address != text.address:
        pass
    before = app.reader.caret(text)
    app.hands.key("Down")  # line by line: what moves is read by itself
    app.reader.wait_until(lambda: app.reader.caret(text) > before)
    assert app.reader.caret(text) > before
    for keys, told in (("h", "What a cramp is"), ("n", "1: NHS inform"), ("Enter", "NHS inform")):
        assert app.says(keys).startswith(told)
    app.hands.write(app.find("Search these pages"), "calf")
    app.reader.wait_for_announcement("match")
    assert sum("match" in text for text in app.reader.announced) == 1
    app.hands.key("Esc")
    app.hands.key("Esc")
    app.wait("Routines")


def test_stop_begins_with_its_heading(start_app: StartApp) -> None:
    app = opened(start_app, "cramp")
    app.press("STOP – something's different")
    app.wait_for_focus("STOP")
    assert app.wrong() == []
    app.press("None of these, go back")
    assert app.wait("It's easing")
