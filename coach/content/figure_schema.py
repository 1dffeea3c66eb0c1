"""The form of figure files, checked with pydantic.

Needed only where a figure has not been checked before: `coach.content.figures.motion_from` builds
a motion from a checked mapping without this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from coach.content.wording import in_form
from coach.core.figure.pose import ARM_PARTS, LEG_PARTS, TRUNK_PARTS
from coach.core.figure.scene import PROPS

MOST_POSES: Final = 24
"""The most poses of one figure."""

_LIMBS: Final = [f"{side}_{part}" for side in ("near", "far") for part in (*LEG_PARTS, *ARM_PARTS)]
_MUSCLES: Final = (
    "calf", "low-calf", "shin", "front-thigh", "back-thigh", "sole", "outer-shin",
)  # fmt: skip

Length = Annotated[float, Field(ge=-3.0, le=3.0, allow_inf_nan=False)]
"""Fractions of body height."""
Degrees = Annotated[float, Field(ge=-360.0, le=360.0, allow_inf_nan=False)]
Spot = tuple[Length, Length]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
Part = Annotated[str, Field(pattern="^(" + "|".join([*_LIMBS, *TRUNK_PARTS]) + ")$")]
Muscle = Annotated[str, Field(pattern="^(near|far)_(" + "|".join(_MUSCLES) + ")$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Stand(_Table):
    """The hips above a foot: lean of the line from ankle to hip, and flexion of the knee."""

    leg: Literal["near", "far"]
    lean: Degrees
    knee: Annotated[float, Field(ge=0.0, le=150.0)] = 0.0


class Foot(_Table):
    """A foot that rests on its heel or ball at a place, or a leg that hangs free."""

    heel: Spot | None = None
    ball: Spot | None = None
    z: Length | None = None
    pitch: Degrees | None = None
    hip: Degrees | None = None
    knee: Degrees | None = None
    ankle: Spot | Degrees | None = None
    toes: Degrees | None = None
    roll: Degrees | None = None
    splay: Degrees | None = None
    out: Degrees | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Foot:
        at_place = isinstance(self.ankle, tuple)
        resting = (self.heel is not None) + (self.ball is not None) + at_place
        if resting > 1:
            raise PydanticCustomError("words", "has one place: heel, ball or ankle")
        rests = resting == 1
        bent = self.ankle is not None and not at_place
        if rests and (bent or (self.hip, self.knee, self.out) != (None,) * 3):
            raise PydanticCustomError("words", "rests at a place, so hip, knee and ankle follow")
        if not rests and (self.z, self.pitch) != (None, None):
            raise PydanticCustomError("words", "hangs free, so it has no place (z, pitch)")
        return self


class Hand(_Table):
    """A hand that touches something, or an arm that is free."""

    touch: Spot | None = None
    on: Part | None = None
    shape: Literal["flat", "relaxed", "grip", "hold", "rest"] | None = None
    z: Length | None = None
    angle: Degrees | None = None
    flare: Degrees | None = None
    turn: Literal[-1, 1] | None = None
    shoulder: Degrees | None = None
    elbow: Degrees | None = None
    wrist: Degrees | None = None
    out: Degrees | None = None
    lift: Degrees | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Hand:
        free = (self.shoulder, self.elbow, self.wrist, self.out, self.lift)
        if self.touch is not None and free != (None,) * 5:
            raise PydanticCustomError("words", "touches a place, so shoulder and elbow follow")
        if self.touch is None and (self.on, self.z, self.angle, self.flare) != (None,) * 4:
            raise PydanticCustomError("words", "is free, so it has no place; give touch")
        return self


class NamedPose(_Table):
    """One pose; what it does not say it takes from the pose it is `like`."""

    like: Name | None = None
    hips: Spot | None = None
    stand: Stand | None = None
    trunk: Degrees | None = None
    curve: Degrees | None = None
    head: Degrees | None = None
    turn: Degrees | None = None
    sway: Degrees | None = None
    effort: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    near_foot: Foot | None = None
    far_foot: Foot | None = None
    near_hand: Hand | None = None
    far_hand: Hand | None = None

    @model_validator(mode="after")
    def _whole(self) -> NamedPose:
        if self.hips is not None and self.stand is not None:
            raise PydanticCustomError("words", "has hips at a place or a leg to stand on, not both")
        if self.like is None and (self.hips is None) == (self.stand is None):
            raise PydanticCustomError("words", "needs hips or stand")
        if self.like is None and (self.near_foot is None or self.far_foot is None):
            raise PydanticCustomError("words", "needs near_foot and far_foot")
        return self


class Way(_Table):
    """The way through some poses."""

    poses: Annotated[list[Name], Field(min_length=1, max_length=MOST_POSES)]
    ease: Literal["smooth", "linear", "round"] = "smooth"


def _known(kind: str) -> str:
    if kind not in PROPS:
        raise PydanticCustomError("words", "must be one of {kinds}", {"kinds": ", ".join(PROPS)})
    return kind


class Thing(BaseModel):
    """A thing in the room; besides its kind it has sizes, each with a usual value."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Degrees]

    kind: Annotated[str, AfterValidator(_known)]
    parts: Annotated[list[Part], Field(max_length=6)] = []


class Pointer(_Table):
    """An arrow."""

    part: Part | Literal[""] = ""
    tail: Spot
    head: Spot
    bow: Annotated[float, Field(ge=-2.0, le=2.0)] = 0.0
    phases: Annotated[list[Annotated[int, Field(ge=0, le=9)]], Field(max_length=10)] = []


class Window(_Table):
    """A round window that shows a part larger."""

    part: Part | Literal["castor"]
    centre: Spot
    radius: Annotated[float, Field(gt=0.0, le=0.6)]
    zoom: Annotated[float, Field(ge=1.0, le=6.0)]


class FigureFile(_Table):
    """One figure."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    kind: Literal["reps", "hold", "continuous"]
    rest: Name
    view: Literal["side", "front", "back"] = "side"
    centre: Spot = (0.0, 0.5)
    size: Annotated[float, Field(ge=0.2, le=4.0)] = 1.25
    feet: Literal["shoes", "bare", "far-bare"] = "shoes"
    floor: bool = True
    muscles: Annotated[list[Muscle], Field(max_length=12)] = []
    cycle: Annotated[float, Field(ge=0.2, le=60.0)] = 1.0
    travel: Annotated[float, Field(ge=-3.0, le=3.0)] = 0.0
    alternate: bool = False
    crossed: bool = False
    inset: Window | None = None
    poses: Annotated[dict[Name, NamedPose], Field(min_length=1, max_length=MOST_POSES)]
    paths: Annotated[list[Way], Field(min_length=1, max_length=8)]
    props: Annotated[list[Thing], Field(max_length=12)] = []
    arrows: Annotated[list[Pointer], Field(max_length=8)] = []

    @model_validator(mode="after")
    def _has_castor(self) -> FigureFile:
        castor = self.inset is not None and self.inset.part == "castor"
        if castor and all(thing.kind != "office-chair" for thing in self.props):
            raise PydanticCustomError(
                "words", "the inset shows a castor, so there must be an office-chair"
            )
        return self


def checked(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a figure's data with the usual values left out, ready to be kept as JSON.

    Raises:
        ContentError: With every problem found.
    """
    parts: dict[str, type[BaseModel]] = {
        "poses": NamedPose,
        "stand": Stand,
        "near_foot": Foot,
        "far_foot": Foot,
        "near_hand": Hand,
        "far_hand": Hand,
        "paths": Way,
        "arrows": Pointer,
        "inset": Window,
    }
    figure = in_form(FigureFile, dict(data), parts)
    return figure.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
