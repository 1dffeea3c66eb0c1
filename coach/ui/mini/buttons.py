"""The buttons of the small window."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import Space, Theme

ONE_ROW_UP_TO = 1.5
"""Factor of the text up to which all buttons lie in one row."""


class Buttons(QWidget):
    """Pause, skip, back to the large window, and Cramp now; in two rows with large text.

    Attributes:
        pause: Pause, or go on.
        skip: The next step.
        large: Back to the large window.
        cramp: Help for a cramp.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Stand ready to pause."""
        super().__init__(parent)
        self._theme = theme
        self.pause = Button(theme, "", weight=Weight.PRIMARY, icons=icons, icon="pause")
        self.skip = Button(theme, _("Skip"), weight=Weight.QUIET, icons=icons, icon="skip")
        self.skip.set_tip(_("Skip (right arrow)"))
        self.large = Button(
            theme, _("Back to the large window"),
            weight=Weight.QUIET, icons=icons, icon="large-window",
        )  # fmt: skip
        self.large.set_tip(_("Back to the large window (F9)"))
        self.cramp = Button(theme, _("Cramp now"), weight=Weight.WARM)
        self.cramp.set_tip(_("Help for a cramp, at once (Ctrl+Shift+C)"))
        self.set_paused(paused=False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.XS)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.pause, 0, 0)
        self._grid.addWidget(self.skip, 0, 1)
        self._grid.addWidget(self.large, 0, 4)
        self._arrange()
        theme.changed.connect(self._arrange)

    def set_paused(self, *, paused: bool) -> None:
        """Offer what the first button does now."""
        text = _("Go on") if paused else _("Pause")
        self.pause.set_text(text)
        self.pause.set_icon("play" if paused else "pause")
        self.pause.set_tip(_("{action} (space bar)").format(action=text))

    def set_over(self, *, over: bool) -> None:
        """Leave out what is of no use once the routine is over."""
        self.pause.setVisible(not over)
        self.skip.setVisible(not over)

    def _arrange(self) -> None:
        one_row = self._theme.scale <= ONE_ROW_UP_TO
        self._grid.removeWidget(self.cramp)
        policy = QSizePolicy.Policy
        self.cramp.setSizePolicy(policy.Fixed if one_row else policy.Expanding, policy.Fixed)
        self._grid.addWidget(self.cramp, *((0, 3) if one_row else (1, 0, 1, 5)))
