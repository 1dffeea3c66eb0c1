"""Cramp now: the figure, one sentence, the countdown, and three large buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.app.cramp_memory import Choice
from coach.core.body import Muscle, Side
from coach.core.relief import PartStarted, Place, ReliefSnapshot, ReliefState
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.cramp.keys import PLAIN, CrampKeys
from coach.ui.cramp.parts import CrampParts
from coach.ui.cramp.words import remarks, spoken_part
from coach.ui.icons import Icons
from coach.ui.night import NightTheme, is_night
from coach.ui.pictures import Figures
from coach.ui.theme import Theme

if TYPE_CHECKING:
    from coach.app.cramp_now import CrampNow
    from coach.app.relief import ReliefPlayer
    from coach.app.relief_following import CrampRecorder


class CrampScreen(CrampParts):
    """Leads through relief; draws what matters first, the rest once that is on the screen.

    Attributes:
        recorder: Keeps it in the diary, once that is there.
        asked_at: The cramp's clock when the question about the signs came up, seconds.

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
        signs = cramp.texts.stop_line.partition("→")[0].strip()
        super().__init__(NightTheme(theme), icons, signs, parent)
        self.theme.setParent(self)
        self._cramp = cramp
        self._figures = figures
        self.recorder: CrampRecorder | None = None
        self.asked_at = 0.0
        self._is_complete = False
        self._keys = CrampKeys(self)
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no stop of Tab: it shows no ring
        self.setAccessibleName(_("Cramp now"))
        self.theme.changed.connect(self._dress)

    def _connect(self) -> None:
        self.easing.clicked.connect(self.ease)
        self.not_yet.clicked.connect(lambda: self._watch.ask("not_yet"))
        self.other.clicked.connect(lambda: self._watch.ask("other_way"))
        self.stop.clicked.connect(lambda: self._watch.ask("stop"))
        self.choices.muscle_chosen.connect(lambda muscle: self.switch(muscle=muscle))
        self.choices.place_chosen.connect(self.move_to)
        self.choices.side_chosen.connect(lambda side: self.switch(side=side))
        self.top.back.clicked.connect(self.leave)
        self.top.where.toggled.connect(lambda _on: self.arrange())
        self.top.night_toggled.connect(self.toggle_night)
        self.top.mute_toggled.connect(self.mute_wanted)

    # -- what is shown --------------------------------------------------------------------------

    def play(self, player: ReliefPlayer, *, hour: int) -> None:
        """Show `player` from now on and start it; `hour` of the day chooses the colours."""
        self.drop()
        self._watch.follow(
            player,
            (player.changed, self._show_moment),
            (player.part_started, self._begin_part),
            (player.state_changed, self._show_state),
            (player.check_raised, self._show_question),
        )
        self.theme.set_night(is_night(hour) or player.snapshot().place is Place.BED)
        player.start()

    def complete(self) -> None:
        """Add the figure and all else that the first instruction did not wait for."""
        if not self._is_complete:
            from coach.ui.cramp.stage import ReliefStage

            self._is_complete = True
            self._stage = ReliefStage(self.theme, self._figures, self)
            self.top.complete()
            if self.player is not None:
                announce(self, spoken_part(self.now.part))
        self._refresh()

    @property
    def is_on(self) -> bool:
        """Whether a cramp is worked on, or the aftercare of one goes on."""
        return self.player is not None and not self.player.relief.state.is_over

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        now = self.now
        return Choice(now.muscle, now.place, now.side)

    def choose(self, choice: Choice) -> None:
        """Change to another muscle, place or leg; the clock goes on."""
        self.switch(muscle=choice.muscle, place=choice.place, side=choice.side)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether the voice is off."""
        self.top.show_muted(muted=muted)

    def set_way_back(self, *, to_routine: bool) -> None:
        """Say where the button leads: to the routine that waits, or home."""
        self.top.back.set_text(_("Back to your routine") if to_routine else _("Leave"))
        self.top.lay_out()

    def drop(self) -> None:
        """Forget the player; relief that goes on is left."""
        player, self.recorder = self._watch.leave(), None
        self._flash.end()
        if self._after is not None:
            self._after.hide()
        self._close_question()
        if player is not None:
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
        if started.part.start or self.now.number > 1:
            self._flash.begin()
        self._refresh()
        if self._is_complete:
            announce(self, spoken_part(started.part))

    def _show_moment(self, now: ReliefSnapshot) -> None:
        """On the frame path: each part draws only what has changed."""
        if not self._watch.is_seen:
            return
        if not now.asks:
            self._close_question()
        self.top.clock.set_seconds(now.clock)
        self.beat.set_moment(now)
        if self._stage is not None:
            self._stage.set_moment(now)
        self._watch.pace()

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
            self._question.answered.connect(self.answer)
        self.asked_at = clock
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
        if self.other.text():
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
        self.arrange()
        self._after.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the person asks for ---------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; keys that are held down ask once."""
        if self.player is None or event.modifiers() & ~PLAIN:
            return False
        if event.isAutoRepeat():
            return True
        if self._after is not None and self._after.isVisible():
            return self._after.press(event)
        return self._keys.press(Qt.Key(event.key()))

    def point_at_way_out(self) -> None:
        """Escape is hit by mistake too easily: it shows where the way out is, Enter takes it."""
        self.top.way_out.setFocus(Qt.FocusReason.TabFocusReason)

    def ease(self) -> None:
        """Say that it eases, or that the aftercare is enough."""
        if self.player is None:
            return
        if self.now.state is ReliefState.AFTERCARE:
            self.player.leave()
        else:
            self.player.easing()

    def move_to(self, place: Place) -> None:
        """Who lies in bed lies in the dark."""
        if place is Place.BED and self.now.place is not Place.BED:
            self.theme.set_night(True)
        self.switch(place=place)

    def switch(
        self,
        *,
        muscle: Muscle | None = None,
        place: Place | None = None,
        side: Side | None = None,
    ) -> None:
        """Change what is named; the clock goes on."""
        if self.player is not None:
            self.top.where.setChecked(False)
            self.player.switch(muscle=muscle, place=place, side=side)
            self._refresh()

    def answer(self, found: bool) -> None:
        """Answer the question about the signs."""
        if self.player is not None:
            self.player.answer_check(found=found)
            self._close_question()

    def _go_to(self, what: str) -> None:
        self.drop()
        self.routine_wanted.emit(what)

    @property
    def now(self) -> ReliefSnapshot:
        """The present moment of the relief that is shown."""
        assert self.player is not None
        return self.player.snapshot()

    def _dress(self) -> None:
        self._refresh()
        self.update()

    def set_window_seen(self, *, seen: bool) -> None:
        """Say whether the window can be looked at: minimised it can't."""
        self._look(seen=seen and self.isVisible())

    def _look(self, *, seen: bool) -> None:
        self._watch.look(seen=seen)
        if seen:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is looking again."""
        super().showEvent(event)
        self._look(seen=not self.window().isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looking: no more frames."""
        super().hideEvent(event)
        self._look(seen=False)
