"""What a person in pain is told: short, plain, heard in time, and nothing that is left out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from coach.core.cue import Priority, spoken_seconds
from coach.core.relief import CRAMP_MUSCLES, PartKind, Place, opening_texts
from coach.core.relief.spoken import plan_step
from tests.content.reliefs import ALL, BLAME, FILES, LEFT_OUT, MEDICAL, SHELF, steps_of, told, ways


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_texts_are_one_short_sentence_each(file: Path) -> None:
    parts = [part for way in ways(steps_of(file)) for part in way.parts]
    texts = [part.text for part in parts]
    texts += [part.instead.text for part in parts if part.instead]
    texts += [step.if_not_eased.text for step in steps_of(file) if step.if_not_eased.text]
    for text in texts:
        assert len(text) <= 90, text
        assert text[0].isupper(), text
        assert text.endswith("."), text
        assert len(re.findall(r"[.!?](?:\s|$)", text)) <= (2 if "?" in text else 1), text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said_is_short_and_plain(file: Path) -> None:
    parts = [part for way in ways(steps_of(file)) for part in way.parts]
    says = [part.say for part in parts] + [part.instead.say for part in parts if part.instead]
    assert all(says)
    for say in says:
        for sentence in re.findall(r"[^.]+\.", say):
            assert len(sentence.split()) <= 7, say
            assert sentence.strip()[0].isupper(), say
        assert say.endswith("."), say
        assert not MEDICAL.search(say), say


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nobody_is_blamed_and_nothing_left_out_comes_in(file: Path) -> None:
    for text in told(tomllib.loads(file.read_text(encoding="utf-8"))):
        assert not LEFT_OUT.search(text), text
        assert not BLAME.search(text), text
        assert not re.search(r"[*`«»_\[\]]|  |\b(color|center|gray)\b", text), text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_that_is_to_be_said_is_dropped_for_lack_of_time(file: Path) -> None:
    for way in ways(steps_of(file)):
        cues = plan_step(way, spoken_seconds)
        heard = [cue.offset for cue in cues if cue.priority in (Priority.CHANGE, Priority.PHASE)]
        assert heard == [part.start for part in way.parts]
        counted = [part for part in way.parts if part.kind is PartKind.HOLD and part.seconds >= 10]
        numbers = [cue for cue in cues if cue.priority is Priority.COUNTDOWN]
        assert len(numbers) == 3 * len(counted)
        over = cues[-1].offset + spoken_seconds(cues[-1].text)
        assert over <= way.seconds


def test_the_openings_are_four_one_a_muscle() -> None:
    for place in (Place.DESK, Place.BED):
        texts = opening_texts(tuple(SHELF.protocol(muscle, place) for muscle in CRAMP_MUSCLES))
        assert len(texts) == 4
    assert texts[0] == "Breathe out. Leg straight. Toes up towards your shin."
    everything = opening_texts(tuple(SHELF.protocol(*pair) for pair in ALL))
    assert all(spoken_seconds(text) < 5 for text in everything)
