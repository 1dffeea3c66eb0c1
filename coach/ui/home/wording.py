"""The words on a routine's card."""

from __future__ import annotations

from coach.content.library import RoutineCard
from coach.core.body import Position
from coach.core.words import _, clock, counted, inside, listed, sentence


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
    """Return a routine's length as its card shows it."""
    return _("{clock} min").format(clock=clock(seconds))


def steps_text(steps: int) -> str:
    """Return how many steps there are."""
    return counted("{n} step", "{n} steps", steps)


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
