"""The check at the first start: eight boxes that advise and hide, and lock nobody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.check.tick import TickRow
from coach.ui.column import Column
from coach.ui.page import Page
from coach.ui.start import Starting
from coach.ui.text import Text
from coach.ui.theme import READING_WIDTH, Size, Space, Target, Theme

if TYPE_CHECKING:
    from coach.app.cramp_now import CrampNow


MOST_FOR_BUTTONS = 0.5
"""Share of the height."""


class CheckScreen(Starting):
    """What is ticked is kept with "Keep my answers"; skipping keeps what was there.

    Signals:
        done: The person is through with it.
        stop_wanted: What was ticked needs help, not exercises.
    """

    done = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, cramp: CrampNow, parent: QWidget | None = None) -> None:
        """Show nothing ticked; see `begin`."""
        super().__init__(parent)
        self._cramp = cramp
        check = cramp.first_check
        self.rows = [TickRow(theme, tick) for tick in check.ticks]
        self.keep = Button(theme, _("Keep my answers"), weight=Weight.PRIMARY, height=Target.LARGE)
        self.skip = Button(theme, _("Skip"), height=Target.LARGE)
        page = Column(theme, READING_WIDTH)
        heading = Text(theme.title, check.title)
        page.rows.addWidget(heading)
        page.rows.addWidget(Text(Size.BODY, check.intro, tone="soft"))
        for row in self.rows:
            page.rows.addWidget(row)
        page.rows.addWidget(Text(Size.SMALL, cramp.texts.disclaimer, tone="soft"))
        page.rows.addStretch()
        self._page = Page(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._page, 1)
        self._buttons = ButtonRow([self.keep, self.skip], leading=True)
        self._below = Column(theme, READING_WIDTH)
        self._below.rows.addWidget(self._buttons)
        column.addWidget(self._below)
        self._rows = page.rows
        self.start = heading
        self.start.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.keep.clicked.connect(self._keep)
        self.skip.clicked.connect(self._skip)
        for row in self.rows:
            if row.tick.opens_stop:
                row.box.clicked.connect(self._look_at_stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons scroll along where they would leave hardly a line above them."""
        super().resizeEvent(event)
        high = self._buttons.heightForWidth(self.width() - 2 * Space.L)
        along = high > self.height() * MOST_FOR_BUTTONS
        if along != self._below.isHidden():
            (self._rows if along else self._below.rows).addWidget(self._buttons)
            self._below.setHidden(along)

    def begin(self) -> None:
        """Show the answers as they are kept."""
        answers = self._cramp.memory.answers
        for row in self.rows:
            row.box.setChecked(row.tick.condition in answers)
        self._page.verticalScrollBar().setValue(0)

    def press(self, event: QKeyEvent) -> bool:
        """Escape skips, arrows scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self._skip()
            return True
        return self._page.turn_by(event.key())

    def _keep(self) -> None:
        asked = frozenset(row.tick.condition for row in self.rows)
        ticked = frozenset(row.tick.condition for row in self.rows if row.box.isChecked())
        self._cramp.memory.keep_answers(self._cramp.memory.answers - asked | ticked)
        self.done.emit()

    def _skip(self) -> None:
        self._cramp.memory.put_check_away()
        self.done.emit()

    def _look_at_stop(self, ticked: bool) -> None:
        """New pain or swelling is no case for exercises; the tick is kept before help is sought."""
        if ticked:
            memory = self._cramp.memory
            memory.keep_answers(memory.answers | {row.tick.condition for row in self.rows
                                                  if row.box.isChecked()})  # fmt: skip
            self.stop_wanted.emit()
