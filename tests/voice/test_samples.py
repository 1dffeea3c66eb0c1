from __future__ import annotations

import math
import struct
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.voice.samples import (
    FULL_SCALE,
    HIGHEST_PEAK,
    SampleError,
    Samples,
    as_clip,
    read_samples,
    wav_bytes,
    wav_seconds,
)

RATE = 22050


def tone(seconds: float, height: float) -> list[int]:
    return [round(height * math.sin(i / 7)) for i in range(round(seconds * RATE))]


def padded(seconds: float, height: float, before: float, after: float) -> Samples:
    silence = [0] * round(before * RATE)
    return Samples(RATE, array("h", silence + tone(seconds, height) + [0] * round(after * RATE)))


def loudness(samples: Samples) -> float:
    return math.sqrt(sum(value * value for value in samples.values) / len(samples.values))


def test_silence_at_both_ends_is_cut_and_the_sound_is_kept() -> None:
    clip = as_clip(padded(1.0, 8000, before=0.4, after=0.9))
    assert 1.0 <= clip.seconds <= 1.06


def test_a_pause_inside_is_kept() -> None:
    words = padded(0.5, 8000, 0.2, 0.4).values + padded(0.5, 8000, 0.0, 0.2).values
    assert 1.4 <= as_clip(Samples(RATE, words)).seconds <= 1.46


@pytest.mark.parametrize("height", [300, 3000, 30000])
def test_quiet_and_loud_voices_come_out_alike(height: int) -> None:
    usual = loudness(as_clip(padded(1.0, 8000, 0.1, 0.1)))
    assert loudness(as_clip(padded(1.0, height, 0.1, 0.1))) == pytest.approx(usual, rel=0.02)


def test_one_loud_click_does_not_get_beyond_full_scale() -> None:
    values = array("h", tone(1.0, 500))
    values[9000] = 20000
    clip = as_clip(Samples(RATE, values))
    assert max(map(abs, clip.values)) <= HIGHEST_PEAK * FULL_SCALE + 1


def test_the_ends_do_not_click() -> None:
    clip = as_clip(Samples(RATE, array("h", [9000] * RATE)))
    assert clip.values[0] == 0
    assert clip.values[-1] == 0


@pytest.mark.parametrize("values", [[], [0], [0] * RATE])
def test_silence_is_an_empty_clip(values: list[int]) -> None:
    assert as_clip(Samples(RATE, array("h", values))).seconds == 0


@given(st.lists(st.integers(-32768, 32767), max_size=3000))
def test_any_samples_make_a_clip(values: list[int]) -> None:
    clip = as_clip(Samples(RATE, array("h", values)))
    assert len(clip.values) <= len(values) + 0.06 * RATE


def test_a_wav_file_comes_back_as_it_went(tmp_path: Path) -> None:
    sound = padded(0.2, 5000, 0, 0)
    path = tmp_path / "a.wav"
    path.write_bytes(wav_bytes(sound))
    assert read_samples(path) == sound
    assert wav_seconds(path) == sound.seconds


@pytest.mark.parametrize(
    ("form", "packing", "order"),
    [(b"AIFF", b"", ">"), (b"AIFC", b"NONE", ">"), (b"AIFC", b"sowt", "<")],
)
def test_the_aiff_files_of_macos_are_read(
    tmp_path: Path, form: bytes, packing: bytes, order: str
) -> None:
    values = tone(0.1, 5000)
    rate = struct.pack(">HQ", 16383 + 14, 22050 << 49)  # 80-bit float
    common = struct.pack(">hIh", 1, len(values), 16) + rate + packing
    sound = bytes(8) + struct.pack(f"{order}{len(values)}h", *values)
    chunks = b"".join(
        name + struct.pack(">I", len(data)) + data
        for name, data in ((b"COMM", common), (b"FLLR", b"abc\0"), (b"SSND", sound))
    )
    path = tmp_path / "speech.wav"
    path.write_bytes(b"FORM" + struct.pack(">I", len(chunks) + 4) + form + chunks)
    assert read_samples(path) == Samples(RATE, array("h", values))


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"RIFF\0\0\0\0WAVEfmt ", b"FORM\0\0\0\4AIFF", b"text " * 50]
)
def test_a_damaged_file_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.wav"
    path.write_bytes(data)
    with pytest.raises(SampleError):
        read_samples(path)
