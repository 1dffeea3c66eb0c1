"""Cramp now as a screen reader meets it, over AT-SPI, from another process."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.access.conftest import ReadApp, StartApp

FIRST = "Feet off any pedal or footrest"
BY_HAND = (
    ("Not yet", "push button"),
    ("Foot, toes", "radio button"),
    ("Standing", "radio button"),
)


@pytest.fixture
def cramp(start_app: StartApp) -> ReadApp:
    app = start_app("cramp")
    app.reader.wait_for_announcement(FIRST)
    return app


def test_every_control_has_a_name_and_a_role(cramp: ReadApp) -> None:
    assert not cramp.nameless()
    roles = {node.name: node.role for node in cramp.shown() if node.name}
    assert roles["Cramp Coach"] == "frame"
    for name in ("It's easing", "Not yet", "STOP – something's different", "Leave"):
        assert roles[name] == "push button"
    for name in (
        *("Calf", "Foot, toes", "Front of thigh", "Back of thigh"),
        *("In bed", "At a desk", "Standing", "Gym, pool"),
        *("Left leg", "Right leg"),
    ):
        assert roles[name] == "radio button"
    assert "checked" in cramp.find("Calf").states
    assert "checked" in cramp.find("At a desk").states


def test_a_button_tells_its_key_and_does_not_say_its_name_twice(cramp: ReadApp) -> None:
    assert cramp.find("It's easing").description == "Space"
    assert cramp.find("Not yet").description == "N"
    assert cramp.find("Calf").description == "1"
    assert "Chest pain" in cramp.find("STOP – something's different").description


def test_each_instruction_is_read_out_once(cramp: ReadApp) -> None:
    cramp.reader.wait_for_announcement("Sit forward")  # by itself, five seconds after the first
    for name, role in BY_HAND:
        before = len(cramp.reader.announced)
        cramp.press(name, role)
        (fresh,) = cramp.reader.announced[before:]
        assert fresh.startswith(sentence(cramp))
    assert len(cramp.reader.announced) == 2 + len(BY_HAND)
    assert set(Counter(cramp.reader.announced).values()) == {1}


def sentence(cramp: ReadApp) -> str:
    """Return the instruction on the screen: the first text there is."""
    return next(node.name for node in cramp.shown() if node.role == "label" and node.name)


def test_easing_and_stop_are_pressed_and_tell_what_they_lead_to(cramp: ReadApp) -> None:
    cramp.press("It's easing")
    assert cramp.find("That's enough").role == "push button"
    assert "Hold the stretch" in cramp.reader.announced[-1]
    cramp.press("That's enough")
    assert not cramp.nameless()
    assert "eased after" in cramp.reader.announced[-1]
    chips = [node.name for node in cramp.controls() if node.role == "radio button"]
    assert len(chips) == 13, chips  # two legs, and 0 to 10
    cramp.press("Pain 7 of 10")
    assert "checked" in cramp.find("Pain 7 of 10").states
    assert "Written down" in cramp.reader.announced[-1]


def test_stop_is_read_out_and_every_control_on_it_has_a_name(cramp: ReadApp) -> None:
    cramp.press("STOP – something's different")
    assert not cramp.nameless()
    assert sum("Do not stretch" in text for text in cramp.reader.announced) == 1
    cramp.press("Urgent today")
    assert cramp.find("A clot in a leg vein").role == "label"
    cramp.press("None of these, go back")
    assert cramp.find("It's easing").role == "push button"
