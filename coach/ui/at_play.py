"""Joins the player's screen to what plays: a routine, or one that is being written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.ui.pages import Page

if TYPE_CHECKING:  # made when a routine is first played
    from coach.app.coach import Coach
    from coach.app.player import Player
    from coach.ui.at_end import AtEnd
    from coach.ui.icons import Icons
    from coach.ui.pictures import Figures
    from coach.ui.player.screen import PlayerScreen
    from coach.ui.urgent import Urgent
    from coach.ui.window import MainWindow


class AtPlay(QObject):
    """Makes the player's screen when it is first shown, and knows what it plays."""

    def __init__(
        self,
        window: MainWindow,
        coach: Coach,
        icons: Icons,
        figures: Figures,
        urgent: Urgent,
        at_end: AtEnd,
    ) -> None:
        """Make nothing yet; `urgent` ends relief that goes on, `at_end` shows what was done."""
        super().__init__(window)
        self._window = window
        self._coach = coach
        self._icons = icons
        self._figures = figures
        self._urgent = urgent
        self._at_end = at_end
        self._routine = ""

    @cached_property
    def screen(self) -> PlayerScreen:
        """The screen itself."""
        from coach.ui.player.screen import PlayerScreen

        window = self._window
        screen = PlayerScreen(window.theme, self._icons, self._figures)
        screen.left.connect(self.leave)
        screen.ended.connect(self._end)
        screen.mute_wanted.connect(window.toggle_mute)
        screen.why_wanted.connect(window.guide.toggle_why)
        screen.body.stage.picture_refused.connect(window.tell_of_picture)
        window.add_screen(screen)
        return screen

    @property
    def playing(self) -> Player | None:
        """The routine that plays or is paused."""
        return self.screen.player if "screen" in self.__dict__ else None

    def play(self, routine: str, speed: float = 1.0) -> Player:
        """Start a routine and show it; see `MainWindow.play`.

        Raises:
            KeyError: There is no routine of that id.
        """
        player = self._coach.play(routine, speed=speed)
        self._urgent.end()
        self._routine = routine
        self._show(player, back=Page.HOME)
        return player

    def play_instead(self, routine: str) -> None:
        """Play a routine, or one exercise, in place of one that waits."""
        self.drop()
        self.play(routine)

    def try_out(self, player: Player) -> None:
        """Play a routine that is being written; its end leads back to the editor."""
        self._show(player, back=Page.EDITOR)

    def leave(self) -> None:
        """Stop what plays and go where it was begun; what was done of it is kept."""
        self.drop()
        self._window.show_page(self._window.ways_back[Page.PLAYER])

    def leave_for_home(self) -> None:
        """The same, but go home: there is nothing to go on with where it was begun."""
        self._window.ways_back[Page.PLAYER] = Page.HOME
        self.leave()

    def drop(self) -> None:
        """Stop what plays; what was done of it is kept."""
        if self.playing is not None:
            self.screen.drop()

    def reword(self) -> None:
        """Make the screen anew when it is next shown: in another language."""
        screen = self.__dict__.pop("screen", None)
        if screen is not None:
            screen.deleteLater()

    def _show(self, player: Player, *, back: Page) -> None:
        self._window.ways_back[Page.PLAYER] = back
        self.screen.play(player)
        self._window.show_page(Page.PLAYER)

    def _end(self, player: Player) -> None:
        if self._window.ways_back[Page.PLAYER] is Page.EDITOR:
            self.leave()
            return
        self._at_end.tell(self._routine, player.timeline, player.snapshot())
        self.drop()
        self._window.show_page(Page.END)
