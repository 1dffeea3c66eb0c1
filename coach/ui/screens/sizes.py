"""The sizes in which screens are grabbed, and which of them tell anything."""

from __future__ import annotations

SIZES = {
    "wide": (1100, 760),
    "narrow": (480, 900),
    "least": (480, 560),
    "full": (1920, 1080),
    "4k": (3840, 2160),
}
LARGE = ("full", "4k")
"""Sizes that are grabbed at 100 % text only."""

DIALOG = "dialog"
"""What lies over the window, in its middle; full of it tells no more."""

MENU = "menu"
"""A menu is as large as it needs to be, and lies over the window's edge where it has to."""

ITS_OWN_SIZE = "mini"
"""What is as large as it needs to be, whatever the large window is."""

SOME = {"4k": ("player-hold", "player-rest", "end-partly"), 300: ("player", "end", "mini")}
"""What is grabbed in a size or a percentage that is not for every state."""


def is_wanted(state: str, size: str, percent: int) -> bool:
    """Whether a picture tells anything that others do not."""
    if state.startswith(ITS_OWN_SIZE) and size != "wide":
        return False
    if state.startswith(DIALOG) and state.endswith(MENU) and size != "wide":
        return False
    if size in LARGE and (percent > 100 or state.startswith(DIALOG)):
        return False
    return all(state.startswith(SOME.get(which, "")) for which in (size, percent))
