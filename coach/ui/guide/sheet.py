"""A sheet at the side of the window that explains, and leaves the screen beside it at work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core.words import _, sentence
from coach.ui.announce import announce
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.style import palette, style_sheet
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Space, Theme

WIDTH = 440
"""Pixels of the sheet at 100 % text."""

LEAST_BESIDE = 360
"""Pixels at 100 % text that have to be left beside it; else it takes all the width."""

MOST_FOR_TITLE = 0.3
"""Share of the sheet's height that the title may take for good, beyond that of the cross."""

_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Sheet(QWidget):
    """Lies on the window; Escape closes it, and the focus goes back to where it was.

    Nothing is stopped by it. Keys that mean nothing here are for the screen: a pause, an answer
    and STOP work as if it were not open.

    Attributes:
        kind: What it shows, as its opener calls it.
        content: What it shows.

    Signals:
        closed: It is gone.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        window: QWidget,
        room: Callable[[], QRect],
        *,
        arrows_scroll: bool,
    ) -> None:
        """Show nothing yet; see `open`.

        Args:
            theme: Where colours and sizes come from.
            icons: Draws the cross.
            window: What it lies on.
            room: The part of the window it may cover; asked again when the window changes.
            arrows_scroll: Up and Down scroll; else they are the screen's.
        """
        super().__init__(window)
        self._theme = theme
        self._room = room
        self._arrows_scroll = arrows_scroll
        self._before: QWidget | None = window.focusWidget()
        self.kind = ""
        self.content: QWidget | None = None
        self.title = Text(theme.title)
        self.close_button = Button(
            theme, _("Close"), weight=Weight.QUIET, icons=icons, icon="close"
        )
        self.close_button.set_tip(_("Close (Esc)"))
        self.close_button.clicked.connect(self.leave)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.title)  # a plain widget has no role for a screen reader to tell
        self._head = head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addStretch()
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(edges(Space.L, Space.M, Space.S, Space.S))
        self._rows.addLayout(head)
        self._page: Page | None = None
        window.installEventFilter(self)
        theme.changed.connect(self._dress)

    def open(self, kind: str, title: str, content: QWidget, words: str) -> None:
        """Show something; `words` are what a screen reader reads of it."""
        self.kind, self.content = kind, content
        self.title.set_text(title)
        self.setAccessibleName(title)
        self.title.setAccessibleDescription(words)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(edges(0, 0, Space.M, Space.M))
        rows.addWidget(content)
        self._inside = rows
        self._page = Page(inner)
        self._page.see_through()
        self._rows.addWidget(self._page, 1)
        self._dress()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, " ".join((sentence(title), words)))

    def come_from(self, other: Sheet) -> None:
        """Take the place of another sheet: the focus goes back to where that one was opened."""
        self._before = other._before

    def leave(self) -> None:
        """Close, and give the focus back."""
        inside = self.isAncestorOf(self.window().focusWidget() or self) or self.hasFocus()
        self.put_away()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Close; the focus is somebody else's affair."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, page keys scroll; the screen gets what is left."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _PAGES and self._page is not None:
            self._page.turn(_PAGES[key])
        elif key in _LINES and self._arrows_scroll and self._page is not None:
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.value() + _LINES[key] * self._theme.pixels(Space.XL))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 as in Qt
        """Tab stays among what is seen: from the last button it goes to the first."""
        parts = [part for part in self.findChildren(QWidget)
                 if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
        parts.sort(key=lambda part: part is self.close_button)
        now = self.window().focusWidget()
        if not parts:
            return False
        at = parts.index(now) if now in parts else (-1 if forward else 0)
        chosen = parts[(at + (1 if forward else -1)) % len(parts)]
        reasons = Qt.FocusReason
        chosen.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        if self._page is not None and chosen is not self.close_button:
            self._page.ensureWidgetVisible(chosen)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the side of the window, whatever its size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self.place)
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Lie at the side, or over all of the room where it is narrow."""
        room, width = self._room(), self._theme.pixels(WIDTH)
        if room.width() - width < self._theme.pixels(LEAST_BESIDE):
            width = room.width()
        left = room.left() if self._lies_left else room.right() + 1 - width
        self.setGeometry(left, room.top(), width, room.height())
        self._put_title()

    def _put_title(self) -> None:
        """Let the title scroll with what is below it where it would take all the room."""
        cross = self.close_button.sizeHint()
        width = self.width() - 2 * Space.L - cross.width()
        more = self.title.heightForWidth(width) - cross.height()
        high = more > self.height() * MOST_FOR_TITLE
        if self._page is None or high is (self._inside.indexOf(self.title) >= 0):
            return
        focused = self.title.hasFocus()
        if high:
            self._inside.insertWidget(0, self.title)
        else:
            self._head.insertWidget(0, self.title, 1)
        self.title.show()
        if focused:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _lies_left(self) -> bool:
        """Whether it lies at the left: where lines end, but at the window's edge in any case."""
        room, window = self._room(), self.window()
        ends = room.left() <= 0, room.right() >= window.width() - 1
        return ends[0] if ends[0] is not ends[1] else self.isRightToLeft()

    def _dress(self) -> None:
        self.setPalette(palette(self._theme.colours))
        self.setStyleSheet(style_sheet(self._theme))
        self.title.set_size(self._theme.title)
        self.place()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), Line.HAIR))
        painter.setBrush(self._theme.colour("surface"))
        beyond = Radius.LARGE  # of the window's edge: only the corners inside are round
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.width() >= self.window().width():
            shape.adjust(-beyond, 0, beyond, 0)
        elif self._lies_left:
            shape.adjust(-beyond, 0, 0, 0)
        else:
            shape.adjust(0, 0, beyond, 0)
        painter.drawRoundedRect(shape, Radius.LARGE, Radius.LARGE)
