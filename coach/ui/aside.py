"""The player aside: in a small window, while the large one is out of the way."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.app.coach import Coach
from coach.ui.first_paint import FirstPaint
from coach.ui.pages import Page

if TYPE_CHECKING:  # made when it is first wanted
    from coach.ui.icons import Icons
    from coach.ui.mini.window import MiniWindow
    from coach.ui.pictures import Figures
    from coach.ui.window import MainWindow

SHOWN_AS = "mini"
"""The name the trace knows it by."""


class Aside(QObject):
    """Exchanges the large window for the small one, and back."""

    def __init__(self, window: MainWindow, coach: Coach, icons: Icons, figures: Figures) -> None:
        """Make nothing yet."""
        super().__init__(window)
        self._window = window
        self._coach = coach
        self._icons = icons
        self._figures = figures
        self.is_on = False

    @cached_property
    def mini(self) -> MiniWindow:
        """The small window."""
        from coach.ui.mini.window import MiniWindow

        mini = MiniWindow(self._window.theme, self._icons, self._figures)
        mini.back_wanted.connect(self._go_back)
        mini.cramp_wanted.connect(self._window.open_cramp)
        mini.mute_wanted.connect(self._window.toggle_mute)
        mini.corner_changed.connect(lambda corner: self._coach.settings.set("small_corner", corner))
        return mini

    def reword(self) -> None:
        """Make the small window anew when it is next wanted: in another language."""
        mini = self.__dict__.pop("mini", None)
        if mini is not None:
            mini.leave()
            mini.deleteLater()

    def begin(self) -> None:
        """Show what plays in the small window, in the corner where it was last."""
        window, player = self._window, self._window.playing
        if self.is_on or window.page is not Page.PLAYER or player is None:
            return
        self._geometry = window.saveGeometry()
        self.is_on = True
        mini, screen = self.mini, window.screen()
        FirstPaint(mini, lambda: self._coach.screen_shown(SHOWN_AS))
        window.hide()
        mini.follow(player)
        mini.place(self._coach.settings.now.small_corner, screen)
        mini.show()
        mini.raise_()
        mini.activateWindow()

    def end(self) -> None:
        """Show the large window again, whatever it shows now."""
        if not self.is_on:
            return
        self.is_on = False
        self._window.restoreGeometry(self._geometry)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self.mini.leave()
        self.mini.hide()

    def turn_to(self, page: Page) -> None:
        """The end is told in the small window; all else is for the large one."""
        if page is not Page.END:
            self.end()

    def close(self) -> None:
        """Take the small window away for good."""
        self.is_on = False
        if "mini" in self.__dict__:
            self.mini.leave()
            self.mini.close()  # a window that is only deleted ends no app, though it is the last
            self.mini.deleteLater()

    def _go_back(self) -> None:
        if self.is_on:
            self.end()
            if self._window.page is Page.PLAYER:
                self._window.show_page(Page.PLAYER)
