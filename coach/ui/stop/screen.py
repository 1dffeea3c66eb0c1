"""STOP: nothing to scroll past on top, and no way out by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from coach.core.caution import StopReason
from coach.core.safety import Urgency
from coach.ui.announce import announce
from coach.ui.button import Weight
from coach.ui.cramp.big import BigButton
from coach.ui.cramp.places import most_scale
from coach.ui.mirror import edges
from coach.ui.night import NightTheme
from coach.ui.page import Page
from coach.ui.start import Starting
from coach.ui.stop.band import RedBand
from coach.ui.stop.card import ClotCard
from coach.ui.stop.signs import SignPage, call_text
from coach.ui.stop.tab import SignTab
from coach.ui.style import palette, style_sheet
from coach.ui.theme import Space, Theme

if TYPE_CHECKING:
    from coach.app.cramp_now import CrampNow

ROOM_FOR_CARD = 900
"""Pixels at 100 % text from which the card stands beside the list."""

ROOM_FOR_TABS = 640
"""Pixels at 100 % text from which the buttons stand side by side."""


class StopScreen(Starting):
    """Three lists, one of them in sight; whoever finds nothing there goes back.

    Signals:
        back: None of these.
    """

    back = Signal()

    def __init__(self, theme: Theme, cramp: CrampNow, parent: QWidget | None = None) -> None:
        """Show no list yet; see `show_reason`."""
        super().__init__(parent)
        self.theme = NightTheme(theme)
        self.theme.setParent(self)
        self._cramp = cramp
        self._content = cramp.stop_screen
        self.spoken = ""
        self.band = RedBand(self.theme)
        self.tabs = {
            signs.urgency: SignTab(self.theme, signs, number)
            for number, signs in enumerate(self._content.lists, start=1)
        }
        self.back_button = BigButton(self.theme, self._content.back, weight=Weight.OUTLINED)
        self.card = ClotCard(self.theme, self._content)
        self._pages: dict[Urgency, SignPage] = {}
        self.page: SignPage | None = None
        self.start = self.band.title
        self.start.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        for urgency, tab in self.tabs.items():
            tab.set_peers(*self.tabs.values())
            # A screen reader does not click, it toggles.
            tab.toggled.connect(lambda on, urgency=urgency: self._open(urgency) if on else None)
        self.back_button.clicked.connect(self.back)
        self.theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self._tabs_grid = QGridLayout()
        self._tabs_grid.setSpacing(Space.S)
        self._content_box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._content_box.setContentsMargins(edges(0, 0, Space.S, 0))
        self._content_box.setSpacing(Space.L)
        self._list = QVBoxLayout()
        self._content_box.addLayout(self._list, 5)
        self._content_box.addWidget(self.card, 3, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setLayout(self._content_box)
        self._scroll = Page(inner)
        self._scroll.see_through()
        self._scroll.fade_out(self.theme)
        body = QVBoxLayout()
        body.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        body.setSpacing(Space.S)
        body.addLayout(self._tabs_grid)
        body.addWidget(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addLayout(body, 1)

    def show_reason(self, reason: StopReason, *, night: bool) -> None:
        """Open with the list that fits the reason."""
        self.theme.set_night(night)
        self.spoken = self._content.spoken(reason)
        self.band.show_text(self._content.heading(reason), self._content.advice(reason))
        too_long = reason is StopReason.TEN_MINUTES
        self._drop_pages()  # the region may be another one by now
        self.show_list(Urgency.TODAY if too_long else Urgency.EMERGENCY)
        announce(self, self.spoken)

    def show_list(self, urgency: Urgency) -> None:
        """Show one of the lists, from its top."""
        if self.tabs[urgency].isChecked():
            self._open(urgency)
        self.tabs[urgency].setChecked(True)

    def _open(self, urgency: Urgency) -> None:
        if self.page is not None:
            self.page.hide()
            self._list.removeWidget(self.page)
        if urgency not in self._pages:
            signs = self.tabs[urgency].signs
            self._pages[urgency] = SignPage(self.theme, signs, self._number(urgency))
        self.page = self._pages[urgency]
        self._list.insertWidget(0, self.page)
        self.page.show()
        self._scroll.verticalScrollBar().setValue(0)

    def press(self, event: QKeyEvent) -> bool:
        """Digits open the lists, arrows scroll; Escape does nothing, on purpose."""
        key = Qt.Key(event.key())
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -0.25}
        pages |= {Qt.Key.Key_Down: 0.25, Qt.Key.Key_Space: 1}
        lists = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), self.tabs, strict=False))
        if key in lists:
            self.show_list(lists[key])
        elif key in pages:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + round(pages[key] * bar.pageStep()))
        return key in lists or key in pages or key == Qt.Key.Key_Escape

    def _number(self, urgency: Urgency) -> str:
        region = self._content.region(self._cramp.memory.region)
        if urgency is Urgency.EMERGENCY:
            return call_text(self._content.emergency_number(region))
        if urgency is Urgency.TODAY and region and region.urgent:
            return call_text(region.urgent)
        return ""

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self._list.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self.page = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that has room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.theme.set_most_scale(most_scale(self.width(), self.height()))
        wide = self.width() >= self.theme.pixels(ROOM_FOR_CARD)
        directions = QBoxLayout.Direction
        self._content_box.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        buttons = [*self.tabs.values(), self.back_button]
        beside = self.width() >= self.theme.pixels(ROOM_FOR_TABS)
        for button in buttons:
            self._tabs_grid.removeWidget(button)
        for number, button in enumerate(buttons):
            row, column = (0, number) if beside else divmod(number, self._columns(buttons))
            self._tabs_grid.addWidget(button, row, column)
        self.band.fit()

    def _columns(self, buttons: list[BigButton]) -> int:
        widest = max(button.sizeHint().width() for button in buttons)
        return 2 if 2 * widest + Space.S + 2 * Space.M <= self.width() else 1

    def _dress(self) -> None:
        self.setPalette(palette(self.theme.colours))
        self.setStyleSheet(style_sheet(self.theme))
        self._arrange()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))
