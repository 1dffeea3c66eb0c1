"""The check at the first start: offered, never in the way, kept, and acted on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from coach.core.caution import Condition
from coach.ui.check.screen import CheckScreen
from coach.ui.window import Page
from tests.ui.conftest import App

K = Qt.Key


def check(app: App) -> CheckScreen:
    return app.window.check_screen


@pytest.fixture
def opened(app: App) -> App:
    app.bot.waitUntil(lambda: app.window._offer is not None)
    app.settle()
    assert app.window._offer is not None
    app.click(app.window._offer.open)
    return app


def tick(app: App, condition: Condition) -> None:
    row = next(row for row in check(app).rows if row.tick.condition is condition)
    app.click(row.box)


def test_it_is_offered_on_home_and_nowhere_in_the_way(app: App) -> None:
    app.bot.waitUntil(lambda: app.window._offer is not None)
    offer = app.window._offer
    assert offer is not None
    assert offer.isVisible()
    assert app.page() is Page.HOME
    app.window.open_cramp()
    assert app.page() is Page.CRAMP
    assert not offer.isVisible()


def test_it_can_be_put_away_for_good(app: App) -> None:
    app.bot.waitUntil(lambda: app.window._offer is not None)
    offer = app.window._offer
    assert offer is not None
    app.settle()
    app.click(offer.away)
    assert not offer.isVisible()
    assert app.coach.settings.now.checked


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
    assert opened.window._offer is not None
    assert not opened.window._offer.isVisible()


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
