"""The player's screen: its parts, where they lie, and what moves them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.app.player import Player
from coach.core.cue import CueDue
from coach.core.exercise import Exercise
from coach.core.playback import Snapshot
from coach.core.routine import ExerciseStep
from coach.ui.icons import Icons
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.pictures import Figures
from coach.ui.player.arrangement import Arrangement, arrangement_for, is_tight
from coach.ui.player.bar import RoutineBar
from coach.ui.player.body import Body
from coach.ui.player.controls import Controls
from coach.ui.player.keys import command_for, is_plain
from coach.ui.player.timeleft import TimeLeft
from coach.ui.player.watching import Watching
from coach.ui.player.wording import shown_step, spoken_progress, state_word
from coach.ui.player.zoom import Zoomed
from coach.ui.start import Starting
from coach.ui.theme import Space, Theme


class PlayerScreen(Starting):
    """Shows one routine being played and hands on what the person wants of it.

    Attributes:
        theme: The app's, all sizes as large as the screen asks for.

    Signals:
        left: The person wants to leave; the routine has been stopped.
        ended: The routine is over; carries its Player.
        mute_wanted: Speak or be silent: the other of the two.
        why_wanted: What stands behind the exercise is to be shown, or no longer.
    """

    left = Signal()
    ended = Signal(object)
    mute_wanted = Signal()
    why_wanted = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, figures: Figures, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet; see `play`."""
        super().__init__(parent)
        self.theme = theme = Zoomed(theme)
        theme.setParent(self)
        self._tight = False
        self.body = Body(theme, figures)
        self._watching = Watching(self, theme, self.body.stage, self.body.countdown)
        self.bar = RoutineBar(theme)
        self.time_left = TimeLeft(theme)
        self.controls = Controls(theme, icons)
        self._scroll = Page(self.body)
        self._scroll.fade_out(theme)
        self._lay_out()
        self._connect()
        self.start = self.controls.pause
        theme.changed.connect(self._refresh)

    def _lay_out(self) -> None:
        self._progress = QWidget()
        # What is left stands at the end of the bar, which is the same in every language.
        self._progress.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        progress = QHBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(Space.M)
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.time_left)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, 0, Space.L, Space.M)
        self._column.setSpacing(Space.S)
        self._beside = QHBoxLayout()
        self._beside.addWidget(self._scroll)
        self._column.addLayout(self._beside, 1)
        self._column.addWidget(self._progress)
        self._column.addWidget(self.controls)

    def _connect(self) -> None:
        """Each button asks the player that is shown when it is clicked."""
        ask = self._watching.ask
        self.controls.restart_clicked.connect(lambda: ask("restart_step"))
        self.controls.back_clicked.connect(lambda: ask("back"))
        self.controls.pause_clicked.connect(lambda: ask("toggle_pause"))
        self.controls.skip_clicked.connect(lambda: ask("skip"))
        self.controls.more_clicked.connect(lambda: ask("extend"))
        self.body.go_on.clicked.connect(lambda: ask("go_on"))

    @property
    def player(self) -> Player | None:
        """The routine that is shown."""
        return self._watching.player

    def play(self, player: Player) -> None:
        """Show `player` from now on and start it."""
        self.drop()
        self._show(player)
        player.start()

    def take_over(self, player: Player) -> None:
        """Show a player that another screen gave away, as it is."""
        self._show(player)
        self._watching.show_state(player.playback.state)

    def give_away(self) -> Player | None:
        """Forget the player, and leave it as it is."""
        return self._watching.leave()

    def _show(self, player: Player) -> None:
        self._watching.watch(player)
        self.bar.show_timeline(player.timeline)
        self._watching.pace()

    def drop(self) -> None:
        """Forget the player, stopping it where it still plays."""
        player = self.give_away()
        if player is not None:
            player.stop()
            player.deleteLater()

    @property
    def lowest(self) -> QWidget:
        """What stays in sight below everything else, from its top on: the time, else Pause."""
        return self.controls if self._tight else self.bar

    @property
    def exercise(self) -> Exercise | None:
        """The exercise that is pictured; None between two and at the end."""
        if self.player is None:
            return None
        step = shown_step(self.player.timeline, self.player.snapshot().segment)
        return step.exercise if isinstance(step, ExerciseStep) else None

    def leave(self) -> None:
        """Stop, and tell that the screen is done with."""
        self.drop()
        self.left.emit()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it asks for nothing here."""
        if not is_plain(event):
            return False
        key = Qt.Key(event.key())
        if command := command_for(key):
            self._watching.ask(command)
        elif key == Qt.Key.Key_M:
            self.mute_wanted.emit()
        elif key == Qt.Key.Key_W:
            self.why_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._scroll.turn(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True

    # -- what the player tells ----------------------------------------------------------------

    def show_segment(self) -> None:
        """Change everything to what is done now."""
        player = self.player
        if player is None:
            return
        timeline, snapshot = player.timeline, player.snapshot()
        self.body.show_segment(timeline, snapshot)
        self.body.countdown.describe(state_word(timeline, snapshot.segment))
        self.bar.setAccessibleDescription(spoken_progress(timeline, snapshot))
        self.controls.more.setEnabled(player.playback.can_extend)

    def show_moment(self, snapshot: Snapshot) -> None:
        """On the frame path: each part draws only what has changed."""
        self.body.set_moment(snapshot)
        self.bar.set_moment(snapshot)
        self.time_left.set_seconds(snapshot.remaining)

    def show_cue(self, due: CueDue) -> None:
        """Show what is said."""
        if self.player is not None:
            self.body.say(self.player.timeline, due.cue)

    def show_pause(self, reason: str) -> None:
        """Show why nothing goes on; empty when it goes on."""
        self.controls.set_paused(paused=bool(reason))
        self.body.show_pause(reason)

    def finish(self) -> None:
        """Tell that the routine is over."""
        self.ended.emit(self.player)

    # -- whether somebody looks, and how much room there is -----------------------------------

    def set_window_seen(self, *, seen: bool) -> None:
        """Say whether the window can be looked at: minimised it can't."""
        self._watching.look(seen=seen and self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is looking again."""
        super().showEvent(event)
        self._watching.look(seen=not self.window().isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looking: no more frames."""
        super().hideEvent(event)
        self._watching.look(seen=False)

    def _refresh(self) -> None:
        self.show_segment()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout that has room."""
        super().resizeEvent(event)
        self._arrange()

    def make_room(self, pixels: int) -> bool:
        """Leave so much of the width to what lies beside picture and words; 0 takes it all.

        Returns:
            Whether they have room beside it.
        """
        rest = self.width() - 2 * Space.L - pixels
        fits = arrangement_for(rest, self.height(), self.theme.scale) is Arrangement.WIDE
        margins = edges(0, 0, pixels if fits else 0, 0)
        if margins != self._beside.contentsMargins():
            self._beside.setContentsMargins(margins)
            self._arrange()
        return fits

    def _arrange(self) -> None:
        self.theme.fit(self)
        factor = self.theme.factor
        self._set_tight(is_tight(self.height(), self.theme.scale))
        self.controls.set_room(factor, tight=self._tight)
        self._column.activate()
        width, height = self._scroll.width(), self._scroll.height()
        arrangement = arrangement_for(width, height, self.theme.scale)
        self.body.arrange(arrangement, tight=self._tight, gap=round(Space.L * factor))
        self.body.give_room(width, height)

    def _set_tight(self, tight: bool) -> None:
        """Where there is hardly any room the bar of the routine scrolls with the words."""
        if tight is self._tight:
            return
        self._tight = tight
        if tight:
            self.body.take_progress(self._progress)
        else:
            self._column.insertWidget(1, self._progress)
