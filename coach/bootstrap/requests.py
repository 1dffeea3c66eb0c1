"""What a second process asks of the one that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.bootstrap.controller import why_no_trace
from coach.core.words import _

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.app.trace import Trace
    from coach.app.wish import Wish
    from coach.desktop.doorman import Doorman
    from coach.desktop.errand import Errand
    from coach.desktop.pipe import PipeDoorman
    from coach.desktop.single import Claim
    from coach.ui.window import MainWindow


def let_others_in(claim: Claim, window: MainWindow, coach: Coach, trace: Trace) -> None:
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

    wish = errand.wish
    _record_too(wish, window, trace)
    if wish.screen == "cramp":
        window.open_cramp(wish.muscle, wish.place, wish.side)
    elif wish.screen == "player":
        _play(wish, window, coach)
    bring_to_front(window, errand.token)


def _record_too(wish: Wish, window: MainWindow, trace: Trace) -> None:
    if wish.trace is None:
        return
    try:
        trace.also(wish.trace)
    except OSError as error:
        remedy = _("Everything else was done. Name a file in a folder that you can write to.")
        _tell(window, why_no_trace(wish, error), remedy)


def _play(wish: Wish, window: MainWindow, coach: Coach) -> None:
    from coach.ui.in_front import clear_front

    if not coach.library.can_play(wish.routine):
        coach.reload_library()  # its file may have come after this window
    try:
        window.play(wish.routine, speed=wish.speed)
        clear_front()
    except KeyError:
        text = _("There is no routine “{name}” here.").format(name=wish.routine)
        _tell(window, text, _("See which there are with: coach list"))


def _tell(window: MainWindow, text: str, remedy: str) -> None:
    from coach.ui.message import Message

    window.messages.tell("asked", Message(text, remedy))
