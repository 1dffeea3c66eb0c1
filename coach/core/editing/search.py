"""Finding exercises to add."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from coach.core.body import Muscle, Position
from coach.core.exercise import Exercise

_AT_A_DESK = frozenset({Position.SEATED, Position.STANDING})
_DESK_THINGS = ("chair", "desk")
_TITLE_START, _TITLE_WORD, _TITLE, _WORD, _ANYWHERE = 32, 16, 8, 4, 1


def filter_exercises(
    exercises: Iterable[Exercise],
    text: str = "",
    *,
    positions: Collection[Position] = (),
    muscles: Collection[Muscle] = (),
    equipment: Collection[str] | None = None,
    at_desk: bool = False,
) -> list[Exercise]:
    """Return the exercises that fit everything asked for, the best first.

    Args:
        exercises: To choose from; equally good ones keep their order.
        text: Each of its words must be found: best at the start of the title, then in the title,
            then among muscle, target and equipment, then in the instructions. Case and accents
            do not matter.
        positions: At least one of them; empty for any.
        muscles: At least one of them; empty for any.
        equipment: What is at hand, in words ("chair", "towel"); what needs nothing fits always.
            Empty for what needs nothing; None for anything.
        at_desk: Only what is done seated or standing with a chair, a desk or nothing.
    """
    words = fold(text).split()
    at_hand = None if equipment is None else tuple(fold(thing) for thing in equipment)
    fitting = (
        exercise
        for exercise in exercises
        if (not positions or not set(positions).isdisjoint(exercise.positions))
        and (not muscles or not set(muscles).isdisjoint(exercise.muscles))
        and (at_hand is None or _is_at_hand(exercise, at_hand))
        and (not at_desk or suits_desk(exercise))
    )
    if not words:
        return list(fitting)
    ranked = [(rank, exercise) for exercise in fitting if (rank := _rank(exercise, words))]
    ranked.sort(key=lambda pair: -pair[0])
    return [exercise for _rank_, exercise in ranked]


def _rank(exercise: Exercise, words: list[str]) -> int:
    """Return how well all words fit, 0 where one is not found."""
    title = fold(exercise.title)
    total = 0
    for word in words:
        if title.startswith(word):
            total += _TITLE_START
        elif f" {word}" in title:
            total += _TITLE_WORD
        elif word in title:
            total += _TITLE
        else:
            rank = _rank_of_details(exercise, word)
            if not rank:
                return 0
            total += rank
    return total


def _rank_of_details(exercise: Exercise, word: str) -> int:
    near = (exercise.target, exercise.equipment, *exercise.muscles, *exercise.positions)
    if any(word in fold(part) for part in near):
        return _WORD
    far = (exercise.id, *exercise.setup, *exercise.cues)
    return _ANYWHERE if any(word in fold(part) for part in far) else 0


def _is_at_hand(exercise: Exercise, at_hand: tuple[str, ...]) -> bool:
    needed = fold(exercise.equipment)
    return not needed or any(thing in needed for thing in at_hand)


def suits_desk(exercise: Exercise) -> bool:
    """Return whether an exercise is done seated or standing with what is at a desk."""
    return not _AT_A_DESK.isdisjoint(exercise.positions) and _is_at_hand(exercise, _DESK_THINGS)


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Return a text without case, accents and punctuation between words."""
    if text.isascii():
        plain = text.lower()
    else:
        apart = unicodedata.normalize("NFKD", text.casefold())
        plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(plain.replace("-", " ").replace(",", " ").replace(";", " ").split())
