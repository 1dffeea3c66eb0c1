"""The sounds that were shipped: made by the recipes, and as loud as they should be."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest

from coach.content.resources import find_resources
from coach.core.cue import SOUND_LEAD_SECONDS
from coach.core.cues import Sound
from coach.voice.samples import FULL_SCALE, LOUDNESS, read_samples
from coach.voice.sounds import RATE, loudness, write_all

SHIPPED = find_resources().sounds


def decibels(ratio: float) -> float:
    return 20 * math.log10(ratio)


def test_the_shipped_files_are_what_the_recipes_make(tmp_path: Path) -> None:
    write_all(tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in SHIPPED.iterdir()}


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_is_there_in_balance_with_speech(sound: Sound) -> None:
    clip = read_samples(SHIPPED / f"{sound}.wav")
    assert clip.rate == RATE
    beside_speech = decibels(loudness(clip.values, clip.rate) / (LOUDNESS * FULL_SCALE))
    quietest, loudest = (-12, -7) if sound is Sound.TICK else (-4, 0)
    assert quietest < beside_speech < loudest
    assert max(map(abs, clip.values)) < 0.6 * FULL_SCALE


@pytest.mark.parametrize("sound", Sound)
def test_no_sound_clicks_at_its_ends(sound: Sound) -> None:
    values = read_samples(SHIPPED / f"{sound}.wav").values
    assert abs(values[0]) < 10
    assert abs(values[-1]) < 10
    steepest = max(abs(b - a) for a, b in pairwise(values))
    assert steepest < 0.1 * FULL_SCALE


@pytest.mark.parametrize("sound", [Sound.BEGIN, Sound.CHANGE, Sound.TICK])
def test_the_words_after_a_sound_are_not_covered_by_it(sound: Sound) -> None:
    clip = read_samples(SHIPPED / f"{sound}.wav")
    rest = clip.values[round(SOUND_LEAD_SECONDS * clip.rate) :]
    left = loudness(rest, clip.rate) if rest else 1.0
    assert decibels(left / (LOUDNESS * FULL_SCALE)) < -14
