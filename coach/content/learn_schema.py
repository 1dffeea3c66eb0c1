"""The form of the pages to read and of what they rest on, checked with pydantic."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coach.content.fields import Heading, Id, Phrase, StrictModel, Title
from coach.content.wording import in_form
from coach.core.learn import Reading


class QuoteModel(StrictModel):
    """Words of the source article."""

    words: Phrase
    """As they stand there."""
    line: Annotated[int, Field(ge=1, le=10_000)]
    """The line they are in."""


class LineModel(StrictModel):
    """One thing to know, and where it comes from."""

    text: Phrase
    """One or two short sentences."""
    sources: Annotated[list[Id], Field(default_factory=list, max_length=6)]
    """Ids of references."""
    quotes: Annotated[list[QuoteModel], Field(default_factory=list, max_length=4)]
    """Words of the source article."""

    @model_validator(mode="after")
    def _has_source(self) -> LineModel:
        if not (self.sources or self.quotes):
            raise PydanticCustomError("words", "needs sources or quotes: where does it come from?")
        return self


class SectionModel(StrictModel):
    """Lines under a heading."""

    title: Heading
    """The heading."""
    intro: Phrase | None = None
    """What is said before a list."""
    bullets: bool = False
    """The lines are items of a list, not sentences."""
    lines: Annotated[list[LineModel], Field(min_length=1, max_length=16)]
    """In order."""


class PageModel(StrictModel):
    """One page to read."""

    title: Heading
    """As shown."""
    summary: Phrase
    """What it is about."""
    order: Annotated[int, Field(ge=1, le=100)]
    """Where it stands among the pages."""
    opens_stop: bool = False
    """It offers the STOP screen."""
    sections: Annotated[list[SectionModel], Field(min_length=1, max_length=12)]
    """In order."""


class ReferenceModel(StrictModel):
    """Something that lines rest on."""

    id: Id
    """What lines call it."""
    name: Title
    """As shown."""
    read: Annotated[Reading, Field(strict=False)]
    """How it was read."""


class SourcesModel(StrictModel):
    """Everything that pages and exercises rest on."""

    sources: Annotated[list[ReferenceModel], Field(min_length=1, max_length=200)]
    """In any order."""

    @model_validator(mode="after")
    def _are_told_apart(self) -> SourcesModel:
        for field in ("id", "name"):
            seen = [getattr(source, field) for source in self.sources]
            twice = sorted({one for one in seen if seen.count(one) > 1})
            if twice:
                text = "has {one} twice as {field}"
                raise PydanticCustomError("words", text, {"one": twice[0], "field": field})
        return self


_PARTS: dict[str, type[StrictModel]] = {
    "sections": SectionModel,
    "lines": LineModel,
    "quotes": QuoteModel,
    "sources": ReferenceModel,
}

Model = TypeVar("Model", PageModel, SourcesModel)


def checked(form: type[Model], raw: object) -> Model:
    """Return a file's content in its form.

    Raises:
        ContentError: With everything that is wrong with the form.
    """
    return in_form(form, raw, _PARTS)
