"""The small window: follows what plays, stays where it was put, leads back."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from coach.app.player import Player
from coach.content.settings import ScreenCorner
from coach.core.playback import PlaybackState
from coach.core.timeline import SegmentKind
from coach.ui.mini.places import corner_towards, nearest_corner, place_in
from coach.ui.mini.window import MiniWindow
from coach.ui.pages import Page
from coach.ui.theme import Space
from tests.ui.conftest import App

SCREEN = QRect(1920, 40, 1280, 984)
CONTROL = Qt.KeyboardModifier.ControlModifier


def small(app: App) -> MiniWindow:
    """Play a hold of the right leg in the small window."""
    app.play_to("after-workout", lambda s: s.step == 1 and s.kind.is_work)
    app.settle()
    app.press(Qt.Key.Key_F9)
    app.settle()
    return app.window.aside.mini


def frame_ms(app: App) -> int | None:
    return app.player._ticker._frame_ms


def press(mini: MiniWindow, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL & ~CONTROL) -> None:
    QTest.keyClick(mini.focusWidget() or mini, key, held)


def screens_shown(app: App) -> list[str]:
    lines = [json.loads(line) for line in app.trace.read_text().splitlines()]
    return [line["screen"] for line in lines if line["event"] == "shown"]


# -- what it shows ---------------------------------------------------------------------------


def test_it_shows_what_the_large_one_showed_and_takes_its_place(app: App) -> None:
    mini = small(app)
    assert mini.isVisible()
    assert not app.window.isVisible()
    assert mini.badge.text == "Right leg"
    assert mini.caption.text() == "Right leg. Split-stance calf stretch."
    assert mini.countdown._digits == "29"
    assert mini.stage.has_figure
    assert app.state() is PlaybackState.PLAYING


def test_it_is_above_all_other_windows(app: App) -> None:
    flags = small(app).windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint


def test_where_a_desktop_keeps_none_on_top_it_says_so(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "wayland"))
    mini = small(app)
    assert mini.notice is not None
    assert mini.notice.isVisible()
    assert not mini.windowFlags() & Qt.WindowType.FramelessWindowHint  # its menu has the remedy
    app.click(mini.notice.read)
    assert not mini.notice.isVisible()


def test_it_goes_on_with_the_routine(app: App) -> None:
    mini = small(app)
    while app.player.snapshot().segment.kind is not SegmentKind.CHANGE:
        app.turn(1)
    assert mini.caption.text() == "Change sides. Left leg."
    assert mini.badge.text == "Left leg"
    app.turn(app.player.snapshot().left + 0.5)
    assert mini.countdown._word == "Hold"


def test_voice_trace_and_time_go_on_undisturbed(app: App) -> None:
    mini = small(app)
    before = app.player.snapshot().within
    app.turn(4)
    press(mini, Qt.Key.Key_Escape)
    app.settle()
    assert app.player.snapshot().within == before + 4
    assert app.state() is PlaybackState.PLAYING
    assert not any("silence" in line for line in app.voice.log)
    assert screens_shown(app)[-3:] == ["player", "mini", "player"]


def test_frames_are_for_the_window_that_is_seen(app: App) -> None:
    mini = small(app)
    assert frame_ms(app) is not None
    mini.showMinimized()
    app.settle()
    assert frame_ms(app) is None
    mini.showNormal()
    app.settle()
    assert frame_ms(app) is not None


def test_the_end_is_told_there_and_shown_in_the_large_one(app: App) -> None:
    mini = small(app)
    app.turn(2000)
    assert mini.isVisible()
    assert not app.window.isVisible()
    assert mini.caption.text() == "Done. Well done."
    assert not mini.buttons.pause.isVisible()
    app.click(mini.buttons.large)
    app.settle()
    assert app.page() is Page.END
    assert app.window.isVisible()
    assert not mini.isVisible()
    assert screens_shown(app)[-2:] == ["mini", "end"]


def test_no_window_is_left_when_the_app_ends_there(app: App) -> None:
    mini = small(app)
    # Qt ends an app when its last window was closed: one that is only deleted keeps it alive.
    with app.bot.waitSignal(mini.back_wanted):
        app.window.close()
    assert not mini.isVisible()
    assert not app.window.isVisible()


# -- keys and buttons ------------------------------------------------------------------------


def test_space_pauses_and_goes_on(app: App) -> None:
    mini = small(app)
    press(mini, Qt.Key.Key_Space)
    assert app.state() is PlaybackState.PAUSED
    assert mini.buttons.pause.text() == "Go on"
    assert mini.countdown._word == "Paused"
    app.click(mini.buttons.pause)
    assert app.state() is PlaybackState.PLAYING


@pytest.mark.parametrize("by", ["button", "key"])
def test_skip(app: App, by: str) -> None:
    mini = small(app)
    if by == "button":
        app.click(mini.buttons.skip)
    else:
        press(mini, Qt.Key.Key_Right)
    assert app.player.snapshot().segment.step == 2


@pytest.mark.parametrize("by", ["button", "key"])
def test_what_waits_for_the_person_goes_on(app: App, by: str) -> None:
    app.play_to("own-pace", lambda s: s.waits)
    app.window.aside.begin()
    app.settle()
    mini = app.window.aside.mini
    assert mini.buttons.pause.text() == "Go on"
    if by == "button":
        app.click(mini.buttons.pause)
    else:
        QTest.keyClick(mini, Qt.Key.Key_Space)  # as where no button has the focus
    assert not app.player.snapshot().segment.waits
    assert app.state() is PlaybackState.PLAYING


def test_m_mutes(app: App) -> None:
    press(small(app), Qt.Key.Key_M)
    assert app.coach.muted


@pytest.mark.parametrize("by", ["escape", "f9", "button", "closing"])
def test_it_leads_back(app: App, by: str) -> None:
    mini = small(app)
    ways = {
        "escape": lambda: press(mini, Qt.Key.Key_Escape),
        "f9": lambda: press(mini, Qt.Key.Key_F9),
        "button": lambda: app.click(mini.buttons.large),
        "closing": mini.close,
    }
    ways[by]()
    app.settle()
    assert app.window.isVisible()
    assert not mini.isVisible()
    assert app.page() is Page.PLAYER
    assert app.state() is PlaybackState.PLAYING
    assert frame_ms(app) is not None


@pytest.mark.parametrize("by", ["button", "keys"])
def test_cramp_now_is_in_reach(app: App, by: str) -> None:
    mini = small(app)
    assert mini.buttons.cramp.height() >= 44
    if by == "button":
        app.click(mini.buttons.cramp)
    else:
        press(mini, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    app.settle()
    assert app.page() is Page.CRAMP
    assert app.window.isVisible()
    assert not mini.isVisible()
    assert app.state() is PlaybackState.PAUSED


def test_another_routine_is_shown_in_the_large_one(app: App) -> None:
    mini = small(app)
    player: Player = app.window.play("daily-prevention")
    app.settle()
    assert app.window.isVisible()
    assert not mini.isVisible()
    assert app.player is player


def test_the_large_one_brought_to_the_front_takes_its_place(app: App) -> None:
    mini = small(app)
    app.window.show()
    app.settle()
    assert not mini.isVisible()


def test_there_is_none_where_nothing_plays(app: App) -> None:
    app.press(Qt.Key.Key_F9)
    assert app.window.isVisible()
    assert not app.window.aside.is_on


# -- its place -------------------------------------------------------------------------------


def test_it_lies_in_the_corner_where_it_was_last(app: App) -> None:
    mini = small(app)
    area = mini.screen().availableGeometry()
    assert mini.frameGeometry().bottomRight() == area.bottomRight() - QPoint(Space.M, Space.M)
    press(mini, Qt.Key.Key_Up, CONTROL)
    press(mini, Qt.Key.Key_Left, CONTROL)
    assert mini.pos() == area.topLeft() + QPoint(Space.M, Space.M)
    assert app.coach.settings.now.small_corner is ScreenCorner.TOP_LEFT
    press(mini, Qt.Key.Key_Escape)
    app.settle()
    app.window.aside.begin()
    assert mini.pos() == area.topLeft() + QPoint(Space.M, Space.M)


def test_the_corner_it_was_dragged_to_is_remembered(app: App) -> None:
    mini = small(app)
    mini.move(mini.screen().availableGeometry().topLeft() + QPoint(50, 70))
    app.settle()
    mini._rest.timeout.emit()
    assert app.coach.settings.now.small_corner is ScreenCorner.TOP_LEFT


def test_it_comes_back_when_its_screen_is_taken_away(app: App) -> None:
    mini = small(app)
    mini.move(9000, 9000)
    mini._come_back()
    assert mini.screen().availableGeometry().contains(mini.frameGeometry())


@pytest.mark.parametrize("corner", list(ScreenCorner))
def test_places(corner: ScreenCorner) -> None:
    size = QSize(320, 260)
    window = QRect(place_in(SCREEN, size, corner), size)
    assert SCREEN.contains(window)
    assert nearest_corner(SCREEN, window) is corner


def test_what_is_too_large_begins_where_the_screen_does() -> None:
    place = place_in(SCREEN, QSize(1400, 1200), ScreenCorner.BOTTOM_RIGHT)
    assert place == SCREEN.topLeft()


def test_arrows_lead_from_corner_to_corner() -> None:
    corner = ScreenCorner.BOTTOM_RIGHT
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        corner = corner_towards(corner, key)
    assert corner is ScreenCorner.TOP_LEFT
    assert corner_towards(corner, Qt.Key.Key_A) is corner


@pytest.mark.parametrize("factor", [1, 2, 3])
def test_everything_is_whole_in_it(app: App, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    mini = small(app)
    app.settle()
    caption = mini.caption
    assert caption.height() >= caption.heightForWidth(caption.width())
    buttons = mini.buttons
    for button in (buttons.pause, buttons.skip, buttons.large, buttons.cramp):
        assert button.width() >= button.sizeHint().width()
        assert min(button.width(), button.height()) >= 44
        assert mini.rect().contains(QRect(button.mapTo(mini, QPoint(0, 0)), button.size()))
        assert button.accessibleName()
