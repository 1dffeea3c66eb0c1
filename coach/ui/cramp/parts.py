"""The parts of Cramp now and where they lie; what they do is `CrampScreen`'s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.ui.button import Button, Weight
from coach.ui.cramp.beat import Beat
from coach.ui.cramp.big import BigButton
from coach.ui.cramp.chips import Choices
from coach.ui.cramp.fitted import Fitted
from coach.ui.cramp.flash import Flash
from coach.ui.cramp.places import WIDE_FROM, Needs, most_scale, place_parts
from coach.ui.cramp.stopbar import StopBar
from coach.ui.cramp.topbar import TopBar
from coach.ui.cramp.words import where
from coach.ui.icons import Icons
from coach.ui.mirror import mirrored
from coach.ui.night import NightTheme
from coach.ui.pace import STILL_MS, frame_interval
from coach.ui.theme import Space, Target
from coach.ui.watch import Watch

if TYPE_CHECKING:
    from coach.app.relief import ReliefPlayer
    from coach.ui.cramp.after import AfterPage
    from coach.ui.cramp.question import Question
    from coach.ui.cramp.stage import ReliefStage
    from coach.ui.page import Page

SENTENCE_SIZES = (72, 64, 56, 48, 42, 36, 32, 28, 25, 22, 20, 18, 16, 14)
REMARK_SIZES = (16, 14)


class CrampParts(QWidget):
    """Makes what matters first; figure, question and the page afterwards come when wanted.

    Attributes:
        theme: With the colours of the night while they are on.
        top: The clock, the way out, what is wanted now and then.
        beat: Word and countdown of the present part.
        sentence: The instruction.
        remarks: What there is to know besides.
        easing: The button for "It's easing".
        not_yet: The button for "Not yet".
        other: The button for the other way.
        stop: The signs to stop for, and STOP.
        choices: Muscle, place and leg.
    """

    def __init__(
        self, theme: NightTheme, icons: Icons, signs: str, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet; `signs` are the questions over STOP."""
        super().__init__(parent)
        self.theme = theme
        self._watch: Watch[ReliefPlayer] = Watch(self._frame_interval)
        self._after: AfterPage | None = None
        self._question: Question | None = None
        self._stage: ReliefStage | None = None
        self._choices_page: Page | None = None
        self.top = TopBar(theme, icons, self)
        self.beat = Beat(theme, self)
        self.sentence = Fitted(theme, SENTENCE_SIZES, parent=self)
        self.remarks = Fitted(theme, REMARK_SIZES, ink="ink_soft", parent=self)
        self.easing = BigButton(theme, "", "", weight=Weight.PRIMARY, parent=self)
        self.not_yet = BigButton(theme, "", "N", parent=self)
        self.easing.set_peers(self.not_yet)
        self.not_yet.set_peers(self.easing)
        self.other = Button(theme, "", height=Target.LARGE, parent=self)
        self.stop = StopBar(theme, signs, self)
        self.choices = Choices(theme, self)
        self._flash = Flash(theme, self)

    @property
    def player(self) -> ReliefPlayer | None:
        """The relief that is shown."""
        return self._watch.player

    def _frame_interval(self) -> int:
        if self._stage is None or not self._stage.has_figure:
            return STILL_MS
        seconds = self._stage.view.seconds_per_frame()
        return frame_interval(seconds, reduce_motion=self.theme.reduce_motion)

    def arrange(self) -> None:
        """Put every part to its place."""
        self.theme.set_most_scale(most_scale(self.width(), self.height(), asks=self._asks))
        self.top.clock.set_small(small=self.width() < WIDE_FROM and self.theme.scale > 1)
        places = place_parts(self.width(), self.height(), self._needs())
        covered = self._after is not None and not self._after.isHidden()
        opened = places.choices_hidden and self.top.where.isChecked()
        now = self.player.snapshot() if self.player is not None else None
        self.top.show_where(where(now) if now else "", wanted=places.choices_hidden)
        if opened:
            last = places.easing if places.question.isEmpty() else places.question
            room = QRect(places.top.left(), places.top.bottom() + Space.S, places.top.width(), 0)
            room.setBottom(last.top() - Space.S)
            places.choices = room
            places.stage = places.beat = places.sentence = QRect()
            places.remarks = places.other = QRect()
        for part, place in (
            (self.top, places.top),
            (self._stage, places.stage),
            (self.beat, places.beat),
            (self.sentence, places.sentence),
            (self.remarks, places.remarks),
            (self.other, places.other),
            (self._question, places.question),
            (self.easing, places.easing),
            (self.not_yet, places.not_yet),
            (self.stop, places.stop),
            (self._choices_part, places.choices),
        ):
            if part is not None:
                part.setVisible(not place.isEmpty() and not covered)
                if not place.isEmpty():
                    part.setGeometry(mirrored(place, self.rect()))
        if not covered:
            self._fit_choices(places.choices)

    @property
    def _choices_part(self) -> QWidget:
        return self._choices_page or self.choices

    def _fit_choices(self, place: QRect) -> None:
        """Let the choices scroll where they have been opened in a place too small for them."""
        width = place.width()
        if self._choices_page is None and self.choices.height_for(width) > place.height() > 0:
            from coach.ui.page import Page

            self._choices_page = Page(self.choices, self)
            self._choices_page.see_through()
            self._choices_page.setGeometry(mirrored(place, self.rect()))
            self._choices_page.show()
        if self._choices_page is not None:
            from coach.ui.style import style_sheet

            sheet = style_sheet(self.theme)  # of the night too, which the window knows nothing of
            if sheet != self._choices_page.styleSheet():
                self._choices_page.setStyleSheet(sheet)
            bar = self._choices_page.verticalScrollBar().sizeHint().width()
            scrolls = self.choices.height_for(width) > place.height()
            self.choices.setMinimumHeight(self.choices.height_for(width - bar * scrolls))
        self.choices.lay_out()

    @property
    def _asks(self) -> bool:
        return self._question is not None and not self._question.isHidden()

    def _needs(self) -> Needs:
        theme = self.theme
        large = (self.easing, self.not_yet)

        def question(width: int) -> int:
            return self._question.height_for(width) if self._asks and self._question else 0

        def remark(width: int) -> int:
            return self.remarks.height_at(width, REMARK_SIZES[-1]) if self.remarks.text() else 0

        return Needs(
            scale=theme.scale,
            top=self.top.height_wanted,
            button=lambda width: max(button.height_for(width) for button in large),
            buttons_beside=lambda width: all(
                2 * button.least_width + Space.S <= width for button in large
            ),
            stop=self.stop.height_for,
            sentence=self.sentence.height_at,
            remarks=remark,
            other=self.other.sizeHint() if self.other.text() else QSize(0, 0),
            question=question,
            choices=self.choices.height_for,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that has room."""
        super().resizeEvent(event)
        if self.isVisible():  # else once it is shown
            self.arrange()
        if self._after is not None:
            self._after.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the light of a change."""
        painter = QPainter(self)
        painter.setBackground(self.theme.colour("paper"))  # `fillRect` costs 2 ms the first time
        painter.eraseRect(event.rect())
        self._flash.paint(painter)
