"""The buttons in the header while a routine is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import Theme


class Tools:
    """Leave, reasons, sound, a small window, full screen.

    Attributes:
        close: Stops the routine and goes home.
        why: Shows why the exercise is done.
        mute: Speak, or be silent.
        small: Go on in a small window.
        full_screen: Fill the screen, or no longer.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        """Make the buttons."""

        def button(icon: str) -> Button:
            quiet = Weight.QUIET
            return Button(theme, "", weight=quiet, icons=icons, icon=icon, parent=parent)

        self.close = button("close")
        self.why = button("info")
        self.mute = button("sound-on")
        self.small = button("small-window")
        self.small.set_text(_("Small window at the edge"))
        self.small.set_tip(_("Small window at the edge (F9)"))
        self.full_screen = button("full-screen")
        self.close.set_text(_("Stop and go home"))
        self.close.set_tip(_("Stop and go home (Esc)"))
        self.why.set_text(_("Why this?"))
        self.why.set_tip(_("Why this? What stands behind the exercise (W)"))
        self.show_muted(muted=False)
        self.show_full_screen(full=False)

    def show_muted(self, *, muted: bool) -> None:
        """Offer the other of the two."""
        text = _("Switch the voice on") if muted else _("Switch the voice off")
        self.mute.set_text(text)
        self.mute.set_tip(_("{action} (M)").format(action=text))
        self.mute.set_icon("sound-off" if muted else "sound-on")

    def show_full_screen(self, *, full: bool) -> None:
        """Offer the other of the two."""
        text = _("Leave full screen") if full else _("Full screen")
        self.full_screen.set_text(text)
        self.full_screen.set_tip(_("{action} (F11)").format(action=text))
        self.full_screen.set_icon("full-screen-leave" if full else "full-screen")
