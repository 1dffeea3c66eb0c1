"""The routines as a model: one row a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coach.content.library import RoutineCard
from coach.ui.home.wording import card_description


class Cards(QAbstractListModel):
    """Hands out the cards' texts, also to screen readers."""

    def __init__(self, cards: Iterable[RoutineCard], parent: QObject | None = None) -> None:
        """Hold `cards` in this order."""
        super().__init__(parent)
        self.cards = tuple(cards)

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008 as in Qt
    ) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Return one text of a card."""
        card = self.cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return card_description(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.when
        return None


def in_order(cards: Iterable[RoutineCard], recent: Sequence[str]) -> list[RoutineCard]:
    """Return the cards with those last used first; the others keep their order."""
    places = {name: place for place, name in enumerate(recent)}
    return sorted(cards, key=lambda card: places.get(card.id, len(places)))
