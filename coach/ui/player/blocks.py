"""The bar of the whole routine as numbers: one block a step, in proportion to its time."""

from __future__ import annotations

from dataclasses import dataclass

from coach.core.playback import Snapshot
from coach.core.timeline import Timeline

LEAST_SECONDS = 8.0
"""A shorter step is drawn as one of this length, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Block:
    """One step on the bar.

    Attributes:
        step: Its index.
        start: Seconds from the timeline's beginning.
        seconds: From its first moment to the next step's.
        weight: Its share of the bar against the other blocks'.
        ticks: Where new holds, sets or sides begin in it, as fractions of its length.
    """

    step: int
    start: float
    seconds: float
    weight: float
    ticks: tuple[float, ...]

    def fraction(self, position: float) -> float:
        """Return how much of it lies before a moment, 0 to 1."""
        if self.seconds <= 0:
            return 1.0 if position > self.start else 0.0
        return min(1.0, max(0.0, (position - self.start) / self.seconds))


def blocks_of(timeline: Timeline) -> tuple[Block, ...]:
    """Return the blocks of a timeline in order; rests and lead-in belong to the step by them."""
    blocks = []
    for step in range(len(timeline.steps)):
        own = [segment for segment in timeline.segments if segment.step == step]
        start, end = own[0].start, own[-1].end
        seconds = end - start
        starts = [
            segment.start
            for segment in own
            if segment.kind.is_work and segment.rep <= 1 and segment.phase == 0
        ][1:]
        ticks = tuple((at - start) / seconds for at in starts if start < at < end)
        blocks.append(Block(step, start, seconds, max(seconds, LEAST_SECONDS), ticks))
    return tuple(blocks)


def position_of(snapshot: Snapshot) -> float:
    """Return the place on the timeline; a segment made longer is passed more slowly."""
    return snapshot.segment.start + snapshot.progress * snapshot.segment.seconds
