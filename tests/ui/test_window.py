"""The window: Cramp now always in reach, messages with their remedy, nothing left behind."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.library import Library
from coach.content.problem import Problem
from coach.core.diary import EntryState
from coach.core.playback import PlaybackState
from coach.core.relief import ReliefState
from coach.core.timeline import SegmentKind
from coach.desktop.crash import describe
from coach.ui.button import Button
from coach.ui.pages import Page
from coach.ui.report import ReportDialog
from coach.ui.text import Text
from coach.ui.theme import Space
from tests.ui.conftest import App, Open

HOLD = "after-workout"


def shown(app: App) -> list[str]:
    lines = [json.loads(line) for line in app.trace.read_text().splitlines()]
    return [line["screen"] for line in lines if line["event"] == "shown"]


def cramp_keys(app: App) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    app.press(Qt.Key.Key_C, both)


def go_to(app: App, page: Page) -> None:
    if page is Page.PLAYER:
        app.window.play(HOLD)
    elif page is Page.END:
        app.play_to("daily-prevention", lambda segment: segment.kind is SegmentKind.REST)
        app.turn(1000)
    assert app.page() is page


@pytest.mark.parametrize("page", [Page.HOME, Page.PLAYER, Page.END])
@pytest.mark.parametrize("by", ["button", "keys"])
def test_cramp_now_is_in_reach_everywhere(app: App, page: Page, by: str) -> None:
    go_to(app, page)
    button = app.window.header.cramp
    assert button.isVisible()
    assert button.height() >= 44
    if by == "button":
        app.click(button)
    else:
        cramp_keys(app)
    assert app.page() is Page.CRAMP
    screen = app.window.cramp_screen
    assert screen.isVisible()
    assert screen.stop.isVisible()
    assert "STOP" in screen.stop.text()
    app.click(screen.top.way_out)
    assert app.page() is page


@pytest.mark.parametrize("factor", [1, 2, 3])
@pytest.mark.parametrize("page", [Page.HOME, Page.PLAYER, Page.END])
def test_cramp_now_fits_in_the_least_window(app: App, page: Page, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(480, 560)
    go_to(app, page)
    app.bot.wait(1)
    button, header = app.window.header.cramp, app.window.header
    assert button.width() >= button.sizeHint().width()
    assert header.rect().contains(button.geometry())
    assert header.geometry().right() < app.window.width()


def test_in_two_rows_both_end_at_the_same_edge(app: App) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(480, 560)
    app.bot.wait(1)
    header = app.window.header
    tools = [tool for tool in header.findChildren(Button) if tool.isVisible()]
    tools.remove(header.cramp)
    assert tools
    assert header.cramp.y() > max(tool.height() for tool in tools)
    last = max(tool.mapTo(header, tool.rect().topRight()).x() for tool in tools)
    assert last == header.cramp.geometry().right()


def test_in_a_narrow_window_the_players_header_stays_one_row(app: App) -> None:
    app.window.play(HOLD)
    tools = app.window.tops.tools
    assert tools.full_screen.isVisible()
    app.window.resize(480, 560)
    app.bot.wait(1)
    header = app.window.header
    assert header.height() < 2 * header.cramp.height()
    assert tools.mute.isVisible()
    assert tools.small.isVisible()
    assert not tools.full_screen.isVisible()  # F11 does the same
    app.window.theme.set_text_factor(2)  # two rows in any case, so nothing is left out
    app.bot.wait(1)
    assert tools.full_screen.isVisible()


def test_cramp_pauses_the_routine_and_leads_back(app: App) -> None:
    app.window.play(HOLD)
    app.turn(8)
    app.window.open_cramp()
    assert app.state() is PlaybackState.PAUSED
    assert app.window.cramp_screen.top.back.text() == "Back to your routine"
    app.click(app.window.cramp_screen.top.way_out)
    assert app.page() is Page.PLAYER
    assert app.state() is PlaybackState.PAUSED
    assert app.player.snapshot().segment.step == 0


def test_a_routine_that_is_asked_for_ends_relief(app: App) -> None:
    """As from another process: two that speak at once help nobody."""
    for halted in (False, True):
        app.window.open_cramp()
        app.settle()
        screen = app.window.cramp_screen
        if halted:
            app.click(screen.stop)
            assert app.page() is Page.STOP
        app.window.play("daily-prevention")
        assert app.page() is Page.PLAYER
        assert not screen.is_on
        app.window.open_stop()
        app.click(app.window.stop_screen.back_button)
        assert app.page() is Page.PLAYER
        assert not screen.is_on


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # of the platform without a screen
def test_no_dialog_and_no_menu_is_in_the_way_of_relief(app: App) -> None:
    app.window.report_fault("It broke.")
    assert app.window.messages.strip is not None
    app.click(app.window.messages.strip.buttons[0])
    menu = QMenu(app.window)
    menu.addAction("Play")
    menu.popup(QPoint(20, 20))
    assert QApplication.activeModalWidget() is not None
    assert QApplication.activePopupWidget() is menu
    app.window.open_cramp()
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    app.settle()
    app.click(app.window.cramp_screen.easing)
    assert app.window.cramp_screen.now.state is ReliefState.AFTERCARE


def test_each_screen_is_told_once_it_is_painted(app: App) -> None:
    app.bot.waitUntil(lambda: shown(app) == ["home"])
    app.window.open_cramp()
    app.bot.waitUntil(lambda: shown(app) == ["home", "cramp"])
    app.window.play("daily-prevention")
    app.bot.waitUntil(lambda: shown(app)[-1] == "player")
    app.turn(2000)
    app.bot.waitUntil(lambda: shown(app)[-1] == "end")


def test_nothing_is_told_of_a_window_that_was_never_shown(open_app: Open) -> None:
    app = open_app(shown=False)
    app.bot.wait(1)
    assert shown(app) == []


def state(status: VoiceStatus) -> VoiceState:
    return VoiceState(status, "There is nothing to play sound on.", "Connect headphones.")


def test_a_voice_that_is_missing_is_told_with_its_remedy(app: App) -> None:
    app.coach.voice_changed.emit(state(VoiceStatus.NO_DEVICE))
    strip = app.window.messages.strip
    assert strip is not None
    assert strip.isVisible()
    assert strip.text.text() == "There is nothing to play sound on."
    assert strip.remedy.text() == "Connect headphones."
    assert "Connect headphones." in strip.accessibleName()
    app.coach.voice_changed.emit(state(VoiceStatus.READY))
    assert app.window.messages.strip is None


@pytest.mark.parametrize("status", [VoiceStatus.STARTING, VoiceStatus.RESTARTING])
def test_a_voice_that_comes_by_itself_is_not_worth_a_word(app: App, status: VoiceStatus) -> None:
    app.coach.voice_changed.emit(state(status))
    assert app.window.messages.strip is None


@pytest.mark.parametrize("width", [480, 1100])
def test_a_message_is_seen_as_high_as_its_words(app: App, width: int) -> None:
    app.window.resize(width, 760)
    app.coach.voice_changed.emit(
        VoiceState(VoiceStatus.FAILED, "Nothing can be heard. " * 3, "Connect a speaker. " * 3)
    )
    app.settle()
    strip = app.window.messages.strip
    assert strip is not None
    seen = strip.visibleRegion().boundingRect()
    assert seen.size() == strip.size()
    needed = strip.heightForWidth(strip.width()) + Space.S
    assert app.window.messages.height() == needed
    words = strip.text.visibleRegion().boundingRect()
    assert words.height() >= strip.text.heightForWidth(strip.text.width())


def test_a_message_that_was_closed_uncovers_the_one_before(app: App) -> None:
    app.coach.trouble.emit("The diary can't be written.")
    app.coach.voice_changed.emit(state(VoiceStatus.FAILED))
    messages = app.window.messages
    assert messages.matters == ("diary", "voice")
    assert messages.strip is not None
    app.click(messages.strip.close_button)
    assert messages.strip.text.text() == "The diary can't be written."
    app.click(messages.strip.close_button)
    assert not messages.isVisible()


def test_settings_that_are_not_kept_hide_no_diary_that_is_not(app: App) -> None:
    app.coach.trouble.emit("The diary can't be written.")
    app.coach.settings.trouble.emit("The settings could not be kept.\nSee to their folder.")
    messages = app.window.messages
    assert messages.strip is not None
    assert messages.strip.text.text() == "The settings could not be kept."
    assert messages.strip.remedy.text() == "See to their folder."
    app.click(messages.strip.close_button)
    assert messages.strip.text.text() == "The diary can't be written."


EVENING = Problem("/home/ann/routines/evening.toml", "steps[0].reps", "must be at least 1")


def test_a_file_that_cannot_be_used_is_named_with_its_fault_and_its_folder(
    open_app: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    app = open_app(replace(library, problems=(EVENING,)))
    strip = app.window.messages.strip
    assert strip is not None
    said = "evening.toml can't be used: steps[0].reps: must be at least 1."
    assert strip.text.text() == said
    assert strip.message.action == "Open the folder"
    assert strip.message.act is not None
    strip.message.act()
    assert opened == ["/home/ann/routines"]


def test_a_message_told_before_the_window_is_shown_has_its_room(
    open_app: Open, library: Library
) -> None:
    app = open_app(replace(library, problems=(EVENING,)))
    app.settle()
    strip, page = app.window.messages.strip, app.window.messages._page
    assert strip is not None
    assert page is not None
    assert page.viewport().height() >= strip.remedy.geometry().bottom()
    assert page.verticalScrollBar().maximum() == 0


def test_a_file_put_right_is_looked_at_again(open_app: Open, library: Library) -> None:
    app = open_app(replace(library, problems=(EVENING,)))
    strip = app.window.messages.strip
    assert strip is not None
    assert strip.message.other == "Look again"
    assert strip.message.act_other is not None
    app.coach.library = library
    strip.message.act_other()
    assert "files" not in app.window.messages.matters


def test_what_is_told_of_files_follows_them_whoever_reads_them_anew(
    open_app: Open, library: Library
) -> None:
    app = open_app(replace(library, problems=(EVENING,)))
    app.coach.library = replace(library, problems=(replace(EVENING, reason="is unknown"),))
    app.coach.library_changed.emit()
    strip = app.window.messages.strip
    assert strip is not None
    assert strip.text.text() == "evening.toml can't be used: steps[0].reps: is unknown."
    app.coach.library = library
    app.coach.library_changed.emit()
    assert "files" not in app.window.messages.matters
    app.coach.library = replace(library, problems=(EVENING,))
    app.coach.library_changed.emit()
    assert "files" not in app.window.messages.matters


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
def test_several_files_that_cannot_be_used_are_listed(open_app: Open, library: Library) -> None:
    problems = (EVENING, replace(EVENING, file="/home/ann/routines/noon.toml"))
    app = open_app(replace(library, problems=problems))
    strip = app.window.messages.strip
    assert strip is not None
    assert strip.text.text() == "2 files can't be used."
    assert strip.message.act is not None
    strip.message.act()
    from coach.ui.problems import ProblemsDialog

    dialog = app.window.findChild(ProblemsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    shown = [label.text() for label in dialog.findChildren(Text)]
    assert all(str(problem) in shown for problem in problems)
    dialog.close()


def test_a_fault_of_the_app_is_told(app: App) -> None:
    details = describe(ZeroDivisionError("division by zero"))
    app.window.report_fault(details)
    assert app.window.messages.matters == ("fault",)
    strip = app.window.messages.strip
    assert strip is not None
    assert "ZeroDivisionError" not in strip.text.text()  # nobody in pain reads that
    assert strip.message.act is not None
    strip.message.act()
    dialog = app.window.findChild(ReportDialog)
    assert dialog is not None
    app.click(dialog.copy)
    copied = QGuiApplication.clipboard().text()
    assert "Python" in copied
    assert "ZeroDivisionError: division by zero" in copied
    dialog.close()


def test_closing_stops_the_routine_and_keeps_what_was_done(app: App) -> None:
    player = app.window.play("daily-prevention")
    app.turn(60)
    app.window.close()
    assert player.playback.state is PlaybackState.STOPPED
    assert app.diary.entries[0].state is EntryState.STOPPED
    assert app.diary.entries[0].steps_done == 1
    assert not player.is_ticking


def test_an_unknown_routine_changes_nothing(app: App) -> None:
    with pytest.raises(KeyError):
        app.window.play("no-such-routine")
    assert app.page() is Page.HOME


def test_full_screen_and_back(app: App) -> None:
    app.window.play(HOLD)
    app.press(Qt.Key.Key_F11)
    assert app.window.isFullScreen()
    app.press(Qt.Key.Key_Escape)
    assert not app.window.isFullScreen()
    assert app.page() is Page.PLAYER


def test_a_routine_begun_in_full_screen_offers_to_leave_it(app: App) -> None:
    app.press(Qt.Key.Key_F11)
    app.window.play(HOLD)
    button = app.window.tops.tools.full_screen
    assert button.text() == "Leave full screen"
    app.window.open_home()
    app.press(Qt.Key.Key_F11)
    app.window.play(HOLD)
    assert button.text() == "Full screen"


def test_no_window_but_the_one(open_app: Open, library: Library) -> None:
    """A part shown before it is put in its place would flash up as a window of its own."""
    problems = (Problem("evening.toml", "", "is empty"),)
    app = open_app(replace(library, problems=problems))
    app.coach.voice_changed.emit(state(VoiceStatus.FAILED))
    app.window.play("morning-in-bed")
    app.window.open_cramp()
    shown_windows = [window for window in QApplication.topLevelWindows() if window.isVisible()]
    assert shown_windows == [app.window.windowHandle()]
