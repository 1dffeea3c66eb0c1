"""Shows everything in another language, at once and where the person is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.language import speak_another
from coach.ui.pages import URGENT, Page
from coach.ui.spot import Spot

if TYPE_CHECKING:
    from coach.ui.urgent import Urgent
    from coach.ui.window import MainWindow

WAIT_MS: Final = 1000
"""Between two looks whether a cramp that came in between is over: it is not disturbed."""

DEEPEST: Final = 12
"""As many layouts lie in each other, at most."""

_MADE_ANEW: Final = (
    *("cramp_screen", "stop_screen", "check_screen", "settings_screen"),
    *("tops", "header"),
)
"""What the window makes late, by the names of its attributes."""


class Worded(Protocol):
    """A part that has words on it."""

    def reword(self) -> None:
        """Take them away; they are made anew when they are next wanted."""
        ...


class Rewording(QObject):
    """Has the window's parts made anew; what plays and what is edited in them goes on.

    All of it is done before anything is painted, so that nobody sees an empty window.
    """

    def __init__(self, window: MainWindow, urgent: Urgent, parts: Sequence[Worded]) -> None:
        """Do nothing yet; `parts` are those that the window has from the start."""
        super().__init__(window)
        self._window = window
        self._urgent = urgent
        self._parts = parts

    def begin_soon(self) -> None:
        """Whoever chose it is still being told: nothing may be taken away under their hands."""
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        window = self._window
        if window.page in URGENT:
            QTimer.singleShot(WAIT_MS, self, self._begin)
            return
        self._go_on_where_one_is()
        announce(window, _("Everything is in this language now."))

    def _go_on_where_one_is(self) -> None:
        """What has the focus gets it back, at the same height: nothing moves away under it."""
        window = self._window
        before: QWidget | None = window.focusWidget()
        if before is None:
            self._make_anew()
            return
        spot, height = Spot(before), before.mapTo(window, QPoint(0, 0)).y()
        spot.leave()
        self._make_anew()
        _lay_out()
        if not spot.focus(window) or window.page is not Page.SETTINGS:
            return
        now = spot.find(window)
        if now is not None:
            window.settings_screen.scroll_by(now.mapTo(window, QPoint(0, 0)).y() - height)

    def _make_anew(self) -> None:
        window = self._window
        player = window.player_screen.give_away() if window.playing is not None else None
        settings = window.settings_screen if window.is_made("settings_screen") else None
        for spot in window.ways_back.spots.values():
            spot.leave()
        self._urgent.close()
        late = [getattr(window, name) for name in ("guide", "workshop") if window.is_made(name)]
        for part in (*self._parts, *late):
            part.reword()
        window.forget(*_MADE_ANEW)
        self._speak()
        if window.is_made("messages"):
            window.messages.reword()
        if player is not None:
            window.player_screen.take_over(player)
        if settings is not None and window.page is Page.SETTINGS:
            window.settings_screen.take_over(settings)
        window.show_page(window.page)

    def _speak(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setApplicationDisplayName(_("Cramp Coach"))
        self._window.setWindowTitle(_("Cramp Coach"))
        speak_another(application)


def _lay_out() -> None:
    """Give everything its place now; each turn settles one more of the layouts in each other."""
    for _turn in range(DEEPEST):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
