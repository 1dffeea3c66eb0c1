"""The buttons under the player."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import Space, Target, Theme


class Controls(QWidget):
    """Restart, back, pause or play, skip, ten seconds more.

    Signals:
        restart_clicked: The step from its beginning.
        back_clicked: The step before.
        pause_clicked: Pause, or go on.
        skip_clicked: The next step.
        more_clicked: Ten seconds more.
    """

    restart_clicked = Signal()
    back_clicked = Signal()
    pause_clicked = Signal()
    skip_clicked = Signal()
    more_clicked = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Stand ready to pause."""
        super().__init__(parent)
        # Back and on are the way of time, from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

        def button(name: str, text: str, tip: str, weight: Weight, height: int) -> Button:
            made = Button(theme, text, weight=weight, icons=icons, icon=name, height=height)
            made.set_tip(tip)
            return made

        quiet, plain, usual = Weight.QUIET, Weight.OUTLINED, Target.LARGE
        self.restart = button("restart", _("Start this step again"), "", quiet, usual)
        self.back = button("back", _("Back"), "", plain, usual)
        self.pause = button("pause", _("Pause"), "", Weight.PRIMARY, Target.PLAY)
        self.skip = button("skip", _("Skip"), "", plain, usual)
        self.more = button("plus-ten", _("Ten seconds more"), "", quiet, usual)
        self.restart.set_tip(_("Start this step again (R)"))
        self.back.set_tip(_("Back (left arrow)"))
        self.skip.set_tip(_("Skip (right arrow)"))
        self.more.set_tip(_("Ten seconds more (up arrow)"))
        self.set_paused(paused=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addStretch()
        for part in (self.restart, self.back, self.pause, self.skip, self.more):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restart.clicked.connect(self.restart_clicked)
        self.back.clicked.connect(self.back_clicked)
        self.pause.clicked.connect(self.pause_clicked)
        self.skip.clicked.connect(self.skip_clicked)
        self.more.clicked.connect(self.more_clicked)

    def set_room(self, zoom: float, *, tight: bool) -> None:
        """Make the buttons larger by half of what the text grows in a large window.

        Where it is tight, the one in the middle is no larger than its neighbours.
        """
        grown = (1 + zoom) / 2
        for part in (self.restart, self.back, self.skip, self.more):
            part.set_height(round(Target.LARGE * grown))
        self.pause.set_height(round((Target.LARGE if tight else Target.PLAY) * grown))

    def set_paused(self, *, paused: bool) -> None:
        """Offer what the large button does now."""
        text = _("Go on") if paused else _("Pause")
        self.pause.set_text(text)
        self.pause.set_icon("play" if paused else "pause")
        self.pause.set_tip(_("{action} (space bar)").format(action=text))
