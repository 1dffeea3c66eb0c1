"""What the header shows on each screen: its title and its tools."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.gear import Gear
from coach.ui.guide.buttons import Book, HelpButton
from coach.ui.icons import Icons
from coach.ui.pages import Page
from coach.ui.tools import Tools

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.ui.window import MainWindow


class Tops:
    """Makes tools when they are first wanted, and puts them into the header."""

    def __init__(self, window: MainWindow, icons: Icons) -> None:
        """Make nothing yet."""
        self._window = window
        self._icons = icons

    @cached_property
    def gear(self) -> Gear:
        """The button that opens the settings."""
        gear = Gear(self._window.theme, self._icons)
        gear.clicked.connect(self._window.open_settings)
        return gear

    @cached_property
    def book(self) -> Book:
        """The button that opens the pages to read."""
        book = Book(self._window.theme, self._icons)
        book.clicked.connect(self._open_learn)
        return book

    def _open_learn(self) -> None:
        self._window.guide.open_learn()

    @cached_property
    def help(self) -> HelpButton:
        """The button that shows the keys of the screen."""
        button = HelpButton(self._window.theme, self._icons)
        button.clicked.connect(self._window.toggle_help)
        return button

    @cached_property
    def back(self) -> Button:
        """The button that leaves a screen for where one came from."""
        back = Button(
            self._window.theme, _("Back"), weight=Weight.QUIET,
            icons=self._icons, icon="chevron-left",
        )  # fmt: skip
        back.set_tip(_("Back (Esc)"))
        back.clicked.connect(self._window.ways_back.go_back)
        return back

    @cached_property
    def tools(self) -> Tools:
        """The buttons while a routine is shown."""
        window = self._window
        tools = Tools(window.theme, self._icons, window.header)
        tools.close.clicked.connect(window.player_screen.leave)
        tools.mute.clicked.connect(window.toggle_mute)
        tools.why.clicked.connect(window.guide.toggle_why)
        tools.small.clicked.connect(window.aside.begin)
        tools.full_screen.clicked.connect(window.toggle_full_screen)
        return tools

    def show(self, page: Page, *, muted: bool) -> None:
        """Show what belongs to a screen that has a header."""
        window = self._window
        if page in (Page.EDITOR, Page.EXERCISE):
            window.workshop.show_tools(window.header, exercise=page is Page.EXERCISE)
            return
        title, lead, tail = self._parts(page)
        if page is Page.PLAYER:
            self.tools.show_muted(muted=muted)
            self.tools.show_full_screen(full=window.isFullScreen())
        playing = page is Page.PLAYER
        spare = (self.tools.full_screen, self.help) if playing else ()
        window.header.show_tools(title, lead, tail, cramp=True, spare=spare, whole=playing)

    def show_muted(self, *, muted: bool) -> None:
        """Say whether the voice is off, where that is shown."""
        if "tools" in self.__dict__:
            self.tools.show_muted(muted=muted)

    def _parts(self, page: Page) -> tuple[str, list[QWidget], list[QWidget]]:
        """Return title, tools before it and tools behind it."""
        playing = self._window.playing
        if page is Page.PLAYER and playing is not None:
            tools = self.tools
            title = playing.timeline.routine.title
            return (
                title,
                [tools.close],
                [tools.why, tools.mute, tools.small, tools.full_screen, self.help],
            )
        if page is Page.SETTINGS:
            return _("Settings"), [self.back], [self.help]
        if page is Page.LEARN:
            return _("Learn"), [self.back], [self.help]
        if page is Page.HOME:
            return _("Cramp Coach"), [], [self.book, self.help, self.gear]
        return "", [], [self.help]
