"""First help for a cramp, as a page of text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.column import Column
from coach.ui.page import Page
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Target, Theme


def first_help() -> tuple[tuple[str, str], ...]:
    """Return the steps for a cramped calf at a desk: how long, and what to do."""
    return (
        (_("now"), _("Feet off any pedal or footrest. Push back, brake the chair. Breathe out.")),
        (_("20 s"), _("Sit forward, leg straight, heel on the floor. Toes up to the shin.")),
        (
            _("45 s"),
            _("Hands or a belt round the ball of the foot: pull 10 s, ease 5 s. Three times."),
        ),
        (
            _("70 s"),
            _("Stand and hold the desk. Foot flat, knee a little bent, press the heel down 30 s, "
              "ease 10 s, press 30 s. If you can't stand, pull again."),
        ),
        (_("60 s"), _("Walk slowly along the desk. On your heels, if you are steady.")),
        (_("60 s"), _("Sit down. Rub gently, or press the middle 15 s. Then pull again.")),
    )  # fmt: skip


WIDTH = 860
"""Pixels of the page at 100 % text."""

ROOM_FOR_LENGTHS = 340
"""Least pixels at 100 % text for a column of lengths beside the steps."""


class CrampScreen(QWidget):
    """The steps in large type; the line about when to stop is in sight all the time.

    Attributes:
        back_button: Leads back; stands in the header.

    Signals:
        back: Back to where the person came from.
    """

    back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the page."""
        super().__init__(parent)
        self.back_button = Button(theme, "", height=Target.LARGE, parent=self)
        self.back_button.clicked.connect(self.back)
        self.stop_line = StopLine(theme)
        self.steps = Steps(theme)
        page = Column(theme, WIDTH)
        page.rows.setSpacing(Space.M)
        page.rows.addWidget(Text(Size.TITLE, _("Leg straight. Toes up.")))
        page.rows.addWidget(self.steps)
        hint = _("Slowly, without jerks, and keep breathing. A firm pull may hurt at first; "
                 "pain that grows is a reason to stop. Longer than ten minutes is too long for "
                 "a simple cramp: get medical advice then.")  # fmt: skip
        page.rows.addWidget(Text(Size.BODY, hint, tone="soft"))
        page.rows.addStretch()
        self._page = Page(page)
        foot = Column(theme, WIDTH)
        foot.rows.addWidget(self.stop_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._page, 1)
        column.addWidget(foot)
        self.setFocusProxy(self.back_button)
        self.set_way_back(to_routine=False)

    def set_way_back(self, *, to_routine: bool) -> None:
        """Say where the button leads: to the routine that waits, or home."""
        self.back_button.set_text(_("Back to your routine") if to_routine else _("Back home"))

    def press(self, event: QKeyEvent) -> bool:
        """Escape goes back, the routine stays paused; arrows scroll."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1}
        pages |= {Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.back.emit()
        elif key in pages:
            self._page.turn(pages[key])
        else:
            return False
        return True


class Steps(QWidget):
    """What to do, one below the other; how long stands before it, or above where room is short."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the steps."""
        super().__init__(parent)
        self._theme = theme
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setColumnStretch(1, 1)
        self._steps = [
            (Text(Size.CAPTION, length, tone="accent"), Text(Size.CAPTION, text))
            for length, text in first_help()
        ]
        for length, _text in self._steps:
            length.setWordWrap(False)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that has room."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.pixels(ROOM_FOR_LENGTHS)
        if beside is self._beside:
            return
        self._beside = beside
        self._grid.setVerticalSpacing(Space.M if beside else Space.XS)
        top = Qt.AlignmentFlag.AlignTop
        for row, (length, text) in enumerate(self._steps):
            self._grid.removeWidget(length)
            self._grid.removeWidget(text)
            if beside:
                self._grid.addWidget(length, row, 0, top)
                self._grid.addWidget(text, row, 1, top)
            else:
                self._grid.addWidget(length, 2 * row, 0, 1, 2, top)
                self._grid.addWidget(text, 2 * row + 1, 0, 1, 2, top)


class StopLine(QWidget):
    """When not to go on: in sight all the time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the line."""
        super().__init__(parent)
        self._theme = theme
        row = QVBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        row.setSpacing(Space.XS)
        signs = _("Swollen, hot or discoloured leg? Felt a pop? Leg cold or numb? "
                  "Chest pain or breathless?")  # fmt: skip
        what = _("STOP. Do not stretch or rub this leg. Get medical help.")
        self.text = Text(Size.STRONG, signs)
        self.stop = Text(Size.STRONG, what, tone="stop")
        row.addWidget(self.text)
        row.addWidget(self.stop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the red border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("surface"))
        painter.setPen(QPen(self._theme.colour("stop_text"), Line.FOCUS - 1))
        place = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
