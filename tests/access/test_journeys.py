"""What somebody does who sees nothing: all of it by keys and by what is read out."""

from __future__ import annotations

import itertools

from tests.access.conftest import StartApp
from tests.access.ways import at_home, chosen, new_exercise, new_routine, search_exercises, tab_to


def test_a_routine_is_found_paused_gone_on_with_and_finished(start_app: StartApp) -> None:
    app = at_home(start_app)
    for _card in range(14):
        if chosen(app).name == "Desk break, seated":
            break
        app.hands.move("Right")
    assert chosen(app).name == "Desk break, seated"
    app.hands.key("Enter")
    app.wait_for_focus("Pause")
    app.hands.key("Space")
    app.reader.wait_for_announcement("Paused.")
    app.wait_for_focus("Go on")
    before = app.find("Progress of the routine").description
    assert before.startswith("Step 1 of 4")
    app.hands.key("Space")
    app.wait_for_focus("Pause")
    while not any(one.name == "Back home" for one in app.shown()):
        app.press("Skip")
    app.reader.wait_for_announcement("Desk break, seated. ")
    app.wait_for_focus("Back home")
    assert sum(text.startswith("Paused.") for text in app.reader.announced) == 1
    app.hands.key("Enter")
    app.wait_for_focus("Routines")


def test_a_routine_that_plays_says_each_thing_once_and_counts_nothing(start_app: StartApp) -> None:
    app = start_app("play", "desk-break-seated", "--speed", "60")
    app.reader.wait_for_announcement("Done")
    app.wait_for_focus("Back home")
    app.reader.settle(app.root)
    told = [text for text in app.reader.announced if "Nothing can be heard" not in text]
    assert 6 <= len(told) <= 24  # of 162 seconds
    assert not any(text.strip(" .").isdigit() for text in told)
    assert all(one != two for one, two in itertools.pairwise(told))


def test_a_routine_of_two_steps_is_built_and_saved(start_app: StartApp) -> None:
    app = new_routine(start_app)
    app.hands.write(app.find("Name of the routine", "text"), "My evening")
    app.hands.key("Insert")
    app.wait_for_focus("Search exercises")
    for words, title in (("calf rub", "Calf rub"), ("ankle pumps", "Ankle pumps")):
        app.hands.write(app.find("Search exercises", "text"), words)
        app.wait(title, "list item") if title == "Calf rub" else app.reader.settle(app.root)
        app.hands.key("Enter")
        app.reader.wait_for_announcement(f"Added: {title}")
    app.hands.key("Esc")
    app.wait_for_focus("Steps")
    steps = app.reader.shown(app.find("Steps", "list").address)
    assert [one.name for one in steps if one.role == "list item"] == ["Calf rub", "Ankle pumps"]
    assert app.wrong() == []
    app.hands.key("Ctrl+S")
    app.reader.wait_for_announcement("Saved")
    app.hands.key("Esc")
    assert "2 steps" in app.wait("My evening", "list item").description
    assert app.reader.announced.count("Saved") == 1


def test_what_is_wrong_is_told_once_and_led_to(start_app: StartApp) -> None:
    app = new_routine(start_app)
    assert app.wrong() == []
    app.hands.key("Ctrl+S")
    app.reader.wait_for_announcement("kept as a draft")
    assert sum("kept as a draft" in text for text in app.reader.announced) == 1
    app.wait_for_focus("Name of the routine")
    assert app.find("Name of the routine", "text").description == "Must not be empty."


def test_an_exercise_of_ones_own_can_be_walked(start_app: StartApp) -> None:
    app = search_exercises(start_app)
    assert app.wrong() == []
    new_exercise(app)
    assert app.wrong() == []
    app.hands.key("Esc")
    app.wait("Edit routine")


def test_a_cramp_is_eased_and_written_down(start_app: StartApp) -> None:
    app = at_home(start_app)
    app.hands.key("Ctrl+Shift+C")
    app.wait("It's easing")
    app.hands.key("Space")
    app.wait("That's enough")
    app.reader.wait_for_announcement("Hold the stretch")
    app.press("That's enough")
    app.reader.wait_for_announcement("eased after")
    app.hands.key("7")
    app.reader.wait_for_announcement("Written down")
    assert "checked" in app.find("Pain 7 of 10").states
    assert app.reader.announced.count(app.reader.announced[-1]) == 1


def test_choices_of_a_step_are_changed_with_arrows(start_app: StartApp) -> None:
    app = at_home(start_app)
    app.hands.key("Menu")
    items = [place.name for place in app.hands.walk("Down") if place.role == "menu item"]
    assert items[:2] == ["Start", "Duplicate to edit"]
    app.hands.key("Esc")
    app.wait_for_focus("Routines")
    app.hands.key("e")
    app.wait_for_focus("Steps")
    app.hands.move("Down")
    app.hands.move("Enter")
    place = tab_to(app, role="radio button")
    other = app.hands.move("Right")
    assert other is not None
    assert other.name != place.name
    assert "checked" in app.find(other.name, "radio button").states
