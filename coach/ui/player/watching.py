"""A routine as a screen shows it: what each thing that it tells leads to."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from coach.app.player import Player
from coach.core.cue import CueDue
from coach.core.playback import PlaybackState, SegmentStarted, Snapshot
from coach.core.words import _, sentence
from coach.ui.announce import announce
from coach.ui.pace import frame_interval
from coach.ui.player.countdown import Countdown
from coach.ui.player.stage import Stage
from coach.ui.player.wording import announcement
from coach.ui.theme import Theme
from coach.ui.watch import Watch


class View(Protocol):
    """A screen that shows a routine."""

    def show_segment(self) -> None:
        """Change all words and the picture to those of now."""

    def show_moment(self, snapshot: Snapshot) -> None:
        """Move what moves; on the frame path: each part draws only what has changed."""

    def show_cue(self, due: CueDue) -> None:
        """Show what is said."""

    def show_pause(self, reason: str) -> None:
        """Show why nothing goes on; empty when it goes on."""

    def finish(self) -> None:
        """Nothing more comes."""


class Watching(Watch[Player]):
    """Joins a routine that plays to a screen with a picture and a countdown."""

    def __init__(self, view: View, theme: Theme, stage: Stage, countdown: Countdown) -> None:
        """Follow nothing yet."""
        super().__init__(self._frame_interval)
        assert isinstance(view, QWidget)
        self._view: View = view
        self._screen: QWidget = view
        self._stage = stage
        self._glow = countdown.glow
        self._theme = theme
        self._take_motion()
        theme.changed.connect(self._take_motion)

    def watch(self, player: Player) -> None:
        """Show a player from now on."""
        self.follow(
            player,
            (player.changed, self._show_moment),
            (player.segment_started, self._begin_segment),
            (player.cue_due, self._view.show_cue),
            (player.state_changed, self.show_state),
            (player.slept, self._tell_of_sleep),
            (player.finished, self._view.finish),
        )

    def leave(self) -> Player | None:
        """Show it no longer; it goes on."""
        self._glow.end()
        return super().leave()

    def look(self, *, seen: bool) -> None:
        """Show what has changed meanwhile, or let it be."""
        super().look(seen=seen)
        if self.player is None:
            return
        if seen:
            self._view.show_segment()
            self._show_moment(self.player.snapshot())
        else:
            self._glow.end()

    def show_state(self, state: PlaybackState) -> None:
        """Show whether it goes on."""
        paused = state is PlaybackState.PAUSED
        self._show_pause(_("Press Space or the round button to go on.") if paused else "")

    def _show_moment(self, snapshot: Snapshot) -> None:
        if self.is_seen:
            self._view.show_moment(snapshot)
            self.pace()

    def _begin_segment(self, started: SegmentStarted) -> None:
        if self.player is None:
            return
        self._view.show_segment()
        if self.is_seen:
            self._glow.begin()
        segment = started.segment
        if segment.rep <= 1 and segment.phase == 0:
            self._announce(announcement(self.player.timeline, segment))

    def _tell_of_sleep(self, _seconds: float) -> None:
        self._show_pause(_("The computer was asleep. Go on when you like."))

    def _show_pause(self, reason: str) -> None:
        self._view.show_segment()
        self._view.show_pause(reason)
        if reason:
            paused = sentence(_("Paused"))
            self._announce(f"{paused} {reason}")

    def _announce(self, text: str) -> None:
        """Two screens may follow a routine; only the one that is shown speaks of it."""
        if self._screen.isVisible():
            announce(self._screen, text)

    def _take_motion(self) -> None:
        self._still = self._theme.reduce_motion  # dear to ask for at each frame

    def _frame_interval(self) -> int:
        return frame_interval(self._stage.seconds_per_frame, reduce_motion=self._still)
