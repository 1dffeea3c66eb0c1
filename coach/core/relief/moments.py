"""What relief tells: its states, its events and one moment of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coach.core.body import Muscle, Side
from coach.core.caution import StopReason
from coach.core.cue import CueDue
from coach.core.relief.protocol import Part, Place, Step


class ReliefState(StrEnum):
    """Where relief has got to."""

    READY = "ready"
    STRETCHING = "stretching"
    """Goes through the steps of the protocol."""
    RESTING = "resting"
    """The steps have been gone through twice; the muscle stays gently stretched."""
    AFTERCARE = "aftercare"
    """The cramp eases."""
    STOPPED = "stopped"
    """The STOP screen is up; only the clock goes on."""
    FINISHED = "finished"
    """It eased, and the aftercare is done."""
    LEFT = "left"
    """The person went away from it."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self in (ReliefState.FINISHED, ReliefState.LEFT)

    @property
    def is_cramped(self) -> bool:
        """Whether the cramp is being worked on."""
        return self in (ReliefState.STRETCHING, ReliefState.RESTING)

    @property
    def moves(self) -> bool:
        """Whether time in the step passes."""
        return self.is_cramped or self is ReliefState.AFTERCARE


@dataclass(frozen=True, slots=True)
class ReliefChanged:
    """Relief has got to another state."""

    state: ReliefState


@dataclass(frozen=True, slots=True)
class PartStarted:
    """A part of a step begins, or goes on after STOP.

    Attributes:
        step: Which step.
        part: Which part of it.
        late: Seconds since it should have begun, up to the end of the time that was given.
    """

    step: Step
    part: Part
    late: float = 0


@dataclass(frozen=True, slots=True)
class CheckRaised:
    """The signs to stop for are asked about while the step goes on.

    Attributes:
        clock: Seconds since the cramp began.
    """

    clock: float


@dataclass(frozen=True, slots=True)
class StopRaised:
    """The STOP screen comes up, or gets a graver reason. What was being said is cut off."""

    reason: StopReason


ReliefEvent = ReliefChanged | PartStarted | CueDue | CheckRaised | StopRaised


@dataclass(frozen=True, slots=True)
class ReliefSnapshot:
    """One moment of relief, for those who show it.

    Attributes:
        state: Where it has got to.
        muscle: Which muscle.
        place: Where the person is.
        side: Which leg; both where nobody said.
        clock: Seconds since the cramp began; never runs backwards, never begins again.
        step: The present step.
        part: The present part of it; holds text and figure.
        number: The step's number, from 1.
        count: How many steps there are.
        within: Seconds since the step began.
        length: The step's seconds the way it is done; infinity while resting.
        other_way: Words of the button for doing the step another way; empty where there is none.
        other_taken: Whether it is done the other way.
        turn: Number of the pass, from 1.
        asks: Whether the question about the signs to stop for is open.
        reason: Why STOP is up; None where it is not.
        eased_at: The clock when the cramp eased; None where it has not.
        too_long: The cramp has lasted ten minutes: only medical advice is left.
    """

    state: ReliefState
    muscle: Muscle
    place: Place
    side: Side
    clock: float
    step: Step
    part: Part
    number: int
    count: int
    within: float
    length: float
    other_way: str
    other_taken: bool
    turn: int
    asks: bool
    reason: StopReason | None
    eased_at: float | None
    too_long: bool

    @property
    def left(self) -> float:
        """Seconds to the step's end; infinity while resting."""
        return max(0.0, self.length - self.within)

    @property
    def part_left(self) -> float:
        """Seconds to the part's end; infinity while resting."""
        return max(0.0, self.part.end - self.within)

    @property
    def part_progress(self) -> float:
        """How far the part has got, 0 to 1; 0 while resting."""
        return min(1.0, max(0.0, (self.within - self.part.start) / self.part.seconds))
