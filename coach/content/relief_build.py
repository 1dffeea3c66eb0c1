"""Makes protocols of checked content, fresh or from the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from typing import Any

from coach.core.body import Muscle
from coach.core.caution import Condition
from coach.core.relief import (
    Advice,
    Aftercare,
    Instead,
    Offer,
    Part,
    PartKind,
    Place,
    Protocol,
    Step,
    Way,
)

Data = Mapping[str, Any]


def build_protocol(data: Data) -> Protocol:
    """Make a protocol."""
    return Protocol(
        muscle=Muscle(data["muscle"]),
        place=Place(data["place"]),
        steps=tuple(map(_step, data["steps"])),
        rest=_rest(data["rest"]),
    )


def build_aftercare(data: Data) -> Aftercare:
    """Make the aftercare."""
    return Aftercare(
        hold=_step(data["hold"]),
        steps=tuple(map(_step, data["steps"])),
        steps_in_bed=tuple(map(_step, data["steps_in_bed"])),
        offers=tuple(
            Offer(offer["id"], offer["text"], _conditions(offer)) for offer in data["offers"]
        ),
        notes=tuple(map(_advice, data["notes"])),
    )


def _step(data: Data) -> Step:
    other = data.get("alternative")
    return Step(
        id=data["id"],
        way=_way(data),
        other=_way(other, other["label"]) if other else None,
        if_not_eased=_advice(data.get("if_not_eased")),
        check=data["check"],
        not_with=_conditions(data),
        what=data.get("what", ""),
    )


def _rest(data: Data) -> Step:
    part = Part(PartKind.REST, 0.0, inf, data["text"], data["say"], data["figure"])
    return Step("rest", Way((part,)), if_not_eased=_advice(data.get("if_not_eased")))


def _advice(data: Data | None) -> Advice:
    return Advice(data["text"], _conditions(data)) if data else Advice()


def _way(data: Data, label: str = "") -> Way:
    return Way(tuple(_parts(data)), label)


def _parts(data: Data) -> Iterator[Part]:
    """Yield the parts of all rounds; what a part does not say it takes from the step."""
    start = 0.0
    for part in data["parts"] * data["rounds"]:
        instead = part.get("instead")
        yield Part(
            kind=PartKind(part["kind"]),
            start=start,
            seconds=part["seconds"],
            text=part.get("text", data["text"]),
            say=part.get("say", "") if start else data["say"],
            figure=part.get("figure", data["figure"]),
            not_with=_conditions(part),
            what=part.get("what", ""),
            instead=Instead(**instead) if instead else None,
        )
        start += part["seconds"]


def _conditions(data: Data) -> frozenset[Condition]:
    return frozenset(map(Condition, data["not_with"]))
