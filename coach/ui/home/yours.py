"""Yours: the person's own routines, those last used first, and the way to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.content.library import RoutineCard
from coach.core.numbers import length_text
from coach.core.words import _
from coach.ui.home.panel import Panel
from coach.ui.home.wording import position_text
from coach.ui.parts.list_row import ListRow, Mark
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

SHOWN = 2
"""So many have a row here; all are among the routines below."""


class Yours(Panel):
    """A few rows that start a routine, and one that begins a new one.

    Attributes:
        new: Begins a new one.
        own: The rows of the first few.
        none: Stands in where there are none.

    Signals:
        chosen: A routine is to be started; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Know of none yet."""
        super().__init__(theme, _("Yours"), parent)
        self.own = [ListRow(theme, Mark.PLAY, self) for _place in range(SHOWN)]
        self._ids: list[str] = []
        self.none = Text(
            Size.BODY,
            _("Nothing yet. Put a routine together from any exercises, your therapist's too."),
            tone="soft",
        )
        self.none.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        self.rows.addWidget(self.none)
        for place, row in enumerate(self.own):
            row.clicked.connect(lambda _on=False, place=place: self.chosen.emit(self._ids[place]))
            self.rows.addWidget(row)
        self.new = ListRow(theme, Mark.PLUS, self)
        self.new.show_words(_("New routine"))
        self.new.setToolTip(_("Make a routine of your own (Ctrl+N)"))
        self.rows.addStretch(1)
        self.rows.addWidget(self.new)  # at the foot, whatever there is above it

    def show_cards(self, cards: Sequence[RoutineCard]) -> None:
        """Show the first of the person's own; `cards` are in the order they are shown in."""
        own = [card for card in cards if card.own]
        self._ids = [card.id for card in own]
        self.none.setVisible(not own)
        for row, card in zip(self.own, own, strict=False):
            facts = f"{length_text(card.seconds)} · {position_text(card.positions)}"
            row.show_words(card.title, facts)
        for place, row in enumerate(self.own):
            row.setVisible(place < len(own))
        more = len(own) > SHOWN
        self.note.set_text(_("{n} in all").format(n=len(own)) if more else "")
