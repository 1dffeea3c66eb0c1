"""What else can be done with the routine that is edited."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coach.app.editing import RoutineEditor, SaveStatus
from coach.core.words import _
from coach.ui.editor.menu import PassingMenu
from coach.ui.editor.share_menu import ShareMenu


class RoutineMenu(QObject):
    """Makes the menu under the header's button.

    Signals:
        about_wanted: The routine's own details are to be shown.
        exercise_wanted: An exercise of one's own is to be begun.
        help_wanted: The keys are to be shown.
        delete_wanted: The routine is to be deleted; carries its id.
    """

    about_wanted = Signal()
    exercise_wanted = Signal()
    help_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(self, editor: RoutineEditor, share: ShareMenu, window: QWidget) -> None:
        """Show nothing yet.

        Args:
            editor: What is edited.
            share: Adds its entries.
            window: What the menu lies over.
        """
        super().__init__(window)
        self._editor = editor
        self._share = share
        self._window = window

    def popup(self, button: QWidget) -> None:
        """Show the menu below a button."""
        menu, editor = PassingMenu(self._window), self._editor
        name = editor.id
        menu.addAction(_("About this routine"), self.about_wanted.emit)
        menu.addAction(_("New exercise"), self.exercise_wanted.emit)
        menu.addAction(_("Keys and help (F1)"), self.help_wanted.emit)
        discard = menu.addAction(_("Back to what was saved"), editor.discard)
        discard.setEnabled(editor.state.status is not SaveStatus.CLEAN)
        self._share.add_to(menu, name)
        if name:
            menu.addSeparator()
            menu.addAction(_("Delete this routine"), lambda: self.delete_wanted.emit(name))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
