"""Learn: a list of pages, one of them to read, and a search through all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coach.core.learn import Handbook, LearnPage, count_matches
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button
from coach.ui.icons import Icons
from coach.ui.learn.nothing import NothingFound
from coach.ui.learn.reader import Reader
from coach.ui.learn.stop_line import StopLine
from coach.ui.learn.tabs import PageList, PageMenu
from coach.ui.learn.wording import found_text
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.parts.search import Search
from coach.ui.start import Starting
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

ROOM_FOR_LIST = 820
"""Pixels at 100 % text from which the list stands beside the page."""

QWIDGETSIZE_MAX = (1 << 24) - 1
"""What Qt takes for no limit."""

LIST_WIDTH = 280
"""Pixels of the list at 100 % text."""

ROOM_FOR_COUNT = 400
"""Pixels of height at 100 % text from which the number of matches has a line to itself."""

SETTLED_MS = 600
"""So long after the last letter a screen reader is told what was found."""


class LearnScreen(Starting):
    """Filters the pages while one types, and marks what was found.

    Attributes:
        search: Words to look for.
        reader: The page.
        pages: The list of pages.
        menu: The same where there is no room for a list.
        nothing: Shown instead of a page where nothing was found.
        about: Opens what the app consists of.

    Signals:
        back: The person is through with it.
        stop_wanted: The signs to stop for are to be shown.
        about_wanted: What the app consists of is to be shown.
    """

    back = Signal()
    stop_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, handbook: Handbook, parent: QWidget | None = None
    ) -> None:
        """Show the first page."""
        super().__init__(parent)
        self._theme = theme
        self._handbook = handbook
        self._is_wide: bool | None = None
        self.search = Search(theme, _("Search these pages"))
        self.count = Text(Size.SMALL, tone="soft")
        self.pages = PageList(theme, handbook.pages)
        self.menu = PageMenu(theme, icons, self.pages)
        self.reader = Reader(theme)
        self.stop = StopLine(theme)
        self.nothing = NothingFound(theme)
        self.about = Button(theme, _("About"))
        self.about.setAccessibleDescription(_("What Cramp Coach is and consists of"))
        self._telling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._lay_out()
        self._connect()
        self.show_page(handbook.pages[0])

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        self._above = QVBoxLayout()
        self._above.addWidget(self.stop)
        right.addLayout(self._above)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.reader)
        self._none = Page(self.nothing)
        self._shown.addWidget(self._none)
        right.addWidget(self._shown, 1)
        self._list = Page(self.pages)
        self._side = QWidget()
        self._rows = QVBoxLayout(self._side)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.S)
        for part in (self.search, self.count, self.menu):
            self._rows.addWidget(part)
        self._rows.addWidget(self._list, 1)
        about = QHBoxLayout()
        about.setContentsMargins(0, 0, 0, Space.M)
        about.addWidget(self.about)
        about.addStretch(1)
        self._rows.addLayout(about)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(Space.M)
        self._grid.addWidget(self._side, 0, 0)
        self._grid.addLayout(right, 0, 1)
        self._right = right
        self.start = self.reader

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.search.left.connect(self.reader.setFocus)
        self.pages.chosen.connect(self.show_page)
        self.menu.chosen.connect(self.show_page)
        self.nothing.clear.clicked.connect(self._clear)
        self.stop.button.clicked.connect(self.stop_wanted)
        self.about.clicked.connect(self.about_wanted)
        self._telling.timeout.connect(lambda: announce(self.count, self.count.text()))
        self._theme.changed.connect(self._arrange)

    @property
    def page(self) -> LearnPage:
        """What is read."""
        assert self.reader.page is not None
        return self.reader.page

    def open(self, name: str = "") -> None:
        """Begin anew: with a page, by its id, or with the one that was read."""
        self.search.clear()
        page = next((page for page in self._handbook.pages if page.id == name), None)
        if page is not None:
            self.show_page(page)

    def show_page(self, page: LearnPage) -> None:
        """Show a page, from its top or from the first match on it."""
        wanted = self.search.text()
        self.reader.show_page(page, wanted)
        self.reader.go_to_match(0, aloud=False)
        self.pages.show_page(page)
        self.menu.show_page(page)
        self.stop.setVisible(page.opens_stop)
        self._shown.setCurrentWidget(self.reader)

    def _look(self, wanted: str) -> None:
        if not wanted.strip():
            self.pages.show_found(None)
            self.count.set_text("")
            self.count.hide()
            self.show_page(self.page)
            return
        counts = {page.id: count_matches(page, wanted) for page in self._handbook.pages}
        found = {name: number for name, number in counts.items() if number}
        self.pages.show_found(found)
        self.count.setVisible(self._has_room)
        self.count.set_text(found_text(sum(found.values()), len(found)))
        self.menu.setVisible(bool(found) and not self._is_wide)
        self._telling.start()
        if not found:
            self.nothing.show_wanted(wanted.strip())
            self._shown.setCurrentWidget(self._none)
            self.stop.hide()
        else:
            name = self.page.id if self.page.id in found else next(iter(found))
            self.show_page(self.pages.tabs[name].page)

    def _clear(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_next(self, step: int = 1) -> None:
        """Go to the next match; behind the last of a page comes the next page's first."""
        number = self.reader.match + step
        if 0 <= number < self.reader.marks:
            self.reader.go_to_match(number)
            return
        shown = self.pages.shown
        if not self.search.text().strip() or self.page not in shown:
            return
        self.show_page(shown[(shown.index(self.page) + step) % len(shown)])
        if step < 0:
            self.reader.go_to_match(self.reader.marks - 1)

    # -- keys -----------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Escape clears the search, then goes back; F3 goes from match to match."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        elif (key == Qt.Key.Key_F and control) or (key == Qt.Key.Key_Slash and not control):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif key == Qt.Key.Key_F3:
            back = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.go_to_next(-1 if back else 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and control:
            self._turn(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True

    def _turn(self, step: int) -> None:
        shown = self.pages.shown
        if self.page in shown:
            self.show_page(shown[(shown.index(self.page) + step) % len(shown)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Enter goes to the next match, with Shift to the one before."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go_to_next(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody wants to hear any more what was found."""
        self._telling.stop()
        super().hideEvent(event)

    # -- where it lies --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list beside the page, or a menu over it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._theme.pixels(ROOM_FOR_LIST)
        width = self._theme.pixels(LIST_WIDTH)
        self._side.setMinimumWidth(width if wide else 0)
        self._side.setMaximumWidth(width if wide else QWIDGETSIZE_MAX)
        self.count.setVisible(bool(self.count.text()) and self._has_room)
        beyond = Space.L - Space.M  # so far the page's bar goes on beyond where Cramp now ends
        margin = self._theme.margin(self.width())
        start = margin if wide else margin - beyond
        self._grid.setContentsMargins(edges(start, 0, margin - beyond, 0))
        if wide is self._is_wide:
            return
        self._is_wide = wide
        self._grid.removeItem(self._right)
        self._grid.addLayout(self._right, *((0, 1) if wide else (1, 0)))
        self._grid.setRowStretch(0, 1 if wide else 0)
        self._grid.setRowStretch(1, 0 if wide else 1)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)
        self._grid.setVerticalSpacing(Space.M if wide else Space.S)
        inset = 0 if wide else beyond  # to where the text below begins
        self._rows.setContentsMargins(inset, 0, inset, 0)
        self._above.setContentsMargins(edges(inset, 0, beyond, beyond if wide else 0))
        for part in (self._list, self.about):
            part.setVisible(wide)
        self.menu.setVisible(not wide and bool(self.pages.shown))

    @property
    def _has_room(self) -> bool:
        """Whether the number of matches has a line to itself."""
        return self.height() >= self._theme.pixels(ROOM_FOR_COUNT)
