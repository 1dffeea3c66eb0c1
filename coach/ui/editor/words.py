"""The words of the editor."""

from __future__ import annotations

from coach.core.body import Muscle, Position, Sides
from coach.core.numbers import clock, seconds_text
from coach.core.words import _, counted


def position_names() -> dict[str, str]:
    """Return the positions with their names."""
    return {
        Position.STANDING: _("Standing"),
        Position.WALKING: _("Walking"),
        Position.SEATED: _("Seated"),
        Position.FLOOR: _("Floor"),
        Position.BED: _("Bed"),
    }


def muscle_names() -> dict[str, str]:
    """Return the muscles with their names."""
    return {
        Muscle.CALF: _("Calf"),
        Muscle.SHIN: _("Shin"),
        Muscle.FOOT: _("Foot"),
        Muscle.FRONT_THIGH: _("Front of thigh"),
        Muscle.BACK_THIGH: _("Back of thigh"),
        Muscle.WHOLE_LEG: _("Whole leg"),
    }


def sides_names() -> dict[str, str]:
    """Return how the legs take turns, with their names."""
    return {
        Sides.BOTH: _("Together"),
        Sides.EACH: _("Each leg"),
        Sides.ALTERNATING: _("In turns"),
        Sides.SORE: _("Sore leg"),
    }


def often_labels(*, together: bool) -> dict[str, str]:
    """Return what the numbers of turns are called; `together` where no leg has its own."""
    if together:
        return {"count": _("How often"), "sets": _("Sets")}
    return {"count": _("How often on each side"), "sets": _("Sets on each side")}


def length_of(seconds: float) -> str:
    """Return a length as rows show it: "1:10"."""
    return clock(round(seconds))


def group_text(rounds: int, rest: float) -> str:
    """Return what is said of a group."""
    times = counted("{n} round", "{n} rounds", rounds)
    if rest <= 0:
        return times
    return _("{rounds} · {rest} rest between").format(rounds=times, rest=seconds_text(rest))


def problems_text(number: int) -> str:
    """Return how many things are wrong."""
    return counted("{n} thing to put right", "{n} things to put right", number)
