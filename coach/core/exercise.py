"""An exercise, and how much of it is done: its dose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from coach.core.body import Muscle, Position, Side, Sides, Strength

__all__ = [
    "Continuous",
    "Dose",
    "Exercise",
    "Hold",
    "Muscle",
    "OwnPace",
    "Phase",
    "Position",
    "Reps",
    "Side",
    "Sides",
    "Source",
    "Strength",
]


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a repetition.

    Attributes:
        name: What the body does, as shown: "Rise".
        seconds: How long it takes, more than 0.
        say: The spoken cue; the name is said where it is empty.
    """

    name: str
    seconds: float
    say: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """A position held still.

    Attributes:
        seconds: Length of one hold.
        count: Holds on each side.
        rest: Seconds between two holds on the same side.
    """

    seconds: float
    count: int = 1
    rest: float = 0


@dataclass(frozen=True, slots=True)
class Reps:
    """Repetitions at a tempo.

    Attributes:
        phases: What one repetition consists of.
        count: Repetitions in a set, on each side.
        sets: Sets on each side.
        rest: Seconds between two sets on the same side.
        reverse: The second half of a set goes the other way round (circles).
    """

    phases: tuple[Phase, ...]
    count: int
    sets: int = 1
    rest: float = 0
    reverse: bool = False

    @property
    def seconds(self) -> float:
        """Length of one repetition."""
        return sum(phase.seconds for phase in self.phases)


@dataclass(frozen=True, slots=True)
class Continuous:
    """A movement that goes on without being counted.

    Attributes:
        seconds: Length of one block.
        count: Blocks on each side.
        rest: Seconds between two blocks on the same side.
    """

    seconds: float
    count: int = 1
    rest: float = 0


@dataclass(frozen=True, slots=True)
class OwnPace:
    """As long as the person likes; the routine waits until told to go on.

    Attributes:
        count: Repetitions to do at one's own pace, or 0 for "until I am ready".
    """

    count: int = 0


Dose = Hold | Reps | Continuous | OwnPace


@dataclass(frozen=True, slots=True)
class Source:
    """Where an exercise comes from.

    Attributes:
        quote: Words of the source article, empty where a reference stands alone.
        line: The line of the article that the quote is in, 0 without a quote.
        reference: Name of a reference, empty for a quote.
        note: What was taken from it or changed.
    """

    quote: str = ""
    line: int = 0
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the catalogue or of the person's own.

    Attributes:
        id: Kebab-case name, the name of its file.
        title: As shown.
        strength: What stands behind it.
        positions: The positions it can be done in, most usual first.
        muscles: What is stretched or works, most important first.
        target: The same in words: "Calf, both legs".
        equipment: What is needed, in words; empty for nothing.
        sides: How it treats the two legs.
        dose: How much is done where a routine does not say otherwise.
        change: Seconds to change sides.
        setup: How to get there, at most five short sentences.
        cues: What is said while it goes on.
        cautions: What to mind.
        sources: Where it comes from.
        hard_stop: Its time may never be made longer (ice on the skin).
        figure: Name of its moving picture; empty for none.
        seated_figure: Its moving picture for a routine that is not done in bed; empty where the
            one picture serves for every position.
        picture: Name of the file of the person's own picture, shown in place of a figure; empty
            for none.
        mirror_picture: The own picture is turned round for the left leg.
    """

    id: str
    title: str
    strength: Strength
    positions: tuple[Position, ...]
    muscles: tuple[Muscle, ...]
    target: str
    sides: Sides
    dose: Dose
    equipment: str = ""
    change: float = 0
    setup: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    sources: tuple[Source, ...] = field(default=())
    hard_stop: bool = False
    figure: str = ""
    seated_figure: str = ""
    picture: str = ""
    mirror_picture: bool = False

    def shown_in(self, positions: Collection[str]) -> Exercise:
        """The same with the picture that suits a routine: in no bed, of somebody who sits."""
        if not self.seated_figure or Position.BED in positions:
            return self
        return replace(self, figure=self.seated_figure)
