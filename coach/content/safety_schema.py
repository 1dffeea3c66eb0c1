"""The form of the files of safety: the STOP screen with the standing texts, and the check."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coach.content.fields import Id, Label, Sentence, StrictModel, Title, Words
from coach.core.caution import Condition
from coach.core.safety import Urgency


class SignModel(StrictModel):
    """One thing a person may notice."""

    notice: Sentence
    """What it looks or feels like."""
    may_be: Words | None = None
    """What may be behind it."""
    meanwhile: Sentence | None = None
    """What to do until help is there."""


class SignListModel(StrictModel):
    """The signs of one urgency."""

    urgency: Annotated[Urgency, Field(strict=False)]
    """How soon help is needed."""
    title: Title
    """Its heading."""
    button: Label
    """Words of the button that leads to it."""
    closing: Sentence | None = None
    """What is said below it."""
    signs: Annotated[list[SignModel], Field(min_length=1, max_length=20)]
    """Most dangerous first."""


class RowModel(StrictModel):
    """One line of the card "Cramp or clot?"."""

    what: Words
    """What is compared."""
    cramp: Words
    """How a cramp is."""
    clot: Words
    """How a clot may be."""


class RegionModel(StrictModel):
    """Whom to call in a part of the world."""

    id: Id
    """Its own name."""
    name: Words
    """As shown."""
    emergency: Annotated[
        list[Annotated[str, Field(pattern=r"^[0-9]{2,5}$")]], Field(min_length=1, max_length=3)
    ]
    """Numbers of the ambulance, the usual one first."""
    urgent: Annotated[str, Field(pattern=r"^[0-9]{2,12}$")] | None = None
    """Number for urgent advice."""
    territories: Annotated[
        list[Annotated[str, Field(pattern=r"^[A-Z]{2}$")]], Field(min_length=1, max_length=60)
    ]
    """Two-letter codes of its countries."""


class TextsModel(StrictModel):
    """What is said or shown in many places."""

    stop_line: Sentence
    """Always in sight while a cramp is on."""
    question: Words
    """Asked at three and five minutes."""
    pull: Sentence
    """What a stretch may feel like, and what not."""
    before_standing: Sentence
    """Shown before every standing routine."""
    stop_rules: Sentence
    """Spoken once a session."""
    disclaimer: Sentence
    """What the app is and is not."""
    evidence: Sentence
    """What stretching is known to do."""


class StopModel(StrictModel):
    """The STOP screen and the standing texts."""

    title: Title
    """Its heading."""
    voice: Words
    """Said when it opens."""
    ten_minutes: Title
    """Heading after ten minutes."""
    ten_minutes_voice: Words
    """Said after ten minutes."""
    back: Label
    """Words of the button that goes back."""
    card_title: Title
    """Heading of the card "Cramp or clot?"."""
    card_note: Sentence
    """What is said below the card."""
    usual_number: Words
    """In place of a number where the region is not known."""
    texts: TextsModel
    """The standing texts."""
    lists: Annotated[list[SignListModel], Field(min_length=3, max_length=3)]
    """Most urgent first."""
    card: Annotated[list[RowModel], Field(min_length=1, max_length=12)]
    """Cramp and clot side by side."""
    regions: Annotated[list[RegionModel], Field(min_length=1, max_length=60)]
    """Where which number helps."""


class TickModel(StrictModel):
    """One box of the check at the first start."""

    id: Annotated[Condition, Field(strict=False)]
    """What it stands for."""
    text: Words
    """As shown beside the box."""
    advice: Sentence
    """What is shown once it is ticked."""
    reason: Words
    """Why something is left out."""
    hides: Annotated[list[Id], Field(default_factory=list, max_length=60)]
    """Ids of the exercises that do not suit."""
    opens_stop: bool = False
    """Ticking it opens the STOP screen."""


class CheckModel(StrictModel):
    """The check at the first start."""

    title: Title
    """Its heading."""
    intro: Sentence
    """What it is for."""
    ticks: Annotated[list[TickModel], Field(min_length=1, max_length=12)]
    """The boxes, in order."""
    settings: Annotated[list[TickModel], Field(default_factory=list, max_length=12)]
    """Further boxes that only the settings show."""
