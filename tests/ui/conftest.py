"""A window whose clock is turned by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.app.coach import Coach
from coach.app.parts import Parts
from coach.app.player import Player
from coach.app.settings import SettingsController
from coach.app.trace import Trace
from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.content.settings import Settings
from coach.content.shelf import FigureShelf
from coach.core.playback import PlaybackState
from coach.core.timeline import Segment
from coach.ui.pages import Page
from coach.ui.screens.setting import OWN_PACE
from coach.ui.window import MainWindow
from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice


@dataclass
class App:
    """The window and everything behind it."""

    window: MainWindow
    coach: Coach
    clock: HandClock
    voice: WrittenVoice
    diary: ListDiary
    trace: Path
    bot: QtBot

    @property
    def player(self) -> Player:
        player = self.window.player_screen.player
        assert player is not None
        return player

    def turn(self, seconds: float) -> None:
        """Let time pass for the routine that plays."""
        self.clock.awake += seconds
        self.player.tick()

    def play_to(self, routine: str, wanted: Callable[[Segment], bool]) -> Segment:
        """Play up to the first segment that is wanted and one second into it."""
        player = self.window.play(routine)
        for segment in player.timeline.segments:
            if wanted(segment):
                self.turn(1)
                return segment
            if segment.waits:
                player.go_on()
            else:
                self.turn(segment.seconds)
        raise AssertionError("no such segment")

    def settle(self) -> None:
        """Let everything find its place."""
        for _turn in range(12):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QCoreApplication.processEvents()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget, in its middle where no place is named."""
        none = Qt.KeyboardModifier.NoModifier
        place = place or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, place)

    def state(self) -> PlaybackState:
        """Return where playing has got to."""
        return self.player.playback.state

    def page(self) -> Page:
        """Return the screen that is shown."""
        return self.window.page


def show(bot: QtBot, window: MainWindow) -> None:
    """Show a window and give it the keyboard."""
    bot.addWidget(window)
    window.show()
    bot.waitExposed(window)
    with bot.waitActive(window):
        window.activateWindow()


def end(window: MainWindow, coach: Coach) -> None:
    """Close a window, and all that is behind it."""
    window.close()
    coach.close()
    coach.deleteLater()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    own = tmp_path_factory.mktemp("own")
    (own / "routines").mkdir()
    (own / "routines" / "own-pace.toml").write_text(OWN_PACE, encoding="utf-8")
    return load_library(find_resources(), own)


@pytest.fixture
def many(library: Library) -> Library:
    """The same routines and a thousand more."""
    card = library.cards["daily-prevention"]
    more = {f"own-{n}": replace(card, id=f"own-{n}", title=f"Routine {n}") for n in range(1000)}
    return replace(library, cards={**library.cards, **more})


Open = Callable[..., App]


@pytest.fixture
def open_app(qtbot: QtBot, library: Library, tmp_path: Path) -> Iterator[Open]:
    opened: list[MainWindow] = []

    def open_(
        content: Library | None = None,
        *,
        shown: bool = True,
        cramp: tuple[str, str, str] | None = None,
    ) -> App:
        clock, voice, diary = HandClock(), WrittenVoice(), ListDiary()
        trace = tmp_path / "trace.jsonl"
        parts = Parts(
            library=content or library,
            clock=clock,
            trace=Trace(trace),
            make_voice=lambda _state, _length: voice,
            make_diary=lambda _tell: diary,
            make_awake=CountedAwake,
            settings=SettingsController(Settings(checked=True)),
        )
        coach = Coach(parts)
        window = MainWindow(coach, FigureShelf(find_resources().figures), cramp=cramp)
        window.theme.set_scheme(Qt.ColorScheme.Light)
        qtbot.addWidget(window)
        opened.append(window)
        if shown:
            window.show()
            qtbot.waitExposed(window)
            window.activateWindow()
            qtbot.wait(1)
        return App(window, coach, clock, voice, diary, trace, qtbot)

    yield open_
    for window in opened:
        end(window, window._coach)


@pytest.fixture
def app(open_app: Open) -> App:
    return open_app()
