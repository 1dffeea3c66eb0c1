"""The words for legs, muscles and positions."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """The leg that works in a segment; SORE is the one that hurts, whichever that is."""

    RIGHT = "right"
    LEFT = "left"
    BOTH = "both"
    SORE = "sore"

    @property
    def other(self) -> Side:
        """The opposite leg; both and sore stay what they are."""
        return {Side.RIGHT: Side.LEFT, Side.LEFT: Side.RIGHT}.get(self, self)


class Sides(StrEnum):
    """How an exercise treats the two legs.

    BOTH works them together. EACH gives one leg its whole dose, then the other.
    ALTERNATING changes after every hold or repetition. SORE works one leg only, the sore one.
    """

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"
    SORE = "sore"


class Position(StrEnum):
    """How the body is held."""

    STANDING = "standing"
    WALKING = "walking"
    SEATED = "seated"
    FLOOR = "floor"
    BED = "bed"


class Muscle(StrEnum):
    """The part that is stretched or works."""

    CALF = "calf"
    SHIN = "shin"
    FOOT = "foot"
    FRONT_THIGH = "front-thigh"
    BACK_THIGH = "back-thigh"
    WHOLE_LEG = "whole-leg"


class Strength(StrEnum):
    """What stands behind an exercise, strongest first."""

    TRIAL = "trial"
    GUIDANCE = "guidance"
    PRACTICE = "practice"
    ARTICLE = "article"
