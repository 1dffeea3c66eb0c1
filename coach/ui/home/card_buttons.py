"""The buttons on the card that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.content.library import RoutineCard
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.theme import Space, Theme


class CardButtons(QWidget):
    """Edit, and what else can be done.

    Attributes:
        edit: Edits the person's own routine, or a copy of a shipped one.
        more: Opens the menu.
        row: Of the card they are on.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Stay hidden; keys do the same on the card itself."""
        super().__init__(parent)
        self.row = -1
        self.edit = Button(theme, "")
        self.more = Button(theme, "⋯")
        self.more.setAccessibleName(_("More"))
        self.more.set_tip(_("Export, print and more (Menu key)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for button in (self.edit, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.hide()

    def show_card(self, card: RoutineCard, row: int) -> None:
        """Offer what can be done with a card."""
        self.row = row
        self.edit.set_text(_("Edit") if card.own else _("Duplicate to edit"))
        self.edit.set_tip(
            _("Edit this routine (E)") if card.own else _("Make a copy of your own and edit it (E)")
        )

    def place(self, card: QRect, picture: int) -> None:
        """Stand in the lower right corner of the card's picture."""
        self.adjustSize()
        size = self.sizeHint()
        right = card.right() - Space.S - Space.S
        bottom = card.top() + Space.S + picture - Space.S
        self.setGeometry(
            max(card.left() + 2 * Space.S, right - size.width()),
            bottom - size.height(),
            size.width(),
            size.height(),
        )
        self.show()
