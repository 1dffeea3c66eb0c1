"""The screens the window can show, and which of them lead to which."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Page(StrEnum):
    """The screens, by the names the trace knows them by."""

    HOME = "home"
    PLAYER = "player"
    END = "end"
    CRAMP = "cramp"
    STOP = "stop"
    CHECK = "check"
    SETTINGS = "settings"
    EDITOR = "editor"
    EXERCISE = "exercise"
    LEARN = "learn"


URGENT: Final = (Page.CRAMP, Page.STOP)
"""Screens that have the whole window for themselves."""

SIDE_TRIPS: Final = {
    Page.SETTINGS: (Page.HOME, Page.PLAYER, Page.END, Page.EDITOR),
    Page.CHECK: (Page.HOME, Page.SETTINGS),
    Page.LEARN: (Page.HOME, Page.PLAYER, Page.END, Page.SETTINGS, Page.EDITOR),
}
"""Screens that are left for where one came from, and from where they are opened.

Whoever has a cramp or looks at the signs to stop for is not led away.
"""
