"""What the diary keeps of this cramp, and one tap to say how bad it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.body import Side
from coach.core.numbers import clock
from coach.core.relief import Cramp
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.cramp.chips import Group
from coach.ui.cramp.words import muscle_name, place_name, side_name
from coach.ui.language import time_of_day
from coach.ui.mirror import mirrored
from coach.ui.parts.card import draw_card
from coach.ui.parts.chip import Chip
from coach.ui.text import Text
from coach.ui.theme import Line, Size, Space, Theme

if TYPE_CHECKING:
    from coach.app.relief_following import CrampRecorder

WORST = 10


class PainScale(QWidget):
    """Numbers from 0 to 10; a tap says how bad it was, another one says it anew.

    Signals:
        chosen: Carries the number.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no number chosen."""
        super().__init__(parent)
        self._chips: list[Chip] = []
        for pain in range(WORST + 1):
            text = _("Pain {n} of {worst}").format(n=pain, worst=WORST)
            chip = Chip(theme, str(pain), text, self)
            chip.setAccessibleName(text)
            chip.set_dotted(dotted=False)
            chip.chosen.connect(partial(self.choose, pain))
            self._chips.append(chip)
        theme.changed.connect(self._fit)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """From 0 to 10."""
        return tuple(self._chips)

    def choose(self, pain: int) -> None:
        """Choose a number."""
        self.show_chosen(pain)
        self.chosen.emit(pain)

    def show_chosen(self, pain: int | None) -> None:
        """Show which number is chosen; None for no number."""
        for number, chip in enumerate(self._chips):
            chip.show_chosen(chosen=number == pain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In as few rows as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = max(chip.sizeHint().width() for chip in self._chips)
        high = self._chips[0].sizeHint().height()
        a_row = max(1, min(len(self._chips), (self.width() + Space.XS) // (size + Space.XS)))
        for number, chip in enumerate(self._chips):
            row, column = divmod(number, a_row)
            place = QRect(column * (size + Space.XS), row * (high + Space.XS), size, high)
            chip.setGeometry(mirrored(place, self.rect()))
        rows = -(-len(self._chips) // a_row)
        self.setFixedHeight(rows * (high + Space.XS) - Space.XS)


class LegChoice(QWidget):
    """Which leg it was, to put right what was not said in the hurry."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing chosen."""
        super().__init__(parent)
        sides = (Side.LEFT, Side.RIGHT)
        self.group = Group(theme, sides, side_name, ("", ""), self)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In as few rows as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self.group.height_for(self.width())
        self.group.setGeometry(0, 0, self.width(), height)
        self.setFixedHeight(height)


class DiaryCard(QWidget):
    """Shows the entry, which is kept already; what is tapped is kept at once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no cramp yet."""
        super().__init__(parent)
        self._theme = theme
        self._recorder: CrampRecorder | None = None
        self.entry = Text(Size.STRONG)
        self.legs = LegChoice(theme)
        self.question = Text(Size.BODY, _("How bad was it? 0 is no pain, 10 the worst."))
        self.pain = PainScale(theme)
        self.said = Text(Size.SMALL, tone="soft")
        self.said.keep_lines(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        for part in (self.entry, self.legs, self.question, self.pain, self.said):
            rows.addWidget(part)
        self.pain.chosen.connect(self._keep)
        for side, chip in self.legs.group.chips.items():
            chip.chosen.connect(partial(self._keep, side=side))
        theme.changed.connect(self.update)

    def show_cramp(self, recorder: CrampRecorder | None) -> None:
        """Show what `recorder` keeps; without one there is nothing to tap."""
        self._recorder = recorder
        self.setVisible(recorder is not None)
        if recorder is not None:
            self.said.set_text(_("You can leave this out."))
            self._show(recorder.cramp)

    def _show(self, cramp: Cramp) -> None:
        time = clock(cramp.seconds) if cramp.seconds is not None else ""
        what = f"{muscle_name(cramp.muscle)} · {place_name(cramp.place)} · {time}"
        started = time_of_day(cramp.started)
        self.entry.set_text(_("In your diary: {time}, {what}").format(time=started, what=what))
        self.legs.group.show_chosen(cramp.side)
        self.pain.show_chosen(cramp.pain)

    def _keep(self, pain: int | None = None, *, side: Side | None = None) -> None:
        if self._recorder is None:
            return
        before = self._recorder.cramp
        self._recorder.note(pain=before.pain if pain is None else pain, side=side or before.side)
        self._show(self._recorder.cramp)
        self.said.set_text(_("Written down."))
        announce(self, self.said.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        draw_card(self, self._theme, "line", line=Line.HAIR)
