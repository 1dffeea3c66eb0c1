"""The way into relief and STOP, and out of them again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coach.ui.in_front import clear_front
from coach.ui.pages import URGENT, Page

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.app.cramp_memory import Choice
    from coach.app.relief import ReliefPlayer
    from coach.core.caution import StopReason
    from coach.ui.window import MainWindow

WARM_AFTER_MS = 250
"""So long after the first screen is shown Cramp now is made ready."""


class Urgent(QObject):
    """Shows the first instruction at once; whatever it need not wait for comes after it."""

    def __init__(self, window: MainWindow, coach: Coach) -> None:
        """Begin nothing yet."""
        super().__init__(window)
        self._window = window
        self._coach = coach
        self._stopped: ReliefPlayer | None = None
        self._joined: ReliefPlayer | None = None
        self._warming = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warming.timeout.connect(self._warm_up)

    # -- relief -------------------------------------------------------------------------------

    def open_cramp(self, muscle: str, place: str, side: str) -> None:
        """Begin relief, or change what it is for; see `MainWindow.open_cramp`."""
        window = self._window
        clear_front()
        if window.page is Page.CRAMP and window.cramp_screen.is_on:
            if muscle or place or side:
                window.cramp_screen.choose(window.cramp_screen.choice.but(muscle, place, side))
            return
        if window.page is Page.STOP and self._stopped is not None:
            return  # the list of signs stays until it has been answered
        window.ways_back[Page.CRAMP] = Page.HOME if window.page is Page.STOP else window.page
        if window.playing is not None:
            window.playing.pause()
        self._begin(self._coach.cramp.memory.choice.but(muscle, place, side))

    def warm_up_soon(self) -> None:
        """Make ready what a click on Cramp now shows, once there is nothing else to do."""
        if not self._window.is_made("cramp_screen") and self._window.isVisible():
            self._warming.start()

    def join(self) -> None:
        """All that the first instruction did not wait for, what is heard and seen first."""
        screen = self._window.cramp_screen
        relief = screen.player
        if relief is None or relief is self._joined:  # shown again after STOP
            return
        self._joined = relief
        self._coach.speak_cramp(relief)
        QTimer.singleShot(0, self, screen.complete)
        QTimer.singleShot(0, self, lambda: self._record(relief))

    def leave_cramp(self) -> None:
        """Go back to the routine that waits, or to where one came from."""
        from coach.core.playback import PlaybackState

        window = self._window
        player = window.playing
        waits = player is not None and player.playback.state is PlaybackState.PAUSED
        back = Page.PLAYER if waits else window.ways_back[Page.CRAMP]
        window.show_page(Page.HOME if back is Page.PLAYER and not waits else back)

    def close(self) -> None:
        """End relief: the window goes."""
        self._warming.stop()
        self.end()

    def end(self) -> None:
        """End relief, halted or not: something else is wanted."""
        self._stopped = None
        if self._window.is_made("cramp_screen"):
            self._window.cramp_screen.drop()

    def _warm_up(self) -> None:
        self._coach.cramp.warm_up()
        self._window.cramp_screen  # noqa: B018 is made by asking for it

    def _begin(self, choice: Choice) -> None:
        window = self._window
        relief = self._coach.begin_cramp(choice)
        relief.stop_raised.connect(lambda reason: self._raise_stop(relief, reason))
        screen = window.cramp_screen
        screen.set_way_back(to_routine=window.playing is not None)
        screen.show_muted(muted=self._coach.muted)
        window.show_page(Page.CRAMP)
        screen.play(relief, hour=datetime.now().astimezone().hour)

    def _record(self, relief: ReliefPlayer) -> None:
        window = self._window
        window.watch_troubles(held_back=window.page in URGENT)  # first: the diary may be in trouble
        if window.cramp_screen.player is relief:
            window.cramp_screen.recorder = self._coach.record_cramp(relief)

    # -- STOP ---------------------------------------------------------------------------------

    def open_stop(self) -> None:
        """Show the signs to stop for; see `MainWindow.open_stop`."""
        from coach.core.caution import StopReason

        window = self._window
        if window.page is Page.CRAMP and window.cramp_screen.player is not None:
            window.cramp_screen.player.stop()
            return
        if window.playing is not None:
            window.playing.pause()
        window.ways_back[Page.STOP] = window.page
        self._show_stop(StopReason.ASKED)
        self._coach.announce(window.stop_screen.spoken)

    def leave_stop(self) -> None:
        """Go back to where one came from; relief that was halted goes on."""
        relief, self._stopped = self._stopped, None
        self._window.show_page(self._window.ways_back[Page.STOP])
        if relief is not None:
            relief.resume()

    def _raise_stop(self, relief: ReliefPlayer, reason: StopReason) -> None:
        self._stopped = relief
        self._window.ways_back[Page.STOP] = Page.CRAMP
        self._show_stop(reason)

    def _show_stop(self, reason: StopReason) -> None:
        window = self._window
        dim = window.is_made("cramp_screen") and window.cramp_screen.theme.is_night
        window.stop_screen.show_reason(reason, night=dim and self._stopped is not None)
        window.show_page(Page.STOP)
