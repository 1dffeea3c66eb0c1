"""What a person asked for on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Wish(NamedTuple):
    """What to open. A tuple, for a data class costs 10 ms before a running app can be asked.

    Attributes:
        screen: The screen to begin with.
        routine: Id of the routine to play, for the player.
        speed: Seconds of the routine in one of the clock.
        once: Close when the routine is over.
        trace: File to record in.
        muscle: What cramps, by the name of `core.exercise.Muscle`; empty where nobody said.
        place: Where the person is, by the name of `core.relief.Place`; empty where nobody said.
        side: Which leg, by the name of `core.exercise.Side`; empty where nobody said.
    """

    screen: Literal["home", "player", "cramp"] = "home"
    routine: str = ""
    speed: float = 1.0
    once: bool = False
    trace: Path | None = None
    muscle: str = ""
    place: str = ""
    side: str = ""
