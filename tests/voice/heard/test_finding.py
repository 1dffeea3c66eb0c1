"""The ear of these tests is not misled itself."""

from __future__ import annotations

import math
import random
from array import array

from coach.voice.mixer import RATE
from tests.voice.heard.finding import COARSE, find

SWING = 2 * math.pi * 620 / RATE


def test_words_are_found_though_a_chime_still_sounds_when_they_begin() -> None:
    chance = random.Random(1)
    hum = [round(1500 * math.sin(SWING * index)) for index in range(RATE // 2)]
    words = array("h", hum + [chance.randrange(-5000, 5000) for _index in range(RATE // 2)])
    place = RATE
    heard = array("h", bytes(2 * 3 * RATE))
    heard[place : place + len(words)] = words
    for index in range(RATE // 2, place + RATE // 4):
        heard[index] += round(4000 * math.cos(SWING * (index - place)))
    assert find(words, heard, place - COARSE // 2) == place
