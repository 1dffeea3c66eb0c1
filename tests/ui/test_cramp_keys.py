"""Cramp now by key, by mouse and by screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from coach.core.body import Muscle, Side
from coach.core.relief import CRAMP_MUSCLES, Place, ReliefState
from coach.ui.pages import Page
from tests.ui.conftest import App
from tests.ui.cramp_app import K, cramp, live, now, screen, to_step

__all__ = ["cramp"]


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_Enter, K.Key_E])
def test_a_large_key_says_that_it_eases(cramp: App, key: Qt.Key) -> None:
    live(cramp, 20)
    cramp.press(key)
    assert now(cramp).state is ReliefState.AFTERCARE
    assert cramp.diary.cramps[0].seconds == 20


def test_easing_pressed_twice_does_not_skip_the_aftercare(cramp: App) -> None:
    cramp.press(K.Key_Space)
    cramp.press(K.Key_Space)
    assert now(cramp).state is ReliefState.AFTERCARE


def test_n_goes_on_s_stops_o_does_it_the_other_way(cramp: App) -> None:
    to_step(cramp, "press-down")
    assert screen(cramp).other.text() == "I can't stand"
    cramp.press(K.Key_O)
    assert now(cramp).other_taken
    assert screen(cramp).other.text() == "The usual way"
    cramp.press(K.Key_S)
    assert cramp.page() is Page.STOP


def test_a_key_that_is_held_down_counts_once(cramp: App) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_N, none, "n", repeated)
        screen(cramp).press(event)
    assert now(cramp).number == 2


def test_keys_choose_muscle_place_and_leg_and_the_clock_goes_on(cramp: App) -> None:
    live(cramp, 42)
    muscles = zip((K.Key_1, K.Key_2, K.Key_3, K.Key_4), CRAMP_MUSCLES, strict=True)
    places = zip((K.Key_5, K.Key_6, K.Key_7, K.Key_8), Place, strict=True)
    for key, muscle in muscles:
        cramp.press(key)
        assert now(cramp).muscle is muscle
    for key, place in places:
        cramp.press(key)
        assert now(cramp).place is place
    for key, side in ((K.Key_Left, Side.LEFT), (K.Key_Right, Side.RIGHT)):
        cramp.press(key)
        assert now(cramp).side is side
    assert now(cramp).clock == 42
    assert screen(cramp).top.clock.text == "0:42"


def test_the_mouse_reaches_everything(cramp: App) -> None:
    for chip in screen(cramp).choices.chips:
        cramp.click(chip)
        assert chip.isChecked()
    assert (now(cramp).muscle, now(cramp).place, now(cramp).side) == (
        Muscle.BACK_THIGH,
        Place.GYM,
        Side.RIGHT,
    )
    cramp.click(screen(cramp).not_yet)
    assert now(cramp).number == 2
    cramp.click(screen(cramp).easing)
    assert now(cramp).state is ReliefState.AFTERCARE
    cramp.click(screen(cramp).stop)
    assert cramp.page() is Page.STOP


def test_escape_throws_nobody_out_but_shows_the_way_out(cramp: App) -> None:
    for _time in range(3):
        cramp.press(K.Key_Escape)
        assert cramp.page() is Page.CRAMP
    assert screen(cramp).top.way_out.hasFocus()
    cramp.press(K.Key_Return)
    assert cramp.page() is Page.HOME


def test_names_and_roles(cramp: App) -> None:
    def role(widget: QWidget) -> QAccessible.Role:
        found = QAccessible.queryAccessibleInterface(widget)
        assert found is not None
        return found.role()

    parts = screen(cramp)
    roles = QAccessible.Role
    for button in (parts.easing, parts.not_yet, parts.stop, parts.top.way_out):
        assert role(button) == roles.Button
        assert button.accessibleName()
    for chip in parts.choices.chips:
        assert role(chip) == roles.RadioButton
        assert chip.accessibleName()
    assert role(parts.sentence) == roles.StaticText
    assert "Chest pain" in parts.stop.accessibleDescription()
    assert parts.beat.accessibleDescription() == "Get ready"


def test_a_key_meant_for_the_step_does_not_answer_the_question(cramp: App) -> None:
    live(cramp, 180)
    before = now(cramp).number
    cramp.press(K.Key_N)
    assert now(cramp).asks
    assert now(cramp).number != before
