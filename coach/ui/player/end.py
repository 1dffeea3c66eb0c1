"""The screen after a routine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.column import Column
from coach.ui.icons import Icons
from coach.ui.page import Page
from coach.ui.player.summary import Line, Summary
from coach.ui.player.zoom import Zoomed
from coach.ui.start import Starting
from coach.ui.text import Text
from coach.ui.theme import ICON, READING_WIDTH, Size, Space, Target, Theme

FEW_STEPS = 8
"""Up to so many steps the list leaves room for a large sign."""

NARROW_BELOW, SHORT_BELOW, TIGHT_BELOW = 330, 300, 200
"""Pixels at 100 % text of the screen: below the first two the heading is smaller, below the second
there is no sign, below the last the buttons scroll with the words."""

LIST_WIDTH = 360
"""Pixels of the list of steps at 100 % text, at most."""

MEDAL = 4 * ICON
"""Across the sign for a routine gone through, in pixels at 100 % text."""


class EndScreen(Starting):
    """Says what was done, and offers to do it again or what goes well with it.

    Signals:
        again: The same routine once more.
        home: Back to the routines.
        wanted: Another routine; carries its id.
    """

    again = Signal()
    home = Signal()
    wanted = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme = Zoomed(theme)
        theme.setParent(self)
        self._icons = icons
        self._summary: Summary | None = None
        self._has_sign = self._narrow = False
        middle = Qt.AlignmentFlag.AlignHCenter
        self.heading = Text(Size.DISPLAY, align=middle)
        self.routine = Text(Size.HEADING, align=middle)
        self.facts = Text(Size.BODY, tone="accent", align=middle)
        self.kindly = Text(Size.BODY, tone="soft", align=middle)
        self.next_name = Text(Size.BODY, tone="soft", align=middle)
        self._next = ""
        self._sign = QLabel()
        self._sign.setAlignment(middle)
        self._lines = Column(theme, LIST_WIDTH)
        self._rows = QGridLayout()
        self._lines.rows.addLayout(self._rows)
        self._rows.setHorizontalSpacing(Space.M)
        self._rows.setVerticalSpacing(Space.XS)
        self._rows.setColumnStretch(1, 1)
        large = Target.LARGE
        self.home_button = Button(theme, _("Back home"), weight=Weight.PRIMARY, height=large)
        self.again_button = Button(theme, _("Do it again"), height=large)
        self.home_button.clicked.connect(self.home)
        self.again_button.clicked.connect(self.again)
        self.next_button = Button(theme, _("Start"), height=Target.SMALL)
        self.next_button.clicked.connect(lambda: self.wanted.emit(self._next))
        self._buttons = ButtonRow([self.again_button, self.home_button])
        self._tight = False
        self._lay_out()
        self.start = self.home_button
        theme.changed.connect(self._redraw)

    def _lay_out(self) -> None:
        page = Column(self._theme, READING_WIDTH)
        self._words = page.rows
        page.rows.addStretch(2)
        page.rows.addWidget(self._sign)
        page.rows.addSpacing(Space.S)
        for part in (self.heading, self.routine, self.facts, self.kindly):
            page.rows.addWidget(part)
        page.rows.addSpacing(Space.L)
        page.rows.addWidget(self._lines)
        page.rows.addSpacing(Space.L)
        page.rows.addWidget(self.next_name)
        page.rows.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignHCenter)
        page.rows.addStretch(3)
        self._page = Page(page)
        self._page.fade_out(self._theme)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(Space.L, 0, Space.L, Space.L)
        self._outer.setSpacing(Space.M)
        self._outer.addWidget(self._page, 1)
        self._outer.addWidget(self._buttons)

    def show_summary(self, routine: str, summary: Summary) -> None:
        """Show what was done of the routine titled `routine`; nothing is suggested yet."""
        self._summary = summary
        self.heading.set_text(summary.heading)
        self.routine.set_text(routine)
        self.facts.set_text(summary.facts)
        self.kindly.set_text(summary.kindly)
        self.kindly.setVisible(bool(summary.kindly))
        self.suggest("", "", "")
        self._redraw()
        said = (f"{summary.heading}. {routine}. {summary.facts}.", summary.kindly)
        announce(self, " ".join(filter(None, said)))

    def suggest(self, routine: str, title: str, when: str) -> None:
        """Offer the routine that goes well with what was done; an empty id offers none."""
        self._next = routine
        self.next_name.set_text(_("Goes well with it: {title}. {when}").format(
            title=title, when=when
        ) if routine else "")  # fmt: skip
        self.next_button.set_text(_("Start {title}").format(title=title))
        self.next_name.setVisible(bool(routine))
        self.next_button.setVisible(bool(routine))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons scroll with the words."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._theme.fit(self)
        scale = self._theme.scale
        narrow = self.width() < NARROW_BELOW * scale
        if narrow is not self._narrow:
            self._narrow = narrow
            self._redraw()
        small = narrow or self.height() < SHORT_BELOW * scale
        self.heading.set_size(Size.TITLE if small else Size.DISPLAY)
        self._sign.setVisible(self._has_sign and self.height() >= SHORT_BELOW * scale)
        tight = self.height() < TIGHT_BELOW * scale
        if tight is not self._tight:
            self._tight = tight
            box = self._words if tight else self._outer
            box.addWidget(self._buttons)

    def press(self, event: QKeyEvent) -> bool:
        """Escape goes home, Page up and Page down scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.home.emit()
            return True
        return self._page.turn_by(event.key())

    def _redraw(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        lines = self._summary.lines if self._summary else ()
        self._has_sign = len(lines) <= FEW_STEPS and any(line.done for line in lines)
        self._sign.setPixmap(self._medal())
        self._lines.set_widest(self._list_width(lines))
        for row, line in enumerate(lines):
            self._rows.addWidget(self._mark(line), 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            text = Text(Size.BODY, line.title, tone="" if line.done else "soft")
            text.setAccessibleName(line.spoken)
            self._rows.addWidget(text, 2 * row, 1)
            if not line.done:
                note = Text(Size.SMALL, _("left out"), tone="soft")
                at = (2 * row + 1, 1) if self._narrow else (2 * row, 2)
                self._rows.addWidget(note, *at)
        self._arrange()

    def _list_width(self, lines: Sequence[Line]) -> int:
        """Pixels at 100 % text that the list needs: then it stands in the middle as all else."""
        font, note = self._theme.font(Size.BODY), self._theme.font(Size.SMALL)
        widest = max((QFontMetrics(font).horizontalAdvance(one.title) for one in lines), default=0)
        if not all(one.done for one in lines) and not self._narrow:
            widest += Space.M + QFontMetrics(note).horizontalAdvance(_("left out"))
        needed = widest / self._theme.scale + ICON + Space.M + Space.S
        return min(LIST_WIDTH, round(needed))

    def _medal(self) -> QPixmap:
        """Return the sign on a round ground."""
        ratio, side = self.devicePixelRatioF(), self._theme.pixels(MEDAL)
        sign = self._draw("check", self._theme.colours.teal, 2 * ICON)
        medal = QPixmap(round(side * ratio), round(side * ratio))
        medal.setDevicePixelRatio(ratio)
        medal.fill(Qt.GlobalColor.transparent)
        painter = QPainter(medal)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("teal_soft"))
        painter.drawEllipse(0, 0, side, side)
        inset = (side - self._theme.pixels(2 * ICON)) // 2
        painter.drawPixmap(inset, inset, sign)
        painter.end()
        return medal

    def _mark(self, line: Line) -> QLabel:
        mark = QLabel()
        colours = self._theme.colours
        name, ink = ("check", colours.teal) if line.done else ("skip", colours.ink_soft)
        mark.setPixmap(self._draw(name, ink, ICON))
        return mark

    def _draw(self, name: str, ink: str, size: int) -> QPixmap:
        return self._icons.pixmap(name, ink, self._theme.pixels(size), self.devicePixelRatioF())
