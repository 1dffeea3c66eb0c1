"""Another language holds at once: everything seen follows, and nothing that goes on is lost."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import coach
from coach.core.playback import PlaybackState
from coach.ui.language import time_of_day
from coach.ui.pages import Page
from coach.ui.parts.option import Option
from coach.ui.person import SURPRISE
from coach.ui.screens.setting import settle
from coach.ui.settings.people import PersonCard
from tests.ui.language_app import (
    FROM_RIGHT,
    MADE_UP,
    ROUTINE,
    Reworded,
    Start,
    app,
    back,
    find_language,
    in_settings,
    locale,
    start,
)
from tests.ui.test_words import fresh_template, is_translated, texts_of

__all__ = ["app", "find_language", "fresh_template", "locale", "start"]


def test_all_is_as_after_a_start_in_that_language_and_back(start: Start) -> None:
    from_right = start(FROM_RIGHT).texts()
    app = start()
    english = app.texts()
    in_settings(app)
    settings = app.texts()
    app.choose(MADE_UP)
    assert not app.english()
    assert app.window.windowTitle().startswith("[")
    app.choose(FROM_RIGHT)
    assert not app.english()
    assert app.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    back(app)
    assert app.window.page is Page.HOME
    assert app.texts() == from_right
    in_settings(app).choose("en")
    assert app.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert app.texts() == settings
    back(app)
    assert app.texts() == english


class Watch(QObject):
    """Notes at which heights of the window an option is painted."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.window, self.name = window, name
        self.heights: list[int] = []
        self.blank = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, PersonCard):
            self.blank += watched.person != SURPRISE and watched.picture is None
        painted = event.type() == QEvent.Type.Paint and isinstance(watched, Option)
        if painted and watched.text() == self.name:  # type: ignore[attr-defined]
            self.heights.append(watched.mapTo(self.window, QPoint(0, 0)).y())  # type: ignore[attr-defined]
        return False


def test_what_was_chosen_stays_where_it_was_under_the_hand(
    app: Reworded, qapp: QApplication
) -> None:
    in_settings(app)
    option = app.row.options[FROM_RIGHT]
    option.setFocus()
    settle(app.window)
    watch = Watch(app.window, FROM_RIGHT)
    qapp.installEventFilter(watch)
    app.choose(FROM_RIGHT)
    qapp.removeEventFilter(watch)
    assert len(set(watch.heights)) == 1, "it moves"
    assert watch.blank == 0, "the drawings flicker"
    now = app.row.options[FROM_RIGHT]
    assert now is not option
    assert app.window.focusWidget() is now
    assert app.window.isActiveWindow()
    assert now.isChecked()


