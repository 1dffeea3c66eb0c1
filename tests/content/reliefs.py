"""The protocols as shipped, and everything that is written in them."""

from __future__ import annotations

import re
from pathlib import Path

from coach.content.relief import ReliefShelf
from coach.content.resources import find_resources
from coach.core.relief import CRAMP_MUSCLES, Place, Protocol, Step, Way, protocol_id

RESOURCES = find_resources()
SHELF = ReliefShelf(RESOURCES)
ALL = [(muscle, place) for muscle in CRAMP_MUSCLES for place in Place]
IDS = [protocol_id(*pair) for pair in ALL]
FILES = sorted(RESOURCES.relief.glob("*.toml"))


LEFT_OUT = re.compile(
    r"\b(magnesium|potassium|calcium|vitamins?|quinine|supplements?|injections?|herbs?"
    r"|(?<!pins and )needles?|ointments?|painkillers?|paracetamol|ibuprofen|pickle|banana"
    r"|mustard|pinch\w*|cures?|prevents?|guarantee\w*|85)\b",
    re.IGNORECASE,
)
BLAME = re.compile(r"\b(fail\w*|wrong|bad|should have|must|try harder)\b", re.IGNORECASE)
MEDICAL = re.compile(
    r"\b(muscle|gastrocnemius|soleus|hamstring|quadriceps|achilles|thrombosis|dvt|dorsiflex\w*"
    r"|contract\w*|spasm|plantar|tendon)\b",
    re.IGNORECASE,
)


def get(name: str) -> Protocol:
    muscle, place = ALL[IDS.index(name)]
    return SHELF.protocol(muscle, place)


def ways(steps: tuple[Step, ...]) -> list[Way]:
    return [way for step in steps for way in (step.way, step.other) if way]


def steps_of(file: Path) -> tuple[Step, ...]:
    if file.stem == "aftercare":
        after = SHELF.aftercare()
        return (after.hold, *after.steps, *after.steps_in_bed)
    return (*get(file.stem).steps, get(file.stem).rest)


def told(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for value in part.values() for text in told(value)]
    if isinstance(part, list):
        return [text for value in part for text in told(value)]
    return [part] if isinstance(part, str) and (" " in part or part.endswith(".")) else []
