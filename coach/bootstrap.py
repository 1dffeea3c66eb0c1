"""The one place where parts are built and joined.

Each function imports what it joins, so that no command waits for another one's parts.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.core.words import _
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.app.keeping_awake import Awake
    from coach.app.recorder import Diary
    from coach.app.trace import Trace
    from coach.app.voice_port import Voice, VoiceState
    from coach.content.problem import Problem
    from coach.content.shelf import FigureShelf
    from coach.desktop.report import Report
    from coach.ui.window import MainWindow
    from coach.voice.launch import Launch


class CannotDrawError(Exception):
    """A picture cannot be drawn; the text says why."""


class CannotSpeakError(Exception):
    """A text cannot be spoken; the text says why."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person asked for.

    Attributes:
        screen: The screen to begin with.
        routine: Id of the routine to play, for the player.
        speed: Seconds of the routine in one of the clock.
        once: Close when the routine is over.
        trace: File to record in.
    """

    screen: Literal["home", "player", "cramp"] = "home"
    routine: str = ""
    speed: float = 1.0
    once: bool = False
    trace: Path | None = None


@cache
def library() -> Library:
    """Return what can be played, read once."""
    folders = find_folders()
    return load_library(find_resources(), folders.data, folders.cache / "library.json")


def figure_shelf() -> FigureShelf:
    """Return the moving pictures."""
    from coach.content.shelf import FigureShelf

    return FigureShelf(find_resources().figures, find_folders().cache / "figures.json")


def has_display() -> bool:
    """Whether a window can be opened."""
    from coach.desktop.display import find_display

    return find_display().works


def open_window(wish: Wish) -> int:
    """Open the app's window and return the exit status when it is closed."""
    trace = _open_trace(wish)
    if trace is None or not _can_open_window():
        return 1
    gc.disable()  # nothing made on the way to the first picture is garbage
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication(["coach"])
    application.setApplicationName("cramp-coach")
    application.setApplicationDisplayName(_("Cramp Coach"))
    application.setDesktopFileName("cramp-coach")
    from coach.ui.window import MainWindow

    coach = build_coach(wish, trace)
    figures = figure_shelf()
    window = MainWindow(coach, figures)
    _show(window, wish)
    QTimer.singleShot(0, _collect_garbage_from_now)
    _set_up_faults(window.report_fault)
    try:
        return application.exec()
    finally:
        figures.keep()
        coach.close()


def play_in_terminal(wish: Wish) -> int:
    """Play a routine in this terminal and return the exit status."""
    trace = _open_trace(wish)
    if trace is None:
        return 1
    from PySide6.QtCore import QCoreApplication

    from coach.terminal import run

    application = QCoreApplication(["coach"])
    application.setApplicationName("cramp-coach")
    from coach.desktop.crash import catch_faults

    catch_faults(find_folders().log, lambda text: print(text, file=sys.stderr))  # noqa: T201
    coach = build_coach(wish, trace)
    try:
        return run(coach, coach.play(wish.routine), stream=sys.stdout)
    finally:
        coach.close()


def build_coach(wish: Wish, trace: Trace) -> Coach:
    """Join the controller's parts."""
    from coach.app.clock import SystemClock
    from coach.app.coach import Coach, Parts

    trace.write("start")
    return Coach(
        Parts(
            library=library(),
            clock=SystemClock(),
            trace=trace,
            make_voice=_make_voice,
            make_diary=_make_diary,
            make_awake=_make_awake,
            speed=wish.speed,
        )
    )


def check(file: Path) -> list[Problem]:
    """Return what is wrong with a routine or exercise file."""
    from coach.content.check import check_file

    return list(check_file(file, library()))


def json_schema(kind: Literal["routine", "exercise"]) -> dict[str, Any]:
    """Return a format as a JSON Schema."""
    from coach.content.schema import json_schema

    return json_schema(kind)


def draw_figure(name: str, *, side: str, at: float, theme: str, size: int, out: Path) -> None:
    """Draw one moment of an exercise's picture into a PNG file.

    Raises:
        CannotDrawError: There is no such picture.
        OSError: The file cannot be written.
    """
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display
    from PySide6.QtGui import QGuiApplication, QImageWriter

    from coach.content.problem import ContentError
    from coach.ui.figure.picture import render

    _application = QGuiApplication(["coach"])
    exercise = library().exercises.get(name)
    try:
        motion = figure_shelf().motion(exercise.figure if exercise and exercise.figure else name)
    except ContentError as error:
        message = _("there is no picture of “{name}”: {error}").format(name=name, error=error)
        raise CannotDrawError(message) from error
    image = render(motion, side=side, at=at, theme=theme, size=size)
    writer = QImageWriter(str(out), b"png")
    if not writer.write(image):
        raise OSError(f"{out}: {writer.errorString()}")


def say(text: str, out: Path) -> None:
    """Speak into a WAV file.

    Raises:
        CannotSpeakError: There is no voice here.
        OSError: The file cannot be written.
    """
    from coach.voice.render import RenderError, render_to_file

    try:
        render_to_file(text, out)
    except RenderError as error:
        raise CannotSpeakError(str(error)) from error


def examine() -> Report:
    """Return what works on this machine and what is missing."""
    from coach.desktop.doctor import examine
    from coach.store.diary import SqliteDiary
    from coach.voice.render import probe

    folders = find_folders()
    return examine(
        folders=folders,
        library=library(),
        probe_voice=lambda: probe(_voice_launch()),
        probe_diary=lambda: SqliteDiary.probe(folders.data / "diary.db"),
    )


def _collect_garbage_from_now() -> None:
    gc.freeze()  # what the app consists of is never looked at again
    gc.enable()


def _open_trace(wish: Wish) -> Trace | None:
    from coach.app.trace import Trace

    try:
        return Trace(wish.trace)
    except OSError as error:
        text = _("{file}: the trace cannot be written: {reason}")
        reason = error.strerror or str(error)
        print("coach: " + text.format(file=wish.trace, reason=reason), file=sys.stderr)  # noqa: T201
        return None


def _can_open_window() -> bool:
    from coach.desktop.display import find_display

    display = find_display()
    if not display.works:
        text = _("no window can be opened: {reason}. Try: coach play ROUTINE --terminal")
        print("coach: " + text.format(reason=display.text), file=sys.stderr)  # noqa: T201
    return display.works


def _show(window: MainWindow, wish: Wish) -> None:
    if wish.screen == "cramp":
        window.open_cramp()
    elif wish.screen == "player":
        player = window.play(wish.routine)
        if wish.once:
            player.finished.connect(lambda _finished: window.close())
    window.show()


def _set_up_faults(show: Callable[[str], None]) -> None:
    from PySide6.QtCore import QTimer

    from coach.desktop.crash import catch_faults

    # The log is opened once the first picture is there.
    QTimer.singleShot(0, lambda: catch_faults(find_folders().log, show))


def _voice_launch() -> Launch:
    from coach.voice.launch import Launch

    return Launch(cache=find_folders().cache / "clips", sounds=find_resources().sounds)


def _make_voice(
    tell_state: Callable[[VoiceState], None], tell_length: Callable[[str, float], None]
) -> Voice:
    from coach.voice.client import VoiceClient

    voice = VoiceClient(_voice_launch())
    voice.state_changed.connect(tell_state)
    voice.clip_ready.connect(tell_length)
    return voice


def _make_diary(report: Callable[[str], None]) -> Diary:
    from coach.store.diary import SqliteDiary

    return SqliteDiary(find_folders().data / "diary.db", report)


def _make_awake() -> Awake:
    from coach.desktop.awake import ScreenAwake

    return ScreenAwake()
