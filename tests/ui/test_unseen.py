"""What happens while nobody sees the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coach.ui import unseen
from coach.ui.pages import Page
from coach.ui.unseen import Unseen
from tests.ui.conftest import App


@pytest.fixture
def watched(app: App, monkeypatch: pytest.MonkeyPatch) -> Unseen:
    monkeypatch.setattr(unseen, "AWAY_MS", 0)
    return Unseen(app.window)


def is_told(watched: Unseen, app: App, bot: QtBot) -> bool:
    with bot.waitSignal(watched.away, timeout=200, raising=False) as told:
        app.window.hide()
    return bool(told.signal_triggered)


def test_a_window_that_is_hidden_is_away(watched: Unseen, app: App, qtbot: QtBot) -> None:
    assert is_told(watched, app, qtbot)


def test_it_is_back_at_once_and_may_go_again(watched: Unseen, app: App, qtbot: QtBot) -> None:
    assert is_told(watched, app, qtbot)
    app.window.show()
    app.settle()
    assert app.page() is Page.HOME
    assert is_told(watched, app, qtbot)


@pytest.mark.parametrize("page", [Page.PLAYER, Page.CRAMP])
def test_nothing_is_given_up_while_time_passes(
    watched: Unseen, app: App, qtbot: QtBot, page: Page
) -> None:
    if page is Page.PLAYER:
        app.window.play("after-workout")
    else:
        app.window.open_cramp()
    assert not is_told(watched, app, qtbot)


def test_what_is_over_meanwhile_is_given_up_then(
    watched: Unseen, app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unseen, "AGAIN_MS", 0)
    app.window.play("after-workout")
    app.window.hide()
    app.settle()
    with qtbot.waitSignal(watched.away, timeout=2000):
        app.window.open_home()
