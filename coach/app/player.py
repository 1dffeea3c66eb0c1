"""Plays a routine in real time: measures time, hands it to the core, tells those who listen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coach.app.clock import Clock
from coach.app.start_gate import StartGate
from coach.app.ticker import AHEAD_SECONDS, ASLEEP_SECONDS, UNSEEN_MS, Ticker
from coach.core.cue import Cue, CueDue
from coach.core.playback import (
    Event,
    Finished,
    Playback,
    PlaybackState,
    SegmentStarted,
    Snapshot,
    StateChanged,
)
from coach.core.timeline import Timeline


class Player(QObject):
    """One routine being played.

    Attributes:
        playback: The rules; asked for snapshots, never changed from outside.
        gate: Shut, it holds the start back for a moment.

    Signals:
        changed: Something may look different; carries a Snapshot.
        segment_started: Carries a SegmentStarted.
        cue_due: Carries a CueDue; the moment to show it.
        cue_ahead: A cue will be due; carries the Cue and the seconds until then.
        refitted: The timeline's segments have other lengths.
        jumped: What was handed out ahead no longer holds.
        state_changed: Carries a PlaybackState.
        finished: Nothing more will be played; carries a Finished.
        slept: The machine was suspended, the routine has been paused; carries the seconds.
    """

    changed = Signal(object)
    segment_started = Signal(object)
    cue_due = Signal(object)
    cue_ahead = Signal(object, float)
    refitted = Signal()
    jumped = Signal()
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
        self.gate = StartGate(self)
        self._announced: set[Cue] = set()
        self._ticker = Ticker(clock, self)
        self._ticker.woke.connect(self.tick)

    @property
    def timeline(self) -> Timeline:
        """What is played."""
        return self.playback.timeline

    @property
    def is_ticking(self) -> bool:
        """Whether it will look at the clock by itself."""
        return self._ticker.is_ticking

    @property
    def wakes_in(self) -> int:
        """Milliseconds between two looks at the clock."""
        return self._ticker.wakes_in

    def snapshot(self) -> Snapshot:
        """Return this moment."""
        return self.playback.snapshot()

    def set_frame_interval(self, milliseconds: int | None) -> None:
        """Say how often `changed` is wanted; None where nobody is looking.

        Cues and segments come on time all the same.
        """
        if self._ticker.set_frame_interval(milliseconds):
            self._set_timer()

    def refit(self, timeline: Timeline, cues: tuple[Cue, ...]) -> None:
        """Go on with the same segments in other lengths, and with other cues."""
        self.playback.refit(timeline, cues)
        self.refitted.emit()
        self._after()

    def tick(self) -> None:
        """Let the time pass that has passed since the last look at the clock."""
        passed = self._ticker.passed()
        if self.playback.state is not PlaybackState.PLAYING:
            return
        self._tell(self.playback.advance(passed.awake * self.speed))
        self._announce()
        if passed.asleep >= ASLEEP_SECONDS and self.playback.state is PlaybackState.PLAYING:
            events = self.playback.pause()
            self._take_back()
            self._tell(events)
            self.slept.emit(passed.asleep)
        self._after()

    def start(self) -> None:
        """Begin, as soon as the gate is open."""
        self.gate.go_through(self._begin)

    def _begin(self) -> None:
        self._ticker.begin()
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
        self.gate.forget()
        self._command(self.playback.stop)

    def _command(self, command: Callable[[], tuple[Event, ...]]) -> None:
        self.tick()
        begins = self.playback.state is PlaybackState.READY
        events = command()
        if not begins and any(isinstance(event, SegmentStarted) for event in events):
            self._announced.clear()
            self.jumped.emit()
        self._take_back()
        self._announce()  # first: those who are told may take their time to show it
        self._tell(events)
        self._announce()
        self._after()

    def _after(self) -> None:
        self._set_timer()
        self.changed.emit(self.snapshot())

    def _take_back(self) -> None:
        """Take back what was handed out where it is no longer due when it was to be.

        It is handed out anew, when it is: after a pause, or at the end of a longer hold.
        """
        due = {cue for cue, _seconds in self.playback.coming(AHEAD_SECONDS * self.speed)}
        if not self._announced <= due:
            self._announced.clear()
            self.jumped.emit()

    def _announce(self) -> None:
        """Hand out the cues that are nearly due, each once."""
        for cue, seconds in self.playback.coming(AHEAD_SECONDS * self.speed):
            if cue not in self._announced:
                self._announced.add(cue)
                self._hand_out(cue, seconds)

    def _hand_out(self, cue: Cue, seconds: float) -> None:
        """Hand out a cue, `seconds` of the routine from the last look at the clock.

        Those who were told something since then may have taken their time.
        """
        self.cue_ahead.emit(cue, seconds / self.speed - self._ticker.since())

    def _tell(self, events: tuple[Event, ...]) -> None:
        for event in events:
            match event:
                case SegmentStarted():
                    self.segment_started.emit(event)
                case CueDue():
                    if event.cue not in self._announced:  # a late look at the clock
                        self._hand_out(event.cue, -event.late)
                    self._announced.discard(event.cue)
                    self.cue_due.emit(event)
                case StateChanged(state):
                    self.state_changed.emit(state)
                case Finished():
                    self.finished.emit(event)

    def _next_event_in(self) -> float:
        """Return the seconds of the routine to the next thing to do."""
        ahead = AHEAD_SECONDS * self.speed
        coming = self.playback.coming(UNSEEN_MS / 1000 * self.speed + ahead)
        to_hand_out = [wait - ahead for cue, wait in coming if cue not in self._announced]
        return max(0.0, min([self.playback.next_event_in(), *to_hand_out]))

    def _set_timer(self) -> None:
        """Wake up for the next frame or the next event, whichever comes first, or not at all."""
        if self.playback.state is PlaybackState.PLAYING:
            self._ticker.wait(self._next_event_in() / self.speed)
        else:
            self._ticker.rest()
