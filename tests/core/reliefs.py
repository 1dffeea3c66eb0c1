"""A small protocol, an aftercare and a check, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf

from coach.core.body import Muscle
from coach.core.caution import Condition
from coach.core.cue import CueDue
from coach.core.relief import (
    Advice,
    Aftercare,
    Instead,
    Offer,
    Part,
    PartKind,
    PartStarted,
    Place,
    Protocol,
    Relief,
    ReliefEvent,
    Step,
    Way,
)
from coach.core.safety import FirstCheck, Tick

STARTED = datetime(2024, 3, 1, 2, 30, tzinfo=UTC)


def way(*parts: tuple[str, float, str], label: str = "", figure: str = "") -> Way:
    """Each part is kind, seconds and words; its picture is called like its words."""
    made, start = [], 0.0
    for kind, seconds, say in parts:
        name = figure or say.split(".", maxsplit=1)[0].lower()
        made.append(Part(PartKind(kind), start, seconds, f"{say} Now.", say, name))
        start += seconds
    return Way(tuple(made), label)


def protocol(muscle: Muscle = Muscle.CALF, place: Place = Place.DESK) -> Protocol:
    """5 s ready, 45 s pull and ease, 40 s stand (or 30 s sit), 60 s walk: a pass of 2:30."""
    name = f"{muscle.value} {place.value}"
    return Protocol(
        muscle,
        place,
        (
            Step("ready", way(("ready", 5, f"Breathe out, {name}."))),
            Step(
                "pull",
                way(
                    ("hold", 10, "Take the foot."),
                    ("ease", 5, "Ease."),
                    ("hold", 10, "Pull."),
                    ("ease", 5, "Ease."),
                    ("hold", 10, "Pull."),
                    ("ease", 5, "Ease."),
                ),
            ),
            Step(
                "stand",
                way(("hold", 40, "Stand.")),
                way(("hold", 30, "Stay seated."), label="I can't stand"),
                Advice("Warmth may help.", frozenset({Condition.POOR_CIRCULATION})),
                not_with=frozenset({Condition.FALLS}),
                what="Standing",
            ),
            Step("walk", way(("move", 60, "Walk.")), check=True),
        ),
        Step("rest", Way((Part(PartKind.REST, 0.0, inf, "Rest.", "Rest now.", "rest"),))),
    )


def rub(*, instead: bool = False) -> Step:
    """A step that begins with rubbing, which does not go with a clot."""
    rubbing, pulling = way(("move", 15, "Rub."), ("hold", 10, "Pull.")).parts
    left_out = Part(
        rubbing.kind,
        rubbing.start,
        rubbing.seconds,
        rubbing.text,
        rubbing.say,
        rubbing.figure,
        frozenset({Condition.CLOT}),
        "Rubbing",
        Instead("Rest the leg.", "Rest.", "rest") if instead else None,
    )
    return Step("rub", Way((left_out, pulling)))


def aftercare() -> Aftercare:
    return Aftercare(
        Step("hold-on", way(("hold", 10, "Ten seconds more."), figure="any")),
        (Step("let-go", way(("move", 20, "Well done."))), Step("walk", way(("move", 60, "Walk.")))),
        (Step("let-go", way(("move", 20, "Well done, in bed."))),),
        (Offer("back", "Back"), Offer("legs-up", "Up", frozenset({Condition.POOR_CIRCULATION}))),
        (Advice("Sore."), Advice("Warm.", frozenset({Condition.POOR_CIRCULATION}))),
    )


def check() -> FirstCheck:
    def tick(condition: Condition, *hides: str) -> Tick:
        return Tick(condition, "", f"Mind {condition.value}.", f"you ticked {condition.value}",
                    frozenset(hides))  # fmt: skip

    return FirstCheck(
        "Before",
        "Tick.",
        (tick(Condition.FALLS), tick(Condition.CLOT, "rubbing"), tick(Condition.POOR_CIRCULATION)),
        (tick(Condition.WOKEN, "standing"),),
    )


def relief() -> Relief:
    made = Relief(protocol, aftercare())
    made.start()
    return made


def said(events: tuple[ReliefEvent, ...]) -> list[str]:
    return [event.cue.text for event in events if isinstance(event, CueDue)]


def begun(events: tuple[ReliefEvent, ...]) -> list[str]:
    return [event.step.id for event in events if isinstance(event, PartStarted)]
