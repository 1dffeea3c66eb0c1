"""How much of a routine is heard."""

from __future__ import annotations

from enum import StrEnum


class Verbosity(StrEnum):
    """How much is heard. What is shown does not depend on it."""

    FULL = "full"
    """Everything."""
    BRIEF = "brief"
    """Sides, changes and the countdown."""
    SOUNDS = "sounds"
    """No words."""
    SILENT = "silent"
    """Nothing."""

    @property
    def speaks(self) -> bool:
        """Whether words are heard."""
        return self in (Verbosity.FULL, Verbosity.BRIEF)
