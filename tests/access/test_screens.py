"""Each screen as somebody meets it who reads and walks it with keys: names, roles, Tab, Esc."""

from __future__ import annotations

from pathlib import Path

from coach.ui.screens.setting import BROKEN, OWN_PACE
from tests.access.conftest import ReadApp, StartApp


def put_files(home: Path, **routines: str) -> None:
    """Put routines of the person's own where the app looks for them."""
    folder = home / "DATA" / "cramp-coach" / "routines"
    folder.mkdir(parents=True)
    for name, text in routines.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def opened(start_app: StartApp, *arguments: str) -> ReadApp:
    """Return the app with the keyboard."""
    app = start_app(*arguments)
    app.wait_for_active()
    return app


def test_home_and_what_is_told_there(start_app: StartApp, own_folders: Path) -> None:
    put_files(own_folders, own=OWN_PACE, evening=BROKEN, night=BROKEN)
    app = opened(start_app)
    app.wait_for_focus("Routines")
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


def test_search_tells_the_number_once_and_leads_back(start_app: StartApp) -> None:
    app = opened(start_app)
    app.wait("Search routines", "text")
    app.hands.key("Ctrl+F")
    app.wait_for_focus("Search routines")
    for text in ("zzz", "zz"):
        app.hands.write(app.find("Search routines", "text"), text)
    app.reader.wait_for_announcement("0 routines found")
    assert [text for text in app.reader.announced if "found" in text] == ["0 routines found"]
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait("Desk break, seated")
    app.hands.key("Esc")
    app.wait_for_focus("Routines")


def test_the_player_its_small_window_and_the_end(start_app: StartApp) -> None:
    app = opened(start_app, "play", "wall-stretch-5")
    app.wait_for_focus("Pause")
    assert app.wrong() == []
    app.hands.key("w")
    app.wait_for_focus("Why this?")
    assert app.wrong(app.find("Why this?", "filler")) == []
    app.hands.key("Esc")
    app.wait_for_focus("Pause")
    app.hands.key("Space")
    app.wait("Go on")
    assert app.wrong() == []
    app.hands.key("F9")
    app.wait("Back to the large window")
    app.wait_for_active()
    assert any(node.role == "dialog" for node in app.shown())
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait("Start this step again")
    app.wait_for_focus("Go on")
    while not any(node.name == "Back home" for node in app.shown()):
        app.press("Skip")
    app.wait_for_focus("Back home")
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait_for_focus("Routines")


def test_settings_about_the_check_and_what_is_asked(start_app: StartApp) -> None:
    app = opened(start_app)
    app.press("Settings")
    app.wait_for_focus("Sound")
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
    app = opened(start_app)
    app.press("Settings")
    app.wait_for_focus("Sound")
    app.press("Silent", "radio button")
    while (place := app.hands.move("Tab")) and place.role != "radio button":
        pass
    assert place is not None
    assert place.name == "Silent"
    place = app.hands.move("Up")
    assert place is not None
    assert place.name == "Sounds only"
    assert "checked" in app.find(place.name, "radio button").states
    assert "checked" not in app.find("Silent", "radio button").states


def test_one_comes_back_to_where_one_left(start_app: StartApp) -> None:
    app = opened(start_app)
    app.press("Settings")
    app.wait_for_focus("Sound")
    while (place := app.hands.move("Tab")) and place.name != "Open the check":
        pass
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
