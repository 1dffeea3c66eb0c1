"""What the routines are narrowed down with: a search field and chips."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.core.words import _
from coach.ui.home.finding import Only, Wanted, only_names
from coach.ui.parts.chip import Tick
from coach.ui.parts.flow import Flow
from coach.ui.parts.search import Search
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class Finder(Flow):
    """Search and chips in as many rows as they need.

    Signals:
        changed: Something else is asked for; carries a Wanted.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask for everything."""
        super().__init__(parent)
        self.search = Search(theme, _("Search routines"), self)
        self.search.setToolTip(_("Search routines (Ctrl+F)"))
        self.chips = {only: Tick(theme, name, self) for only, name in only_names().items()}
        self.order = Text(Size.SMALL, _("Last used first"), tone="soft", parent=self)
        self.order.setContentsMargins(Space.XS, 0, Space.XS, 0)
        self.order.hide()
        self.parts = [self.search, *self.chips.values(), self.order]
        self.search.textChanged.connect(self._tell)
        for chip in self.chips.values():
            chip.toggled.connect(self._tell)
        theme.changed.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        """Let the words about the order stand as high as the chips before them."""
        high = next(iter(self.chips.values())).sizeHint().height()
        self.order.setMinimumHeight(high)
        self.arrange()

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        only = frozenset(Only(only) for only, chip in self.chips.items() if chip.isChecked())
        return Wanted(self.search.text(), only)

    def follow(self, before: QWidget) -> None:
        """Come after `before` on the way of Tab; what is made late would come last."""
        for part in self.parts:
            QWidget.setTabOrder(before, part)
            before = part

    def show_own(self, *, there: bool) -> None:
        """Offer the person's own where there are any."""
        chip = self.chips[Only.OWN]
        if not there:
            chip.setChecked(False)
        chip.setVisible(there)
        self.arrange()

    def show_order(self, *, by_use: bool) -> None:
        """Say that the cards stand in the order they were used in, where they do."""
        self.order.setVisible(by_use)
        self.arrange()

    def clear(self) -> None:
        """Ask for everything again."""
        self.ask_for(Wanted())

    def ask_for(self, wanted: Wanted) -> None:
        """Ask for something else."""
        self.blockSignals(True)
        self.search.setText(wanted.text)
        for only, chip in self.chips.items():
            chip.setChecked(only in wanted.only)
        self.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.wanted)
