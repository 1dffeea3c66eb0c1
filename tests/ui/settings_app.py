"""A window whose settings are kept in a file, opened on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from coach.app.coach import Coach
from coach.app.data import OwnData, Roots
from coach.app.parts import Parts
from coach.app.settings import SettingsController
from coach.app.trace import Trace
from coach.content.library import Library
from coach.content.resources import find_resources
from coach.content.settings import load_settings, save_settings
from coach.content.shelf import FigureShelf
from coach.ui.settings.screen import SettingsScreen
from coach.ui.window import MainWindow
from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice
from tests.ui.conftest import end, show


@dataclass(frozen=True)
class OneVoice:
    id: str
    name: str
    language: str


VOICES = [
    OneVoice("de", "German", "de"),
    OneVoice("en-gb", "English (Great Britain)", "en-gb"),
    OneVoice("en-us", "English (America)", "en-us"),
    OneVoice("fr", "French (France)", "fr"),
    OneVoice("xx", "Esperanza", "bpy"),
]


@dataclass
class Opened:
    """The window on its settings."""

    window: MainWindow
    coach: Coach
    voice: WrittenVoice
    diary: ListDiary
    bot: QtBot
    folder: Path

    @property
    def screen(self) -> SettingsScreen:
        return self.window.settings_screen

    @property
    def settings(self) -> SettingsController:
        return self.coach.settings

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        none = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers or none)

    def tell_voices(self) -> None:
        self.bot.waitUntil(lambda: hasattr(self.voice, "tell_voices"))
        self.voice.tell_voices(VOICES)


OpenSettings = Callable[[], Opened]


@pytest.fixture
def open_settings(qtbot: QtBot, library: Library, tmp_path: Path) -> Iterator[OpenSettings]:
    """Open the app anew on the same files, as at another start."""
    opened: list[Opened] = []

    def open_() -> Opened:
        file = tmp_path / "config" / "settings.json"
        settings, problems = load_settings(file)
        controller = SettingsController(
            settings, problems=problems, save=lambda settings: save_settings(file, settings)
        )
        voice, diary = WrittenVoice(), ListDiary()
        parts = Parts(
            library=library,
            clock=HandClock(),
            trace=Trace(None),
            make_voice=lambda _state, _length: voice,
            make_diary=lambda _tell: diary,
            make_awake=CountedAwake,
            settings=controller,
            make_own_data=lambda: OwnData(Roots(tmp_path / "share", tmp_path / "config")),
        )
        coach = Coach(parts)
        window = MainWindow(coach, FigureShelf(find_resources().figures))
        show(qtbot, window)
        window.open_settings()
        opened.append(Opened(window, coach, voice, diary, qtbot, tmp_path))
        return opened[-1]

    yield open_
    for one in opened:
        end(one.window, one.coach)


@pytest.fixture
def app(open_settings: OpenSettings) -> Opened:
    return open_settings()


def seen(root: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """Yield what is shown of a kind."""
    for widget in root.findChildren(kind):
        if widget.isVisible():
            yield widget
