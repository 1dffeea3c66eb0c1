"""The one place where parts are built and joined.

Each function imports what it joins, so that no command waits for another one's parts.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from coach.app.wish import Wish
from coach.content.resources import find_resources
from coach.core.words import _
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.app.data import OwnData
    from coach.app.diary import AppDiary
    from coach.app.keeping_awake import Awake
    from coach.app.settings import SettingsController
    from coach.app.trace import Trace
    from coach.app.voice_port import Voice, VoiceState
    from coach.content.library import Library
    from coach.content.problem import Problem
    from coach.content.relief import ReliefShelf
    from coach.content.shelf import FigureShelf
    from coach.core.routine import Routine
    from coach.desktop.doorman import Doorman
    from coach.desktop.errand import Errand
    from coach.desktop.pipe import PipeDoorman
    from coach.desktop.report import Report
    from coach.desktop.single import Claim
    from coach.ui.window import MainWindow
    from coach.voice.launch import Launch

SETTLED_MS = 1500
"""From the first picture until the app does what nobody waits for."""

PAUSE_MS = 20
"""Between two steps of it."""


class CannotDrawError(Exception):
    """A picture cannot be drawn; the text says why."""


class CannotSpeakError(Exception):
    """A text cannot be spoken; the text says why."""


@cache
def library() -> Library:
    """Return what can be played, read once."""
    from coach.content.library import load_library  # relief does without

    folders = find_folders()
    return load_library(find_resources(), folders.data, folders.cache / "library.json")


def _reload_library() -> Library:
    library.cache_clear()
    return library()


def _draw_sheet(routine: Routine, paper: str) -> bytes:
    from coach.ui.sheet.paper import Paper
    from coach.ui.sheet.printing import draw_sheet

    return draw_sheet(routine, figure_shelf(), _relief_shelf().texts(), Paper[paper.upper()])


def figure_shelf() -> FigureShelf:
    """Return the moving pictures."""
    from coach.content.shelf import FigureShelf

    folders = find_folders()
    cache_file, pictures = folders.cache / "figures.json", folders.data / "pictures"
    return FigureShelf(find_resources().figures, cache_file, pictures)


def has_display() -> bool:
    """Whether a window can be opened."""
    from coach.desktop.display import find_display

    return find_display().works


def open_window(wish: Wish, claim: Claim) -> int:
    """Open the app's window and return the exit status when it is closed.

    `claim` says that this process is the app; what others ask of it is done in this window.
    """
    trace = _open_trace(wish)
    if trace is None or not _can_open_window():
        return 1
    from coach.desktop.bus import start_no_bus

    start_no_bus()
    gc.disable()  # nothing made on the way to the first picture is garbage
    from coach.desktop.imports import plain_imports

    with plain_imports():
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

    application = QApplication(["coach"])
    application.setApplicationName("cramp-coach")
    application.setApplicationDisplayName(_("Cramp Coach"))
    application.setDesktopFileName("cramp-coach")
    from coach.ui.language import speak
    from coach.ui.window import MainWindow

    speak(application)
    coach = build_coach(wish, trace)
    figures = figure_shelf()
    cramp = (wish.muscle, wish.place, wish.side) if wish.screen == "cramp" else None
    window = MainWindow(coach, figures, cramp=cramp)
    _show(window, wish)
    QTimer.singleShot(0, _collect_garbage_from_now)
    QTimer.singleShot(0, window, lambda: _let_others_in(claim, window, coach, trace))
    QTimer.singleShot(SETTLED_MS, window, lambda: _settle_in(window, figures))
    _set_up_faults(window.report_fault)
    try:
        return application.exec()
    finally:
        claim.release()
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
        return run(coach, coach.play(wish.routine, speed=wish.speed), stream=sys.stdout)
    finally:
        coach.close()


def build_coach(wish: Wish, trace: Trace) -> Coach:
    """Join the controller's parts."""
    from coach.app.clock import SystemClock
    from coach.app.coach import Coach, Parts

    trace.write("start")
    return Coach(
        Parts(
            library=library,
            clock=SystemClock(),
            trace=trace,
            make_voice=_make_voice,
            make_diary=_make_diary,
            make_awake=_make_awake,
            settings=_settings(),
            stop_rules=_stop_rules,
            opening_texts=_opening_texts,
            make_own_data=_make_own_data,
            make_relief=_relief_shelf,
            user_folder=find_folders().data,
            reload_library=_reload_library,
            draw_sheet=_draw_sheet,
            facts=_facts,
            voice_facts=_voice_facts,
        )
    )


