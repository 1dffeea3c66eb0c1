"""Plays in a terminal."""

from __future__ import annotations

import sys

from coach.app.wish import Wish
from coach.bootstrap.controller import build_coach, open_trace
from coach.desktop.folders import find_folders


def play_in_terminal(wish: Wish) -> int:
    """Play a routine in this terminal and return the exit status."""
    trace = open_trace(wish)
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
