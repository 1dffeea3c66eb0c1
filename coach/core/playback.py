"""Playing a timeline: time and commands go in, events and snapshots come out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from coach.core.cue import Cue, CueDue
from coach.core.timeline import Segment, SegmentKind, Timeline

BACK_TO_STEP_BEFORE_SECONDS = 3.0
"""Going back within this time of a step's beginning reaches the step before it."""

EXTENSION_SECONDS = 10.0


class PlaybackState(StrEnum):
    """Where playing has got to."""

    READY = "ready"
    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be played."""
        return self in (PlaybackState.FINISHED, PlaybackState.STOPPED)


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """A segment begins.

    Attributes:
        segment: Which one.
    """

    segment: Segment


@dataclass(frozen=True, slots=True)
class StateChanged:
    """Playing went on, was paused, or is over."""

    state: PlaybackState


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing more will be played.

    Attributes:
        completed: Every step was gone through to its end.
        seconds: Time spent, pauses and the lead-in not counted.
    """

    completed: bool
    seconds: float


Event = SegmentStarted | CueDue | StateChanged | Finished


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One moment of playing, for those who show it.

    Attributes:
        state: Where playing has got to.
        segment: What is being done.
        within: Seconds since the segment began.
        length: The segment's seconds, with those added by the person.
        spent: Seconds played in all, pauses and the lead-in not counted; never runs backwards.
        remaining: Seconds to the end of the routine.
        steps_done: Indexes of the steps gone through to their end.
    """

    state: PlaybackState
    segment: Segment
    within: float
    length: float
    spent: float
    remaining: float
    steps_done: frozenset[int]

    @property
    def left(self) -> float:
        """Seconds to the segment's end."""
        return max(0.0, self.length - self.within)

    @property
    def progress(self) -> float:
        """How far the segment has got, 0 to 1; 0 while it waits."""
        return min(1.0, self.within / self.length) if self.length > 0 else 0.0


