"""Opens the app's window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.bootstrap.controller import build_coach, open_trace
from coach.bootstrap.own_data import mended
from coach.bootstrap.shelves import figure_shelf
from coach.core.words import _
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.app.trace import Trace
    from coach.app.wish import Wish
    from coach.content.shelf import FigureShelf
    from coach.desktop.single import Claim
    from coach.ui.window import MainWindow

EDITOR_MS = 350
"""From the first picture until the editor is brought into memory: after Cramp now, before anybody
can well have found a routine and opened it."""

SETTLED_MS = 1500
"""From the first picture until the app does what nobody waits for."""

FAREWELL_MS = 2500
"""`--once` leaves so long after the finish: its chime and its words are heard to their end."""


def open_window(wish: Wish, claim: Claim) -> int:
    """Open the app's window and return the exit status when it is closed.

    `claim` says that this process is the app; what others ask of it is done in this window.
    """
    trace = open_trace(wish)
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
    if (what := mended()) is not None:
        _tell(window, *what)
    _show(window, wish)
    QTimer.singleShot(0, _collect_garbage_from_now)
    QTimer.singleShot(0, window, lambda: _let_others_in(claim, window, coach, trace))
    if wish.screen == "home":
        QTimer.singleShot(EDITOR_MS, window, lambda: _bring_editor(window))
    QTimer.singleShot(SETTLED_MS, window, lambda: _settle_in(window, figures))
    _set_up_faults(window.report_fault)
    try:
        return application.exec()
    finally:
        claim.release()
        figures.keep()
        coach.close()


def has_display() -> bool:
    """Whether a window can be opened."""
    from coach.desktop.display import find_display

    return find_display().works


def _can_open_window() -> bool:
    from coach.desktop.display import find_display

    display = find_display()
    if not display.works:
        text = _("no window can be opened: {reason}. Try: coach play ROUTINE --terminal")
        print("coach: " + text.format(reason=display.text), file=sys.stderr)  # noqa: T201
    return display.works


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


def _tell(window: MainWindow, text: str, remedy: str) -> None:
    from coach.ui.message import Message
    from coach.ui.pages import URGENT

    window.messages.set_held_back(held_back=window.page in URGENT)
    window.messages.tell("restore", Message(text, remedy))


def _let_others_in(claim: Claim, window: MainWindow, coach: Coach, trace: Trace) -> None:
    from coach.bootstrap.requests import let_others_in  # once the first picture is there

    let_others_in(claim, window, coach, trace)


def _bring_editor(window: MainWindow) -> None:
    from coach.bootstrap.settling import bring_editor

    bring_editor(window)


def _settle_in(window: MainWindow, figures: FigureShelf) -> None:
    from coach.bootstrap.settling import settle_in

    settle_in(window, figures)


def _collect_garbage_from_now() -> None:
    gc.freeze()  # what the app consists of is never looked at again
    gc.enable()


def _set_up_faults(show: Callable[[str], None]) -> None:
    from PySide6.QtCore import QTimer

    from coach.desktop.crash import catch_faults

    # The log is opened once the first picture is there.
    QTimer.singleShot(0, lambda: catch_faults(find_folders().log, show))
