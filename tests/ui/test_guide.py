"""Help, About and Why this?: a sheet beside what goes on, that hides nothing one needs."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRect, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.core.exercise import Strength
from coach.core.playback import PlaybackState
from coach.core.relief import ReliefState
from coach.ui.guide.about import AboutPage
from coach.ui.guide.help import HelpPage
from coach.ui.guide.sheet import Sheet
from coach.ui.guide.shortcuts import groups_of
from coach.ui.guide.why import WhyPage, strength_meaning, strength_text
from coach.ui.pages import Page
from tests.ui.conftest import App
from tests.ui.editor_app import CTRL, Desk, desk, open_desk
from tests.ui.test_fits import LEAST, NARROW, WIDE

__all__ = ["desk", "open_desk"]


def sheet(app: App) -> Sheet:
    found = app.window.guide.sheet
    assert found is not None
    return found


def press(
    app: App, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key in the window, which shortcuts want to be the active one."""
    app.window.activateWindow()
    app.settle()
    app.press(key, modifiers)


def open_help(app: App) -> HelpPage:
    press(app, Qt.Key.Key_F1)
    app.settle()
    content = sheet(app).content
    assert isinstance(content, HelpPage)
    return content


def place(app: App, part: QWidget) -> QRect:
    return QRect(part.mapTo(app.window, part.rect().topLeft()), part.size())


def covered(app: App, part: QWidget) -> bool:
    return sheet(app).geometry().intersects(place(app, part))


# -- the sheet -------------------------------------------------------------------------------


def test_f1_shows_the_keys_of_this_screen_and_escape_gives_the_focus_back(app: App) -> None:
    before = app.window.focusWidget()
    content = open_help(app)
    shown = [row.text() for row in content.rows]
    listed = [shortcut.text for group in groups_of(Page.HOME) for shortcut in group.shortcuts]
    assert shown == listed
    assert app.window.focusWidget() is sheet(app).title
    press(app, Qt.Key.Key_Escape)
    assert app.window.guide.sheet is None
    assert app.window.focusWidget() is before
    assert app.page() is Page.HOME


def test_f1_again_and_the_question_mark_put_it_away(app: App) -> None:
    open_help(app)
    press(app, Qt.Key.Key_F1)
    assert app.window.guide.sheet is None
    app.click(app.window.tops.help)
    assert sheet(app).kind == "help"
    app.click(sheet(app).close_button)
    assert app.window.guide.sheet is None


def test_a_screen_reader_hears_every_key_of_it(app: App) -> None:
    content = open_help(app)
    assert sheet(app).accessibleName() == "Keys of this screen"
    assert "Ctrl+Shift+C: Cramp now." in sheet(app).title.accessibleDescription()
    assert all(row.accessibleName().endswith(f": {row.text()}.") for row in content.rows)


def test_tab_stays_on_the_sheet(app: App) -> None:
    content = open_help(app)
    seen = set()
    for _press in range(4):
        press(app, Qt.Key.Key_Tab)
        focus = app.window.focusWidget()
        assert focus is not None
        assert sheet(app).isAncestorOf(focus)
        seen.add(focus)
    assert seen == {content.learn, content.about, sheet(app).close_button}


