"""One message, with what answers it and a button that closes it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.icons import Icons
from coach.ui.message import Message
from coach.ui.mirror import edges
from coach.ui.parts.card import draw_card
from coach.ui.text import Text
from coach.ui.theme import ICON, Size, Space, Theme

AGAIN_MS = 1500
"""So long after the start a screen reader has found the app, and hears what came too early."""

ROOM_FOR_WORDS = 150
"""Pixels at 100 % text a message's words need between sign and closing button, at least."""

ROOM_FOR_BUTTON = 700
"""Pixels at 100 % text from which a message's button stands beside its words."""


class Places(Enum):
    """Row, column and how many of both the words take, then the buttons; the widest is first."""

    BESIDE = ((0, 1, 1, 1), (0, 2, 1, 1))
    BELOW = ((0, 1, 1, 2), (1, 1, 1, 3))
    WITHOUT_SIGN = ((0, 0, 1, 3), (1, 0, 1, 4))
    WHOLE_WIDTH = ((1, 0, 1, 4), (2, 0, 1, 4))


def _least_width(part: QWidget) -> int:
    return 0 if part.isHidden() else part.minimumSizeHint().width()


class MessageStrip(QWidget):
    """One message with a button that closes it.

    Signals:
        read_out: A screen reader has been told of it.
    """

    read_out = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        message: Message,
        parent: QWidget,
        *,
        is_read_out: bool = False,
    ) -> None:
        """Show `message`; `is_read_out` where it has been read out before."""
        super().__init__(parent)
        self.message = message
        self._theme = theme
        self._icons = icons
        self.text = Text(Size.STRONG, message.text)
        self.remedy = Text(Size.BODY, message.remedy)
        if not message.remedy:
            self.remedy.hide()
        for label in (self.text, self.remedy):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = Button(
            theme, _("Close this message"), weight=Weight.QUIET, icons=icons, icon="close"
        )
        self.close_button.set_tip(self.close_button.text())
        self.buttons: list[Button] = []
        self._sign = QLabel()
        self._sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = QWidget()
        self._row: ButtonRow | None = None
        self._places = Places.BESIDE
        self._lay_out(message)
        self._draw_sign()
        theme.changed.connect(self._draw_sign)
        self.setAccessibleName(message.words)
        self._is_read_out = is_read_out
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._read_out)

    def _lay_out(self, message: Message) -> None:
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(Space.XS)
        words.addWidget(self.text)
        words.addWidget(self.remedy)
        pairs = ((message.action, message.act), (message.other, message.act_other))
        for text, act in pairs:
            if act is not None:
                button = Button(self._theme, text)
                button.clicked.connect(act)
                self.buttons.append(button)
        if self.buttons:
            self._row = ButtonRow(self.buttons, leading=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(edges(Space.M, Space.S, Space.S, Space.S))
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(3, 1)  # what is too much of height is no gap between words
        self._grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.close_button, 0, 3, Qt.AlignmentFlag.AlignTop)
        self._put(self._places)

    def _put(self, places: Places) -> None:
        self._sign.setVisible(places is not Places.WITHOUT_SIGN)
        for part, place in ((self._words, places.value[0]), (self._row, places.value[1])):
            if part is not None:
                self._grid.removeWidget(part)
                self._grid.addWidget(part, *place)

    def _draw_sign(self) -> None:
        side = self._theme.pixels(ICON)
        sign = self.message.sign
        ink = getattr(self._theme.colours, self._role)
        self._sign.setPixmap(self._icons.pixmap(sign, ink, side, self.devicePixelRatioF()))
        self._sign.setContentsMargins(0, Space.S, 0, 0)

    @property
    def _role(self) -> str:
        """Warm for a trouble, calm for what only is to be known."""
        return "warm_graphic" if self.message.sign == "warning" else "teal"

    def showEvent(self, event: QShowEvent) -> None:
        """Be read out the first time it is seen: what is held back interrupts nobody."""
        super().showEvent(event)
        self._read_out()
        if not self._is_read_out:
            self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen is not read out."""
        super().hideEvent(event)
        self._again.stop()

    def _read_out(self) -> None:
        if not self._is_read_out and self.isVisible() and announce(self, self.accessibleName()):
            self._is_read_out = True
            self.read_out.emit()

    def minimumSizeHint(self) -> QSize:
        """Any width: there is an arrangement for each, and it goes by the room, not by itself."""
        return QSize(0, super().minimumSizeHint().height())

    def height_in(self, width: int) -> int:
        """Return the pixels it needs in a width, which need not be the one it has."""
        self._arrange_for(width)
        needed = self.heightForWidth(width)
        self._arrange_for(self.width())  # whoever lays out asks about widths that never come
        return needed

    def _arrange_for(self, width: int) -> None:
        places = self._places_in(width)
        if places is not self._places:
            self._places = places
            self._put(places)

    def _places_in(self, width: int) -> Places:
        if width > self._theme.pixels(ROOM_FOR_BUTTON):
            return Places.BESIDE
        edges_taken = Space.M + Space.S
        sign = self._sign.sizeHint().width() + Space.M
        closing = self.close_button.sizeHint().width() + Space.M
        words = max(
            self._theme.pixels(ROOM_FOR_WORDS), *map(_least_width, (self.text, self.remedy))
        )
        buttons = max(map(_least_width, self.buttons), default=0)
        needed = edges_taken + max(words + closing, buttons)
        if width >= needed + sign:
            return Places.BELOW
        return Places.WITHOUT_SIGN if width >= needed else Places.WHOLE_WIDTH

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go by the width."""
        self._arrange_for(self.width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        draw_card(self, self._theme, self._role)
