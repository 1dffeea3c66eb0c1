"""The screens the window can show, and the way back from each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from coach.ui.spot import Spot

if TYPE_CHECKING:
    from coach.ui.window import MainWindow


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


class WaysBack:
    """Remembers where each screen was opened from, and goes back there.

    Attributes:
        spots: What had the focus there.
    """

    def __init__(self, window: MainWindow) -> None:
        """Every way leads home."""
        self._window = window
        self._ways: dict[Page, Page] = {}
        self.spots: dict[Page, Spot] = {}

    def __getitem__(self, page: Page) -> Page:
        """Return where `page` is left for: home where nothing else is known."""
        return self._ways.get(page, Page.HOME)

    def __setitem__(self, page: Page, back: Page) -> None:
        """Remember where `page` is left for."""
        self._ways[page] = back

    def leave_for(self, page: Page) -> bool:
        """Leave what is shown for a side trip; False where it is not opened from here."""
        window = self._window
        if window.page not in SIDE_TRIPS[page]:
            return False
        if window.playing is not None:
            window.playing.pause()
        self[page] = window.page
        if (now := window.focusWidget()) is not None:
            self.spots[page] = Spot(now)
        return True

    def go_back(self) -> None:
        """Leave a side trip for where one came from."""
        window = self._window
        back = self[window.page]
        gone = back is Page.PLAYER and window.playing is None
        spot = self.spots.pop(window.page, None)
        window.show_page(Page.HOME if gone else back)
        if not gone and spot is not None:
            spot.focus(window)
