"""Which routines fit what is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from coach.content.library import Library, RoutineCard
from coach.core.body import Position
from coach.core.words import _

SHORT = 180
"""Seconds of the longest routine that is a short one."""


class Only(StrEnum):
    """What a chip leaves of the routines."""

    DESK = "desk"
    STANDING = "standing"
    BED = "bed"
    SHORT = "short"
    OWN = "own"


PLACES = (Only.DESK, Only.STANDING, Only.BED)
"""Of these, any one that is asked for is enough; of the others, each has to be met."""


def only_names() -> dict[str, str]:
    """Return what the chips say."""
    return {
        Only.DESK: _("At my desk"),
        Only.STANDING: _("Standing"),
        Only.BED: _("In bed"),
        Only.SHORT: _("Up to 3 minutes"),
        Only.OWN: _("Yours"),
    }


class Wanted(NamedTuple):
    """What is asked for. A tuple: home waits for it.

    Attributes:
        text: Words that all have to be found.
        only: What the chips leave.
    """

    text: str = ""
    only: frozenset[Only] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not self.only and not self.text.strip()


def find(library: Library, cards: Iterable[RoutineCard], wanted: Wanted) -> list[RoutineCard]:
    """Return the cards that fit, in the same order."""
    if wanted.is_all:
        return list(cards)
    from coach.core.editing.search import fold

    words = fold(wanted.text).split()
    return [
        card
        for card in cards
        if _fits(library, card, wanted.only) and all(word in _said(card) for word in words)
    ]


def _said(card: RoutineCard) -> str:
    from coach.core.editing.search import fold
    from coach.ui.home.wording import position_text

    said = (card.title, card.when, position_text(card.positions), *card.exercises)
    return fold(" ".join(said))


def _fits(library: Library, card: RoutineCard, only: Collection[Only]) -> bool:
    if Only.OWN in only and not card.own:
        return False
    if Only.SHORT in only and card.seconds > SHORT:
        return False
    places = [place for place in PLACES if place in only]
    return not places or any(_is_done_at(library, card, place) for place in places)


def _is_done_at(library: Library, card: RoutineCard, place: Only) -> bool:
    if place is Only.BED:  # some go on standing beside it
        return card.positions[:1] == (Position.BED,)
    if place is Only.STANDING:
        return set(card.positions) <= {Position.STANDING, Position.WALKING}
    from coach.core.editing.search import suits_desk

    upright = set(card.positions) <= {Position.SEATED, Position.STANDING}
    return upright and all(suits_desk(library.exercises[name]) for name in card.exercises)
