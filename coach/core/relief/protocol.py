"""What is done for a cramp: one protocol for each muscle and place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from coach.core.body import Muscle
from coach.core.caution import Condition

CRAMP_MUSCLES = (Muscle.CALF, Muscle.FOOT, Muscle.FRONT_THIGH, Muscle.BACK_THIGH)
"""The muscles that have a protocol, commonest first."""


class Place(StrEnum):
    """Where a person is when the cramp comes."""

    BED = "bed"
    DESK = "desk"
    STANDING = "standing"
    GYM = "gym"


class PartKind(StrEnum):
    """What the body does in a part of a step."""

    READY = "ready"
    """Gets into place."""
    HOLD = "hold"
    """Keeps a stretch or a press."""
    EASE = "ease"
    """Lets go a little."""
    MOVE = "move"
    """Walks, rubs, bends: nothing is kept still."""
    REST = "rest"
    """Stays gently stretched without an end of its own."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What takes the place of a part that does not suit; as long, and of the same kind."""

    text: str
    say: str
    figure: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a step; parts follow each other without gap.

    Attributes:
        kind: What the body does.
        start: Seconds from the step's beginning.
        seconds: How long it takes; infinity for a rest.
        text: What to do, one sentence, as shown.
        say: What is said as it begins; empty for nothing.
        figure: Name of its moving picture.
        not_with: Conditions under which it is left out.
        what: Its name where it may be left out: "Rubbing".
        instead: What takes its place then; None where its time is left out too.
    """

    kind: PartKind
    start: float
    seconds: float
    text: str
    say: str
    figure: str
    not_with: frozenset[Condition] = frozenset()
    what: str = ""
    instead: Instead | None = None

    @property
    def end(self) -> float:
        """Seconds from the step's beginning to the part's end."""
        return self.start + self.seconds


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing a step.

    Attributes:
        parts: What is done, in order; never empty.
        label: Words of the button that leads to it, "I can't stand"; empty for the usual way.
    """

    parts: tuple[Part, ...]
    label: str = ""

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self.parts[-1].end


@dataclass(frozen=True, slots=True)
class Advice:
    """What helps besides.

    Attributes:
        text: One sentence, as shown; empty for nothing.
        not_with: Conditions under which it is not said.
    """

    text: str = ""
    not_with: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a protocol.

    Attributes:
        id: Kebab-case name, its own within the protocol.
        way: How it is done.
        other: How else it may be done; None where there is one way only.
        if_not_eased: What helps if the cramp has not eased after it.
        check: Whether the signs to stop for are asked about if the cramp has not eased after it.
        not_with: Conditions under which the usual way is left out: the other way is taken, or
            the step is passed over.
        what: Its name where it may be left out: "Standing on the leg".
        left_out: Lines that tell what was left out for this person, and why.
    """

    id: str
    way: Way
    other: Way | None = None
    if_not_eased: Advice = field(default_factory=Advice)
    check: bool = False
    not_with: frozenset[Condition] = frozenset()
    what: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it takes the usual way."""
        return self.way.seconds

    @property
    def stretches(self) -> bool:
        """Whether something is held in it."""
        return any(part.kind is PartKind.HOLD for part in self.way.parts)


@dataclass(frozen=True, slots=True)
class Protocol:
    """What is done for a cramp of one muscle in one place.

    Attributes:
        muscle: Which muscle.
        place: Where the person is.
        steps: In order; one pass is all of them.
        rest: What follows two passes: the muscle stays gently stretched, without an end of its own.
    """

    muscle: Muscle
    place: Place
    steps: tuple[Step, ...]
    rest: Step

    @property
    def id(self) -> str:
        """Name of its file."""
        return protocol_id(self.muscle, self.place)

    @property
    def seconds(self) -> float:
        """Length of one pass."""
        return sum(step.seconds for step in self.steps)

    @property
    def first_stretch(self) -> int:
        """Index of the step that a second pass begins with."""
        stretching = (index for index, step in enumerate(self.steps) if step.stretches)
        return next(stretching, 0)

    @property
    def opening(self) -> str:
        """What is said first, at the click."""
        return self.steps[0].way.parts[0].say


def protocol_id(muscle: Muscle, place: Place) -> str:
    """Return the id of a protocol: `calf-desk`."""
    return f"{muscle.value}-{place.value}"


def opening_texts(protocols: tuple[Protocol, ...]) -> tuple[str, ...]:
    """Return what is said first in each of the protocols, each text once.

    For the four muscles in one place these are four texts, one a muscle: keep their clips ready.
    """
    return tuple(dict.fromkeys(protocol.opening for protocol in protocols))


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be done when the cramp has eased.

    Attributes:
        id: A routine's or an exercise's id, or `back` for what the person was doing.
        text: Words of its button.
        not_with: Conditions under which it is not offered.
    """

    id: str
    text: str
    not_with: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Aftercare:
    """What follows when a cramp eases.

    Attributes:
        hold: Keeping the last stretch a little longer; its picture is that of the stretch.
        steps: What follows it, out of bed.
        steps_in_bed: What follows it in bed.
        offers: What may be done then.
        notes: What to know for the rest of the day.
    """

    hold: Step
    steps: tuple[Step, ...]
    steps_in_bed: tuple[Step, ...]
    offers: tuple[Offer, ...]
    notes: tuple[Advice, ...]

    def steps_at(self, place: Place) -> tuple[Step, ...]:
        """Return the steps for a place, the hold first."""
        return (self.hold, *(self.steps_in_bed if place is Place.BED else self.steps))