def test_help_leads_to_learn_and_to_about(app: App) -> None:
    app.click(open_help(app).about)
    assert sheet(app).kind == "about"
    app.click(open_help(app).learn)
    assert app.page() is Page.LEARN
    assert app.window.guide.sheet is None


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("size", [LEAST, NARROW, WIDE], ids=["least", "narrow", "wide"])
def test_the_sheet_leaves_cramp_now_in_reach(app: App, size: tuple[int, int], factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.settle()
    open_help(app)
    app.settle()
    assert not covered(app, app.window.header)
    assert app.window.rect().contains(sheet(app).geometry())
    assert sheet(app).height() >= 150
    app.click(app.window.header.cramp)
    assert app.page() is Page.CRAMP
    assert app.window.guide.sheet is None


# -- during a cramp --------------------------------------------------------------------------


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("size", [LEAST, NARROW, WIDE], ids=["least", "narrow", "wide"])
def test_help_in_a_cramp_hides_no_stop_and_stops_no_hold(
    app: App, size: tuple[int, int], factor: int
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.open_cramp()
    app.settle()
    screen = app.window.cramp_screen
    open_help(app)
    app.settle()
    assert not covered(app, screen.stop)
    if (size, factor) == (WIDE, 1):
        assert not covered(app, screen.sentence)
        assert not covered(app, screen.beat)
    assert screen.player is not None
    before = screen.player.snapshot().clock
    app.clock.awake += 4
    screen.player.tick()
    assert screen.player.snapshot().clock == pytest.approx(before + 4)
    app.click(screen.stop)
    assert app.page() is Page.STOP
    assert app.window.guide.sheet is None


def test_the_keys_it_names_work_while_it_is_open(app: App) -> None:
    app.window.open_cramp()
    app.settle()
    content = open_help(app)
    assert not content.learn.isVisible()
    assert not content.about.isVisible()
    press(app, Qt.Key.Key_Space)
    player = app.window.cramp_screen.player
    assert player is not None
    assert player.relief.state is ReliefState.AFTERCARE
    press(app, Qt.Key.Key_S)
    assert app.page() is Page.STOP


def test_the_question_for_signs_is_seen_through_help(app: App) -> None:
    app.window.open_cramp()
    app.settle()
    open_help(app)
    player = app.window.cramp_screen.player
    assert player is not None
    for _step in range(20):
        app.clock.awake += 9.1
        player.tick()
    assert player.snapshot().asks
    assert app.window.guide.sheet is None


# -- Why this? -------------------------------------------------------------------------------


def why(app: App) -> WhyPage:
    content = sheet(app).content
    assert isinstance(content, WhyPage)
    return content


@pytest.mark.parametrize("by", ["key", "button"])
def test_why_tells_what_stands_behind_the_exercise_that_plays(app: App, by: str) -> None:
    app.window.play("wall-stretch-5")
    app.settle()
    if by == "key":
        press(app, Qt.Key.Key_W)
    else:
        app.click(app.window.tops.tools.why)
    words = why(app).words
    exercise = app.coach.library.exercises["calf-wall-lean"]
    assert exercise.title in words
    assert strength_text(exercise.strength) in words
    for caution in exercise.cautions:
        assert caution in words
    for source in exercise.sources:
        assert (source.quote or source.reference) in words
    assert "NHS Choices, Leg cramps, 2017." in words
    assert "Read as a copy or report only." in words
    press(app, Qt.Key.Key_W)
    assert app.window.guide.sheet is None


def read_why(app: App, size: tuple[int, int]) -> None:
    """Ask why in a routine that plays in a window of some size."""
    app.window.resize(*size)
    app.window.play("after-workout")
    app.settle()
    press(app, Qt.Key.Key_W)
    app.settle()


@pytest.mark.parametrize("size", [LEAST, NARROW, WIDE], ids=["least", "narrow", "wide"])
def test_the_routine_goes_on_while_one_reads_and_can_be_paused(
    app: App, size: tuple[int, int]
) -> None:
    read_why(app, size)
    assert app.state() is PlaybackState.PLAYING
    before = app.player.snapshot().remaining
    app.turn(3)
    assert app.player.snapshot().remaining == pytest.approx(before - 3)
    screen = app.window.player_screen
    for part in (screen.bar, screen.time_left, screen.controls):
        assert not covered(app, part)
    press(app, Qt.Key.Key_Space)
    assert app.state() is PlaybackState.PAUSED
    assert sheet(app).isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_W, Qt.Key.Key_F1])
