"""Strips under the header that tell of a trouble and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.core.words import _, again, joined
from coach.ui.announce import announce
from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.icons import Icons
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.parts.card import draw_card
from coach.ui.text import Text
from coach.ui.theme import ICON, Size, Space, Theme

MOST_SHARE = 1 / 3
"""Of the window's height; a longer message scrolls, so that it leaves room for the screen."""

SHARE_TO_ANSWER = 1 / 2
"""The same where a button waits for an answer."""

MOST_SHARE_TO_ANSWER = 2 / 3
"""The same, if all of it is seen then."""

AGAIN_MS = 1500
"""So long after the start a screen reader has found the app, and hears what came too early."""

ROOM_FOR_WORDS = 150
"""Pixels at 100 % text a message's words need between sign and closing button, at least."""

ROOM_FOR_BUTTON = 700
"""Pixels at 100 % text from which a message's button stands beside its words."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something a person should know.

    Attributes:
        text: One sentence: what is so.
        remedy: One sentence: what to do; empty when there is nothing to do.
        action: What the button says that does it; empty for no button.
        act: Called by that button.
        other: What a second button says; empty for none.
        act_other: Called by that one.
        sign: Name of the icon before it.
    """

    text: str
    remedy: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    other: str = ""
    act_other: Callable[[], None] | None = None
    sign: str = "warning"

    @property
    def words(self) -> str:
        """All that is read out."""
        return joined((self.text, self.remedy))

    def again(self) -> Message:
        """Return it in the language of now."""
        texts = ("text", "remedy", "action", "other")
        return replace(self, **{name: again(getattr(self, name)) for name in texts})


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


class Messages(QWidget):
    """Shows the newest of the messages that are not closed yet; below it waits the one before.

    Signals:
        left: A message is gone that had the focus.
    """

    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._told: dict[str, Message] = {}
        self._held_back = False
        self._told_elsewhere = ""
        self._whole = False
        self._read_out: set[str] = set()
        self.strip: MessageStrip | None = None
        self._page: Page | None = None
        self._room = 0
        self.hide()

    @property
    def matters(self) -> tuple[str, ...]:
        """What there are messages about, oldest first."""
        return tuple(self._told)

    def tell(self, matter: str, message: Message) -> None:
        """Show a message about a matter, in place of an earlier one about it."""
        known = self._told.get(matter)
        if known and known.again().words == message.words:
            return
        self._forget(matter)
        self._told[matter] = message
        self._show_newest()

    def reword(self) -> None:
        """Tell all there is to tell in another language; nothing is read out twice."""
        self._told = {matter: message.again() for matter, message in self._told.items()}
        self._show_newest()

    def _forget(self, matter: str) -> None:
        self._told.pop(matter, None)
        self._read_out.discard(matter)

    def set_held_back(self, *, held_back: bool) -> None:
        """Keep the messages for later, or show what has been kept."""
        self._held_back = held_back
        self._show_or_hide()

    def set_told_elsewhere(self, matter: str) -> None:
        """Leave a matter out while the screen tells of it itself; empty for none."""
        if matter != self._told_elsewhere:
            self._told_elsewhere = matter
            self._show_newest()

    def set_whole(self, *, whole: bool) -> None:
        """Take all of a wide window, as the screen does, or end with what is laid out in it."""
        if whole is not self._whole:
            self._whole = whole
            self._place()
            self.updateGeometry()

    def drop(self, matter: str) -> None:
        """Take the message about a matter away."""
        if matter in self._told:
            self._forget(matter)
            self._show_newest()

    def focus(self) -> None:
        """Put the focus on what a message offers, where it answers what was just asked for."""
        if self.strip is not None and self.strip.buttons:
            self.strip.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def give_room(self, height: int) -> None:
        """Take no more than a share of the window's height, in pixels."""
        if height != self._room:
            self._room = height
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the message needs, up to the most."""
        if self.strip is None:
            return 0
        inside = width - 2 * self._margin(width)
        needed = self.strip.height_in(inside)
        return min(needed, round(self._room * self._share(needed)) or needed) + Space.S

    def _share(self, needed: int) -> float:
        """Return how much of the window a message of a height may take."""
        if self.strip is None or not self.strip.buttons:
            return MOST_SHARE
        is_whole = needed <= self._room * MOST_SHARE_TO_ANSWER
        return MOST_SHARE_TO_ANSWER if is_whole else SHARE_TO_ANSWER

    def _show_newest(self) -> None:
        now = self.window().focusWidget()
        had_focus = self._page is not None and now is not None and self._page.isAncestorOf(now)
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self.strip = self._page = None
        shown = [told for told in self._told.items() if told[0] != self._told_elsewhere]
        if self._told_elsewhere in self._told:
            self._read_out.add(self._told_elsewhere)
        if shown:
            matter, message = shown[-1]
            read = matter in self._read_out
            self.strip = MessageStrip(self._theme, self._icons, message, self, is_read_out=read)
            self.strip.read_out.connect(lambda: self._read_out.add(matter))
            self.strip.close_button.clicked.connect(lambda: self.drop(matter))
            self._page = Page(self.strip, self)
            self._page.fade_out(self._theme)
            self._page.show()
            self._place()
        self.updateGeometry()
        self._show_or_hide()
        if had_focus:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the message between the margins."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # By hand: with a layout of its own Qt asks that for the height, and not `heightForWidth`.
        if self._page is not None:
            margin = self._margin(self.width())
            inside = self.rect().adjusted(margin, 0, -margin, -Space.S)
            self._page.setGeometry(inside)
            assert self.strip is not None
            # Not as needed: where it has been shown once, Qt asks whether it can do without in the
            # width that is left beside it.
            fits = self.strip.height_in(inside.width()) <= inside.height()
            policy = Qt.ScrollBarPolicy
            self._page.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
            )

    def _margin(self, width: int) -> int:
        return Space.L if self._whole else self._theme.margin(width)

    def _show_or_hide(self) -> None:
        self.setVisible(self.strip is not None and not self._held_back)
