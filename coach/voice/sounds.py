"""Makes the sounds: `python -m coach.voice.sounds FOLDER` writes one WAV file each.

A sound is struck like a small bar of wood or metal: a few sine partials that begin softly and
die away, the higher ones sooner. The same bytes come out every time.
"""

from __future__ import annotations

import math
import sys
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.core.cues import Sound
from coach.voice.samples import FULL_SCALE, LOUDNESS, Samples, wav_bytes

RATE: Final = 48_000
"""Samples a second, which most sound devices play as they are."""
BLOCK_SECONDS: Final = 0.05
"""The loudest stretch of this length is what a sound's loudness is measured on."""
CHIME_LEVEL: Final = 0.8
"""Loudness of a chime, as a fraction of that of speech: it is noticed, and startles nobody."""
TICK_LEVEL: Final = 0.35
"""Loudness of a tick likewise: it may fall under words and must not cover them."""
FADE_SECONDS: Final = 0.03


@dataclass(frozen=True, slots=True)
class Tone:
    """One stroke.

    Attributes:
        pitch: Of its lowest partial, in hertz.
        at: When it is struck, in seconds of the sound.
        decay: Seconds in which it falls to 37 %.
        attack: Seconds until it is at its loudest.
        height: Loudness beside the other strokes of the sound.
    """

    pitch: float
    at: float
    decay: float
    attack: float = 0.008
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a sound is made: its strokes, its length in seconds, its loudness beside speech."""

    tones: tuple[Tone, ...]
    seconds: float
    level: float


PARTIALS: Final = ((1.0, 1.0, 1.0), (2.0, 0.34, 0.62), (3.0, 0.12, 0.42), (4.2, 0.04, 0.25))
"""Multiple of the pitch, height, and decay as a fraction of the stroke's own."""

RECIPES: Final[dict[Sound, Recipe]] = {
    # G4 and D5, rising: up and off you go.
    Sound.BEGIN: Recipe((Tone(392.0, 0.0, 0.10), Tone(587.33, 0.09, 0.13)), 0.62, CHIME_LEVEL),
    # D5 and A4, falling: let go, something else comes.
    Sound.CHANGE: Recipe((Tone(587.33, 0.0, 0.10), Tone(440.0, 0.09, 0.13)), 0.62, CHIME_LEVEL),
    # G4, B4, D5, G5: a chord that rises and rings out.
    Sound.END: Recipe(
        (
            Tone(392.0, 0.0, 0.14),
            Tone(493.88, 0.08, 0.15),
            Tone(587.33, 0.16, 0.17),
            Tone(783.99, 0.24, 0.30, height=0.7),
        ),
        1.2,
        CHIME_LEVEL,
    ),
    Sound.TICK: Recipe((Tone(660.0, 0.0, 0.022, attack=0.002),), 0.12, TICK_LEVEL),
}


def make(recipe: Recipe) -> Samples:
    """Return a sound."""
    count = round(recipe.seconds * RATE)
    values = [0.0] * count
    for tone in recipe.tones:
        _strike(values, tone)
    fade = round(FADE_SECONDS * RATE)
    for place in range(fade):
        values[count - fade + place] *= 1 - place / fade
    gain = recipe.level * LOUDNESS * FULL_SCALE / loudness(values, RATE)
    return Samples(RATE, array("h", [round(value * gain) for value in values]))


def loudness(values: list[float] | array[int], rate: int) -> float:
    """Return the root mean square of the loudest stretch of `BLOCK_SECONDS`."""
    size = round(BLOCK_SECONDS * rate)
    starts = range(0, max(1, len(values) - size + 1), size // 4)
    powers = (sum(value * value for value in values[at : at + size]) for at in starts)
    return math.sqrt(max(powers) / size)


def _strike(values: list[float], tone: Tone) -> None:
    begin = round(tone.at * RATE)
    for multiple, height, share in PARTIALS:
        turn = 2 * math.pi * multiple * tone.pitch / RATE
        fall = 1 / (tone.decay * share * RATE)
        rise = tone.attack * RATE
        for place in range(len(values) - begin):
            swell = 1.0 if place >= rise else 0.5 - 0.5 * math.cos(math.pi * place / rise)
            level = tone.height * height * swell * math.exp(-place * fall)
            values[begin + place] += level * math.sin(turn * place)


def write_all(folder: Path) -> None:
    """Write every sound.

    Raises:
        OSError: A file cannot be written.
    """
    for sound, recipe in RECIPES.items():
        (folder / f"{sound.value}.wav").write_bytes(wav_bytes(make(recipe)))


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
