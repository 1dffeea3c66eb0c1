"""The words of Cramp now; no widget, no clock."""

from __future__ import annotations

import math

from coach.core.body import Muscle, Side
from coach.core.numbers import clock
from coach.core.relief import Part, PartKind, Place, ReliefSnapshot, ReliefState
from coach.core.words import _, counted

JUST_OVER = 1e-6
"""A second that is over by no more than a rounding error is over."""


def headline(now: ReliefSnapshot) -> str:
    """Return the one word over the countdown: what the body does in this part."""
    if now.state is ReliefState.AFTERCARE and now.part.kind is PartKind.HOLD:
        return _("Hold on")
    match now.part.kind:
        case PartKind.READY:
            return _("Get ready")
        case PartKind.HOLD:
            return _verb(now) or _("Hold")
        case PartKind.EASE:
            return _("Ease")
        case PartKind.MOVE:
            return _("Keep on")
        case PartKind.REST:
            return _("Rest")


def _verb(now: ReliefSnapshot) -> str:
    """Return the word the voice has for each hold of several: "Pull"."""
    way = now.step.other if now.other_taken and now.step.other else now.step.way
    holds = [part.say for part in way.parts if part.kind is PartKind.HOLD and part.say]
    short = [say.rstrip(".") for say in holds if len(say.split()) == 1]
    return short[0] if len(holds) > 1 and short else ""


def countdown(now: ReliefSnapshot) -> str:
    """Return the seconds left of this part; empty where it has no end."""
    if math.isinf(now.part_left):
        return ""
    seconds = math.ceil(now.part_left - JUST_OVER)
    return str(seconds) if seconds < 100 else clock(seconds)


def remarks(now: ReliefSnapshot) -> str:
    """Return what there is to know besides: what was left out and why, what may help."""
    if now.state is ReliefState.AFTERCARE:
        return ""
    return " ".join((*now.step.left_out, now.step.if_not_eased.text)).strip()


def muscle_name(muscle: Muscle) -> str:
    """Return a muscle's name on its button."""
    return {
        Muscle.CALF: _("Calf"),
        Muscle.FOOT: _("Foot, toes"),
        Muscle.FRONT_THIGH: _("Front of thigh"),
        Muscle.BACK_THIGH: _("Back of thigh"),
    }[muscle]


def place_name(place: Place) -> str:
    """Return a place's name on its button."""
    return {
        Place.BED: _("In bed"),
        Place.DESK: _("At a desk"),
        Place.STANDING: _("Standing"),
        Place.GYM: _("Gym, pool"),
    }[place]


def side_name(side: Side) -> str:
    """Return a leg's name on its button."""
    names = {Side.LEFT: _("Left leg"), Side.RIGHT: _("Right leg")}
    return names.get(side, _("Both legs"))


def where(now: ReliefSnapshot) -> str:
    """Return muscle and place in short: "Calf · At a desk"."""
    return f"{muscle_name(now.muscle)} · {place_name(now.place)}"


def spoken_part(part: Part) -> str:
    """Return what a screen reader is told as a part begins."""
    if math.isinf(part.seconds):
        return part.text
    seconds = counted("{n} second.", "{n} seconds.", round(part.seconds))
    return f"{part.text} {seconds}"
