"""What was not saved: it is offered to go on with, and can be discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.core.words import _, counted
from coach.ui.message import Message, Messages

if TYPE_CHECKING:  # a card's menu does not wait for the editors
    from coach.app.editing import EditorParts
    from coach.content.unsaved import Unsaved


class DraftOffer(QObject):
    """Tells of drafts.

    Signals:
        go_on_wanted: A draft is to be edited; carries the Unsaved.
    """

    go_on_wanted = Signal(object)

    def __init__(self, messages: Messages, parts: EditorParts, parent: QObject) -> None:
        """Read nothing yet.

        Args:
            messages: Where something is told.
            parts: Where the drafts lie.
            parent: Keeps it.
        """
        super().__init__(parent)
        self._messages = messages
        self._parts = parts

    def draft_of(self, routine: str) -> Unsaved | None:
        """Return what was not saved of a routine."""
        drafts, _problems = self._parts.pending()
        return next((one for one in drafts if (one.id, one.kind) == (routine, "routine")), None)

    def withdraw(self) -> None:
        """Offer nothing any longer, as one of them is being edited."""
        self._messages.drop("drafts")

    def offer(self) -> None:
        """Tell of what was not saved when the app ended last, once."""
        drafts, problems = self._parts.pending()
        for problem in problems:
            text = _("A draft can't be read: {problem}.").format(problem=problem)
            remedy = _("Everything else works. Put the file right, or delete it.")
            self._messages.tell("draft", Message(text, remedy))
        if not drafts:
            return
        self._messages.tell("drafts", self._offer_of(drafts[0], len(drafts) - 1))

    def _offer_of(self, newest: Unsaved, more: int) -> Message:
        text = _("You were editing “{title}”.").format(title=newest.title or _("a new routine"))
        remedy = counted(
            "It is not saved yet. {n} more is kept.",
            "It is not saved yet. {n} more are kept.",
            more,
        )
        return Message(
            text,
            remedy if more else _("It is not saved yet."),
            _("Go on"),
            lambda: self.go_on_wanted.emit(newest),
            _("Discard"),
            lambda: self._discard(newest),
            sign="pencil",
        )

    def _discard(self, unsaved: Unsaved) -> None:
        from coach.content.unsaved import forget_unsaved

        try:
            forget_unsaved(unsaved.path)
        except OSError as error:
            text = _("The draft can't be removed: {reason}.")
            text = text.format(reason=error.strerror or error)
            remedy = _("It is still there. Make its folder writable, then discard it again.")
            self._messages.tell("draft", Message(text, remedy))
            return
        self._messages.drop("drafts")
        self._messages.tell(
            "drafts",
            Message(
                _("The draft was discarded."),
                "",
                _("Undo"),
                lambda: self._put_back(unsaved),
                sign="info",
            ),
        )

    def _put_back(self, unsaved: Unsaved) -> None:
        from coach.content.unsaved import keep_unsaved

        try:
            keep_unsaved(self._parts.drafts, unsaved)
        except OSError as error:
            text = _("The draft can't be put back: {reason}.")
            remedy = _("Make its folder writable, then try again.")
            text = text.format(reason=error.strerror or error)
            self._messages.tell("draft", Message(text, remedy))
            return
        self.offer()
