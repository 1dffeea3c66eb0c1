"""Relief of a cramp in real time: measures time, hands it to the core, tells those who listen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coach.app.clock import Clock
from coach.app.ticker import AHEAD_SECONDS, UNSEEN_MS, Ticker
from coach.core.body import Muscle, Side
from coach.core.caution import StopReason
from coach.core.cue import Cue, CueDue
from coach.core.relief import (
    CheckRaised,
    PartStarted,
    Place,
    Relief,
    ReliefChanged,
    ReliefEvent,
    ReliefSnapshot,
    ReliefState,
    StopRaised,
)

STALE_SECONDS = 1.0
"""A cue this late is not said any more: the machine slept, and something else is due by now."""


class ReliefPlayer(QObject):
    """Relief of one cramp.

    The clock of the cramp goes on while the machine sleeps: the cramp did too.

    Attributes:
        relief: The rules; asked for snapshots, never changed from outside.
        speed: Seconds of relief in one of the clock.

    Signals:
        changed: Something may look different; carries a ReliefSnapshot.
        part_started: Carries a PartStarted.
        cue_ahead: A cue will be due; carries the Cue and the seconds until then.
        jumped: What was handed out ahead, and what is being said, no longer holds.
        state_changed: Carries a ReliefState.
        check_raised: The signs to stop for are asked about; carries the clock's seconds.
        stop_raised: STOP is up; carries a StopReason.
        asked: The person did something; carries its name and what it was about.
    """

    changed = Signal(object)
    part_started = Signal(object)
    cue_ahead = Signal(object, float)
    jumped = Signal()
    state_changed = Signal(object)
    check_raised = Signal(float)
    stop_raised = Signal(object)
    asked = Signal(str, object)

    def __init__(
        self,
        relief: Relief,
        clock: Clock,
        *,
        speed: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        """Stand ready."""
        super().__init__(parent)
        self.relief = relief
        self.speed = speed
        self._announced: set[Cue] = set()
        self._ticker = Ticker(clock, self)
        self._ticker.woke.connect(self.tick)

    @property
    def is_ticking(self) -> bool:
        """Whether it will look at the clock by itself."""
        return self._ticker.is_ticking

    def snapshot(self) -> ReliefSnapshot:
        """Return this moment."""
        return self.relief.snapshot()

    def set_frame_interval(self, milliseconds: int | None) -> None:
        """Say how often `changed` is wanted; None where nobody is looking."""
        if self._ticker.set_frame_interval(milliseconds):
            self._wait()

    # -- what the person may ask for ----------------------------------------------------------

    def start(self) -> None:
        """Begin: the clock of the cramp runs from now."""
        self._ticker.begin()
        self._do("begin", self.relief.start())

    def easing(self) -> None:
        """It eases."""
        self.tick()
        self._do("easing", self.relief.easing())

    def not_yet(self) -> None:
        """Go on to the next step; back to stretching where it has come again."""
        self.tick()
        self._do("not-yet", self.relief.not_yet())

    def stop(self) -> None:
        """Something is different."""
        self.tick()
        self._do("stop", self.relief.stop())

    def resume(self) -> None:
        """None of the signs: go on."""
        self.tick()
        self._do("resume", self.relief.resume_from_stop())

    def other_way(self) -> None:
        """Do the step the other way."""
        self.tick()
        self._do("other-way", self.relief.other_way())

    def answer_check(self, *, found: bool) -> None:
        """Answer the question about the signs."""
        self.tick()
        if self.relief.snapshot().asks:
            self.asked.emit("answer", found)
        self._tell(self.relief.answer_check(found=found))
        self._after()

    def switch(
        self,
        *,
        muscle: Muscle | None = None,
        place: Place | None = None,
        side: Side | None = None,
    ) -> None:
        """Change muscle, place or side; the clock goes on.

        Raises:
            ContentError: There is no such protocol; everything stays as it was.
        """
        self.tick()
        events = self.relief.switch(muscle=muscle, place=place, side=side)
        now = self.relief.snapshot()
        self._do("switch", events, f"{now.muscle}-{now.place}-{now.side}")

    def leave(self) -> None:
        """Go away from it."""
        self.tick()
        self._do("leave", self.relief.leave())

    # -- time -----------------------------------------------------------------------------------

    def tick(self) -> None:
        """Let the time pass that has passed since the last look at the clock."""
        passed = self._ticker.passed()
        if self.relief.state is ReliefState.READY or self.relief.state.is_over:
            return
        seconds = passed.awake + max(0.0, passed.asleep)
        self._tell(self.relief.advance(seconds * self.speed))
        self._announce()
        self._after()

    def _do(self, name: str, events: tuple[ReliefEvent, ...], about: object = None) -> None:
        """Tell what came of a command, after what it cut off."""
        if events or name == "switch":
            self.asked.emit(name, about)
        begun = any(isinstance(event, PartStarted) for event in events)
        if begun and name != "begin":
            self._announced.clear()
            self.jumped.emit()
        self._tell(events)
        self._announce()
        self._after()

    def _after(self) -> None:
        self._wait()
        self.changed.emit(self.snapshot())

    def _tell(self, events: tuple[ReliefEvent, ...]) -> None:
        for event in events:
            match event:
                case ReliefChanged(state):
                    self.state_changed.emit(state)
                case PartStarted():
                    self.part_started.emit(event)
                case CueDue():
                    self._tell_cue(event)
                case CheckRaised(clock):
                    self.check_raised.emit(clock)
                case StopRaised(reason):
                    self._raise_stop(reason)

    def _tell_cue(self, due: CueDue) -> None:
        late = due.late / self.speed
        if due.cue not in self._announced and late < STALE_SECONDS:
            self.cue_ahead.emit(due.cue, -late - self._ticker.since())
        self._announced.discard(due.cue)

    def _raise_stop(self, reason: StopReason) -> None:
        self._announced.clear()
        self.jumped.emit()
        self.stop_raised.emit(reason)

    def _announce(self) -> None:
        """Hand out the cues that are nearly due, each once."""
        for cue, seconds in self.relief.coming(AHEAD_SECONDS * self.speed):
            if cue not in self._announced:
                self._announced.add(cue)
                self.cue_ahead.emit(cue, seconds / self.speed - self._ticker.since())

    def _wait(self) -> None:
        state = self.relief.state
        if state is ReliefState.READY or state.is_over:
            self._ticker.rest()
            return
        ahead = AHEAD_SECONDS * self.speed
        coming = self.relief.coming(UNSEEN_MS / 1000 * self.speed + ahead)
        to_hand_out = [wait - ahead for cue, wait in coming if cue not in self._announced]
        self._ticker.wait(max(0.0, min([self.relief.next_event_in(), *to_hand_out])) / self.speed)
