"""The form of the files of relief, and what checks those of safety too, with pydantic.

Needed only where a file has not been checked before: `coach.content.relief` builds everything from
a checked mapping without this module.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coach.content.fields import Id, Label, StrictModel, Words, at_most
from coach.content.safety_schema import (
    CheckModel,
    RegionModel,
    RowModel,
    SignListModel,
    SignModel,
    StopModel,
    TextsModel,
    TickModel,
)
from coach.content.wording import in_form
from coach.core.caution import Condition
from coach.core.numbers import in_file
from coach.core.relief import Place

Kind = Literal["protocol", "aftercare", "stop", "check"]

INSTRUCTION_LENGTH = 90
"""The most characters of an instruction that is read from two metres."""

Instruction = Annotated[Words, at_most(INSTRUCTION_LENGTH)]
Seconds = Annotated[float, Field(ge=1, le=600, allow_inf_nan=False)]
NotWith = Annotated[
    list[Annotated[Condition, Field(strict=False)]], Field(default_factory=list, max_length=9)
]


class InsteadModel(StrictModel):
    """What takes the place of a part that does not suit."""

    text: Instruction
    """What to do, one sentence."""
    say: Words
    """What is said as it begins."""
    figure: Id
    """Name of its picture."""


class _MayBeLeftOut(StrictModel):
    not_with: NotWith
    """Conditions under which it is left out."""
    what: Words | None = None
    """Its name, to tell that it was left out."""

    @model_validator(mode="after")
    def _has_a_name(self) -> _MayBeLeftOut:
        if bool(self.not_with) != bool(self.what):
            raise PydanticCustomError("words", "not_with and what go together")
        return self


class PartModel(_MayBeLeftOut):
    """One part of a step; what it does not say it takes from the step."""

    kind: Literal["ready", "hold", "ease", "move"]
    """What the body does."""
    seconds: Seconds
    """How long it takes."""
    say: Words | None = None
    """What is said as it begins; in the first part, what is said in later rounds."""
    text: Instruction | None = None
    """What to do, one sentence."""
    figure: Id | None = None
    """Name of its picture."""
    instead: InsteadModel | None = None
    """What takes its place where it is left out."""


class _Doing(StrictModel):
    text: Instruction
    """What to do, one sentence."""
    say: Words
    """What is said as it begins."""
    figure: Id
    """Name of its picture."""
    seconds: Seconds
    """How long it takes."""
    rounds: Annotated[int, Field(ge=1, le=10)] = 1
    """How often its parts are gone through."""
    parts: Annotated[list[PartModel], Field(min_length=1, max_length=12)]
    """What it consists of."""

    @model_validator(mode="after")
    def _adds_up(self) -> _Doing:
        total = self.rounds * sum(part.seconds for part in self.parts)
        if total != self.seconds:
            both = {"seconds": in_file(self.seconds), "total": in_file(total)}
            raise PydanticCustomError(
                "words", "lasts {seconds} s, but its parts take {total} s", both
            )
        if bool(self.parts[0].say) != (self.rounds > 1):
            raise PydanticCustomError(
                "words", "the first part has words to say only where there are several rounds"
            )
        if not all(part.say for part in self.parts[1:]):
            raise PydanticCustomError("words", "each part but the first needs words to say")
        return self


class OtherModel(_Doing):
    """How else a step may be done."""

    label: Label
    """Words of the button that leads to it."""


class AdviceModel(StrictModel):
    """What helps besides."""

    text: Instruction
    """One sentence."""
    not_with: NotWith
    """Conditions under which it is not said."""


class StepModel(_Doing, _MayBeLeftOut):
    """One step."""

    id: Id
    """Its own within the file."""
    alternative: OtherModel | None = None
    """How else it may be done."""
    if_not_eased: AdviceModel | None = None
    """What helps if the cramp has not eased after it."""
    check: bool = False
    """Whether the signs to stop for are asked about after it."""


class RestModel(StrictModel):
    """Rest with the muscle gently stretched."""

    text: Instruction
    """What to do, one sentence."""
    say: Words
    """What is said as it begins."""
    figure: Id
    """Name of its picture."""
    if_not_eased: AdviceModel | None = None
    """What helps besides."""


class ProtocolModel(StrictModel):
    """What is done for a cramp of one muscle in one place."""

    muscle: Literal["calf", "foot", "front-thigh", "back-thigh"]
    """Which muscle."""
    place: Annotated[Place, Field(strict=False)]
    """Where the person is."""
    steps: Annotated[list[StepModel], Field(min_length=2, max_length=12)]
    """What is done, in order."""
    rest: RestModel
    """What follows two passes."""

    @model_validator(mode="after")
    def _can_be_played(self) -> ProtocolModel:
        names = [step.id for step in self.steps]
        if len(set(names)) < len(names):
            raise PydanticCustomError("words", "two steps have the same id")
        parts = (part for step in self.steps for part in step.parts)
        if not any(part.kind == "hold" for part in parts):
            raise PydanticCustomError("words", "nothing is stretched: no part is a hold")
        return self


class OfferModel(StrictModel):
    """Something that may be done when the cramp has eased."""

    id: Id
    """A routine's or an exercise's id, or back."""
    text: Label
    """Words of its button."""
    not_with: NotWith
    """Conditions under which it is not offered."""


class AftercareModel(StrictModel):
    """What follows when a cramp eases."""

    hold: StepModel
    """Keeping the last stretch a little longer."""
    steps: Annotated[list[StepModel], Field(min_length=1, max_length=12)]
    """What follows it, out of bed."""
    steps_in_bed: Annotated[list[StepModel], Field(min_length=1, max_length=12)]
    """What follows it in bed."""
    offers: Annotated[list[OfferModel], Field(min_length=1, max_length=6)]
    """What may be done then."""
    notes: Annotated[list[AdviceModel], Field(min_length=1, max_length=12)]
    """What to know for the rest of the day."""


_MODELS: dict[Kind, type[StrictModel]] = {
    "protocol": ProtocolModel,
    "aftercare": AftercareModel,
    "stop": StopModel,
    "check": CheckModel,
}
_PARTS: dict[str, type[StrictModel]] = {
    "parts": PartModel,
    "instead": InsteadModel,
    "alternative": OtherModel,
    "if_not_eased": AdviceModel,
    "steps": StepModel,
    "steps_in_bed": StepModel,
    "hold": StepModel,
    "rest": RestModel,
    "offers": OfferModel,
    "notes": AdviceModel,
    "lists": SignListModel,
    "signs": SignModel,
    "card": RowModel,
    "regions": RegionModel,
    "texts": TextsModel,
    "ticks": TickModel,
    "settings": TickModel,
}


def normalise(kind: Kind, raw: object) -> dict[str, Any]:
    """Check the form of a file's content and return it with nothing left out but `None`.

    Raises:
        ContentError: With everything that is wrong with the form.
    """
    model = in_form(_MODELS[kind], raw, _PARTS)
    return model.model_dump(mode="json", exclude_none=True)
