"""Who is shown in the pictures, by what is kept in the settings."""

from __future__ import annotations

from datetime import UTC, datetime

from coach.ui.figure.character import Character, person_named, surprise

SURPRISE = "surprise"
"""Another person each day."""


def shown_person(name: str) -> Character:
    """Return the person of an id; of the day for SURPRISE, the usual one for an unknown id."""
    if name == SURPRISE:
        return surprise(datetime.now(UTC).astimezone().toordinal())
    return person_named(name)
