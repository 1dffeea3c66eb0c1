"""What home tells of routines that do not suit the person in all their parts."""

from __future__ import annotations

from dataclasses import replace

from coach.app.coach import Coach
from coach.content.library import Library
from coach.core.words import counted


def suited_library(coach: Coach) -> Library:
    """Return the library whose cards say how much of the routine is left out."""
    library = coach.library
    cards = dict(library.cards)
    for name, card in cards.items():
        if number := coach.left_out(card.exercises):
            text = counted("{n} exercise is left out.", "{n} exercises are left out.", number)
            cards[name] = replace(card, when=f"{text} {card.when}")
    return replace(library, cards=cards) if cards != library.cards else library
