"""Joins home to what is known of the person: the library, the day, and what is offered there."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coach.core.words import _
from coach.ui.first_paint import FirstPaint
from coach.ui.pages import Page

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.ui.home.finding import Wanted
    from coach.ui.home.screen import HomeScreen
    from coach.ui.pictures import Figures
    from coach.ui.window import MainWindow


class AtHome(QObject):
    """Makes home when it is first shown, and keeps it true."""

    def __init__(self, window: MainWindow, coach: Coach, figures: Figures) -> None:
        """Make nothing yet."""
        super().__init__(window)
        self._window = window
        self._coach = coach
        self._figures = figures
        self._drafts_offered = False
        self._wanted: Wanted | None = None
        coach.library_changed.connect(self.show_library)

    @cached_property
    def screen(self) -> HomeScreen:
        """Home itself."""
        from coach.ui.home.screen import HomeScreen
        from coach.ui.home.suited import suited_library
        from coach.ui.pictures import Pictures

        window, coach = self._window, self._coach
        pictures = Pictures(self._figures)
        screen = HomeScreen(
            window.theme,
            suited_library(coach),
            pictures,
            recent=coach.settings.now.recent,
            left_out=lambda card: coach.left_out(card.exercises),
        )
        pictures.setParent(screen)
        screen.day_wanted.connect(self._tell_day_soon)
        screen.chosen.connect(window.play)
        screen.new.setVisible(coach.user_folder is not None)
        screen.new_wanted.connect(window.new_routine)
        screen.edit_wanted.connect(window.edit_routine)
        screen.menu_wanted.connect(window.show_card_menu)
        if self._wanted is not None:
            screen.finder.ask_for(self._wanted)
        return screen

    def reword(self) -> None:
        """Make home anew when it is next shown: in another language."""
        screen = self.__dict__.pop("screen", None)
        if screen is not None:
            self._wanted = screen.wanted
            screen.deleteLater()

    def show_library(self) -> None:
        """Show what there is now, and how much of it suits the person."""
        from coach.ui.home.suited import suited_library

        if "screen" in self.__dict__:
            self.screen.show_library(suited_library(self._coach))

    def offer_soon(self) -> None:
        """Tell of what waits for the person, once home is painted."""
        QTimer.singleShot(0, self, self._offer)

    def _tell_day_soon(self) -> None:
        """Tell home what was done today; nothing that is painted waits for the diary."""
        FirstPaint(self.screen, lambda: QTimer.singleShot(0, self, self._tell_day))

    def _tell_day(self) -> None:
        if self._window.page is Page.HOME:
            self.screen.show_recent(self._coach.settings.now.recent)
            self.screen.show_done(self._coach.done_today(datetime.now().astimezone()))

    def _offer(self) -> None:
        """What was not saved comes first; the check only where nothing else is told."""
        if self._window.page is not Page.HOME:
            return
        if not self._drafts_offered:
            self._drafts_offered = True
            self._offer_drafts()
        if not self._coach.settings.now.checked and not self._window.messages.matters:
            self._offer_check()

    def _offer_drafts(self) -> None:
        """The editors are only made where something was not saved."""
        folder = self._coach.user_folder
        drafts = folder / "drafts" if folder is not None else None
        if drafts is not None and drafts.is_dir() and any(drafts.iterdir()):
            self._window.workshop.drafts.offer()

    def _offer_check(self) -> None:
        from coach.ui.message import Message

        away = self._coach.cramp.memory.put_check_away

        text = _("A few questions leave out what does not suit you.")
        yes, no = _("Answer them"), _("Not now")
        offer = Message(text, "", yes, self._window.open_check, no, away, sign="info")
        self._window.messages.tell("check", offer)
