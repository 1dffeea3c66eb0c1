"""The button on the card that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from coach.content.library import RoutineCard
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.home.delegate import GAP
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
        """Stand in the upper outer corner of the card's picture: its words stay readable."""
        inset = GAP + Space.XS
        corner = card.topLeft() + QPoint(inset, inset)
        self.setGeometry(mirrored(QRect(corner, self.sizeHint()), card))
        self.show()

    @property
    def text_rect(self) -> QRect:
        """All of it: three dots need no room beside them."""
        return self.rect()

    def sizeHint(self) -> QSize:
        """As wide as it is high."""
        return QSize(self._side, self._side)
