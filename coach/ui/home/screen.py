"""The home screen: what helps now, what to do today, what one has made, and all routines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.library import Library, RoutineCard
from coach.core.day import PartOfDay, part_of, plan, suggest
from coach.core.words import counted
from coach.ui.announce import announce
from coach.ui.column import Column
from coach.ui.home.band import Band
from coach.ui.home.cards import in_order
from coach.ui.home.delegate import GAP
from coach.ui.home.grid import CardGrid
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.parts.list_row import ListRow
from coach.ui.pictures import Pictures
from coach.ui.start import Starting
from coach.ui.theme import CONTENT_WIDTH, SCROLL_BAR, Size, Space, Target, Theme

if TYPE_CHECKING:  # made after the first painting, or where there is nothing to show
    from coach.core.diary import Entry
    from coach.ui.home.empty import EmptyHome
    from coach.ui.home.finder import Finder
    from coach.ui.home.finding import Wanted
    from coach.ui.home.none_found import NoneFound

TOLD_AFTER_MS = 500
"""So long after the last letter the number found is read out."""

FINDER_WIDTH = 800
"""Pixels that search and chips take in one row at 100 % text, about."""


def _now() -> datetime:
    return datetime.now().astimezone()


def _nobody(_card: RoutineCard) -> int:
    return 0


class HomeScreen(Starting):
    """Routines to choose from, or what to do where there are none.

    Attributes:
        clock: Tells the time with its zone.
        grid: The cards; None where there is no routine.
        new: Begins a routine of one's own.

    Signals:
        chosen: A routine is to be started; carries its id.
        new_wanted: A routine of one's own is to be made.
        edit_wanted: A routine, or a copy of a shipped one, is to be edited; carries its id.
        menu_wanted: What else can be done with a routine; carries its id and the global place.
        day_wanted: What was done today is to be told by `show_done`.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    day_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        library: Library,
        pictures: Pictures,
        *,
        recent: Sequence[str] = (),
        left_out: Callable[[RoutineCard], int] = _nobody,
        now: Callable[[], datetime] = _now,
        parent: QWidget | None = None,
    ) -> None:
        """Show what there is.

        Args:
            theme: Colours and sizes.
            library: Has the routines.
            pictures: Draws them.
            recent: Ids of the routines last used, the newest first.
            left_out: How many exercises of a routine do not suit the person.
            now: Tells the time with its zone.
            parent: Widget it is on.
        """
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._recent = tuple(recent)
        self._left_out = left_out
        self.clock = now
        self._done: tuple[Entry, ...] = ()
        self._cards: list[RoutineCard] = []
        self._seen = False
        self._empty: EmptyHome | None = None
        self._finder: Finder | None = None
        self._finder_place: QWidget = QWidget()
        self._none: NoneFound | None = None
        self.grid: CardGrid | None = None
        self.band = Band(theme, pictures)
        self._grid = CardGrid(theme, library, pictures)
        self._told = QTimer(self, singleShot=True, interval=TOLD_AFTER_MS)
        self._told.timeout.connect(self._tell_number)
        self._lay_out()
        self._connect()
        self.show_library(library)

    @property
    def new(self) -> ListRow:
        """Begins a routine of one's own."""
        return self.band.yours.new

    @property
    def finder(self) -> Finder:
        """What the routines are narrowed down with; the first painting does not wait for it."""
        if self._finder is None:
            from coach.ui.home.finder import Finder

            self._finder = Finder(self._theme)
            self._finder.changed.connect(self._find)
            self._finder.search.left.connect(self._go_to_cards)
            self._above.replaceWidget(self._finder_place, self._finder)
            self._finder_place.deleteLater()
            self._finder_place = self._finder
            self._finder.stackUnder(self._grid)  # a screen reader meets them in this order
            self._finder.follow(self.band.yours.new)
            self._show_finder(self._finder)
        return self._finder

    @property
    def wanted(self) -> Wanted | None:
        """What is asked for; None for everything."""
        wanted = self._finder.wanted if self._finder is not None else None
        return None if wanted is None or wanted.is_all else wanted

    def _show_finder(self, finder: Finder) -> None:
        finder.show_own(there=any(card.own for card in self._library.cards.values()))
        self._show_used(finder)

    def _show_used(self, finder: Finder) -> None:
        finder.show_order(by_use=any(name in self._library.cards for name in self._recent))

    def _leave_room(self) -> None:
        """Keep as much room for what narrows down as it will take."""
        if self._finder is None:
            rows = -(-self._theme.pixels(FINDER_WIDTH) // max(1, self.width() - Space.XL))
            row = max(Target.SMALL, self._theme.pixels(Size.BODY.pixels * 1.2) + Space.M)
            self._finder_place.setFixedHeight(rows * (row + Space.XS) - Space.XS)

    def _lay_out(self) -> None:
        margins = 2 * Space.L - SCROLL_BAR
        self._content = Column(self._theme, CONTENT_WIDTH, margins=margins)
        self._rows = self._content.rows
        self._rows.setContentsMargins(edges(Space.L - GAP, 0, Space.L - SCROLL_BAR - GAP, Space.L))
        self._rows.setSpacing(Space.S)
        self._above = QVBoxLayout()  # cards have a gap around them, what is above has none
        self._above.setContentsMargins(GAP, 0, GAP, 0)
        self._above.setSpacing(Space.M)
        self._above.addWidget(self.band)
        self._above.addWidget(self._finder_place)
        self._rows.addLayout(self._above)
        self._rows.addWidget(self._grid)
        self._rows.addStretch(1)
        self._page = Page(self._content)
        self._page.keep_room_for_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def _connect(self) -> None:
        band = self.band
        for part in (band.now, band.today, band.yours, self._grid):
            part.chosen.connect(self.chosen)
        band.yours.new.clicked.connect(self.new_wanted)
        self._grid.edit_wanted.connect(self.edit_wanted)
        self._grid.menu_wanted.connect(self.menu_wanted)
        self._grid.went.connect(self._keep_in_sight)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.open_search)

    # -- what is shown ------------------------------------------------------------------------

    def show_library(self, library: Library) -> None:
        """Show what there is now; the card that keys act on stays, as far as it is there."""
        self._library = library
        self._grid.show_library(library)
        self.grid = self._grid if library.cards else None
        self.start = self._grid if library.cards else None
        if self._empty is not None:
            self._empty.deleteLater()
            self._empty = None
        if not library.cards:
            from coach.ui.home.empty import EmptyHome

            self._empty = EmptyHome(self._theme, library.problems)
            self._above.insertWidget(0, self._empty)
            self.start = self._empty.heading
        self.band.setVisible(bool(library.cards))
        self._finder_place.setVisible(bool(library.cards))
        if self._finder is not None:
            self._show_finder(self._finder)
        self._show_order()

    def show_recent(self, recent: Sequence[str]) -> None:
        """Show the routines last used first."""
        if tuple(recent) != self._recent:
            self._recent = tuple(recent)
            self._show_order()
            if self._finder is not None:
                self._show_used(self._finder)

    def show_done(self, done: Sequence[Entry]) -> None:
        """Show what was gone through today, the newest first."""
        self._done = tuple(done)
        self.band.today.show_done(done)
        self._show_day()

    def open_search(self) -> None:
        """Search: the field has the keys, and what is found is in sight."""
        self._page.verticalScrollBar().setValue(self.finder.y() - Space.S)
        self.finder.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.search.selectAll()

    def go_to(self, routine: str) -> None:
        """Let keys act on a routine's card, and show it."""
        self._ask_for_all()
        self._grid.go_to(routine)

    def _show_order(self) -> None:
        self._cards = in_order(self._library.cards.values(), self._recent)
        self.band.yours.show_cards(self._cards)
        self._show_day()
        self._find(self._finder.wanted if self._finder is not None else None)

    def _show_day(self) -> None:
        cards = self._library.cards
        if not cards:
            return
        part = part_of(self.clock())
        self.band.today.show_plan(plan(self._suggested, self._done), cards, part)
        self.band.now.show_card(cards[self._suggested(part)])
        self._show_picture()

    def _show_picture(self) -> None:
        """Picture what helps now, once home has been seen without."""
        if self._seen:
            self.band.now.show_picture(self._grid.figure_of(self.band.now.routine))

    def _suggested(self, part: PartOfDay) -> str:
        cards = self._library.cards
        return suggest(part, tuple(cards), self._recent, lambda name: self._left_out(cards[name]))

    def _find(self, wanted: Wanted | None) -> None:
        if wanted is None or wanted.is_all:
            self._grid.show_cards(self._cards)
            self._grid.setVisible(bool(self._cards))
            if self._none is not None:
                self._none.hide()
            self._content.setMinimumHeight(0)
            return
        from coach.ui.home.finding import find

        found = find(self._library, self._cards, wanted)
        self._grid.show_cards(found)
        self._grid.setVisible(bool(found))
        self._show_none(wanted, shown=bool(self._cards) and not found)
        self._keep_height()
        self._told.start()

    def _show_none(self, wanted: Wanted, *, shown: bool) -> None:
        if shown and self._none is None:
            from coach.ui.home.none_found import NoneFound

            self._none = NoneFound(self._theme)
            self._none.all.clicked.connect(self._leave_search)
            self._rows.insertWidget(self._rows.indexOf(self._grid), self._none)
        if self._none is not None:
            self._none.show_wanted(wanted)
            self._none.setVisible(shown)

    def _ask_for_all(self) -> None:
        if self._finder is not None and not self._finder.wanted.is_all:
            self._finder.clear()

    def _leave_search(self) -> None:
        self._ask_for_all()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_height(self) -> None:
        """Leave the field where it is while it is written in, however few routines are left."""
        self._content.setMinimumHeight(self.finder.geometry().top() + self._page.height())

    def _tell_number(self) -> None:
        number = self._grid.model().rowCount()
        text = counted("{n} routine found", "{n} routines found", number)
        self.finder.setAccessibleDescription(text)
        announce(self.finder, text)

    # -- what the system tells ----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for what comes after the first painting."""
        super().resizeEvent(event)
        self._leave_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for pictures once home has been seen without."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._begin_pictures)

    def _begin_pictures(self) -> None:
        if self._library.cards:
            self.finder  # noqa: B018 is made by asking for it
        self._show_picture()
        self._grid.begin_pictures()

    def showEvent(self, event: QShowEvent) -> None:
        """It may be another part of the day, and more may have been done."""
        super().showEvent(event)
        self._show_day()
        self.day_wanted.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits to hear what was found."""
        super().hideEvent(event)
        self._told.stop()

    def _go_to_cards(self) -> None:
        if not self._grid.isHidden():
            self._grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_in_sight(self, place: QRect) -> None:
        top = self._grid.mapTo(self._content, place.topLeft())
        middle = QRect(top, place.size()).center()
        half = place.height() // 2 + Space.S
        self._page.ensureVisible(middle.x(), middle.y(), 0, half)
