"""Choices as small buttons in as many rows as they need: one of several, or any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.ui.parts.chip import Chip, Tick
from coach.ui.parts.flow import Flow
from coach.ui.theme import Theme


class Choice(Flow):
    """One of several.

    Signals:
        chosen: By the person; carries the value.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """Show a chip for each value, none chosen."""
        super().__init__(parent)
        self.chips: dict[str, Chip] = {}
        for value, name in names.items():
            chip = Chip(theme, name, "", self)
            chip.set_dotted(dotted=False)
            chip.chosen.connect(partial(self.chosen.emit, value))
            self.chips[value] = chip
        self.parts = list(self.chips.values())
        theme.changed.connect(self.arrange)

    def show_chosen(self, value: object) -> None:
        """Show which is chosen; none where it has no chip."""
        for one, chip in self.chips.items():
            chip.show_chosen(chosen=one == value)


class Ticks(Flow):
    """Any of several.

    Signals:
        changed: By the person; carries the chosen values in the order they are shown in.
    """

    changed = Signal(object)

    def __init__(
        self, theme: Theme, names: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """Show a chip for each value, none chosen."""
        super().__init__(parent)
        self.chips: dict[str, Tick] = {}
        for value, name in names.items():
            chip = Tick(theme, name, self)
            chip.clicked.connect(self._tell)
            self.chips[value] = chip
        self.parts = list(self.chips.values())
        theme.changed.connect(self.arrange)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen."""
        return tuple(value for value, chip in self.chips.items() if chip.isChecked())

    def show_chosen(self, values: Sequence[str]) -> None:
        """Show which are chosen."""
        for value, chip in self.chips.items():
            chip.setChecked(value in values)

    def _tell(self, *_checked: bool) -> None:
        self.changed.emit(self.chosen)
