"""One cue, and when it is due; how cues are planned is in `coach.core.cues`.

Apart from there, so that relief need not wait for what only routines need.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

LONG_HOLD_SECONDS = 20.0
"""From this length on, a hold has a halfway cue and a word of help."""

COUNTED_SECONDS = 3.0
"""The end of a hold that is counted, a number a second."""

GAP_SECONDS = 0.1
"""Silence between two cues."""

OPENING_SECONDS = 0.25
"""A routine's very first cue comes so long after its beginning, since nobody could hand it to the
loudspeaker before; all others come to the second."""

SOUND_LEAD_SECONDS = 0.35
"""Where a cue has a sound, its words follow this much later: the sound has nearly faded then."""


class Priority(IntEnum):
    """Which of two cues that would overlap is heard: the higher one."""

    ENCOURAGEMENT = 1
    HALFWAY = 2
    PHASE = 3
    COUNTDOWN = 4
    CHANGE = 5
    SAFETY = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """Something shown and heard in a segment.

    Attributes:
        segment: Index of the segment.
        offset: Seconds from the segment's beginning, or, if `from_end`, from its end (0 or less).
        text: What is shown, and said where `spoken` does not say otherwise.
        priority: What it is worth against others.
        from_end: It keeps its distance from the end when the segment is made longer.
        sound: Name of the sound heard at `offset`, empty for none.
        spoken: What is said in place of the text; empty for nothing.
    """

    segment: int
    offset: float
    text: str
    priority: Priority
    from_end: bool = False
    sound: str = ""
    spoken: str | None = None

    @property
    def said(self) -> str:
        """What is said, empty for nothing."""
        return self.text if self.spoken is None else self.spoken

    @property
    def said_after(self) -> float:
        """Seconds from `offset` to the first word."""
        return SOUND_LEAD_SECONDS if self.sound else 0.0


@dataclass(frozen=True, slots=True)
class CueDue:
    """A cue is to be heard.

    Attributes:
        cue: Which one.
        late: Seconds since it was due, up to the end of the time that was given.
    """

    cue: Cue
    late: float = 0


def spoken_seconds(text: str) -> float:
    """Estimate how long a text takes to say, for texts whose clip is not known.

    About 14 characters a second, which is an ordinary voice at 160 words a minute.
    """
    return 0.3 + len(text) / 14
