"""STOP: readable at once, the right number, no way out by mistake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from coach.core.caution import StopReason
from coach.core.safety import Urgency
from coach.ui.pages import Page
from coach.ui.stop.screen import StopScreen
from coach.ui.text import Text
from tests.ui.conftest import App
from tests.ui.cramp_app import live, player, screen

K = Qt.Key


@pytest.fixture
def stopped(app: App) -> App:
    app.window.open_cramp()
    app.settle()
    live(app, 30)
    app.press(K.Key_S)
    app.settle()
    return app


def stop(app: App) -> StopScreen:
    return app.window.stop_screen


@pytest.mark.parametrize("key", [K.Key_Escape, K.Key_Space, K.Key_Return, K.Key_N, K.Key_E])
def test_no_key_hit_by_mistake_leads_away(stopped: App, key: Qt.Key) -> None:
    for _time in range(3):
        stopped.press(key)
    assert stopped.page() is Page.STOP


def test_cramp_now_does_not_lead_away_either(stopped: App) -> None:
    stopped.window.open_cramp()
    assert stopped.page() is Page.STOP


def test_none_of_these_goes_back_and_the_clock_has_gone_on(stopped: App) -> None:
    live(stopped, 20)
    within = player(stopped).snapshot().within
    stopped.click(stop(stopped).back_button)
    assert stopped.page() is Page.CRAMP
    assert player(stopped).snapshot().clock == 50
    assert player(stopped).snapshot().within == within
    assert screen(stopped).isVisible()


def test_a_cramp_that_was_stopped_and_went_on_is_one_in_the_diary(stopped: App) -> None:
    stopped.window.stop_screen.back_button.click()
    stopped.settle()
    assert stopped.page() is Page.CRAMP
    assert len(stopped.diary.cramps) == 1


def test_everything_is_in_reach_of_the_keyboard(stopped: App) -> None:
    focused = set()
    for _tab in range(12):
        stopped.press(K.Key_Tab)
        focused.add(stopped.window.focusWidget())
    tabs = list(stop(stopped).tabs.values())
    assert focused == {stop(stopped).back_button, tabs[0]}  # the list that is open
    tabs[0].setFocus()
    for tab in tabs[1:]:
        stopped.press(K.Key_Right)
        assert stopped.window.focusWidget() is tab
        assert tab.isChecked()
    for key, urgency in zip(
        (K.Key_2, K.Key_3, K.Key_1), ("today", "book", "emergency"), strict=True
    ):
        stopped.press(key)
        assert stop(stopped).tabs[Urgency(urgency)].isChecked()


def test_each_list_is_shown_whole(stopped: App) -> None:
    content = stopped.coach.cramp.stop_screen
    for signs in content.lists:
        stop(stopped).show_list(signs.urgency)
        page = stop(stopped).page
        assert page is not None
        shown = {label.text() for label in page.findChildren(Text)}
        for sign in signs.signs:
            assert {sign.notice, sign.may_be, sign.meanwhile} - {""} <= shown


def test_a_sign_that_says_no_more_takes_the_whole_line(stopped: App) -> None:
    stopped.window.resize(1100, 760)
    stop(stopped).show_list(Urgency.BOOK)
    stopped.settle()
    page = stop(stopped).page
    assert page is not None
    for row in page.rows:
        assert row.notice.width() == row.width()
        assert row.notice.height() == row.notice.heightForWidth(row.width())


@pytest.mark.parametrize(
    ("region", "number"),
    [
        ("", "Call your local emergency number"),
        ("uk", "Call 999"),
        ("new-zealand", "Call 111"),
        ("russia", "Call 103 / 112"),
    ],
)
def test_the_number_is_that_of_the_region(app: App, region: str, number: str) -> None:
    app.coach.settings.set("region", region)
    app.window.open_stop()
    page = stop(app).page
    assert page is not None
    assert page.number.text() == number
    assert page.number.isVisibleTo(app.window)


def test_ten_minutes_take_the_whole_window_and_say_so(app: App) -> None:
    app.window.open_cramp()
    app.settle()
    live(app, 600)
    assert app.page() is Page.STOP
    assert "Ten minutes" in stop(app).band.title.text()
    assert app.voice.said[-1] == app.coach.cramp.stop_screen.ten_minutes_voice
    assert not app.window.header.isVisible()


def test_it_opens_from_elsewhere_too_and_goes_back_there(app: App) -> None:
    app.window.play("after-workout")
    app.window.open_stop()
    assert app.page() is Page.STOP
    assert app.voice.said[-1] == app.coach.cramp.stop_screen.voice
    app.click(stop(app).back_button)
    assert app.page() is Page.PLAYER


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("size", [(480, 560), (1100, 760), (1920, 1080)], ids=str)
@pytest.mark.parametrize("reason", StopReason)
def test_the_top_is_whole_without_scrolling(
    app: App, reason: StopReason, size: tuple[int, int], factor: int
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.open_stop()
    stop(app).show_reason(reason, night=False)
    app.settle()
    window = app.window.rect()
    band = stop(app).band
    assert band.title.is_whole
    assert band.text.is_whole
    for part in (band, *stop(app).tabs.values(), stop(app).back_button):
        place = QRect(part.mapTo(app.window, part.rect().topLeft()), part.size())
        assert window.contains(place)
    for button in (*stop(app).tabs.values(), stop(app).back_button):
        assert button.height() >= 64
    for text in stop(app).findChildren(Text):
        if text.isVisible() and text.text():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
            widest = max(text.text().split(), key=len)
            assert text.width() >= QFontMetrics(text.font()).horizontalAdvance(widest), widest
