"""Finds a clip in a recording: roughly at first, around its due moment only."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from itertools import accumulate
from operator import mul

from coach.voice.mixer import RATE

SEARCH_SECONDS = 0.16
"""A clip is looked for so long before and after its moment."""
TELLING_SECONDS = 0.4
"""The beginning of a clip that is looked for."""
COARSE = 8
"""Samples taken together to find the place roughly."""
PEAKS = 3
"""So many of the places that are roughly most alike are looked at closely."""
SURE = 0.99
"""From this likeness on no other place is looked at."""


def likeness(part: array[int], clip: array[int]) -> float:
    """Return the normalised correlation, 1 for the same sound whatever its loudness."""
    if len(part) < len(clip):
        return 0.0
    energy = sum(map(mul, part, part)) * sum(map(mul, clip, clip))
    return sum(map(mul, part, clip)) / math.sqrt(energy) if energy else 0.0


def find(clip: array[int], recorded: array[int], expected: int) -> int:
    """Return where the clip most likely is in the recording, near where it is expected."""
    best = (-1.0, expected)
    for place in _likely_places(clip, recorded, expected):
        best = max(best, (likeness(recorded[place : place + len(clip)], clip), place))
        if best[0] > SURE:
            break
    return best[1]


def _likely_places(clip: array[int], recorded: array[int], expected: int) -> Iterator[int]:
    """Yield places, the likely ones first.

    A sound beneath one part of a clip misleads there, so others are looked for too; and a tone
    is much like itself one swing later, so a peak is not trusted alone.
    """
    size = round(TELLING_SECONDS * RATE)
    last = max(0, len(clip) - size)
    for start in sorted({0, last // 2, last}):
        part = clip[start : start + size]
        for near in _rough_places(part, recorded, expected + start):
            places = range(max(0, near - COARSE), near + COARSE + 1)
            best = max(places, key=lambda at: likeness(recorded[at : at + len(part)], part))
            yield max(0, best - start)


def _rough_places(part: array[int], recorded: array[int], expected: int) -> list[int]:
    """Return the `PEAKS` places that are roughly most like a part of a clip, the likest first."""
    reach = round(SEARCH_SECONDS * RATE)
    begin = max(0, expected - reach)
    rough = _coarse(part)
    window = _coarse(recorded[begin : expected + reach + len(part)])
    powers = list(accumulate((value * value + 1 for value in window), initial=0))
    size = len(rough)
    scores = [
        sum(map(mul, window[at : at + size], rough)) / math.sqrt(powers[at + size] - powers[at])
        for at in range(len(window) - size)
    ]
    peaks = [at for at, score in enumerate(scores) if score == max(scores[max(0, at - 1) : at + 2])]
    likest = sorted(peaks, key=scores.__getitem__, reverse=True)[:PEAKS]
    return [begin + at * COARSE for at in likest]


def _coarse(values: array[int]) -> list[int]:
    """Return sums of `COARSE` samples each, which leaves hisses out: they would mislead."""
    return [sum(values[at : at + COARSE]) for at in range(0, len(values), COARSE)]