class Playback:
    """Plays one timeline once.

    It knows no clock: whoever owns it says how much time has passed.
    """

    def __init__(self, timeline: Timeline, cues: tuple[Cue, ...] = ()) -> None:
        """Stand ready before the first segment; `cues` in any order."""
        self.timeline = timeline
        self._cues = _by_segment(timeline, cues)
        self._state = PlaybackState.READY
        self._segment = timeline.segments[0]
        self._within = 0.0
        self._extra = 0.0
        self._spent = 0.0
        self._done: frozenset[int] = frozenset()
        self._said: set[int] = set()
        self._waiting: tuple[tuple[float, int, Cue], ...] | None = None

    # -- what is going on -------------------------------------------------------------------

    @property
    def state(self) -> PlaybackState:
        """Where playing has got to."""
        return self._state

    def snapshot(self) -> Snapshot:
        """Return this moment."""
        after = self.timeline.seconds - self._segment.end
        left = max(0.0, self._length - self._within)
        return Snapshot(
            state=self._state,
            segment=self._segment,
            within=self._within,
            length=self._length,
            spent=self._spent,
            remaining=0.0 if self._state is PlaybackState.FINISHED else after + left,
            steps_done=self._done,
        )

    def next_event_in(self) -> float:
        """Return the seconds to the next cue or segment, infinity where none is coming."""
        if self._state is not PlaybackState.PLAYING:
            return math.inf
        end = math.inf if self._segment.waits else self._length
        waiting = self._unsaid()
        due = waiting[0][0] if waiting else math.inf
        return max(0.0, min(end, due) - self._within)

    def coming(self, seconds: float) -> tuple[tuple[Cue, float], ...]:
        """Return the cues due within some seconds, each with the seconds until it is due.

        Only this segment and the next one are looked at, which is enough for part of a second.
        """
        if self._state is not PlaybackState.PLAYING:
            return ()
        here = [(cue, due - self._within) for due, _number, cue in self._unsaid()]
        left = math.inf if self._segment.waits else self._length - self._within
        if left < seconds and self._segment.index + 1 < len(self._cues):
            after = self.timeline.segments[self._segment.index + 1]
            for cue in self._cues[after.index]:
                here.append((cue, left + (after.seconds if cue.from_end else 0) + cue.offset))
        return tuple((cue, max(0.0, wait)) for cue, wait in here if wait < seconds)

    # -- time -------------------------------------------------------------------------------

    def advance(self, elapsed: float) -> tuple[Event, ...]:
        """Let time pass while playing.

        Args:
            elapsed: Seconds, 0 or more; however long, nothing in between is left out.

        Raises:
            ValueError: Time would run backwards or is not a finite number.
        """
        if not (math.isfinite(elapsed) and elapsed >= 0):
            message = f"elapsed seconds must be finite and not negative, not {elapsed}"
            raise ValueError(message)
        events: list[Event] = []
        while self._state is PlaybackState.PLAYING:
            room = math.inf if self._segment.waits else self._length - self._within
            passing = min(elapsed, room)
            elapsed -= passing
            self._pass(passing)
            events += self._cues_until_now(elapsed)
            if passing < room:
                break
            events += self._leave(late=elapsed)
        return tuple(events)

    def _pass(self, seconds: float) -> None:
        self._within += seconds
        if not self.timeline.is_lead_in(self._segment):
            self._spent += seconds

    def _cues_until_now(self, late: float) -> list[Event]:
        now = self._within
        events: list[Event] = []
        for at, number, cue in self._unsaid():
            if at > now:
                break
            self._said.add(number)
            self._waiting = None
            events.append(CueDue(cue, late + now - at))
        return events

    def _leave(self, late: float) -> list[Event]:
        """Go on to the next segment, the present one having come to its end."""
        if self._segment.last_of_step:
            self._done |= {self._segment.step}
        return self._enter(self.timeline.segments[self._segment.index + 1], late)

    def _enter(self, segment: Segment, late: float = 0) -> list[Event]:
        self._segment = segment
        self._within = self._extra = 0.0
        self._said.clear()
        self._waiting = None
        events: list[Event] = [SegmentStarted(segment)]
        if segment.kind is SegmentKind.FINISH:
            events += self._cues_until_now(late)
            events += self._end(PlaybackState.FINISHED)
        return events

    def _end(self, state: PlaybackState) -> list[Event]:
        self._state = state
        completed = len(self._done) == len(self.timeline.steps)
        return [StateChanged(state), Finished(completed, self._spent)]

    def refit(self, timeline: Timeline, cues: tuple[Cue, ...]) -> None:
        """Go on with the same segments in other lengths, and with other cues.

        The present segment does not get shorter than what has passed of it; a cue whose time has
        gone by is left out.

        Raises:
            ValueError: It is not the same routine.
        """
        if len(timeline.segments) != len(self.timeline.segments):
            message = f"{timeline.routine.id} has other segments than {self.timeline.routine.id}"
            raise ValueError(message)
        self.timeline = timeline
        self._segment = timeline.segments[self._segment.index]
        self._cues = _by_segment(timeline, cues)
        self._extra = max(self._extra, self._within - self._segment.seconds)
        here = enumerate(self._cues[self._segment.index])
        began = self._within > 0 or self._state is not PlaybackState.READY
        self._said = {n for n, cue in here if began and self._due(cue) <= self._within}
        self._waiting = None

    # -- commands: each returns what came of it, nothing where it has no meaning ---------------

    def start(self) -> tuple[Event, ...]:
        """Begin with the first segment."""
        if self._state is not PlaybackState.READY:
            return ()
        self._state = PlaybackState.PLAYING
        return (StateChanged(self._state), *self._enter(self._segment))

    def pause(self) -> tuple[Event, ...]:
        """Stand still."""
        return self._switch(PlaybackState.PLAYING, PlaybackState.PAUSED)

    def resume(self) -> tuple[Event, ...]:
        """Go on after a pause."""
        return self._switch(PlaybackState.PAUSED, PlaybackState.PLAYING)

    def go_on(self) -> tuple[Event, ...]:
        """End a segment that waits for the person."""
        if self._state is PlaybackState.PLAYING and self._segment.waits:
            return tuple(self._leave(late=0))
        return ()

    def skip(self) -> tuple[Event, ...]:
        """Go to the next step; out of a rest, a change or a get-ready to what follows it."""
        if not self._can_move:
            return ()
        if self._segment.kind.is_work:
            return self._go_to(self.timeline.first_of_step(self._segment.step + 1))
        return self._go_to(self.timeline.segments[self._segment.index + 1])

    def back(self) -> tuple[Event, ...]:
        """Go to the beginning of this step, or of the one before if this one has just begun."""
        if not self._can_move:
            return ()
        first = self.timeline.first_of_step(self._segment.step)
        since = self._segment.start - first.start + self._within
        at_its_start = since < BACK_TO_STEP_BEFORE_SECONDS
        before = max(0, self._segment.step - 1) if at_its_start else self._segment.step
        return self._go_to(self.timeline.first_of_step(before))

    def restart_step(self) -> tuple[Event, ...]:
        """Go to the beginning of this step."""
        if not self._can_move:
            return ()
        return self._go_to(self.timeline.first_of_step(self._segment.step))

    def extend(self, seconds: float = EXTENSION_SECONDS) -> tuple[Event, ...]:
        """Make the present segment longer, where its exercise allows that."""
        if self._can_move and self.can_extend:
            self._extra += seconds
            self._said = {
                number
                for number, cue in enumerate(self._cues[self._segment.index])
                if self._due(cue) <= self._within and number in self._said
            }
            self._waiting = None
        return ()

    @property
    def can_extend(self) -> bool:
        """Whether the present segment may be made longer."""
        return not self._segment.waits and not self.timeline.has_hard_stop(self._segment)

    def stop(self) -> tuple[Event, ...]:
        """End before the finish."""
        return () if self._state.is_over else tuple(self._end(PlaybackState.STOPPED))

    # -- helpers ------------------------------------------------------------------------------

    @property
    def _can_move(self) -> bool:
        return self._state in (PlaybackState.PLAYING, PlaybackState.PAUSED)

    @property
    def _length(self) -> float:
        return self._segment.seconds + self._extra

    def _due(self, cue: Cue) -> float:
        return self._length + cue.offset if cue.from_end else cue.offset

    def _unsaid(self) -> tuple[tuple[float, int, Cue], ...]:
        """The cues of this segment still to come, the next one first, each with when it is due.

        Asked for with every frame, so kept until one is said or the segment is another.
        """
        if self._waiting is None:
            cues = enumerate(self._cues[self._segment.index])
            due = [(self._due(cue), n, cue) for n, cue in cues if n not in self._said]
            self._waiting = tuple(sorted(due, key=lambda entry: entry[:2]))
        return self._waiting

    def _switch(self, before: PlaybackState, after: PlaybackState) -> tuple[Event, ...]:
        if self._state is not before:
            return ()
        self._state = after
        return (StateChanged(after),)

    def _go_to(self, segment: Segment) -> tuple[Event, ...]:
        return tuple(self._enter(segment))


def _by_segment(timeline: Timeline, cues: tuple[Cue, ...]) -> tuple[tuple[Cue, ...], ...]:
    table: list[list[Cue]] = [[] for _segment in timeline.segments]
    for cue in cues:
        table[cue.segment].append(cue)
    return tuple(tuple(row) for row in table)
