"""Choices as small buttons in as many rows as they need: one of several, or any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.cramp.chips import Chip
from coach.ui.theme import Space, Theme


class Tick(Chip):
    """A chip that is let go by pressing it again; a check box to screen readers."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        """Make a chip that is not chosen."""
        super().__init__(theme, text, "", parent)
        self.setAutoExclusive(False)
        self.set_dotted(dotted=False)

    def nextCheckState(self) -> None:  # noqa: N802 as in Qt
        """Choose it, or let it go."""
        self.setChecked(not self.isChecked())


class Flow(QWidget):
    """Lays buttons out in rows; the height follows from the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """What does not fit goes to another row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the rows."""
        return max((place.bottom() + 1 for _part, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """In the width there is."""
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest."""
        widest = max((part.sizeHint().width() for part in self.parts), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put each to its place; also after one was shown or hidden."""
        for part, place in self._places(self.width()):
            part.setGeometry(place)
        self.updateGeometry()

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x = y = 0
        for part in self.parts:
            if part.isHidden():
                continue
            size = part.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + size.height() + Space.XS
            yield part, QRect(x, y, size.width(), size.height())
            x += size.width() + Space.XS


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
            chip.clicked.connect(partial(self._choose, value))
            self.chips[value] = chip
        self.parts = list(self.chips.values())
        theme.changed.connect(self.arrange)

    def show_chosen(self, value: object) -> None:
        """Show which is chosen; none where it has no chip."""
        for one, chip in self.chips.items():
            chip.setAutoExclusive(False)
            chip.setChecked(one == value)
            chip.setAutoExclusive(True)

    def _choose(self, value: object, *_checked: bool) -> None:
        self.chosen.emit(value)


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
