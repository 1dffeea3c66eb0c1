"""Shows one page; notes, matches and the keys that go to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from coach.core.learn import LearnPage
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.learn.caretless import draw_without_caret
from coach.ui.learn.document import LINE, NOTE, Setter
from coach.ui.learn.wording import note_text
from coach.ui.theme import READING_WIDTH, Line, Space, Theme

CARET = 2
"""Width in pixels of where a screen reader reads."""

_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


class Reader(QTextBrowser):
    """A text as wide as reads well; its numbers lead to the notes at its end and back.

    Attributes:
        page: What is shown.
        match: Number of the match that is looked at, from 0; -1 for none.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.page: LearnPage | None = None
        self._wanted = ""
        self._setter: Setter | None = None
        self._came_from: dict[int, tuple[int, int]] = {}
        self._pointed = False
        self.match = -1
        self._ringed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setCursorWidth(0)
        # One stop of Tab: of all the numbers each would be one. Keys lead to them.
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | flags.TextSelectableByKeyboard
            | flags.LinksAccessibleByMouse
        )
        self.setAccessibleDescription(
            _("N goes to the next number of a note, Enter to the note and back, H to headings.")
        )
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = self.horizontalScrollBar()
        across.rangeChanged.connect(self._stay_whole)
        across.valueChanged.connect(self._stay_whole)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._set)
        self._dress()

    @property
    def marks(self) -> int:
        """How many matches are marked."""
        return len(self._setter.marks) if self._setter else 0

    def show_page(self, page: LearnPage, wanted: str = "") -> None:
        """Show a page from its top, the words of `wanted` marked."""
        is_other = page is not self.page
        self.page, self._wanted, self.match = page, wanted, -1
        self._came_from.clear()
        self.setAccessibleName(page.title)
        self._set()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def go_to_match(self, number: int, *, aloud: bool = True) -> None:
        """Show a match, counted from 0, and have its line read out; after the last the first."""
        if self._setter is None or not self._setter.marks:
            return
        self.match = number % len(self._setter.marks)
        start, end = self._setter.marks[self.match]
        self._light(start, end, "teal", "on_teal")
        self._show(start)
        self._point_at(start)
        if aloud:
            announce(self, self.document().findBlock(start).text())

    def go_to_note(self, number: int) -> None:
        """Show a note, and have it read out; Enter leads back from there."""
        if self._setter is None or self.page is None:
            return
        place = self._setter.places[number]
        block = self.document().findBlock(place)
        self._light(place, place + block.length() - 1, "teal_soft", "ink")
        self._show(place)
        self._point_at(place)
        announce(self, note_text(self.page.notes[number - 1]))

    def _follow(self, link: QUrl) -> None:
        name = link.fragment()
        if name.startswith(NOTE):
            number = int(name.removeprefix(NOTE))
            self._came_from[number] = self.verticalScrollBar().value(), self.textCursor().position()
            self.go_to_note(number)
        elif name.startswith(LINE):
            self._go_back(int(name.removeprefix(LINE)))

    def _go_back(self, number: int) -> None:
        """Go back to where the note was asked for, or to the first line that names it."""
        self.setExtraSelections([])
        assert self._setter is not None
        if number in self._came_from:
            scrolled, place = self._came_from[number]
            self._point_at(place)
            self.verticalScrollBar().setValue(scrolled)
        else:
            href = f"#{NOTE}{number}"
            place = next(start for start, _end, where in self._setter.links if where == href)
            self._show(place)
            self._point_at(place)
        announce(self, self.document().findBlock(place).text())

    # -- by keys --------------------------------------------------------------------------------

    def go_to_link(self, step: int) -> None:
        """Go to the next number in the text, or the one before, and say what it leads to."""
        links = self._setter.links if self._setter is not None else []
        number = self._beyond([start for start, _end, _where in links], step)
        if number is None:
            return
        start, end, where = links[number]
        self._light(start, end, "teal", "on_teal")
        self._show(start)
        self._point_at(start)
        text = self.document().toRawText()[start:end]
        announce(self, _("{name}: {value}").format(name=text, value=self._told_of(where)))

    def go_to_heading(self, step: int) -> None:
        """Go to the next heading, or the one before, and read it out."""
        headings = self._setter.headings if self._setter is not None else []
        number = self._beyond(headings, step)
        if number is not None:
            self.setExtraSelections([])
            self._show(headings[number], at_top=True)
            self._point_at(headings[number])
            announce(self, self.document().findBlock(headings[number]).text())

    def _beyond(self, places: Sequence[int], step: int) -> int | None:
        """Return which of some places comes next, seen from where one reads."""
        here = self._here()
        if step > 0:
            return next((number for number, place in enumerate(places) if place > here), None)
        before = [number for number, place in enumerate(places) if place < here]
        return before[-1] if before else None

    def _here(self) -> int:
        """Return where one reads: the place of the keys, or the top of what is in sight."""
        place = self.cursorRect()
        if self._pointed and 0 <= place.top() <= self.viewport().height():
            return self.textCursor().position()
        if not self.verticalScrollBar().value():
            return -1
        below = QPoint(0, self._theme.pixels(Space.XL))  # the line at the top may be half seen
        return self.cursorForPosition(below).position() - 1

    def _point_at(self, position: int) -> None:
        """Let keys, and a screen reader, go on from a position."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._pointed = True

    def _told_of(self, where: str) -> str:
        assert self.page is not None
        if where.startswith(f"#{NOTE}"):
            return note_text(self.page.notes[int(where.removeprefix(f"#{NOTE}")) - 1])
        return _("Back to the text")

    def _open_link(self) -> bool:
        """Follow the number the keys are at; return whether there is one."""
        here = self.textCursor().position()
        for start, end, where in self._setter.links if self._setter is not None else []:
            if start <= here <= end:
                self._follow(QUrl(where))
                return True
        return False

    def _light(self, start: int, end: int, ground: str, ink: str) -> None:
        light = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        light.cursor = cursor
        light.format.setBackground(self._theme.colour(ground))
        light.format.setForeground(self._theme.colour(ink))
        self.setExtraSelections([light])

    def _show(self, position: int, *, at_top: bool = False) -> None:
        """Scroll where a position is not in sight, so that it stands in the upper third."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        place, high = self.cursorRect(cursor), self.viewport().height()
        if at_top:
            bar.setValue(place.top() + bar.value() - Space.M)
        elif place.top() < 0 or place.bottom() > high:
            bar.setValue(place.top() + bar.value() - high // 3)

    def _set(self) -> None:
        self._dress()
        if self.page is not None:
            bar = self.verticalScrollBar()
            kept = bar.value()
            self.setExtraSelections([])
            self._setter = Setter(self.document(), self._theme, self._wanted)
            self._setter.write(self.page)
            self.moveCursor(QTextCursor.MoveOperation.Start)  # else the end is scrolled to
            self._pointed = False
            bar.setValue(kept)

    def _stay_whole(self) -> None:
        """Never move to the side: Qt takes lines that hang from right to left for wider."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum() if self.isRightToLeft() else bar.minimum())

    def _dress(self) -> None:
        self.setStyleSheet(f"QTextBrowser{{background:{self._theme.colours.paper};}}")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        room = self.width() - 2 * Space.S - self._theme.pixels(READING_WIDTH)
        side = Space.S + max(0, room // 2)
        self.setViewportMargins(side, 0, side, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where focus came by a key."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ringed = event.reason() in by_key
        self.setCursorWidth(CARET if QAccessible.isActive() else 0)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ringed = False
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the place of the keys to nobody but a screen reader."""
        if self.cursorWidth():
            super().paintEvent(event)
        else:
            draw_without_caret(self, event.rect())

    def event(self, event: QEvent) -> bool:
        """Draw a line beside the text while it has the focus by a key."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self._ringed:
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.colour("ink"), Line.FOCUS))
            text, away = self.viewport().geometry(), Space.S - Line.FOCUS
            x = text.right() + away if self.isRightToLeft() else text.left() - away
            painter.drawLine(x, text.top(), x, text.bottom())
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to numbers, headings and ends, copy and select; the rest is for the screen.

        Arrow keys scroll; with a screen reader they move in the text, which it reads.
        """
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = -1 if shift else 1
        bar = self.verticalScrollBar()
        if event.matches(_KEYS[0]):
            self.copy()
        elif event.matches(_KEYS[1]):
            self.selectAll()
        elif key == Qt.Key.Key_N:
            self.go_to_link(step)
        elif key == Qt.Key.Key_H:
            self.go_to_heading(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._open_link():
            return
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not QAccessible.isActive():
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        elif key in _LINES and not shift and not QAccessible.isActive():
            bar.setValue(bar.value() + _LINES[Qt.Key(key)] * bar.singleStep())
        else:
            super().keyPressEvent(event)
            self._pointed = self._pointed or QAccessible.isActive()