def test_a_screen_reader_is_told_in_the_new_language(
    app: Reworded, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("coach.ui.rewording.announce", lambda _on, text: told.append(text))
    in_settings(app).choose(MADE_UP)
    assert len(told) == 1
    assert is_translated(told[0])
    app.choose(MADE_UP)  # it is that already
    assert len(told) == 1


def test_a_routine_that_waits_goes_on_in_the_new_language(app: Reworded) -> None:
    player = app.window.play(ROUTINE)
    app.clock.awake += 12.5
    player.tick()
    before = player.snapshot()
    routine = player.timeline.routine
    in_settings(app).choose(MADE_UP)
    assert app.window.playing is player
    now = player.snapshot()
    assert (now.state, now.within, now.spent) == (PlaybackState.PAUSED, before.within, before.spent)
    assert (now.segment.index, now.segment.kind) == (before.segment.index, before.segment.kind)
    assert player.timeline.routine.seconds == routine.seconds
    back(app)
    assert app.window.page is Page.PLAYER
    assert not app.english()
    assert app.window.player_screen.controls.pause.text()
    app.voice.said.clear()
    app.press(Qt.Key.Key_Space)
    assert player.playback.state is PlaybackState.PLAYING
    for _second in range(30):
        app.clock.awake += 1
        player.tick()
    assert app.voice.said
    assert not [text for text in app.voice.said if not is_translated(text)]
    app.settle()
    assert not app.english()
    app.press(Qt.Key.Key_F9)
    app.settle()
    small = app.window.aside.mini
    assert not [text for _kind, text in texts_of(small) if not is_translated(text)]
    app.window.aside.end()


def test_the_end_of_a_routine_is_told_anew(app: Reworded) -> None:
    player = app.window.play(ROUTINE)
    while player.playback.state is PlaybackState.PLAYING:
        app.clock.awake += 30
        player.tick()
    app.settle()
    assert app.window.page is Page.END
    in_settings(app).choose(MADE_UP)
    back(app)
    assert app.window.page is Page.END
    assert app.window.end_screen.routine.text().startswith("[")
    assert not app.english()


def test_a_draft_stays_open_with_all_that_can_be_undone(app: Reworded) -> None:
    window = app.window
    window.new_routine()
    session = window.workshop.session
    session.set_routine("title", "X", "Write the name")
    for exercise in ("calf-wall-lean", "heel-raise-standing", "calf-wall-split"):
        session.add(exercise)
    app.settle()
    second = session.draft.steps[1].key
    window.workshop.screen.steps.choose((second,))
    draft, english = session.draft, app.texts()
    in_settings(app).choose(MADE_UP)
    back(app)
    assert window.page is Page.EDITOR
    assert (session.draft, session.keys) == (draft, (second,))
    assert not {text for text in app.english() if text != "X"}
    window.toggle_help()
    app.settle()
    assert window.guide.sheet is not None
    assert not {text for text in app.english() if text != "X"}
    assert window.guide.close_sheet()
    window.workshop.tools.undo.click()
    assert [getattr(step, "exercise", "") for step in session.draft.steps] == [
        "calf-wall-lean", "heel-raise-standing",
    ]  # fmt: skip
    window.workshop.tools.redo.click()
    in_settings(app).choose("en")
    back(app)
    assert session.draft == draft
    window.workshop.screen.steps.choose((second,))
    app.settle()
    assert app.texts() == english


def test_a_search_and_a_message_stay(app: Reworded) -> None:
    window = app.window
    window.home.open_search()
    window.home.finder.search.setText("7")
    app.settle()
    window.report_fault("what went wrong")
    app.settle()
    in_settings(app).choose(MADE_UP)
    assert not app.english()
    strip = window.messages.strip
    assert strip is not None
    assert strip.message.text.startswith("[")
    back(app)
    assert window.home.finder.search.text() == "7"
    assert not app.english()


def test_what_came_of_a_copy_in_another_language_is_told_in_that(
    app: Reworded, tmp_path: Path
) -> None:
    in_settings(app).choose(MADE_UP)
    app.coach.settings.flush()
    data = app.window.settings_screen.data
    assert data is not None
    data.delete_everything()  # the language with it
    app.settle()
    told = app.window.settings_screen.data
    assert told is not None
    assert told is not data
    assert told.told.isVisible()
    assert told.told.text() == "Everything is deleted."


@pytest.mark.parametrize(("voice", "spoken"), [("", "de"), ("anna", "en-GB")])
def test_the_voice_follows_unless_one_was_chosen(app: Reworded, voice: str, spoken: str) -> None:
    settings = app.coach.settings
    settings.set("voice", voice)
    settings.set("language", "en-GB")
    app.coach.voice()
    app.voice.log.clear()
    in_settings(app).choose("de")
    assert f"voice {voice} 165 {spoken}" in app.voice.log
    assert "told" in app.voice.log
    assert QLocale().language() == QLocale.Language.German
    app.choose("en")
    assert QLocale() == QLocale.system()


def test_relief_and_learn_are_in_the_new_language_too(app: Reworded) -> None:
    window = app.window
    window.guide.open_learn()
    app.settle()
    page = window.guide.learn_screen.pages.shown[2]
    window.guide.learn_screen.show_page(page)
    back(app)
    window.open_cramp()
    app.settle()
    window.cramp_screen.drop()
    window.show_page(Page.HOME)
    in_settings(app).choose(FROM_RIGHT)
    back(app)
    window.guide.open_learn()
    app.settle()
    assert window.guide.learn_screen.page.id == page.id
    assert not app.english()
    back(app)
    window.open_cramp()
    app.settle()
    assert not app.english()
    window.open_stop()
    app.settle()
    assert window.page is Page.STOP
    assert not app.english()


def test_nothing_of_the_language_before_is_left_behind(app: Reworded) -> None:
    def number() -> tuple[int, int]:
        app.settle()
        return len(app.window.findChildren(QObject)), len(app.window.theme.children())

    in_settings(app)
    numbers = []
    for _turn in range(3):
        app.choose(MADE_UP)
        app.choose("en")
        numbers.append(number())
    assert numbers[1] == numbers[2]


def test_a_cramp_that_comes_in_between_is_not_disturbed(app: Reworded, qtbot: QtBot) -> None:
    in_settings(app)
    app.coach.settings.set("text_language", MADE_UP)
    app.window.show_page(Page.HOME)
    app.window.open_cramp()
    relief = app.window.cramp_screen.player
    app.settle()
    assert app.window.cramp_screen.player is relief
    app.window.cramp_screen.drop()
    app.window.show_page(Page.HOME)
    qtbot.waitUntil(lambda: not app.english(), timeout=5000)


@pytest.mark.parametrize(
    ("place", "shown"), [("en_US", "2:05 PM"), ("en_GB", "14:05"), ("de_DE", "14:05")]
)
def test_a_time_of_day_is_written_as_where_the_person_lives(place: str, shown: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(place))
    moment = datetime(2026, 3, 4, 14, 5, 59).astimezone()
    assert time_of_day(moment).replace("\N{NARROW NO-BREAK SPACE}", " ") == shown
    QLocale.setDefault(before)


def test_no_time_of_day_is_written_in_one_way_only() -> None:
    """Neither `strftime` nor a format of hours stands where people read."""
    house = Path(coach.__file__).parent
    for folder in ("ui", "core", "terminal", "desktop"):
        for file in (house / folder).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            assert not re.search(r"strftime|%H:%M|hour:0", text), file
