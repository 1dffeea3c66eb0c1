"""A window that can be changed to made-up languages, and what it shows then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.app.coach import Coach
from coach.app.data import OwnData, Roots
from coach.app.parts import Parts
from coach.app.settings import SettingsController
from coach.app.trace import Trace
from coach.content.library import load_library
from coach.content.pseudo import pseudo_language
from coach.content.relief import ReliefShelf
from coach.content.resources import Resources, find_resources
from coach.content.settings import Settings
from coach.content.shelf import FigureShelf
from coach.core.words import Language, find_language_with
from coach.ui.language import speak_another
from coach.ui.screens.setting import settle
from coach.ui.settings.choice import ChoiceRow
from coach.ui.window import MainWindow
from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice
from tests.ui.conftest import App, end, show
from tests.ui.test_words import fresh_template, is_translated, texts_of

__all__ = ["fresh_template"]


MADE_UP, FROM_RIGHT = "qps", "qps-rtl"
ROUTINE = "wall-stretch-5"


class Reworded(App):
    """The app, and what can be done with its language."""

    @property
    def row(self) -> ChoiceRow:
        row = self.window.settings_screen.look.language
        assert row is not None
        return row

    def choose(self, tag: str) -> None:
        """Click a language in the settings."""
        option = self.row.options[tag]
        QTest.mouseClick(option, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
        self.settle()

    def settle(self) -> None:
        settle(self.window)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def texts(self) -> set[tuple[str, str]]:
        """Return all that is seen or read out."""
        return set(texts_of(self.window))

    def english(self) -> set[str]:
        """Return what of it is in English, but for names of languages and of folders."""
        texts = {text for _kind, text in self.texts()} - {FROM_RIGHT}
        return {text for text in texts if "/" not in text and not is_translated(text)}


@pytest.fixture
def locale(tmp_path: Path, fresh_template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with both made-up languages, and German of two texts."""
    folder = tmp_path / "locale"
    german = Catalog("de")
    german.add("Settings", "Einstellungen")
    for tag in (MADE_UP, FROM_RIGHT, "de"):
        file = folder / tag / "LC_MESSAGES" / "cramp-coach.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as out:
            write_mo(out, german)
    monkeypatch.setattr(Resources, "locale", folder)
    return folder


@pytest.fixture
def find_language(locale: Path, fresh_template: Path) -> Callable[[str], Language]:
    from coach.content.languages import find_language

    def find(tag: str) -> Language:
        if tag.startswith(MADE_UP):
            return pseudo_language(fresh_template, tag)
        return find_language(locale, lambda: tag, list)

    return find


Start = Callable[..., Reworded]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, find_language: Callable[[str], Language]
) -> Iterator[Start]:
    """Start the app, in a language that was chosen before."""
    own, resources = tmp_path / "own", find_resources()
    (own / "routines").mkdir(parents=True)
    started: list[Reworded] = []

    def start_(tag: str = "en") -> Reworded:
        find_language_with(lambda: find_language(tag))
        speak_another(qapp)
        clock, voice, diary = HandClock(), WrittenVoice(), ListDiary()
        trace = tmp_path / "trace.jsonl"
        parts = Parts(
            library=lambda: load_library(resources, own),
            clock=clock,
            trace=Trace(trace),
            make_voice=lambda _state, _length: voice,
            make_diary=lambda _tell: diary,
            make_awake=CountedAwake,
            settings=SettingsController(Settings(checked=True, text_language=tag)),
            make_relief=lambda: ReliefShelf(resources),
            make_own_data=lambda: OwnData(Roots(own, tmp_path / "config")),
            user_folder=own,
            reload_library=lambda: load_library(resources, own),
            find_language=find_language,
        )
        coach = Coach(parts)
        window = MainWindow(coach, FigureShelf(resources.figures), reduce_motion=True)
        show(qtbot, window)
        settle(window)
        started.append(Reworded(window, coach, clock, voice, diary, trace, qtbot))
        return started[-1]

    yield start_
    for app in started:
        end(app.window, app.coach)
    find_language_with(Language)
    speak_another(qapp)


@pytest.fixture
def app(start: Start) -> Reworded:
    return start()


def in_settings(app: Reworded) -> Reworded:
    app.window.open_settings()
    app.settle()
    app.window.settings_screen.show_section("look")
    app.settle()
    return app


def back(app: Reworded) -> None:
    app.window.ways_back.go_back()
    app.settle()
