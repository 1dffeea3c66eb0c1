"""The screen after a routine."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
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
from coach.ui.text import Text
from coach.ui.theme import ICON, READING_WIDTH, Size, Space, Target, Theme

FEW_STEPS = 8
"""Up to so many steps the list leaves room for a large sign."""

LIST_WIDTH = 360
"""Pixels of the list of steps at 100 % text."""


class EndScreen(QWidget):
    """Says what was done, and offers to do it again.

    Signals:
        again: The same routine once more.
        home: Back to the routines.
    """

    again = Signal()
    home = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._summary: Summary | None = None
        middle = Qt.AlignmentFlag.AlignHCenter
        self.heading = Text(Size.DISPLAY, align=middle)
        self.routine = Text(Size.HEADING, align=middle)
        self.facts = Text(Size.CAPTION, tone="accent", align=middle)
        self._sign = QLabel()
        self._sign.setAlignment(middle)
        self._lines = Column(theme, LIST_WIDTH)
        self._rows = QGridLayout()
        self._lines.rows.addLayout(self._rows)
        self._rows.setHorizontalSpacing(Space.M)
        self._rows.setVerticalSpacing(Space.S)
        self._rows.setColumnStretch(1, 1)
        large = Target.LARGE
        self.home_button = Button(theme, _("Back home"), weight=Weight.PRIMARY, height=large)
        self.again_button = Button(theme, _("Do it again"), height=large)
        self.home_button.clicked.connect(self.home)
        self.again_button.clicked.connect(self.again)
        self._lay_out()
        self.setFocusProxy(self.home_button)
        theme.changed.connect(self._redraw)

    def _lay_out(self) -> None:
        page = Column(self._theme, READING_WIDTH)
        page.rows.addStretch(2)
        page.rows.addWidget(self._sign)
        for part in (self.heading, self.routine, self.facts):
            page.rows.addWidget(part)
        page.rows.addSpacing(Space.L)
        page.rows.addWidget(self._lines)
        page.rows.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, 0, Space.L, Space.L)
        outer.setSpacing(Space.M)
        outer.addWidget(Page(page), 1)
        outer.addWidget(ButtonRow([self.again_button, self.home_button]))

    def show_summary(self, routine: str, summary: Summary) -> None:
        """Show what was done of the routine titled `routine`."""
        self._summary = summary
        self.heading.set_text(summary.heading)
        self.routine.set_text(routine)
        self.facts.set_text(summary.facts)
        self._redraw()
        announce(self, f"{summary.heading}. {routine}. {summary.facts}")

    def press(self, event: QKeyEvent) -> bool:
        """Escape goes home."""
        if event.key() == Qt.Key.Key_Escape:
            self.home.emit()
            return True
        return False

    def _redraw(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        lines = self._summary.lines if self._summary else ()
        few = len(lines) <= FEW_STEPS
        self._sign.setVisible(few and any(line.done for line in lines))
        self._sign.setPixmap(self._draw("check", self._theme.colours.teal, 3 * ICON))
        for row, line in enumerate(lines):
            self._rows.addWidget(self._mark(line), row, 0, Qt.AlignmentFlag.AlignTop)
            text = Text(Size.BODY, line.title, tone="" if line.done else "soft")
            text.setAccessibleName(line.spoken)
            self._rows.addWidget(text, row, 1)
            if not line.done:
                self._rows.addWidget(Text(Size.SMALL, _("left out"), tone="soft"), row, 2)

    def _mark(self, line: Line) -> QLabel:
        mark = QLabel()
        colours = self._theme.colours
        name, ink = ("check", colours.teal) if line.done else ("skip", colours.ink_soft)
        mark.setPixmap(self._draw(name, ink, ICON))
        return mark

    def _draw(self, name: str, ink: str, size: int) -> QPixmap:
        return self._icons.pixmap(name, ink, self._theme.pixels(size), self.devicePixelRatioF())