def check(file: Path) -> list[Problem]:
    """Return what is wrong with a routine or exercise file."""
    from coach.content.check import check_file

    return list(check_file(file, library(), find_folders().data / "pictures"))


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
    from coach.ui.figure.reel import still_of

    _application = QGuiApplication(["coach"])
    exercise = library().exercises.get(name)
    shelf = figure_shelf()
    try:
        if exercise and exercise.picture:
            mirrored = exercise.mirror_picture and side == "left"
            image = still_of(shelf.picture_file(exercise.picture), size, mirrored=mirrored)
        else:
            motion = shelf.motion(exercise.figure if exercise and exercise.figure else name)
            image = render(motion, side=side, at=at, theme=theme, size=size)
    except ContentError as error:
        message = _("there is no picture of “{name}”: {error}").format(name=name, error=error)
        raise CannotDrawError(message) from error
    writer = QImageWriter(str(out), b"png")
    if not writer.write(image):
        raise OSError(f"{out}: {writer.errorString()}")


def say(text: str, out: Path) -> None:
    """Speak into a WAV file, with the person's voice, in the language of the app's texts.

    Raises:
        CannotSpeakError: There is no voice here.
        OSError: The file cannot be written.
    """
    from coach.content.settings import load_settings, spoken_language
    from coach.voice.messages import Settings
    from coach.voice.render import RenderError, render_to_file

    now, _problems = load_settings(find_folders().config / "settings.json")
    spoken = Settings(now.voice, now.rate, 1.0, spoken_language(now))
    try:
        render_to_file(text, out, settings=spoken)
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


def _facts() -> list[tuple[str, str]]:
    from coach.desktop.doctor import installation

    return [(check.name, check.text) for check in installation(find_folders())]


def _voice_facts() -> list[tuple[str, str]]:
    from coach.desktop.doctor import voice_of
    from coach.voice.render import probe

    return [(check.name, check.text) for check in voice_of(probe(_voice_launch()))]


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


FAREWELL_MS = 2500
"""`--once` leaves so long after the finish: its chime and its words are heard to their end."""


def _show(window: MainWindow, wish: Wish) -> None:
    if wish.screen == "player":
        _play(window, wish)
    window.show()


def _play(window: MainWindow, wish: Wish) -> None:
    from PySide6.QtCore import QTimer

    from coach.app.playing import FASTEST_SPOKEN

    player = window.play(wish.routine, speed=wish.speed)
    if wish.once:
        spoken = player.speed <= FASTEST_SPOKEN
        wait = FAREWELL_MS if spoken else 0
        player.finished.connect(lambda _finished: QTimer.singleShot(wait, window.close))


def _settle_in(window: MainWindow, figures: FigureShelf) -> None:
    """Do what can wait until the pictures of the first screen are drawn."""
    from PySide6.QtGui import QIcon

    from coach.desktop.entry import enter_menu
    from coach.desktop.memory import give_back
    from coach.ui.unseen import Unseen

    figures.keep()
    Unseen(window).away.connect(give_back)
    _in_pauses(window, chain(figures.check_ahead(), _relief_shelf().check_ahead()))
    assets = find_resources().assets
    icon = QIcon()
    for file in (assets / "desktop").glob("*.png"):  # to read the SVG would take 2 MB
        icon.addFile(str(file))
    window.setWindowIcon(icon)
    if assets.parent.name == "_data":  # installed, not a checkout
        enter_menu(assets / "desktop" / "cramp-coach.svg")