def test_pause_stays_in_sight_in_large_text_too(app: App, key: Qt.Key) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.play("after-workout")
    app.settle()
    press(app, key)
    app.settle()
    assert not covered(app, app.window.player_screen.controls)
    assert sheet(app).height() >= 150
    title, cross = sheet(app).title, sheet(app).close_button
    assert abs(place(app, title).top() - place(app, cross).top()) < title.height() / 2


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_the_countdown_moves_out_of_the_way_of_the_sheet(app: App, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    app.window.play("after-workout")
    app.settle()
    body = app.window.player_screen.body
    wide = body.width()
    press(app, Qt.Key.Key_W)
    app.settle()
    for part in (body.stage, body.countdown, body.title, body.before):
        assert not covered(app, part)
        assert app.window.rect().contains(place(app, part))
    assert body.countdown.width() >= 150
    press(app, Qt.Key.Key_W)
    app.settle()
    assert body.width() == wide


@pytest.mark.parametrize("size", [(1100, 760), (1240, 800), WIDE])
def test_the_sheet_covers_all_of_the_words_or_leaves_room_to_read_them(
    app: App, size: tuple[int, int]
) -> None:
    read_why(app, size)
    title, stage = (getattr(app.window.player_screen.body, name) for name in ("title", "stage"))
    words = title.mapTo(app.window, title.rect().topLeft()).x()
    picture = stage.mapTo(app.window, stage.rect().topRight()).x()
    left = sheet(app).x()
    assert picture < left
    assert left <= words or left - words >= 300


def test_every_strength_is_told_in_words_of_its_own() -> None:
    texts = [strength_text(one) for one in Strength]
    meanings = [strength_meaning(one) for one in Strength]
    assert len(set(texts)) == len(set(meanings)) == len(Strength)
    assert "randomised trial" in texts[0]
    for text in (*texts, *meanings):
        assert not re.search(r"\bcures?\b|\bprevents?\b|\[[TGPS]\]", text)


def test_why_in_the_editor_by_button_and_key(desk: Desk) -> None:
    desk.window.resize(*WIDE)
    desk.edit("after-workout")
    desk.screen.steps.choose((2,))
    desk.settle()
    desk.click(desk.screen.side.step.why)
    title = desk.screen.side.step.title.text()
    assert title in why(desk).words
    press(desk, Qt.Key.Key_Escape)
    assert desk.page() is Page.EDITOR
    press(desk, Qt.Key.Key_I, CTRL)
    assert title in why(desk).words


# -- About -----------------------------------------------------------------------------------


def test_about_shows_what_the_doctor_finds_and_copies_it(app: App) -> None:
    from coach import __version__
    from coach.bootstrap.controller import facts

    names = [name for name, _text in facts()]
    assert names[:4] == ["Cramp Coach", "Python", "Qt", "system"]
    texts = ("General guidance.",)
    page = AboutPage(app.window.theme, facts(), lambda: [("voice", "Lark 2")], texts)
    QThreadPool.globalInstance().waitForDone()
    app.settle()
    page.setParent(app.window)
    page.show()
    page.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("General guidance.\n\nCramp Coach: " + __version__)
    assert "PySide6" in copied
    assert "voice: Lark 2" in copied
    assert page.copy.text() == "Copied"
    page.hide()
    page.deleteLater()


@pytest.mark.parametrize("way", ["settings", "learn"])
def test_about_is_reached_from_settings_and_learn(app: App, way: str) -> None:
    if way == "settings":
        app.window.open_settings()
        app.settle()
        app.window.settings_screen.about.click()
    else:
        app.window.guide.open_learn()
        app.settle()
        app.click(app.window.guide.learn_screen.about)
    content = sheet(app).content
    assert isinstance(content, AboutPage)
    assert "It does not diagnose and does not replace medical advice." in content.words
    assert "the evidence is limited" in content.words
    assert "MIT licence" in content.words
    press(app, Qt.Key.Key_Escape)
    assert app.page().value == way
