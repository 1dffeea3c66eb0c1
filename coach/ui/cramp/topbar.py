"""The row on top of Cramp now: the clock, and what is wanted now and then."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.cramp.clock import CrampClock
from coach.ui.icons import Icons
from coach.ui.mirror import mirrored
from coach.ui.night import NightTheme
from coach.ui.theme import Size, Space, Target


class TopBar(QWidget):
    """Lays its parts from the right; what has no room is left to its key.

    Attributes:
        clock: Since the cramp began.
        where: Opens the choices where they have no place of their own.
        back: Away from here.

    Signals:
        night_toggled: The other palette is wanted.
        mute_toggled: Speak or be silent: the other of the two.
    """

    night_toggled = Signal()
    mute_toggled = Signal()

    def __init__(self, theme: NightTheme, icons: Icons, parent: QWidget) -> None:
        """Show the clock alone; see `complete`."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._where_text = ""
        self._where_wanted = False
        self._muted = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.clock = CrampClock(theme, self)
        self.where = Button(theme, "", size=Size.SMALL, parent=self)
        self.where.setCheckable(True)
        self.where.hide()
        self.back = Button(theme, _("Leave"), parent=self)
        self._short_back: Button | None = None
        self._tools: tuple[Button, ...] = ()

    @property
    def height_wanted(self) -> int:
        """Pixels."""
        text = self.clock.sizeHint().height() + Space.S
        return max(round(Target.SMALL * (1 + (self._theme.scale - 1) / 6)), text)

    def complete(self) -> None:
        """Add what somebody in pain need not wait for."""
        self._short_back = self._icon_button("chevron-left")
        self._short_back.clicked.connect(self.back.click)
        night, mute = self._icon_button("moon"), self._icon_button("sound-on")
        night.clicked.connect(self.night_toggled)
        mute.clicked.connect(self.mute_toggled)
        self._tools = (night, mute)
        self.show_night()
        self.show_muted(muted=self._muted)
        self._theme.changed.connect(self.show_night)
        self.lay_out()

    def show_night(self) -> None:
        """Offer the other palette."""
        if self._tools:
            night = self._theme.is_night
            text = _("Brighter colours") if night else _("Night colours")
            self._tools[0].set_text(text)
            self._tools[0].set_tip(_("{action} (D)").format(action=text))
            self._tools[0].set_icon("sun" if night else "moon")

    def show_muted(self, *, muted: bool) -> None:
        """Offer to speak, or to be silent."""
        self._muted = muted
        if self._tools:
            text = _("Switch the voice on") if muted else _("Switch the voice off")
            self._tools[1].set_text(text)
            self._tools[1].set_tip(_("{action} (M)").format(action=text))
            self._tools[1].set_icon("sound-off" if muted else "sound-on")

    def show_where(self, text: str, *, wanted: bool) -> None:
        """Name what is chosen on the button that opens the choices, where it is wanted."""
        if (text, wanted) != (self._where_text, self._where_wanted):
            self._where_text, self._where_wanted = text, wanted
            self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """From the end of the row: back, tools, where; the clock gets the rest."""
        right = self.width()
        least = self.clock.least_width + Space.S
        self.where.set_text(_("Change"))
        room_for_where = self.where.sizeHint().width() + Space.S if self._where_wanted else 0
        if right - room_for_where < least:
            room_for_where = 0
        self.where.setVisible(bool(room_for_where))
        right = self._put_back(self._short_back, right, least + room_for_where)
        for button in self._tools:
            fits = right - button.sizeHint().width() - room_for_where >= least
            button.setVisible(fits)
            if fits:
                right = self._put(button, right)
        if room_for_where:
            self.where.set_text(self._where_text)
            self.where.setAccessibleDescription(_("Another muscle, place or leg"))
            if right - self.where.sizeHint().width() < least:
                self.where.set_text(_("Change"))
            right = self._put(self.where, right)
        place = QRect(0, 0, max(least, right), self.height())
        self.clock.setGeometry(mirrored(place, self.rect()))

    @property
    def way_out(self) -> Button:
        """The button that leads away, as it is shown now."""
        return self._short_back if self.back.isHidden() and self._short_back else self.back

    def _put_back(self, short: Button | None, right: int, others: int) -> int:
        """Show the way out in words where there is room, else as an arrow."""
        room = right - others - 2 * self.height()
        words = self.back.sizeHint().width() <= room
        self.back.setVisible(words)
        if words or short is None:
            if short is not None:
                short.hide()
            return self._put(self.back, right) if words else right
        short.setVisible(right - short.sizeHint().width() >= others)
        if short.isHidden():
            return right
        short.set_text(self.back.text())
        short.set_tip(self.back.text())
        return self._put(short, right)

    def _put(self, button: Button, right: int) -> int:
        size = button.sizeHint()
        top = (self.height() - size.height()) // 2
        place = QRect(right - size.width(), top, size.width(), size.height())
        button.setGeometry(mirrored(place, self.rect()))
        return right - size.width() - Space.S

    def _icon_button(self, icon: str) -> Button:
        button = Button(
            self._theme, "", weight=Weight.QUIET, icons=self._icons, icon=icon, parent=self
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
