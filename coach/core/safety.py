"""When not to go on: the STOP screen, the check at the first start and what it hides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from coach.core.caution import Condition, StandingTexts, StopReason


@dataclass(frozen=True, slots=True)
class Tick:
    """One box of the check; a tick advises and hides, it never locks anybody out.

    Attributes:
        condition: What it stands for.
        text: As shown beside the box.
        advice: What is shown once it is ticked.
        reason: Why something is left out, to follow "Left out:".
        hides: Ids of the exercises that do not suit.
        opens_stop: Ticking it opens the STOP screen.
    """

    condition: Condition
    text: str
    advice: str
    reason: str
    hides: frozenset[str] = frozenset()
    opens_stop: bool = False


@dataclass(frozen=True, slots=True)
class FirstCheck:
    """The check at the first start.

    Attributes:
        title: As shown.
        intro: What it is for.
        ticks: The eight boxes, in order.
        settings: Further boxes that only the settings show.
    """

    title: str
    intro: str
    ticks: tuple[Tick, ...]
    settings: tuple[Tick, ...] = ()

    def advice(self, answers: Collection[Condition]) -> tuple[str, ...]:
        """Return what to tell a person who ticked `answers`, in the order of the boxes."""
        return tuple(tick.advice for tick in self.every_tick if tick.condition in answers)

    @property
    def every_tick(self) -> tuple[Tick, ...]:
        """The eight boxes and those of the settings."""
        return self.ticks + self.settings


def unsuitable(
    subject: str | Collection[Condition], answers: Collection[Condition], check: FirstCheck
) -> str | None:
    """Return why something does not suit a person, None where it does.

    Args:
        subject: Id of an exercise, or the conditions under which the thing does not suit.
        answers: What the person ticked.
        check: Holds the reasons, and which exercises each tick hides.
    """
    for tick in check.every_tick:
        hidden = subject in tick.hides if isinstance(subject, str) else tick.condition in subject
        if hidden and tick.condition in answers:
            return tick.reason
    return None


class Urgency(StrEnum):
    """How soon help is needed, most urgent first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing a person may notice.

    Attributes:
        notice: What it looks or feels like.
        may_be: What may be behind it; empty where that need not be said.
        meanwhile: What to do until help is there; empty for nothing.
    """

    notice: str
    may_be: str = ""
    meanwhile: str = ""


@dataclass(frozen=True, slots=True)
class SignList:
    """The signs of one urgency.

    Attributes:
        urgency: How soon.
        title: What to do, as the heading of the list.
        button: Words of the button that leads to it.
        signs: Most dangerous first.
        closing: What is said below the list; empty for nothing.
    """

    urgency: Urgency
    title: str
    button: str
    signs: tuple[Sign, ...]
    closing: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One line of the card "Cramp or clot?"."""

    what: str
    cramp: str
    clot: str


@dataclass(frozen=True, slots=True)
class Region:
    """Whom to call in a part of the world.

    Attributes:
        id: Kebab-case name.
        name: As shown.
        emergency: Numbers of the ambulance, the usual one first; empty where none is known.
        urgent: Number for urgent advice; empty where there is none.
        territories: Two-letter codes of its countries, to guess the region from.
    """

    id: str
    name: str
    emergency: tuple[str, ...] = ()
    urgent: str = ""
    territories: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StopScreen:
    """Everything the STOP screen shows and says.

    Attributes:
        title: Its heading.
        voice: Said when it opens.
        ten_minutes: Heading after ten minutes.
        ten_minutes_voice: Said after ten minutes.
        back: Words of the button that goes back.
        lists: The three lists, most urgent first.
        card_title: Heading of the card "Cramp or clot?".
        card: Its lines.
        card_note: What is said below the card.
        usual_number: In place of a number where the region is not known.
        regions: Where which number helps.
        texts: The standing texts.
    """

    title: str
    voice: str
    ten_minutes: str
    ten_minutes_voice: str
    back: str
    lists: tuple[SignList, ...]
    card_title: str
    card: tuple[ComparisonRow, ...]
    card_note: str
    usual_number: str
    regions: tuple[Region, ...]
    texts: StandingTexts

    def heading(self, reason: StopReason) -> str:
        """Return the heading for a reason."""
        return self.ten_minutes if reason is StopReason.TEN_MINUTES else self.title

    def spoken(self, reason: StopReason) -> str:
        """Return what is said for a reason."""
        return self.ten_minutes_voice if reason is StopReason.TEN_MINUTES else self.voice

    def advice(self, reason: StopReason) -> str:
        """Return what is said for a reason after its heading.

        It is all that is said where that does not begin with the heading: a language may word
        one otherwise than the other.
        """
        heading, spoken = self.heading(reason), self.spoken(reason)
        begins = spoken.casefold().startswith(heading.casefold())
        return spoken[len(heading) :].lstrip(" .!:–") if begins else spoken

    def region(self, name: str) -> Region | None:
        """Return a region by its id or by the two-letter code of a country, None for no such."""
        matches = (
            region for region in self.regions if name == region.id or name in region.territories
        )
        return next(matches, None)

    def emergency_number(self, region: Region | None) -> str:
        """Return what to call, as shown: "103 / 112"."""
        numbers = region.emergency if region else ()
        return " / ".join(numbers) or self.usual_number
