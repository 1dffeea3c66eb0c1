"""What can be done with a routine on home."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coach.app.coach import Coach
from coach.core.words import _
from coach.ui.editor.menu import PassingMenu
from coach.ui.editor.share_menu import ShareMenu


class CardMenu(QObject):
    """Makes the menu of a card.

    Signals:
        play_wanted: The routine is to be played; carries its id, as the others do.
        edit_wanted: It is to be edited.
        copy_wanted: A copy of it is to be edited.
        new_wanted: A routine is to be begun; carries nothing.
        delete_wanted: It is to be deleted.
    """

    play_wanted = Signal(str)
    edit_wanted = Signal(str)
    copy_wanted = Signal(str)
    new_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(self, coach: Coach, share: ShareMenu, window: QWidget) -> None:
        """Show nothing yet.

        Args:
            coach: Knows the routines.
            share: Adds its entries.
            window: What the menu lies over.
        """
        super().__init__(window)
        self._coach = coach
        self._share = share
        self._window = window

    def popup(self, routine: str, place: QPoint) -> None:
        """Show the menu of a routine at a place on the screen."""
        self.menu_of(routine).popup(place)

    def menu_of(self, routine: str) -> QMenu:
        """Return the menu of a routine."""
        own = self._coach.library.cards[routine].own
        menu = PassingMenu(self._window)
        menu.addAction(_("Start"), lambda: self.play_wanted.emit(routine))
        if own:
            menu.addAction(_("Edit"), lambda: self.edit_wanted.emit(routine))
        menu.addAction(_("Duplicate to edit"), lambda: self.copy_wanted.emit(routine))
        menu.addSeparator()
        menu.addAction(_("New routine"), self.new_wanted.emit)
        self._share.add_to(menu, routine)
        if own:
            menu.addSeparator()
            menu.addAction(_("Delete"), lambda: self.delete_wanted.emit(routine))
        return menu
