"""Cramp now: the figure, one sentence, the countdown, and three large buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.app.cramp_memory import Choice
from coach.core.body import Muscle, Side
from coach.core.relief import (
    CRAMP_MUSCLES,
    PartStarted,
    Place,
    ReliefSnapshot,
    ReliefState,
)
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button, Weight
from coach.ui.cramp.beat import Beat
from coach.ui.cramp.big import BigButton
from coach.ui.cramp.chips import Choices
from coach.ui.cramp.fitted import Fitted
from coach.ui.cramp.flash import Flash
from coach.ui.cramp.places import WIDE_FROM, Needs, place_parts
from coach.ui.cramp.stopbar import StopBar, press
from coach.ui.cramp.topbar import TopBar
from coach.ui.cramp.words import remarks, spoken_part, where
from coach.ui.icons import Icons
from coach.ui.mirror import mirrored
from coach.ui.night import NightTheme, is_night
from coach.ui.pace import STILL_MS, frame_interval
from coach.ui.pictures import Figures
from coach.ui.theme import Space, Target, Theme

if TYPE_CHECKING:
    from coach.app.cramp_now import CrampNow
    from coach.app.relief import ReliefPlayer
    from coach.app.relief_following import CrampRecorder
    from coach.ui.cramp.after import AfterPage
    from coach.ui.cramp.question import Question
    from coach.ui.cramp.stage import ReliefStage
    from coach.ui.page import Page

SENTENCE_SIZES = (72, 64, 56, 48, 42, 36, 32, 28, 25, 22, 20, 18, 16, 14)
REMARK_SIZES = (16, 14)

MEANT_FOR_THE_STEP = 1.5
"""Seconds in which a key pressed after the question came up was meant for what it did before."""

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_EASING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E)
_SIDES = {Qt.Key.Key_Left: Side.LEFT, Qt.Key.Key_Right: Side.RIGHT}


class CrampScreen(QWidget):
    """Leads through relief; draws what matters first, the rest once that is on the screen.

    Attributes:
        theme: With the colours of the night while they are on.
        player: The relief that is shown.
        recorder: Keeps it in the diary, once that is there.
        back_button: Away from here.

    Signals:
        back: The person leaves; relief has been ended.
        routine_wanted: Something is to be played now; carries the id of a routine or exercise.
        mute_wanted: Speak or be silent: the other of the two.
    """

    back = Signal()
    routine_wanted = Signal(str)
    mute_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        cramp: CrampNow,
        icons: Icons,
        figures: Figures,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet; see `play`."""
        super().__init__(parent)
        self.theme = NightTheme(theme)
        self._cramp = cramp
        self.recorder: CrampRecorder | None = None
        self._icons = icons
        self._figures = figures
        self.player: ReliefPlayer | None = None
        self._asked_at = 0.0
        self._window_seen = True
        self._is_complete = False
        self._after: AfterPage | None = None
        self._question: Question | None = None
        self._stage: ReliefStage | None = None
        self._make_parts()
        self._flash = Flash(self.theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Cramp now"))
        self.theme.changed.connect(self._dress)

    def _make_parts(self) -> None:
        theme = self.theme
        self.top = TopBar(theme, self._icons, self)
        self.beat = Beat(theme, self)
        self.sentence = Fitted(theme, SENTENCE_SIZES, parent=self)
        self.remarks = Fitted(theme, REMARK_SIZES, ink="ink_soft", parent=self)
        self.easing = BigButton(theme, "", "", weight=Weight.PRIMARY, parent=self)
        self.not_yet = BigButton(theme, "", "N", parent=self)
        self.easing.set_peers(self.not_yet)
        self.not_yet.set_peers(self.easing)
        self.other = Button(theme, "", height=Target.LARGE, parent=self)
        signs = self._cramp.texts.stop_line.partition("→")[0].strip()
        self.stop = StopBar(theme, signs, self)
        self.choices = Choices(theme, self)
        self._choices_page: Page | None = None
        self.easing.clicked.connect(self._ease)
        self.not_yet.clicked.connect(lambda: self._ask("not_yet"))
        self.other.clicked.connect(lambda: self._ask("other_way"))
        self.stop.clicked.connect(lambda: self._ask("stop"))
        self.choices.muscle_chosen.connect(lambda muscle: self._switch(muscle=muscle))
        self.choices.place_chosen.connect(self._move)
        self.choices.side_chosen.connect(lambda side: self._switch(side=side))
        self.top.back.clicked.connect(self.leave)
        self.top.where.clicked.connect(self.arrange)
        self.top.night_toggled.connect(self.toggle_night)
        self.top.mute_toggled.connect(self.mute_wanted)

    # -- what is shown --------------------------------------------------------------------------

    def play(self, player: ReliefPlayer, *, hour: int) -> None:
        """Show `player` from now on and start it; `hour` of the day chooses the colours."""
        self.drop()
        self.player = player
        self.theme.set_night(is_night(hour) or player.snapshot().place is Place.BED)
        player.changed.connect(self._show_moment)
        player.part_started.connect(self._begin_part)
        player.state_changed.connect(self._show_state)
        player.check_raised.connect(self._show_question)
        player.start()

    def complete(self) -> None:
        """Add the figure and all else that the first instruction did not wait for."""
        if not self._is_complete:
            from coach.ui.cramp.stage import ReliefStage

            self._is_complete = True
            self._stage = ReliefStage(self.theme, self._figures, self)
            self.top.complete()
            if self.player is not None:
                announce(self, spoken_part(self._now.part))
        self._refresh()

    @property
    def is_on(self) -> bool:
        """Whether a cramp is worked on, or the aftercare of one goes on."""
        return self.player is not None and not self.player.relief.state.is_over

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        now = self._now
        return Choice(now.muscle, now.place, now.side)

    def choose(self, choice: Choice) -> None:
        """Change to another muscle, place or leg; the clock goes on."""
        self._switch(muscle=choice.muscle, place=choice.place, side=choice.side)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether the voice is off."""
        self.top.show_muted(muted=muted)

    def set_way_back(self, *, to_routine: bool) -> None:
        """Say where the button leads: to the routine that waits, or home."""
        self.top.back.set_text(_("Back to your routine") if to_routine else _("Leave"))
        self.top.lay_out()

    def drop(self) -> None:
        """Forget the player; relief that goes on is left."""
        player, self.player, self.recorder = self.player, None, None
        self._flash.end()
        if self._after is not None:
            self._after.hide()
        self._close_question()
        if player is not None:
            player.changed.disconnect(self._show_moment)
            player.part_started.disconnect(self._begin_part)
            player.state_changed.disconnect(self._show_state)
            player.check_raised.disconnect(self._show_question)
            player.leave()
            player.deleteLater()

    def leave(self) -> None:
        """End relief, and go away."""
        self.drop()
        self.back.emit()

    def toggle_night(self) -> None:
        """Change the palette."""
        self.theme.set_night(not self.theme.is_night)

    # -- what the player tells ------------------------------------------------------------------

    def _begin_part(self, started: PartStarted) -> None:
        if self.player is None:
            return
        if started.part.start or self._now.number > 1:
            self._flash.begin()
        self._refresh()
        if self._is_complete:
            announce(self, spoken_part(started.part))

    def _show_moment(self, now: ReliefSnapshot) -> None:
        """On the frame path: each part draws only what has changed."""
        if self.player is None or not self.isVisible():
            return
        if not now.asks:
            self._close_question()
        self.top.clock.set_seconds(now.clock)
        self.beat.set_moment(now)
        if self._stage is not None:
            self._stage.set_moment(now)
        self.player.set_frame_interval(self._pace())

    def _show_state(self, state: ReliefState) -> None:
        if self.player is None:
            return
        now = self.player.snapshot()
        if not now.asks:
            self._close_question()
        if state.is_over and now.eased_at is not None:
            self._show_after(now)
        elif not state.is_over:
            self._refresh()

    def _show_question(self, clock: float) -> None:
        if self._question is None:
            from coach.ui.cramp.question import Question

            self._question = Question(self.theme, self._cramp.texts.question, self)
            self._question.answered.connect(self._answer)
        self._asked_at = clock
        self._question.show()
        self.not_yet.set_key("")
        self.arrange()
        announce(self, f"{self._cramp.texts.question} {self.stop.signs}")

    def _close_question(self) -> None:
        if self._question is not None and not self._question.isHidden():
            self._question.hide()
            self.not_yet.set_key("N")
            self.arrange()

    def _refresh(self) -> None:
        """Show the present part anew; unseen it can wait."""
        if self.player is None or not self.isVisible():
            return
        now = self.player.snapshot()
        self._show_buttons(now)
        self.sentence.set_text(now.part.text)
        self.remarks.set_text(remarks(now))
        self.choices.show_choice(now)
        if self._stage is not None:
            self._stage.show_part(now)
        self.arrange()
        self._show_moment(now)

    def _show_buttons(self, now: ReliefSnapshot) -> None:
        after = now.state is ReliefState.AFTERCARE
        self.easing.set_text(_("That's enough") if after else _("It's easing"))
        self.easing.set_key(_("F") if after else _("Space"))
        self.not_yet.set_text(_("It's back") if after else _("Not yet"))
        self.other.set_text(_("The usual way") if now.other_taken else now.other_way)
        self.other.set_tip(f"{self.other.text()} (O)")

    def _show_after(self, now: ReliefSnapshot) -> None:
        if self.player is None:
            return
        if self._after is None:
            from coach.ui.cramp.after import AfterPage

            self._after = AfterPage(self.theme, self)
            self._after.done.connect(self.leave)
            self._after.chosen.connect(self._go_to)
        self._after.show_cramp(now, self.recorder, self._cramp.aftercare)
        self._after.setGeometry(self.rect())
        self._after.show()
        self._after.raise_()
        self._after.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the person asks for ---------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; keys that are held down ask once."""
        if self.player is None or event.modifiers() & ~_PLAIN:
            return False
        if event.isAutoRepeat():
            return True
        if self._after is not None and self._after.isVisible():
            return self._after.press(event)
        key = Qt.Key(event.key())
        return self._press_main(key) or self._press_choice(key)

    def _press_main(self, key: Qt.Key) -> bool:
        now = self._now
        after = now.state is ReliefState.AFTERCARE
        if (key in _EASING and not after) or (key == Qt.Key.Key_F and after):
            self._ease()
        elif key == Qt.Key.Key_N:
            meant_for_step = now.clock - self._asked_at < MEANT_FOR_THE_STEP
            if now.asks and not meant_for_step:
                self._answer(found=False)
            else:
                press(self.not_yet)
        elif key == Qt.Key.Key_Y and now.asks:
            self._answer(found=True)
        elif key == Qt.Key.Key_S:
            press(self.stop)
        elif key == Qt.Key.Key_O:
            press(self.other)
        elif key == Qt.Key.Key_D:
            self.toggle_night()
        elif key == Qt.Key.Key_M:
            self.mute_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self._point_at_way_out()
        else:
            return key in _EASING
        return True

    def _press_choice(self, key: Qt.Key) -> bool:
        if key in _SIDES:
            self._switch(side=_SIDES[key])
            return True
        number = key - Qt.Key.Key_1
        if 0 <= number < len(CRAMP_MUSCLES):
            self._switch(muscle=CRAMP_MUSCLES[number])
        elif len(CRAMP_MUSCLES) <= number < len(CRAMP_MUSCLES) + len(Place):
            self._move(tuple(Place)[number - len(CRAMP_MUSCLES)])
        else:
            return False
        return True

    def _point_at_way_out(self) -> None:
        """Escape is hit by mistake too easily: it shows where the way out is, Enter takes it."""
        self.top.way_out.setFocus(Qt.FocusReason.TabFocusReason)

    def _ease(self) -> None:
        if self.player is None:
            return
        if self._now.state is ReliefState.AFTERCARE:
            self.player.leave()
        else:
            self.player.easing()

    def _ask(self, command: str) -> None:
        if self.player is not None:
            getattr(self.player, command)()

    def _move(self, place: Place) -> None:
        """Who lies in bed lies in the dark."""
        if place is Place.BED and self._now.place is not Place.BED:
            self.theme.set_night(True)
        self._switch(place=place)

    def _switch(
        self,
        *,
        muscle: Muscle | None = None,
        place: Place | None = None,
        side: Side | None = None,
    ) -> None:
        if self.player is not None:
            self.top.where.setChecked(False)
            self.player.switch(muscle=muscle, place=place, side=side)
            self._refresh()

    def _answer(self, found: bool) -> None:
        if self.player is not None:
            self.player.answer_check(found=found)
            self._close_question()

    def _go_to(self, what: str) -> None:
        self.drop()
        self.routine_wanted.emit(what)

    # -- how it lies and looks ------------------------------------------------------------------

    @property
    def _now(self) -> ReliefSnapshot:
        assert self.player is not None
        return self.player.snapshot()

    def arrange(self) -> None:
        """Put every part to its place."""
        self.top.clock.set_small(small=self.width() < WIDE_FROM and self.theme.scale > 1)
        places = place_parts(self.width(), self.height(), self._needs())
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
                part.setVisible(not place.isEmpty())
                if not place.isEmpty():
                    part.setGeometry(mirrored(place, self.rect()))
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
            bar = self._choices_page.verticalScrollBar().sizeHint().width()
            scrolls = self.choices.height_for(width) > place.height()
            self.choices.setMinimumHeight(self.choices.height_for(width - bar * scrolls))
        self.choices.lay_out()

    def _needs(self) -> Needs:
        theme = self.theme
        large = (self.easing, self.not_yet)
        asks = self._question is not None and not self._question.isHidden()

        def question(width: int) -> int:
            return self._question.height_for(width) if asks and self._question else 0

        def remark(width: int) -> int:
            return self.remarks.height_at(width, REMARK_SIZES[-1]) if self.remarks.text() else 0

        return Needs(
            scale=theme.scale,
            top=self.top.height_wanted,
            button=self.easing.sizeHint().height(),
            buttons_beside=lambda width: all(
                2 * button.one_line_width + Space.S <= width for button in large
            ),
            stop=self.stop.height_for,
            sentence=self.sentence.height_at,
            remarks=remark,
            other=self.other.sizeHint() if self.other.text() else QSize(0, 0),
            question=question,
            choices=self.choices.height_for,
        )

    def _pace(self) -> int:
        if self._stage is None or not self._stage.has_figure:
            return STILL_MS
        seconds = self._stage.view.seconds_per_frame()
        return frame_interval(seconds, reduce_motion=self.theme.reduce_motion)

    def _dress(self) -> None:
        self._refresh()
        self.update()

    def set_window_seen(self, *, seen: bool) -> None:
        """Say whether the window can be looked at: minimised it can't."""
        self._look(seen=seen and self.isVisible())

    def _look(self, *, seen: bool) -> None:
        if self.player is not None:
            self.player.set_frame_interval(self._pace() if seen else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is looking again."""
        super().showEvent(event)
        self._refresh()
        self._look(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looking: no more frames."""
        super().hideEvent(event)
        self._look(seen=False)

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
