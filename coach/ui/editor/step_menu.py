"""What can be done with the chosen steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coach.core.words import _
from coach.ui.editor.menu import PassingMenu
from coach.ui.editor.session import Session
from coach.ui.editor.steps_view import StepsView


class StepMenu(PassingMenu):
    """Tries, copies, repeats, moves and removes, each with its key."""

    def __init__(
        self, session: Session, steps: StepsView, try_from_here: Callable[[], None], window: QWidget
    ) -> None:
        """Offer what fits what is chosen.

        Args:
            session: What is chosen, and what can be done with it.
            steps: Moves a step.
            try_from_here: Plays the routine from the chosen step.
            window: What the menu lies over.
        """
        super().__init__(window)
        self.addAction(_("Try from here") + "\tF5", try_from_here)
        self.addSeparator()
        self.addAction(_("Duplicate") + "\tCtrl+D", session.duplicate)
        self.addAction(_("Repeat together") + "\tCtrl+G", session.group)
        if len(session.keys) <= 1:
            self.addAction(_("Move up") + "\tAlt+↑", lambda: steps.move_by_key(up=True))
            self.addAction(_("Move down") + "\tAlt+↓", lambda: steps.move_by_key(up=False))
        self.addSeparator()
        self.addAction(_("Remove") + "\t" + _("Delete"), session.remove)
