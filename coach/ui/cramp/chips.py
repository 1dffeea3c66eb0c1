"""The choices of muscle, place and leg: one of each is on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.core.body import Side
from coach.core.relief import CRAMP_MUSCLES, Place, ReliefSnapshot
from coach.core.words import _
from coach.ui.cramp.words import muscle_name, place_name, side_name
from coach.ui.mirror import mirrored
from coach.ui.parts.chip import Chip
from coach.ui.theme import Space, Theme

T = TypeVar("T", bound=StrEnum)


class Group(QWidget, Generic[T]):
    """The chips of one choice, in as many rows as they need."""

    def __init__(
        self,
        theme: Theme,
        values: Sequence[T],
        name_of: Callable[[T], str],
        keys: Sequence[str],
        parent: QWidget,
    ) -> None:
        """Make a chip for each value; `keys` are shown in the tips."""
        super().__init__(parent)
        self.chips: dict[T, Chip] = {}
        for value, key in zip(values, keys, strict=True):
            name = name_of(value)
            self.chips[value] = Chip(theme, name, f"{name} ({key})" if key else name, self)

    def show_chosen(self, chosen: T) -> None:
        """Show which is chosen; none is where the choice has no chip."""
        for value, chip in self.chips.items():
            chip.show_chosen(chosen=value is chosen)

    @property
    def width_in_a_row(self) -> int:
        """Pixels of all chips beside each other."""
        widths = [chip.sizeHint().width() for chip in self.chips.values()]
        return sum(widths) + Space.XS * (len(widths) - 1)

    def height_for(self, width: int) -> int:
        """Return the height in a width."""
        return max(place.bottom() + 1 for _chip, place in self._places(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chips out anew."""
        super().resizeEvent(event)
        for chip, place in self._places(self.width()):
            chip.setGeometry(mirrored(place, self.rect()))

    def _places(self, width: int) -> Iterator[tuple[Chip, QRect]]:
        x = y = 0
        for chip in self.chips.values():
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + size.height() + Space.XS
            yield chip, QRect(x, y, size.width(), size.height())
            x += size.width() + Space.XS


class Choices(QWidget):
    """Its three groups stand in one row where there is room, else below each other.

    Signals:
        muscle_chosen: Carries a Muscle.
        place_chosen: Carries a Place.
        side_chosen: Carries a Side.
    """

    muscle_chosen = Signal(object)
    place_chosen = Signal(object)
    side_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing chosen yet."""
        super().__init__(parent)
        self._theme = theme
        self.muscles = Group(theme, CRAMP_MUSCLES, muscle_name, "1234", self)
        self.places = Group(theme, tuple(Place), place_name, "5678", self)
        self.sides = Group(theme, (Side.LEFT, Side.RIGHT), side_name, "←→", self)
        self.muscles.setAccessibleName(_("Which muscle"))
        self.places.setAccessibleName(_("Where you are"))
        self.sides.setAccessibleName(_("Which leg"))
        for group, signal in (
            (self.muscles, self.muscle_chosen),
            (self.places, self.place_chosen),
            (self.sides, self.side_chosen),
        ):
            for value, chip in group.chips.items():
                chip.chosen.connect(partial(signal.emit, value))

    @property
    def groups(self) -> tuple[Group[Any], ...]:
        """Muscles, places, legs."""
        return self.muscles, self.places, self.sides

    @property
    def chips(self) -> tuple[Chip, ...]:
        """All of them, in order."""
        return tuple(chip for group in self.groups for chip in group.chips.values())

    def show_choice(self, now: ReliefSnapshot) -> None:
        """Show what is chosen."""
        self.muscles.show_chosen(now.muscle)
        self.places.show_chosen(now.place)
        self.sides.show_chosen(now.side)

    def height_for(self, width: int) -> int:
        """Return the height that all chips need in a width."""
        return max(place.bottom() + 1 for _group, place in self._places(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the groups out anew."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Put everything to its place; also after the text's size has changed."""
        for group, place in self._places(self.width()):
            group.setGeometry(mirrored(place, self.rect()))

    def _places(self, width: int) -> Iterator[tuple[Group[Any], QRect]]:
        one_row = sum(group.width_in_a_row + Space.L for group in self.groups) - Space.L <= width
        x = y = 0
        for group in self.groups:
            wide = group.width_in_a_row if one_row else width
            high = group.height_for(wide)
            yield group, QRect(x, y, wide, high)
            x, y = (x + wide + Space.L, 0) if one_row else (0, y + high + Space.XS)
