"""Relief of a cramp: protocols, and the engine that leads through them."""

from __future__ import annotations

from coach.core.relief.moments import (
    CheckRaised,
    PartStarted,
    ReliefChanged,
    ReliefEvent,
    ReliefSnapshot,
    ReliefState,
    StopRaised,
)
from coach.core.relief.protocol import (
    CRAMP_MUSCLES,
    Advice,
    Aftercare,
    Instead,
    Offer,
    Part,
    PartKind,
    Place,
    Protocol,
    Step,
    Way,
    opening_texts,
    protocol_id,
)
from coach.core.relief.record import Cramp, CrampState
from coach.core.relief.relief import Relief
from coach.core.relief.spoken import step_texts

__all__ = [
    "CRAMP_MUSCLES",
    "Advice",
    "Aftercare",
    "CheckRaised",
    "Cramp",
    "CrampState",
    "Instead",
    "Offer",
    "Part",
    "PartKind",
    "PartStarted",
    "Place",
    "Protocol",
    "Relief",
    "ReliefChanged",
    "ReliefEvent",
    "ReliefSnapshot",
    "ReliefState",
    "Step",
    "StopRaised",
    "Way",
    "opening_texts",
    "protocol_id",
    "step_texts",
]
