"""The kinds of text and number that exercise and routine files are made of, with their limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from coach.content.build import LONGEST_STEP
from coach.content.own_picture import picture_name_fault
from coach.core.exercise import Position, Sides
from coach.core.words import _

LABEL_LENGTH = 40
"""The most characters on a button."""

MOST_REPS = 1000
"""The most repetitions of a set."""


def told(reason: str) -> PydanticCustomError:
    """Return the error for a reason that is said as it is."""
    return PydanticCustomError("words", "{reason}", {"reason": reason})


def _printable(text: str) -> str:
    if any(not (sign.isprintable() or sign == "\n") for sign in text):
        raise told(_("must be plain text, without control characters"))
    return text


def _single_line(text: str) -> str:
    if not text.strip():
        raise told(_("must not be empty"))
    if "\n" in text:
        raise told(_("must be a single line"))
    return _printable(text)


def _picture_name(name: str) -> str:
    if fault := picture_name_fault(name):
        raise told(fault)
    return name


def at_most(limit: int) -> AfterValidator:
    """Return what refuses a text that is longer, in characters: there is no room for more."""

    def check(text: str) -> str:
        if len(text) > limit:
            raise PydanticCustomError(
                "words", "must be at most {limit} characters long", {"limit": limit}
            )
        return text

    return AfterValidator(check)


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Title = Annotated[str, Field(max_length=120), AfterValidator(_single_line)]
Words = Annotated[str, Field(max_length=120), AfterValidator(_single_line)]
Label = Annotated[Words, at_most(LABEL_LENGTH)]
Heading = Annotated[str, Field(max_length=60), AfterValidator(_single_line)]
Phrase = Annotated[str, Field(max_length=160), AfterValidator(_single_line)]
Sentence = Annotated[str, Field(max_length=400), AfterValidator(_single_line)]
Remark = Annotated[str, Field(max_length=400), AfterValidator(_printable)]
Text = Annotated[str, Field(max_length=2000), AfterValidator(_printable)]
PictureName = Annotated[str, Field(max_length=120), AfterValidator(_picture_name)]

Pause = Annotated[float, Field(ge=0, le=LONGEST_STEP, allow_inf_nan=False)]
Work = Annotated[float, Field(ge=1, le=LONGEST_STEP, allow_inf_nan=False)]
PhaseLength = Annotated[float, Field(ge=0.5, le=LONGEST_STEP, allow_inf_nan=False)]
RepCount = Annotated[int, Field(ge=1, le=MOST_REPS)]
OwnCount = Annotated[int, Field(ge=0, le=MOST_REPS)]
Count = Annotated[int, Field(ge=1, le=100)]
Positions = Annotated[list[Annotated[Position, Field(strict=False)]], Field(min_length=1)]
AnySides = Annotated[Sides, Field(strict=False)]


class StrictModel(BaseModel):
    """A table that takes known keys of the right type only."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True
    )
