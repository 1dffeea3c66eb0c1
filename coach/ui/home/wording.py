"""The words on a routine's card."""

from __future__ import annotations

from coach.content.library import RoutineCard
from coach.core.body import Position
from coach.core.day import PartOfDay
from coach.core.words import _, counted, inside, listed, sentence

NO_BREAK = "\u00a0"
"""A space at which no line is broken."""


def position_text(positions: tuple[Position, ...]) -> str:
    """Return how the body is held, in order: "Standing, floor"."""
    words = {
        Position.STANDING: _("Standing"),
        Position.WALKING: _("Walking"),
        Position.SEATED: _("Seated"),
        Position.FLOOR: _("On the floor"),
        Position.BED: _("In bed"),
    }
    first, *others = [words[position] for position in positions] or [""]
    return listed([first, *map(inside, others)])


def length_text(seconds: float) -> str:
    """Return a length as it is shown, "5 min 10 s"; what is zero is left out."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        text = _("{hours} h {minutes} min") if minutes else _("{hours} h")
    elif minutes:
        text = _("{minutes} min {seconds} s") if left else _("{minutes} min")
    else:
        text = _("{seconds} s")
    return text.format(hours=hours, minutes=minutes, seconds=left).replace(" ", NO_BREAK)


def part_text(part: PartOfDay) -> str:
    """Return the name of a part of the day."""
    names = {
        PartOfDay.MORNING: _("Morning"),
        PartOfDay.DAY: _("During the day"),
        PartOfDay.BEDTIME: _("Before bed"),
    }
    return names[part]


def steps_text(steps: int) -> str:
    """Return how many steps there are."""
    return counted("{n} step", "{n} steps", steps)


def meta_text(card: RoutineCard) -> str:
    """Return the line of facts under a card's title."""
    facts = [length_text(card.seconds), position_text(card.positions)]
    return " · ".join([*facts, _("Yours")] if card.own else facts)


def facts_text(card: RoutineCard) -> str:
    """Return the facts of a routine where there is more room."""
    return " · ".join([meta_text(card), steps_text(card.steps)])


def spoken_length(seconds: float) -> str:
    """Return a length as it is read out."""
    whole, rest = divmod(int(seconds), 60)
    minutes = counted("{n} minute", "{n} minutes", whole)
    if whole and not rest:
        return minutes
    moments = counted("{n} second", "{n} seconds", rest)
    return _("{minutes} {seconds}").format(minutes=minutes, seconds=moments) if whole else moments


def card_description(card: RoutineCard) -> str:
    """Return everything on a card as it is read out after the title."""
    facts = (spoken_length(card.seconds), position_text(card.positions), steps_text(card.steps))
    return f"{sentence(listed(facts))} {card.when}"
