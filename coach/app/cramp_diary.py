"""What the app asks of whoever keeps cramps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coach.core.relief import Cramp


class CrampDiary(Protocol):
    """Where cramps are kept. Failing is its own affair: it reports, it does not raise.

    Neither call waits for the disk; both may come from a screen that someone in pain looks at.
    """

    def add_cramp(self, cramp: Cramp) -> Cramp:
        """Keep a new cramp and return it with its id."""
        ...

    def update_cramp(self, cramp: Cramp) -> None:
        """Keep what has become of a cramp; its id is the one `add_cramp` gave."""
        ...

    def close(self) -> None:
        """Keep what still waits, and let go of the file."""
        ...
