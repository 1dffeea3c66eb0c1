"""What the diary keeps of a cramp."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coach.core.body import Muscle, Side
from coach.core.relief.protocol import Place

WORST_PAIN = 10


class CrampState(StrEnum):
    """How relief ended.

    UNFINISHED is one that goes on, was left, or whose app was ended in the middle.
    """

    UNFINISHED = "unfinished"
    STOPPED = "stopped"
    EASED = "eased"


@dataclass(frozen=True, slots=True)
class Cramp:
    """One cramp.

    Attributes:
        started: When relief was asked for, with time zone.
        muscle: Which muscle, as last chosen.
        place: Where the person was, as last chosen.
        side: Which leg; both where nobody said.
        seconds: From then until it eased; None where it did not, or nobody said.
        state: How relief ended.
        pain: How bad it was, 0 to 10; None where nobody said.
        id: Number of the row, 0 before it is kept.
    """

    started: datetime
    muscle: Muscle
    place: Place
    side: Side = Side.BOTH
    seconds: float | None = None
    state: CrampState = CrampState.UNFINISHED
    pain: int | None = None
    id: int = 0

    def __post_init__(self) -> None:
        """Refuse a pain that is not on the scale.

        Raises:
            ValueError: It is not.
        """
        if self.pain is not None and not 0 <= self.pain <= WORST_PAIN:
            message = f"pain must be 0 to {WORST_PAIN}, not {self.pain}"
            raise ValueError(message)
