from __future__ import annotations

from types import SimpleNamespace

import pytest

from coach.voice.engine import mend_espeak, pick_voice
from coach.voice.messages import Voice

VOICES = (
    Voice("de", "Deutsch", "de"),
    Voice("us", "America", "en_US"),
    Voice("gb", "Britain", "en-GB"),
    Voice("rp", "Received", "en-gb"),
)


@pytest.mark.parametrize(
    ("language", "usual", "picked"),
    [
        ("en-GB", "de", "gb"),
        ("en-GB", "rp", "rp"),
        ("en-US", "gb", "us"),
        ("en-AU", "gb", "gb"),
        ("en-AU", "de", "us"),
        ("fi", "gb", "gb"),
    ],
)
def test_the_voice_nearest_to_the_language_speaks(language: str, usual: str, picked: str) -> None:
    assert pick_voice(VOICES, language, usual) == picked


def test_espeak_is_told_the_true_size_of_a_text() -> None:
    """More, and it reads beyond the text's end: a crash now and then."""
    told: list[tuple[bytes, int, int]] = []
    espeak = SimpleNamespace(cSynth=lambda text, size, flags: told.append((text, size, flags)))
    mend_espeak(espeak)
    espeak.cSynth(b"leg", 30, 1)
    assert told == [(b"leg", 4, 1)]
