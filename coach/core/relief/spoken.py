"""What is heard in a step of relief, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from coach.core.cue import COUNTED_SECONDS, GAP_SECONDS, LONG_HOLD_SECONDS, Cue, Priority
from coach.core.relief.protocol import Part, PartKind, Step, Way
from coach.core.words import _

SHORTEST_COUNTED_SECONDS = 10.0
"""From this length on, the end of a hold is counted."""

REMINDER_SECONDS = 30.0
"""Between two reminders to breathe while resting."""

MOST_REMINDERS = 20
"""A rest is cut short at ten minutes; it need not speak for longer."""

_Span = tuple[float, float, Cue]


def plan_step(
    way: Way, length_of: Callable[[str], float], *, number: int = 0, busy: float = 0.0
) -> tuple[Cue, ...]:
    """Return the cues of a step in the order they are heard; no two overlap.

    What is said as the step begins is always heard; of the rest, the less important gives way.

    Args:
        way: How the step is done.
        length_of: Seconds that a text takes to say.
        number: Becomes `Cue.segment`.
        busy: Seconds from the step's beginning until what was said before it is over.
    """
    heard: list[_Span] = []
    bundles = [bundle for part in way.parts for bundle in _wanted(way, part, number, busy)]
    for bundle in sorted(bundles, key=lambda bundle: -bundle[0].priority):
        spans = [
            (cue.offset, cue.offset + length_of(cue.text) + GAP_SECONDS, cue) for cue in bundle
        ]
        if not heard or (spans[0][0] > busy and _fit(spans, heard, way.seconds)):
            heard += spans
    return tuple(cue for _start, _end, cue in sorted(heard, key=lambda span: span[0]))


def step_texts(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return every text that may be said in some steps, each once, the first one due first."""
    ways = (way for step in steps for way in (step.way, step.other) if way)
    bundles = (bundle for way in ways for part in way.parts for bundle in _wanted(way, part, 0, 0))
    return tuple(dict.fromkeys(cue.text for bundle in bundles for cue in bundle))


def spoken_until(cues: tuple[Cue, ...], within: float, length_of: Callable[[str], float]) -> float:
    """Return when the last cue that began by `within` is over, in seconds of the step."""
    ends = (cue.offset + length_of(cue.text) + GAP_SECONDS for cue in cues if cue.offset <= within)
    return max(ends, default=0.0)


def _fit(spans: list[_Span], heard: list[_Span], end_of_step: float) -> bool:
    """Whether a bundle finds room among what is heard already and within the step."""
    together = sorted([*heard, *spans], key=lambda span: span[0])
    apart = all(before[1] <= after[0] for before, after in pairwise(together))
    return apart and spans[-1][1] <= end_of_step + GAP_SECONDS


def _wanted(way: Way, part: Part, number: int, busy: float) -> Iterator[tuple[Cue, ...]]:
    """Yield bundles of cues that are heard all or not at all."""
    if part.start == 0:
        yield (Cue(number, busy, part.say, Priority.CHANGE),)
    elif part.say:
        yield (Cue(number, part.start, _said(way, part), Priority.PHASE),)
    if part.kind is PartKind.HOLD and part.seconds >= SHORTEST_COUNTED_SECONDS:
        yield tuple(
            Cue(number, part.end - COUNTED_SECONDS + place, text, Priority.COUNTDOWN)
            for place, text in enumerate((_("Three."), _("Two."), _("One.")))
        )
    for at in _reminders(part):
        yield (Cue(number, at, _("Keep breathing."), Priority.ENCOURAGEMENT),)


def _said(way: Way, part: Part) -> str:
    """Return a part's words; every second of several short holds reminds of the breath."""
    if part.kind is not PartKind.HOLD or part.seconds >= LONG_HOLD_SECONDS:
        return part.say
    holds = [other for other in way.parts if other.kind is PartKind.HOLD]
    breath = _("Keep breathing.")
    return f"{part.say} {breath}" if holds.index(part) % 2 else part.say


def _reminders(part: Part) -> Iterator[float]:
    if part.kind is PartKind.REST:
        yield from (REMINDER_SECONDS * turn for turn in range(1, MOST_REMINDERS + 1))
    elif part.kind in (PartKind.HOLD, PartKind.MOVE) and part.seconds >= LONG_HOLD_SECONDS:
        yield part.start + part.seconds / 2
