"""Deleting a routine of one's own, and putting it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.app.coach import Coach
from coach.content.problem import ContentError
from coach.core.words import _, joined
from coach.ui.message import Message, Messages

if TYPE_CHECKING:  # a card's menu does not wait for the editors
    from coach.app.editing import EditorParts
    from coach.app.removing import Removed


class Deletion(QObject):
    """Puts routines into the trash; a message offers to undo it.

    Signals:
        deleted: A routine is gone; carries its id.
    """

    deleted = Signal(str)

    def __init__(
        self, coach: Coach, messages: Messages, parts: EditorParts, parent: QObject
    ) -> None:
        """Delete nothing yet.

        Args:
            coach: Knows the routines.
            messages: Where something is told.
            parts: Where the files lie.
            parent: Keeps it.
        """
        super().__init__(parent)
        self._coach = coach
        self._messages = messages
        self._parts = parts

    def delete(self, routine: str) -> None:
        """Put a routine into the trash."""
        from coach.app.removing import remove_own

        title = self._coach.library.cards[routine].title
        try:
            removed = remove_own(self._parts, "routine", routine)
        except (ContentError, OSError) as wrong:
            text = _("“{title}” could not be deleted: {reason}.").format(title=title, reason=wrong)
            remedy = _("It is still there. Make its folder writable, then try again.")
            self._messages.tell("deleted", Message(text, remedy))
            return
        self.deleted.emit(routine)

        text = _("“{title}” was deleted.").format(title=title)
        back = partial(self._put_back, removed)
        message = Message(text, removed.text, _("Undo"), back, sign="info")
        self._messages.tell("deleted", message)

    def _put_back(self, removed: Removed) -> None:
        from coach.app.removing import put_back
        from coach.content.own_files import ChangedOnDiskError

        try:
            put_back(self._parts, removed)
        except (ChangedOnDiskError, OSError) as wrong:
            text = _("It can't be put back: {w}.").format(w=wrong)
            remedy = _("The file is kept: move it back to your routines yourself.")
            self._messages.tell("deleted", Message(text, joined((removed.text, remedy))))
            return
        self._messages.drop("deleted")
