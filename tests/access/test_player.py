"""The player, its small window and the sheets over it, read and walked while a routine plays."""

from __future__ import annotations

from pathlib import Path

from coach.ui.screens.setting import OWN_PACE
from tests.access.conftest import ReadApp, StartApp
from tests.access.ways import at_home, opened, put_files, shows

LONG_REST = OWN_PACE.replace("rest_after = 10", "rest_after = 120")
"""Time enough to walk through a rest on a busy machine."""


def to_the_small_window(app: ReadApp) -> None:
    """Go there with its key."""
    app.hands.key("F9")
    app.wait("Back to the large window")
    app.wait_for_active()


def to_the_large_window(app: ReadApp) -> None:
    """Go back with its key."""
    app.hands.key("Esc")
    app.wait("Start this step again")
    app.wait_for_active()


def test_the_player_its_small_window_and_the_end(start_app: StartApp) -> None:
    app = opened(start_app, "play", "wall-stretch-5")
    app.wait_for_focus("Pause")
    assert app.wrong() == []
    app.hands.key("Space")
    app.wait("Go on")
    assert app.wrong() == []
    to_the_small_window(app)
    assert any(node.role == "dialog" for node in app.shown())
    assert app.wrong() == []
    to_the_large_window(app)
    app.wait_for_focus("Go on")
    while not shows(app, "Back home"):
        app.press("Skip")
    app.wait_for_focus("Back home")
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait_for_focus("Routines")


def test_a_wait_and_a_rest_in_the_small_window_count_nothing(
    start_app: StartApp, own_folders: Path
) -> None:
    put_files(own_folders, own=LONG_REST)
    app = at_home(start_app)
    app.press("When I am ready", "push button")
    app.wait("Go on")
    assert app.wrong() == []
    before = len(app.reader.announced)
    to_the_small_window(app)
    app.wait_for_focus("Go on")
    assert app.wrong() == []
    assert app.told_since(before) == []
    app.press("Go on")
    app.wait_for_focus("Pause")
    assert app.wrong() == []
    (rest,) = app.told_since(before)
    assert "120 seconds" in rest
    assert any(one.description == "Rest" for one in app.shown())
    to_the_large_window(app)
    app.wait_for_focus("Pause")
    assert app.wrong() == []
    assert app.told_since(before) == [rest]


def test_the_end_is_told_once_in_the_small_window_and_leads_back(
    start_app: StartApp, own_folders: Path
) -> None:
    put_files(own_folders, own=LONG_REST)
    app = at_home(start_app)
    app.press("When I am ready", "push button")
    app.wait("Go on")
    to_the_small_window(app)
    before = len(app.reader.announced)
    while not shows(app, "Done. Well done."):
        app.press("Skip")
    app.wait_for_focus("Back to the large window")
    assert app.wrong() == []
    assert sum("Done" in one for one in app.told_since(before)) == 1
    app.hands.key("Enter")
    app.wait_for_focus("Back home")
    assert app.wrong() == []


def test_a_sheet_over_a_routine_that_plays_stops_nothing_and_says_each_thing_once(
    start_app: StartApp,
) -> None:
    app = opened(start_app, "play", "wall-stretch-5")
    app.wait_for_focus("Pause")
    for keys, title in (("w", "Why this?"), ("F1", "Keys of this screen")):
        before = len(app.reader.announced)
        app.hands.key(keys)
        app.wait_for_focus(title)
        assert app.wrong(app.find(title, "filler")) == []
        assert sum(one.startswith(title) for one in app.told_since(before)) == 1
        app.hands.key("Esc")
        app.wait_for_focus("Pause")
    app.hands.key("w")
    app.wait_for_focus("Why this?")
    before = len(app.reader.announced)
    app.hands.key("Right")  # the next step, as if no sheet were there
    app.reader.wait_until(lambda: len(app.reader.announced) > before)
    app.hands.key("Space")
    app.reader.wait_for_announcement("Paused.")
    app.wait_for_focus("Why this?")
    told = app.told_since(before)
    assert sum(one.startswith("Paused.") for one in told) == 1
    assert len(set(told)) == len(told)
    assert not [one for one in told if one.strip(".").isdigit()]
    app.hands.key("Esc")
    app.wait_for_focus("Go on")
