"""The words on a routine's card."""

from __future__ import annotations

from coach.content.library import RoutineCard
from coach.core.body import Position
from coach.core.day import PartOfDay
from coach.core.numbers import length_text, spoken_length
from coach.core.words import _, counted, inside, listed, sentence


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


def card_description(card: RoutineCard) -> str:
    """Return everything on a card as it is read out after the title."""
    facts = (spoken_length(card.seconds), position_text(card.positions), steps_text(card.steps))
    return f"{sentence(listed(facts))} {card.when}"