def _in_pauses(window: MainWindow, steps: Iterator[None]) -> None:
    """Take one step after the other, with time for everything else in between.

    What brings the rules of the files into memory, 11 MB, is thereby done with at the first start.
    """
    from PySide6.QtCore import QTimer

    timer = QTimer(window, interval=PAUSE_MS)

    def step() -> None:
        if next(steps, timer) is timer:
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(step)
    timer.start()


def _let_others_in(claim: Claim, window: MainWindow, coach: Coach, trace: Trace) -> None:
    """Do what a second process asks for in this window."""
    doorman: Doorman | PipeDoorman
    if claim.door is not None:
        from coach.desktop.doorman import Doorman

        doorman = Doorman(claim.door, window)
    elif claim.address:
        from coach.desktop.pipe import PipeDoorman

        doorman = PipeDoorman(claim.address, window)
    else:
        return
    doorman.asked.connect(lambda errand: _do(errand, window, coach, trace))


def _do(errand: Errand, window: MainWindow, coach: Coach, trace: Trace) -> None:
    from coach.desktop.front import bring_to_front
    from coach.ui.message import Message

    wish = errand.wish
    try:
        if wish.trace is not None:
            trace.also(wish.trace)
        if wish.screen == "cramp":
            window.open_cramp(wish.muscle, wish.place, wish.side)
        elif wish.screen == "player":
            if not coach.library.can_play(wish.routine):
                coach.reload_library()  # its file may have come after this window
            window.play(wish.routine, speed=wish.speed)
    except OSError as error:
        text = _("{file}: the trace cannot be written: {reason}")
        text = text.format(file=wish.trace, reason=error.strerror)
        remedy = _("Everything else was done. Name a file in a folder that you can write to.")
        window.messages.tell("asked", Message(text, remedy))
    except KeyError:
        text = _("There is no routine “{name}” here.").format(name=wish.routine)
        remedy = _("See which there are with: coach list")
        window.messages.tell("asked", Message(text, remedy))
    bring_to_front(window, errand.token)


def _set_up_faults(show: Callable[[str], None]) -> None:
    from PySide6.QtCore import QTimer

    from coach.desktop.crash import catch_faults

    # The log is opened once the first picture is there.
    QTimer.singleShot(0, lambda: catch_faults(find_folders().log, show))


def _settings() -> SettingsController:
    from coach.app.settings import SettingsController
    from coach.content.settings import load_settings, save_settings

    file = find_folders().config / "settings.json"
    settings, problems = load_settings(file)
    return SettingsController(
        settings, problems=problems, save=lambda settings: save_settings(file, settings)
    )


def _stop_rules() -> str:
    """Return what is said once; the screens tell what is wrong with its file."""
    from coach.content.problem import ContentError

    shelf = _relief_shelf()
    try:
        rules = shelf.texts().stop_rules
    except ContentError:
        return ""
    shelf.keep()
    return rules


def _opening_texts() -> tuple[str, ...]:
    """Return the first words for each muscle, of a cramp in bed, where most come."""
    from coach.content.problem import ContentError
    from coach.core.relief import CRAMP_MUSCLES, Place, opening_texts

    shelf = _relief_shelf()
    try:
        protocols = tuple(shelf.protocol(muscle, Place.BED) for muscle in CRAMP_MUSCLES)
    except ContentError:
        return ()
    shelf.keep()
    return opening_texts(protocols)


@cache
def _relief_shelf() -> ReliefShelf:
    from coach.content.relief import ReliefShelf

    return ReliefShelf(find_resources(), find_folders().cache / "relief.json")


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


def _make_diary(report: Callable[[str], None]) -> AppDiary:
    from coach.store.diary import SqliteDiary

    return SqliteDiary(find_folders().data / "diary.db", report)


def _make_own_data() -> OwnData:
    from coach.app.data import OwnData, Roots

    folders = find_folders()
    return OwnData(Roots(folders.data, folders.config, (folders.cache, folders.log)))


def _make_awake() -> Awake:
    from coach.desktop.awake import ScreenAwake

    return ScreenAwake()
