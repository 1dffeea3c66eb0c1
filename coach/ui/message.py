"""What there is to tell: of a trouble and what to do about it, in a strip under the header."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.core.words import again, joined
from coach.ui.icons import Icons
from coach.ui.page import Page
from coach.ui.theme import Space, Theme

if TYPE_CHECKING:  # mostly there is no message
    from coach.ui.message_strip import MessageStrip

MOST_SHARE = 1 / 3
"""Of the window's height; a longer message scrolls, so that it leaves room for the screen."""

SHARE_TO_ANSWER = 1 / 2
"""The same where a button waits for an answer."""

MOST_SHARE_TO_ANSWER = 2 / 3
"""The same, if all of it is seen then."""


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
            from coach.ui.message_strip import MessageStrip

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
