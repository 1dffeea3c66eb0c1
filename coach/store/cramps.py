"""Cramps, as they lie in their table."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from coach.core.body import Muscle, Side
from coach.core.relief import Cramp, CrampState, Place
from coach.store.tables import Table


def _values(cramp: Cramp) -> tuple[object, ...]:
    return (
        cramp.muscle.value,
        cramp.side.value,
        cramp.place.value,
        cramp.seconds,
        cramp.state.value,
        cramp.pain,
    )


def _cramp(row: int, started: datetime, *rest: Any) -> Cramp:  # noqa: ANN401  (SQLite's types)
    muscle, side, place, seconds, state, pain = rest
    muscle, place, side = Muscle(muscle), Place(place), Side(side)
    return Cramp(started, muscle, place, side, seconds, CrampState(state), pain, id=row)


COLUMNS = ("muscle", "side", "place", "seconds_to_ease", "state", "pain")
CRAMPS = Table("cramp", COLUMNS, _values, _cramp)
