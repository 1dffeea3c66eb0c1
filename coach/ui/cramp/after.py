"""When the cramp has eased: one tap for the diary, and what may be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.core.numbers import clock
from coach.core.relief import Aftercare, ReliefSnapshot
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Weight
from coach.ui.column import Column
from coach.ui.cramp.big import BigButton
from coach.ui.cramp.diary_card import DiaryCard
from coach.ui.night import NightTheme
from coach.ui.page import Page
from coach.ui.style import palette, style_sheet
from coach.ui.text import Text
from coach.ui.theme import READING_WIDTH, Size, Space

if TYPE_CHECKING:
    from coach.app.relief_following import CrampRecorder

BACK = "back"
"""Id of the offer that leads back."""


class AfterPage(QWidget):
    """Offers; nothing has to be answered.

    Signals:
        done: Back to what the person was doing.
        chosen: Something is to be done now; carries the id of a routine or exercise.
    """

    done = Signal()
    chosen = Signal(str)

    def __init__(self, theme: NightTheme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no stop of Tab: it shows no ring
        self.heading = Text(Size.TITLE)
        self.card = DiaryCard(theme)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(Space.XS)
        self.done_button = BigButton(theme, "", weight=Weight.PRIMARY)
        self.done_button.clicked.connect(self.done)
        self._offers = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._offers.setSpacing(Space.S)
        self.offers: list[BigButton] = []
        self._lay_out()
        self._dress()
        theme.changed.connect(self._dress)

    def _lay_out(self) -> None:
        column = Column(self._theme, READING_WIDTH)
        column.rows.setSpacing(Space.M)
        column.rows.addStretch(1)
        column.rows.addWidget(self.heading)
        column.rows.addWidget(self.card)
        column.rows.addLayout(self._offers)
        column.rows.addLayout(self._notes)
        column.rows.addStretch(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.M, Space.L, Space.M, Space.M)
        outer.setSpacing(Space.M)
        self._page = Page(column)
        self._page.see_through()
        self._page.fade_out(self._theme)
        outer.addWidget(self._page, 1)
        foot = Column(self._theme, READING_WIDTH)
        foot.rows.addWidget(self.done_button)
        outer.addWidget(foot)

    def show_cramp(
        self, now: ReliefSnapshot, recorder: CrampRecorder | None, aftercare: Aftercare
    ) -> None:
        """Show what is known of a cramp that has eased, and what `aftercare` offers."""
        self.heading.set_text(_("It eased after {time}.").format(time=clock(now.eased_at or 0.0)))
        self.setAccessibleName(self.heading.text())
        self.card.show_cramp(recorder)
        for box in (self._offers, self._notes):
            while (item := box.takeAt(0)) is not None:
                if part := item.widget():
                    part.hide()
                    part.deleteLater()
        for note in aftercare.notes:
            self._notes.addWidget(Text(Size.BODY, note.text, tone="soft"))
        self.offers = []
        for offer in aftercare.offers:
            if offer.id == BACK:
                self.done_button.set_text(offer.text)
                continue
            offered = BigButton(self._theme, offer.text)
            offered.clicked.connect(lambda _on, name=offer.id: self.chosen.emit(name))
            self.offers.append(offered)
            self._offers.addWidget(offered)
        for offered in self.offers:
            offered.set_peers(*self.offers)
        self._arrange()
        announce(self, self.heading.text())

    def press(self, event: QKeyEvent) -> bool:
        """Digits say how bad it was; Escape goes on."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.done.emit()
        elif 0 <= key - Qt.Key.Key_0 <= 9:
            self.card.pain.choose(key - Qt.Key.Key_0)
        else:
            return self._page.turn_by(key)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the offers side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        larger = Size.CAPTION.pixels / Size.SMALL.pixels  # smaller words are no gain
        needed = sum(offer.one_line_width * larger + Space.S for offer in self.offers)
        room = min(self.width() - 2 * Space.M, self._theme.pixels(READING_WIDTH))
        beside = needed + Space.L * len(self.offers) <= room
        directions = QBoxLayout.Direction
        self._offers.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _dress(self) -> None:
        self.setPalette(palette(self._theme.colours))
        self.setStyleSheet(style_sheet(self._theme))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground: it covers the screen it lies on."""
        QPainter(self).fillRect(event.rect(), self._theme.colour("paper"))
