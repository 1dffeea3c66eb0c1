"""Today: the three parts of the day, what each is for and what was done in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.content.library import RoutineCard
from coach.core.day import DayPart, PartOfDay
from coach.core.numbers import length_text
from coach.core.words import _, counted
from coach.ui.home.panel import Panel
from coach.ui.home.wording import part_text
from coach.ui.language import time_of_day
from coach.ui.parts.list_row import ListRow, Mark
from coach.ui.theme import Theme

if TYPE_CHECKING:
    from coach.core.diary import Entry


class Today(Panel):
    """Three rows; each starts the routine it names.

    Signals:
        chosen: A routine is to be started; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Know nothing of the day yet."""
        super().__init__(theme, _("Today"), parent)
        self.parts = {part: ListRow(theme, Mark.OPEN, self) for part in PartOfDay}
        self._routines: dict[PartOfDay, str] = {}
        for part, row in self.parts.items():
            row.clicked.connect(partial(self._choose, part))
            self.rows.addWidget(row)
        self.rows.addStretch(1)

    def show_plan(
        self, plan: Sequence[DayPart], cards: Mapping[str, RoutineCard], now: PartOfDay
    ) -> None:
        """Show the parts of the day; `now` is the one it is."""
        for one in plan:
            row = self.parts[one.part]
            row.setVisible(bool(one.suggested))
            if one.done is not None:
                self._show_done(row, one.part, one.done, cards)
            elif one.suggested:
                self._show_suggested(row, one, cards[one.suggested], now)

    def show_done(self, done: Sequence[Entry]) -> None:
        """Say how much was done."""
        text = counted("{n} routine done", "{n} routines done", len(done)) if done else ""
        self.note.set_text(text)

    def _show_done(
        self, row: ListRow, part: PartOfDay, done: Entry, cards: Mapping[str, RoutineCard]
    ) -> None:
        title = cards[done.routine].title if done.routine in cards else done.title
        self._routines[part] = done.routine if done.routine in cards else ""
        above = _("{part}, {time}").format(part=part_text(part), time=time_of_day(done.started))
        row.show_words(title, above, Mark.DONE)
        row.setAccessibleName(_("{part}: done, {title}").format(part=part_text(part), title=title))

    def _show_suggested(
        self, row: ListRow, one: DayPart, card: RoutineCard, now: PartOfDay
    ) -> None:
        self._routines[one.part] = card.id
        part = part_text(one.part)
        above = f"{part} · {length_text(card.seconds)}"
        row.show_words(card.title, above, Mark.NOW if one.part is now else Mark.OPEN)
        row.setAccessibleName(_("{part}: {title}").format(part=part, title=card.title))

    def _choose(self, part: PartOfDay, *_checked: bool) -> None:
        if routine := self._routines.get(part):
            self.chosen.emit(routine)
