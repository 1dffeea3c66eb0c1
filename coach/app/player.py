"""Plays a routine in real time: measures time, hands it to the core, tells those who listen."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coach.app.clock import Clock, Reading
from coach.core.playback import (
    CueDue,
    Event,
    Finished,
    Playback,
    PlaybackState,
    SegmentStarted,
    Snapshot,
    StateChanged,
)
from coach.core.timeline import Timeline

FRAME_MS = 16
"""Between two frames while something moves that is seen."""

UNSEEN_MS = 1000
"""The longest time between two looks at the clock while nobody sees the player."""

ASLEEP_SECONDS = 1.0
"""A suspension from this length on pauses the routine; shorter differences are clock noise."""


class Player(QObject):
    """One routine being played.

    Attributes:
        playback: The rules; asked for snapshots, never changed from outside.

    Signals:
        changed: Something may look different; carries a Snapshot.
        segment_started: Carries a SegmentStarted.
        cue_due: Carries a CueDue.
        state_changed: Carries a PlaybackState.
        finished: Nothing more will be played; carries a Finished.
        slept: The machine was suspended, the routine has been paused; carries the seconds.
    """

    changed = Signal(object)
    segment_started = Signal(object)
    cue_due = Signal(object)
    state_changed = Signal(object)
    finished = Signal(object)
    slept = Signal(float)

    def __init__(
        self,
        playback: Playback,
        clock: Clock,
        *,
        speed: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        """Stand ready; `speed` is how many seconds of the routine pass in one of the clock."""
        super().__init__(parent)
        self.playback = playback
        self.speed = speed
        self._clock = clock
        self._last = clock.read()
        self._frame_ms: int | None = FRAME_MS
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def timeline(self) -> Timeline:
        """What is played."""
        return self.playback.timeline

    @property
    def is_ticking(self) -> bool:
        """Whether it will look at the clock by itself."""
        return self._timer.isActive()

    @property
    def wakes_in(self) -> int:
        """Milliseconds between two looks at the clock."""
        return self._timer.interval()

    def snapshot(self) -> Snapshot:
        """Return this moment."""
        return self.playback.snapshot()

    def set_frame_interval(self, milliseconds: int | None) -> None:
        """Say how often `changed` is wanted; None where nobody is looking.

        Cues and segments come on time all the same.
        """
        if milliseconds != self._frame_ms:
            self._frame_ms = milliseconds
            self._set_timer()

    def tick(self) -> None:
        """Let the time pass that has passed since the last look at the clock."""
        now = self._clock.read()
        elapsed, asleep = self._since(now)
        self._last = now
        if self.playback.state is not PlaybackState.PLAYING:
            return
        self._tell(self.playback.advance(elapsed * self.speed))
        if asleep >= ASLEEP_SECONDS and self.playback.state is PlaybackState.PLAYING:
            self._tell(self.playback.pause())
            self.slept.emit(asleep)
        self._after()

    def start(self) -> None:
        """Begin."""
        self._last = self._clock.read()
        self._command(self.playback.start)

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        paused = self.playback.state is PlaybackState.PAUSED
        self._command(self.playback.resume if paused else self.playback.pause)

    def pause(self) -> None:
        """Stand still."""
        self._command(self.playback.pause)

    def resume(self) -> None:
        """Go on after a pause."""
        self._command(self.playback.resume)

    def back(self) -> None:
        """Go to the beginning of this step, or to the one before."""
        self._command(self.playback.back)

    def skip(self) -> None:
        """Go to the next step."""
        self._command(self.playback.skip)

    def restart_step(self) -> None:
        """Go to the beginning of this step."""
        self._command(self.playback.restart_step)

    def extend(self) -> None:
        """Ten seconds more of what is being done."""
        self._command(self.playback.extend)

    def go_on(self) -> None:
        """End what waits for the person."""
        self._command(self.playback.go_on)

    def stop(self) -> None:
        """End before the finish."""
        self._command(self.playback.stop)

    def _since(self, now: Reading) -> tuple[float, float]:
        return max(0.0, now.awake - self._last.awake), now.asleep - self._last.asleep

    def _command(self, command: Callable[[], tuple[Event, ...]]) -> None:
        self.tick()
        self._tell(command())
        self._after()

    def _after(self) -> None:
        self._set_timer()
        self.changed.emit(self.snapshot())

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            match event:
                case SegmentStarted():
                    self.segment_started.emit(event)
                case CueDue():
                    self.cue_due.emit(event)
                case StateChanged(state):
                    self.state_changed.emit(state)
                case Finished():
                    self.finished.emit(event)

    def _set_timer(self) -> None:
        """Wake up for the next frame or the next event, whichever comes first, or not at all."""
        if self.playback.state is not PlaybackState.PLAYING:
            self._timer.stop()
            return
        longest = UNSEEN_MS if self._frame_ms is None else self._frame_ms
        wait = self.playback.next_event_in() / self.speed * 1000
        milliseconds = longest if math.isinf(wait) else min(longest, math.ceil(wait))
        if not (self._timer.isActive() and self._timer.interval() == milliseconds):
            self._timer.start(milliseconds)
