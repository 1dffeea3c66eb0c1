"""Joins the screen after a routine to what was done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coach.core.words import _

if TYPE_CHECKING:  # made when a routine has come to its end
    from coach.app.coach import Coach
    from coach.core.playback import Snapshot
    from coach.core.timeline import Timeline
    from coach.ui.icons import Icons
    from coach.ui.player.end import EndScreen
    from coach.ui.window import MainWindow


class AtEnd:
    """Makes the screen when it is first shown, and tells it what was done."""

    def __init__(self, window: MainWindow, coach: Coach, icons: Icons) -> None:
        """Make nothing yet."""
        self._window = window
        self._coach = coach
        self._icons = icons
        self._done: tuple[str, Timeline, Snapshot] | None = None

    @cached_property
    def screen(self) -> EndScreen:
        """The screen itself."""
        from coach.ui.player.end import EndScreen

        window = self._window
        screen = EndScreen(window.theme, self._icons)
        screen.home.connect(window.open_home)
        screen.again.connect(self._again)
        screen.wanted.connect(window.play)
        self._show(screen)
        return screen

    def tell(self, routine: str, timeline: Timeline, last: Snapshot) -> None:
        """Show what was done.

        Args:
            routine: Id of what was played.
            timeline: What was played.
            last: Its last moment.
        """
        self._done = (routine, timeline, last)
        if "screen" in self.__dict__:
            self._show(self.screen)

    def reword(self) -> None:
        """Make the screen anew when it is next shown: in another language."""
        if self._done is not None:
            routine, timeline, last = self._done
            self._done = (routine, self._coach.reworded(timeline), last)
        screen = self.__dict__.pop("screen", None)
        if screen is not None:
            screen.deleteLater()

    def _again(self) -> None:
        if self._done is None:
            return
        routine, timeline, _last = self._done
        if self._coach.library.can_play(routine):
            self._window.play(routine)
            return
        from coach.ui.message import Message

        text = _("“{title}” can't be played again.").format(title=timeline.routine.title)
        remedy = _("Its file is gone or can't be used. Choose another routine.")
        self._window.messages.tell("again", Message(text, remedy))

    def _show(self, screen: EndScreen) -> None:
        from coach.core.programme import goes_with
        from coach.ui.player.summary import summarise

        if self._done is None:
            return
        routine, timeline, last = self._done
        screen.show_summary(timeline.routine.title, summarise(timeline, last))
        card = self._coach.library.cards.get(goes_with(routine))
        if card is not None:
            screen.suggest(card.id, card.title, card.when)
