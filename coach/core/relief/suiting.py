"""Leaves out what does not suit a person, and says so."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from coach.core.caution import Condition
from coach.core.relief.protocol import Advice, Aftercare, Part, Protocol, Step, Way
from coach.core.words import _

if TYPE_CHECKING:
    from coach.core.safety import FirstCheck


def suited(protocol: Protocol, answers: Collection[Condition], check: FirstCheck) -> Protocol:
    """Return a protocol without what does not suit.

    A part that is left out shortens its step, unless something takes its place. The line that
    tells of a step passed over stands at the step that comes next.

    Args:
        protocol: As shipped.
        answers: What the person ticked.
        check: Holds the reasons.
    """
    if not answers:
        return protocol
    suiting = _Suiting(answers, check)
    steps = tuple(rest for step in protocol.steps if (rest := suiting.step(step)))
    last = replace(steps[-1], left_out=steps[-1].left_out + suiting.take_lines())
    return replace(protocol, steps=(*steps[:-1], last))


def suited_aftercare(aftercare: Aftercare, answers: Collection[Condition]) -> Aftercare:
    """Return the aftercare without the offers and notes that do not suit."""
    offers = tuple(offer for offer in aftercare.offers if offer.not_with.isdisjoint(answers))
    notes = tuple(note for note in aftercare.notes if note.not_with.isdisjoint(answers))
    return replace(aftercare, offers=offers, notes=notes)


@dataclass(slots=True)
class _Suiting:
    answers: Collection[Condition]
    check: FirstCheck
    lines: dict[str, None] = field(default_factory=dict)

    def step(self, step: Step) -> Step | None:
        """Return what remains of a step; None where nothing does."""
        usual, other = self._way(step.way, tell=True), self._way(step.other, tell=False)
        if reason := self._reason(step.not_with):
            self.lines = {self._line(step.what, reason): None}
            usual, other = other and replace(other, label=""), None
        if usual is None:
            return None
        if other and _texts(other) == _texts(usual):
            other = None
        advice = step.if_not_eased
        return replace(
            step,
            way=usual,
            other=other,
            if_not_eased=Advice() if self._reason(advice.not_with) else advice,
            left_out=self.take_lines(),
        )

    def take_lines(self) -> tuple[str, ...]:
        """Return the lines that no step tells yet."""
        lines, self.lines = tuple(self.lines), {}
        return lines

    def _way(self, way: Way | None, *, tell: bool) -> Way | None:
        parts = tuple(self._parts(way, tell=tell)) if way else ()
        if way is None or not parts:
            return None
        starts = accumulate((part.seconds for part in parts), initial=0.0)
        placed = zip(parts, starts, strict=False)
        return replace(way, parts=tuple(replace(part, start=start) for part, start in placed))

    def _parts(self, way: Way, *, tell: bool) -> Iterator[Part]:
        for part in way.parts:
            reason = self._reason(part.not_with)
            if reason is None:
                yield part
                continue
            if tell:
                self.lines[self._line(part.what, reason)] = None
            if instead := part.instead:
                yield replace(part, text=instead.text, say=instead.say, figure=instead.figure)

    def _reason(self, not_with: frozenset[Condition]) -> str | None:
        from coach.core.safety import unsuitable  # only where something was ticked

        return unsuitable(not_with, self.answers, self.check)

    @staticmethod
    def _line(what: str, reason: str) -> str:
        return _("{what} is left out: {reason}.").format(what=what, reason=reason)


def _texts(way: Way) -> tuple[str, ...]:
    return tuple(part.text for part in way.parts)
