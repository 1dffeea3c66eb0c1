"""The button on the card that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from coach.content.library import RoutineCard
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.mirror import mirrored
from coach.ui.theme import Space, Theme


class MoreButton(Button):
    """Opens the menu of a card: edit, duplicate, export, print.

    Attributes:
        row: Of the card it is on.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Stay hidden; keys do the same on the card itself."""
        super().__init__(theme, "⋯", parent=parent)
        self.row = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_card(self, card: RoutineCard, row: int) -> None:
        """Name what is done with a card."""
        self.row = row
        edit = _("Edit") if card.own else _("Duplicate to edit")
        self.setAccessibleName(_("More about {title}").format(title=card.title))
        self.set_tip(_("{edit}, export, print and more (Menu key)").format(edit=edit))

    def place(self, card: QRect) -> None:
        """Stand in the lower right corner of the card."""
        self.adjustSize()
        size = self.sizeHint()
        corner = card.bottomRight() - QPoint(
            2 * Space.S + size.width(), 2 * Space.S + size.height()
        )
        self.setGeometry(mirrored(QRect(corner, size), card))
        self.show()
