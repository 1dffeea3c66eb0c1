"""What is needed of safety from the first moment: conditions, reasons, standing texts.

Apart from `coach.core.safety`, so that relief need not wait for the lists of the STOP screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Condition(StrEnum):
    """What a person may have ticked; each makes some steps unsuitable.

    The first eight are asked at the first start. WOKEN, cramps that often wake the person, is a
    choice in the settings: the source article leaves standing on the sore leg out for them.
    """

    HEART = "heart"
    FALLS = "falls"
    CLOT = "clot"
    POOR_CIRCULATION = "poor-circulation"
    DIABETES_NUMB = "diabetes-numb"
    INJURY = "injury"
    PREGNANCY = "pregnancy"
    NEW_PAIN = "new-pain"
    WOKEN = "woken"


class StopReason(StrEnum):
    """Why the STOP screen came up."""

    ASKED = "asked"
    CHECK = "check"
    TEN_MINUTES = "ten-minutes"


@dataclass(frozen=True, slots=True)
class StandingTexts:
    """What is said or shown in many places.

    Attributes:
        stop_line: Always in sight while a cramp is on.
        question: Asked at three and five minutes.
        pull: What a stretch may feel like, and what not.
        before_standing: Shown before every standing routine.
        stop_rules: Spoken once a session.
        disclaimer: What the app is and is not.
        evidence: What stretching is known to do.
    """

    stop_line: str
    question: str
    pull: str
    before_standing: str
    stop_rules: str
    disclaimer: str
    evidence: str
