"""A window whose person keeps files in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.app.coach import Coach
from coach.app.parts import Parts
from coach.app.trace import Trace
from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.ui.editor.exercise_screen import ExerciseScreen
from coach.ui.editor.screen import EditorScreen
from coach.ui.editor.session import Session
from coach.ui.window import MainWindow
from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice
from tests.ui.conftest import App, end

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Desk(App):
    """The app with a folder that things can be kept in."""

    folder: Path

    @property
    def screen(self) -> EditorScreen:
        return self.window.workshop.screen

    @property
    def session(self) -> Session:
        return self.window.workshop.session

    @property
    def form(self) -> ExerciseScreen:
        return self.window.workshop.exercises.screen

    @property
    def total(self) -> str:
        self.session.editor._find()
        return self.screen.top.total.text()

    def edit(self, routine: str) -> EditorScreen:
        self.window.edit_routine(routine)
        self.settle()
        return self.screen

    def write(self, text: str, widget: QWidget | None = None) -> None:
        target = widget or self.window.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def tab_to(self, wanted: QWidget, most: int = 60) -> None:
        """Press Tab until a widget has the focus."""
        for _turn in range(most):
            focus = self.window.focusWidget()
            if focus is wanted or (focus is not None and wanted.isAncestorOf(focus)):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted}")


OpenDesk = Callable[[], Desk]


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    folder = tmp_path / "own"
    opened: list[MainWindow] = []

    def load() -> Library:
        return load_library(find_resources(), folder, tmp_path / "library.json")

    def open_() -> Desk:
        clock, voice, diary = HandClock(), WrittenVoice(), ListDiary()
        parts = Parts(
            library=load,
            clock=clock,
            trace=Trace(tmp_path / "trace.jsonl"),
            make_voice=lambda _state, _length: voice,
            make_diary=lambda _tell: diary,
            make_awake=CountedAwake,
            user_folder=folder,
            reload_library=load,
            draw_sheet=lambda _routine, _paper: b"%PDF-1.4",
        )
        coach = Coach(parts)
        shelf = FigureShelf(find_resources().figures, None, folder / "pictures")
        window = MainWindow(coach, shelf)
        window.theme.set_scheme(Qt.ColorScheme.Light)
        qtbot.addWidget(window)
        opened.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.wait(1)
        desk = Desk(window, coach, clock, voice, diary, tmp_path / "trace.jsonl", qtbot)
        desk.folder = folder
        return desk

    yield open_
    for window in opened:
        end(window, window._coach)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()
