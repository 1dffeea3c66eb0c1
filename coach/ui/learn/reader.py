"""Shows one page; notes, matches and the keys that go to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from coach.core.learn import LearnPage
from coach.ui.announce import announce
from coach.ui.learn.document import LINE, NOTE, Setter
from coach.ui.learn.wording import note_text
from coach.ui.theme import READING_WIDTH, Line, Space, Theme

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
        self._came_from: dict[int, int] = {}
        self.match = -1
        self._ringed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        if aloud:
            announce(self, self.document().findBlock(start).text())

    def go_to_note(self, number: int) -> None:
        """Show a note, and have it read out."""
        if self._setter is None or self.page is None:
            return
        place = self._setter.places[number]
        block = self.document().findBlock(place)
        self._light(place, place + block.length() - 1, "teal_soft", "ink")
        self._show(place)
        announce(self, note_text(self.page.notes[number - 1]))

    def _follow(self, link: QUrl) -> None:
        name = link.fragment()
        if name.startswith(NOTE):
            number = int(name.removeprefix(NOTE))
            self._came_from[number] = self.verticalScrollBar().value()
            self.go_to_note(number)
        elif name.startswith(LINE):
            self._go_back(int(name.removeprefix(LINE)))

    def _go_back(self, number: int) -> None:
        """Go back to where the note was asked for, or to the first line that names it."""
        self.setExtraSelections([])
        if number in self._came_from:
            self.verticalScrollBar().setValue(self._came_from[number])
            return
        block = self.document().begin()
        while block.isValid():
            for span in block.textFormats():
                if span.format.anchorHref() == f"#{NOTE}{number}":
                    self._show(block.position())
                    return
            block = block.next()

    def _light(self, start: int, end: int, ground: str, ink: str) -> None:
        light = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        light.cursor = cursor
        light.format.setBackground(self._theme.colour(ground))
        light.format.setForeground(self._theme.colour(ink))
        self.setExtraSelections([light])

    def _show(self, position: int) -> None:
        """Scroll where a position is not in sight, so that it stands in the upper third."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar = self.verticalScrollBar()
        place, high = self.cursorRect(cursor), self.viewport().height()
        if place.top() < 0 or place.bottom() > high:
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
            bar.setValue(kept)

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
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ringed = False
        self.update()
        super().focusOutEvent(event)

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
        """Copy and select all work by key too; what has no use here is for the screen."""
        if event.matches(_KEYS[0]):
            self.copy()
        elif event.matches(_KEYS[1]):
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)
