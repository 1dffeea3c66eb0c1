"""The editor as a person uses it: `python -m tests.bench.edited WAY TRACE`.

Nothing but keys and clicks comes from here. The trace tells `took` {what, seconds}: from a key or
a click until what it asked for has been painted; `complete` likewise, until all pictures are
there; `used` at the end. There are four ways: `key` opens the routine `long` with E on its card
once the app has settled, `soon` half a second after home was shown, `menu` from the card's menu,
and `new` begins another one. All but the last go on with `long`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.desktop.imports import plain_imports

with plain_imports():  # as the app itself does it
    from PySide6.QtCore import QObject, QPoint, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coach.app.trace import Trace
from coach.app.wish import Wish
from coach.bootstrap import window as opening
from coach.desktop.single import claim
from coach.ui.first_paint import FirstPaint

if TYPE_CHECKING:
    from coach.content.shelf import FigureShelf
    from coach.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
LONG = "long"
WORDS = "calf stretch"
DRAGS = 3
REST_MS = 500
"""Between two things a person does."""

Act = tuple[str, Callable[[], object], Callable[[], QWidget]]
"""What is done, how, and the widget whose painting shows that it has been."""


class Person(QObject):
    """Does one thing after the other, each when the one before has been seen for a moment.

    A child of the window: a timer does not keep alive whose method it calls.
    """

    def __init__(self, window: MainWindow, trace: Trace) -> None:
        super().__init__(window)
        self._window = window
        self._trace = trace
        self._grid = window.home._grid

    def begin(self, way: str) -> None:
        self._acts = self._everything(way)
        self._next()

    def _next(self) -> None:
        act = next(self._acts, None)
        if act is None:
            self._trace.write("used")
            return
        what, do, painted = act
        began = time.monotonic()
        do()
        widget = painted()

        def seen() -> None:
            self._trace.write("took", what=what, seconds=time.monotonic() - began)
            self._await_pictures(what, began)

        FirstPaint(widget, seen)

    def _await_pictures(self, what: str, began: float) -> None:
        """Wait until nothing more changes in what is seen, then rest."""
        window = self._window
        if window.is_made("workshop") and "screen" in window.workshop.__dict__:
            pictures = window.workshop.screen.steps._thumbs._pictures
            if pictures.is_busy:
                QTimer.singleShot(0, window, partial(self._await_pictures, what, began))
                return
        self._trace.write("complete", what=what, seconds=time.monotonic() - began)
        QTimer.singleShot(REST_MS, window, self._next)

    # -- what is done -------------------------------------------------------------------------

    def _everything(self, way: str) -> Iterator[Act]:
        home, grid = self._window.home, self._grid
        home.go_to(LONG)
        grid.setFocus()
        if way == "new":
            new = home.new
            yield "new", partial(QTest.mouseClick, new, LEFT), self._editor
            return
        if way == "menu":
            yield "menu", self._ask_for_menu, self._menu
            yield "chosen", self._choose_edit, self._editor
            yield "back", self._leave, lambda: home
        else:
            yield "soon" if way == "soon" else "first", self._press_edit, self._editor
            yield "back", self._leave, lambda: home
        yield "again", self._press_edit, self._editor
        yield from self._dragging()
        yield from self._searching()

    def _editor(self) -> QWidget:
        return self._window.workshop.screen

    def _press_edit(self) -> None:
        QTest.keyClick(self._grid, Qt.Key.Key_E)

    def _leave(self) -> None:
        QTest.mouseClick(self._window.workshop.tools.close, LEFT)

    def _ask_for_menu(self) -> None:
        place = self._grid.visualRect(self._grid.currentIndex()).center()
        QTest.mousePress(self._grid.viewport(), Qt.MouseButton.RightButton, pos=place)

    def _menu(self) -> QMenu:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def _choose_edit(self) -> None:
        menu = self._menu()
        edit = next(action for action in menu.actions() if action.text() == "Edit")
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(edit).center())

    def _dragging(self) -> Iterator[Act]:
        view = self._window.workshop.screen.steps
        port = view.viewport()
        none = Qt.KeyboardModifier.NoModifier
        for _turn in range(DRAGS):
            start = view.visualRect(view.rows.index(0)).center()
            end = QPoint(start.x(), view.visualRect(view.rows.index(3)).center().y() + 9)
            first = view.rows.rows[0].key

            def lift(start: QPoint = start, end: QPoint = end) -> None:
                QTest.mousePress(port, LEFT, none, start)
                QTest.mouseMove(port, end)

            yield "drag", lift, view.viewport
            yield "drag", partial(QTest.mouseRelease, port, LEFT, none, end), view.viewport
            assert view.rows.rows[3].key == first

    def _searching(self) -> Iterator[Act]:
        screen = self._window.workshop.screen

        def found() -> QWidget:
            return screen.side.library.exercises.viewport()

        yield "library", partial(QTest.mouseClick, screen.bar.add, LEFT), found
        library = screen.side.library
        for letter in WORDS:
            yield "search", partial(QTest.keyClicks, library.search, letter), found
        assert library.exercises.found.exercises


def main(way: str, file: Path) -> int:
    settle, show = opening._settle_in, opening._show

    def begin(window: MainWindow) -> None:
        person = Person(window, window._coach._parts.trace)
        QTimer.singleShot(REST_MS, window, lambda: person.begin(way))

    def settle_and_use(window: MainWindow, figures: FigureShelf) -> None:
        settle(window, figures)
        begin(window)

    def show_and_use(window: MainWindow, wish: Wish) -> None:
        show(window, wish)
        begin(window)

    if way == "soon":
        opening._show = show_and_use
    else:
        opening._settle_in = settle_and_use
    wish = Wish(screen="home", trace=file)
    own = claim(wish)
    assert own is not None
    return opening.open_window(wish, own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
