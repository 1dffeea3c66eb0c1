"""Relief of one cramp: time and commands go in, events and snapshots come out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from coach.core.body import Muscle, Side
from coach.core.caution import StopReason
from coach.core.cue import Cue, spoken_seconds
from coach.core.relief.checks import Checks
from coach.core.relief.course import Course, CourseEvents
from coach.core.relief.moments import (
    CheckRaised,
    PartStarted,
    ReliefChanged,
    ReliefEvent,
    ReliefSnapshot,
    ReliefState,
    StopRaised,
)
from coach.core.relief.protocol import Aftercare, PartKind, Place, Protocol, Step, Way
from coach.core.relief.record import Cramp, CrampState

PASSES = 2
"""So often the steps are gone through before resting."""

Events = tuple[ReliefEvent, ...]

_STRETCHED = frozenset({PartKind.HOLD, PartKind.REST})


class Relief:
    """Leads through one cramp, from the click until it has eased or the person leaves.

    It knows no clock: whoever owns it says how much time has passed. Commands return what came of
    them, nothing where they have no meaning. With each command that begins a step, and with STOP,
    what is being said is to be cut off; time alone never cuts anything off.
    """

    def __init__(
        self,
        find: Callable[[Muscle, Place], Protocol],
        aftercare: Aftercare,
        *,
        muscle: Muscle = Muscle.CALF,
        place: Place = Place.DESK,
        side: Side = Side.BOTH,
        length_of: Callable[[str], float] = spoken_seconds,
    ) -> None:
        """Stand ready.

        Args:
            find: Gives the protocol of a muscle, one of `CRAMP_MUSCLES`, and a place.
            aftercare: What follows when it eases.
            muscle: Which muscle.
            place: Where the person is.
            side: Which leg; both where nobody said.
            length_of: Seconds that a text takes to say.
        """
        self._find, self._aftercare, self._length_of = find, aftercare, length_of
        self._side = side
        self._state = self._before_stop = ReliefState.READY
        self._reason: StopReason | None = None
        self._checks = Checks()
        self._eased_at: float | None = None
        self._turn = 1
        self._open_protocol(muscle, place)
        self._course = Course(length_of, self._protocol.steps)

    # -- what is going on -------------------------------------------------------------------

    @property
    def state(self) -> ReliefState:
        """Where relief has got to."""
        return self._state

    def snapshot(self) -> ReliefSnapshot:
        """Return this moment."""
        course, step = self._course, self._course.step
        return ReliefSnapshot(
            state=self._state,
            muscle=self._muscle,
            place=self._place,
            side=self._side,
            clock=self._checks.clock,
            step=step,
            part=course.part,
            number=course.index + 1,
            count=len(course.steps),
            within=course.within,
            length=course.way.seconds,
            other_way=step.other.label if step.other else "",
            other_taken=course.way is step.other,
            turn=self._turn,
            asks=self._checks.asks,
            reason=self._reason,
            eased_at=self._eased_at,
            too_long=self._is_too_long,
        )

    def record(self, started: datetime, pain: int | None = None) -> Cramp:
        """Return what the diary keeps of it, now or at any time before.

        Args:
            started: When relief was asked for, with time zone.
            pain: 0 to 10; None where nobody said.
        """
        if self._reason is not None:
            state = CrampState.STOPPED
        else:
            state = CrampState.UNFINISHED if self._eased_at is None else CrampState.EASED
        return Cramp(started, self._muscle, self._place, self._side, self._eased_at, state, pain)

    def next_event_in(self) -> float:
        """Return the seconds to the next part, cue, check or STOP; infinity where none comes."""
        if not self._runs:
            return math.inf
        return min(self._to_mark, self._course.to_next if self._state.moves else math.inf)

    def coming(self, seconds: float) -> tuple[tuple[Cue, float], ...]:
        """Return the cues due within some seconds, each with the seconds until it is due.

        Only this step and the beginning of the next one are looked at, which is enough for part
        of a second. What a command brings cannot be known ahead.
        """
        if not self._state.moves:
            return ()
        if self._eased_at is None:
            seconds = min(seconds, self._checks.to_stop)
        here = self._course.coming(seconds)
        steps, index = self._following
        if self._course.to_end >= seconds or not steps:
            return here
        cue, wait = self._course.opening_of(steps, index, self._taken)
        return (*here, (cue, wait)) if wait < seconds else here

    # -- time -------------------------------------------------------------------------------

    def advance(self, elapsed: float) -> Events:
        """Let time pass.

        Args:
            elapsed: Seconds, 0 or more; however long, nothing in between is left out.

        Raises:
            ValueError: Time would run backwards or is not a finite number.
        """
        if not (math.isfinite(elapsed) and elapsed >= 0):
            message = f"elapsed seconds must be finite and not negative, not {elapsed}"
            raise ValueError(message)
        events: list[ReliefEvent] = []
        while self._runs:
            to_end, to_mark = self._to_end, self._to_mark
            room = min(to_end, to_mark)
            passing = min(elapsed, room)
            elapsed -= passing
            self._checks.clock += passing
            if self._state.moves:
                events += self._noted(self._course.advance(passing, elapsed))
            if passing < room:
                break
            # A mark goes first, so that a step that ends with it does not ask once more.
            if to_mark <= to_end:
                events += self._mark()
            else:
                events += self._end_step(late=elapsed, busy=self._course.still_speaking)
        return tuple(events)

    # -- commands -----------------------------------------------------------------------------

    def start(self) -> Events:
        """Begin; the first instruction is among the events."""
        if self._state is not ReliefState.READY:
            return ()
        return self._stretch_from(0)

    def easing(self) -> Events:
        """The cramp eases: keep the last stretch a little, then the aftercare."""
        if not self._state.is_cramped:
            return ()
        self._eased_at, self._checks.asks = self._checks.clock, False
        return (*self._change(ReliefState.AFTERCARE), *self._begin(self._aftercare_steps, 0))

    def not_yet(self) -> Events:
        """Go on to the next step; from a rest, or when it comes back, to the first stretch."""
        match self._state:
            case ReliefState.STRETCHING | ReliefState.RESTING if self._is_too_long:
                return self._raise_stop(StopReason.TEN_MINUTES)
            case ReliefState.STRETCHING:
                return self._end_step()
            case ReliefState.RESTING:
                return self._stretch_from(self._protocol.first_stretch)
            case ReliefState.AFTERCARE:
                return self._come_back(self._protocol.first_stretch)
            case _:
                return ()

    def other_way(self) -> Events:
        """Do the present step the other way, or the usual way again, from its beginning.

        Who can't stand can't in later steps either: all with the same label are done so.
        """
        step = self._course.step
        if self._state is not ReliefState.STRETCHING or step.other is None:
            return ()
        self._taken ^= {step.other.label}
        return self._begin(self._course.steps, self._course.index)

    def switch(
        self,
        *,
        muscle: Muscle | None = None,
        place: Place | None = None,
        side: Side | None = None,
    ) -> Events:
        """Change muscle, place or side; the clock goes on.

        Another muscle or place begins its own protocol, but a change of place after it has eased
        only changes the aftercare.

        Raises:
            Exception: What `find` raises; then everything stays as it was but for the side.
        """
        if self._state.is_over or self._state is ReliefState.STOPPED:
            return ()
        self._side = side or self._side
        before = (self._muscle, self._place)
        after = (muscle or self._muscle, place or self._place)
        if before == after:
            return ()
        self._open_protocol(*after)
        match self._state:
            case ReliefState.READY:
                self._course = Course(self._length_of, self._protocol.steps)
                return ()
            case ReliefState.AFTERCARE if before[0] is after[0]:
                return self._begin(self._aftercare_steps, min(1, self._course.index))
            case ReliefState.AFTERCARE:
                return self._come_back(0)
            case _:
                return self._stretch_from(0)

    def answer_check(self, *, found: bool) -> Events:
        """Answer the question about the signs; one that is `found` raises STOP."""
        if not self._checks.asks:
            return ()
        self._checks.asks = False
        return self._raise_stop(StopReason.CHECK) if found else ()

    def stop(self) -> Events:
        """Something is different: raise STOP."""
        return self._raise_stop(StopReason.ASKED) if self._state.moves else ()

    def resume_from_stop(self) -> Events:
        """None of these: go on where it was; the clock has gone on."""
        if self._state is not ReliefState.STOPPED:
            return ()
        self._reason = None
        return (*self._change(self._before_stop), *self._course.go_on())

    def leave(self) -> Events:
        """Go away from it."""
        return () if self._state.is_over else self._change(ReliefState.LEFT)

    # -- helpers ------------------------------------------------------------------------------

    @property
    def _runs(self) -> bool:
        return self._state is not ReliefState.READY and not self._state.is_over

    @property
    def _to_end(self) -> float:
        return self._course.to_end if self._state.moves else math.inf

    @property
    def _to_mark(self) -> float:
        return self._checks.to_mark if self._eased_at is None else math.inf

    @property
    def _is_too_long(self) -> bool:
        return self._eased_at is None and self._checks.is_too_long

    @property
    def _aftercare_steps(self) -> tuple[Step, ...]:
        """The aftercare's steps; the first keeps the picture of the last stretch."""
        hold, *others = self._aftercare.steps_at(self._place)
        parts = (replace(part, figure=self._stretch.figure) for part in hold.way.parts)
        return (replace(hold, way=Way(tuple(parts))), *others)

    def _open_protocol(self, muscle: Muscle, place: Place) -> None:
        self._protocol = self._find(muscle, place)
        self._muscle, self._place = muscle, place
        self._taken: set[str] = set()
        first = self._protocol.steps[self._protocol.first_stretch].way.parts
        self._stretch = next((part for part in first if part.kind is PartKind.HOLD), first[0])

    def _change(self, state: ReliefState) -> Events:
        self._state = state
        return (ReliefChanged(state),)

    def _begin(self, steps: tuple[Step, ...], index: int, **when: float) -> Events:
        return self._noted(self._course.begin(steps, index, self._taken, **when))

    def _noted(self, events: CourseEvents) -> Events:
        """Remember the stretch that was last held."""
        if self._state.is_cramped:
            for event in events:
                if isinstance(event, PartStarted) and event.part.kind in _STRETCHED:
                    self._stretch = event.part
        return events

    def _stretch_from(self, index: int) -> Events:
        """Begin to stretch anew from a step of the protocol, whatever went on before."""
        self._eased_at, self._turn = None, 1
        self._checks.catch_up()
        changed = self._state is not ReliefState.STRETCHING
        events = self._change(ReliefState.STRETCHING) if changed else ()
        return (*events, *self._begin(self._protocol.steps, index))

    def _come_back(self, index: int) -> Events:
        """Stretch again after it had eased; past ten minutes only by way of STOP."""
        began = self._stretch_from(index)
        return self._raise_stop(StopReason.TEN_MINUTES) if self._is_too_long else began

    def _end_step(self, **when: float) -> Events:
        """Go on to what follows the present step."""
        steps, index = self._following
        if not steps:
            return self._change(ReliefState.FINISHED)
        cramped = self._state.is_cramped
        asks = cramped and self._course.step.check and self._checks.ask_after_step()
        asked = (CheckRaised(self._checks.clock),) if asks else ()
        rests = steps == (self._protocol.rest,)
        if cramped and self._course.is_last and not rests:
            self._turn += 1
        changed = self._change(ReliefState.RESTING) if rests else ()
        return (*asked, *changed, *self._begin(steps, index, **when))

    @property
    def _following(self) -> tuple[tuple[Step, ...], int]:
        """What follows the present step when it ends by itself; no steps where nothing does."""
        course = self._course
        if not course.is_last:
            return course.steps, course.index + 1
        if self._state is ReliefState.AFTERCARE:
            return (), 0
        if self._turn < PASSES:
            return self._protocol.steps, self._protocol.first_stretch
        return (self._protocol.rest,), 0

    def _mark(self) -> Events:
        self._checks.pass_mark()
        if self._checks.is_too_long:
            return self._raise_stop(StopReason.TEN_MINUTES)
        if self._state is ReliefState.STOPPED:
            return ()  # the signs are being read already
        self._checks.ask()
        return (CheckRaised(self._checks.clock),)

    def _raise_stop(self, reason: StopReason) -> Events:
        self._checks.asks, self._reason = False, reason
        if self._state is ReliefState.STOPPED:
            return (StopRaised(reason),)
        self._before_stop = self._state
        return (*self._change(ReliefState.STOPPED), StopRaised(reason))
