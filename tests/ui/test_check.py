"""The check at the first start: offered, never in the way, kept, and acted on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from coach.core.caution import Condition
from coach.ui.button import Button
from coach.ui.check.screen import CheckScreen
from coach.ui.pages import Page
from tests.ui.conftest import App

K = Qt.Key


def check(app: App) -> CheckScreen:
    return app.window.check_screen


@pytest.fixture
def offered(app: App) -> App:
    """The first start."""
    app.coach.settings.set("checked", False)
    app.bot.waitUntil(lambda: "check" in app.window.messages.matters)
    app.settle()
    return app


def button(app: App, text: str) -> Button:
    strip = app.window.messages.strip
    assert strip is not None
    return next(one for one in strip.findChildren(Button) if one.text() == text)


@pytest.fixture
def opened(offered: App) -> App:
    offered.click(button(offered, "Answer them"))
    assert offered.page() is Page.CHECK
    return offered


def tick(app: App, condition: Condition) -> None:
    row = next(row for row in check(app).rows if row.tick.condition is condition)
    app.click(row.box)


def test_it_is_offered_on_home_and_nowhere_in_the_way(offered: App) -> None:
    assert offered.page() is Page.HOME
    assert offered.window.messages.isVisible()
    offered.window.open_cramp()
    assert offered.page() is Page.CRAMP
    assert not offered.window.messages.isVisible()
    offered.click(offered.window.cramp_screen.top.way_out)
    offered.window.play("after-workout")
    assert "check" not in offered.window.messages.matters


def test_it_can_be_put_away_for_good(offered: App) -> None:
    offered.click(button(offered, "Not now"))
    assert "check" not in offered.window.messages.matters
    assert offered.coach.settings.now.checked


def test_eight_boxes_by_keyboard(opened: App) -> None:
    assert len(check(opened).rows) == 8
    opened.press(K.Key_Tab)
    opened.press(K.Key_Space)
    box = check(opened).rows[0].box
    assert box.isChecked()
    found = QAccessible.queryAccessibleInterface(box)
    assert found is not None
    assert found.role() == QAccessible.Role.CheckBox


def test_a_tick_advises_and_is_kept(opened: App) -> None:
    tick(opened, Condition.FALLS)
    row = next(row for row in check(opened).rows if row.tick.condition is Condition.FALLS)
    assert row.advice.isVisible()
    opened.click(check(opened).keep)
    assert opened.page() is Page.HOME
    assert opened.coach.cramp.memory.answers == {Condition.FALLS}
    assert "check" not in opened.window.messages.matters


def test_skipping_keeps_nothing(opened: App) -> None:
    tick(opened, Condition.HEART)
    opened.press(K.Key_Escape)
    assert opened.coach.cramp.memory.answers == frozenset()


def test_an_answer_the_settings_hold_is_not_lost(opened: App) -> None:
    opened.coach.settings.set("conditions", ["woken"])
    tick(opened, Condition.HEART)
    opened.click(check(opened).keep)
    assert opened.coach.cramp.memory.answers == {Condition.HEART, Condition.WOKEN}


def test_new_pain_in_one_calf_opens_stop(opened: App) -> None:
    tick(opened, Condition.NEW_PAIN)
    assert opened.page() is Page.STOP
    opened.click(opened.window.stop_screen.back_button)
    assert opened.page() is Page.CHECK
    assert Condition.NEW_PAIN in opened.coach.cramp.memory.answers


def test_what_does_not_suit_is_left_out_and_said(opened: App) -> None:
    before = len(opened.coach.library.routine("full-session").steps)
    tick(opened, Condition.FALLS)
    opened.click(check(opened).keep)
    player = opened.window.play("full-session")
    routine = player.timeline.routine
    assert len(routine.steps) < before
    assert "left out: you ticked dizziness or falls" in routine.before
    assert routine.before in opened.window.player_screen.body.before.text()


def test_a_card_says_how_much_is_left_out(opened: App) -> None:
    tick(opened, Condition.FALLS)
    opened.click(check(opened).keep)
    grid = opened.window.home.grid
    assert grid is not None
    card = next(card for card in grid.model().cards if card.id == "full-session")  # type: ignore[attr-defined]
    assert "left out" in card.when
