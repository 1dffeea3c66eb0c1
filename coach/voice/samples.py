"""Sampled sound as the engines leave it, and as a clip should be: trimmed, all equally loud.

Plain Python on `array`: a clip is worked on once and then kept. The work is done in short blocks,
so that the thread that feeds the sound device never waits long for its turn.
"""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul
from pathlib import Path
from typing import Final

FULL_SCALE: Final = 32767
BLOCK_SECONDS: Final = 0.02
QUIET: Final = 0.01
"""Below this fraction of a clip's own peak (-40 dB) there is nothing to hear."""
LEAD_SECONDS: Final = 0.012
"""Kept before the first audible sample: soft consonants begin below `QUIET`."""
TAIL_SECONDS: Final = 0.04
"""Kept after the last audible sample: the end of a voice fades below `QUIET`."""
FADE_SECONDS: Final = 0.004
LOUDNESS: Final = 0.126
"""Aim of the level while speaking, root mean square as a fraction of full scale (-18 dB)."""
HIGHEST_PEAK: Final = 0.89
"""No sample gets beyond this fraction of full scale (-1 dB)."""


class SampleError(ValueError):
    """A sound file that cannot be read; the text names the reason."""


@dataclass(frozen=True, slots=True)
class Samples:
    """One channel of 16-bit sound."""

    rate: int
    """Samples a second."""
    values: array[int]

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.values) / self.rate


def read_samples(path: Path) -> Samples:
    """Return the sound of a WAV, AIFF or AIFC file with 16-bit samples, its channels averaged.

    Raises:
        SampleError: The file is something else, or damaged.
        OSError: It cannot be read at all.
    """
    data = path.read_bytes()
    try:
        if data[:4] == b"FORM":
            return _read_aiff(data)
        with wave.open(io.BytesIO(data)) as file:
            if file.getsampwidth() != 2:
                msg = f"{path}: {8 * file.getsampwidth()}-bit samples, expected 16"
                raise SampleError(msg)
            values = _little_endian(file.readframes(file.getnframes()))
            return Samples(file.getframerate(), _mono(values, file.getnchannels()))
    except (wave.Error, EOFError, IndexError, OverflowError) as error:
        msg = f"{path}: not a sound file: {error}"
        raise SampleError(msg) from error


def wav_bytes(samples: Samples) -> bytes:
    """Return `samples` as a WAV file."""
    memory = io.BytesIO()
    with wave.open(memory, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(samples.rate)
        file.writeframes(_to_little_endian(samples.values))
    return memory.getvalue()


def wav_seconds(path: Path) -> float:
    """Return the length of a WAV file by its header.

    Raises:
        SampleError: It is no WAV file.
        OSError: It cannot be read.
    """
    try:
        with path.open("rb") as opened, wave.open(opened) as file:
            return float(file.getnframes() / file.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError) as error:
        msg = f"{path}: not a WAV file: {error}"
        raise SampleError(msg) from error


def as_clip(samples: Samples) -> Samples:
    """Return `samples` without the silence at both ends and at the level all clips have."""
    peak = max((max(map(abs, block)) for block in _blocks(samples)), default=0)
    if peak == 0:
        return Samples(samples.rate, array("h"))
    trimmed = _trim(samples, max(1, round(peak * QUIET)))
    gain = min(LOUDNESS * FULL_SCALE / _loudness(trimmed), HIGHEST_PEAK * FULL_SCALE / peak)
    return Samples(samples.rate, _faded(_scaled(trimmed, gain), samples.rate))


def _blocks(samples: Samples) -> Iterator[array[int]]:
    size = max(1, round(samples.rate * BLOCK_SECONDS))
    for start in range(0, len(samples.values), size):
        yield samples.values[start : start + size]


def _trim(samples: Samples, floor: int) -> Samples:
    values = samples.values
    first = next(i for i, value in enumerate(values) if abs(value) >= floor)
    last = next(i for i in range(len(values) - 1, -1, -1) if abs(values[i]) >= floor)
    start = max(0, first - round(LEAD_SECONDS * samples.rate))
    end = last + 1 + round(TAIL_SECONDS * samples.rate)
    return Samples(samples.rate, values[start:end])


def _loudness(samples: Samples) -> float:
    """Return the root mean square of the blocks that carry speech, pauses left out."""
    powers = [sum(map(mul, block, block)) / len(block) for block in _blocks(samples)]
    audible = [power for power in powers if power >= max(powers) * QUIET]
    return max(1.0, math.sqrt(sum(audible) / len(audible)))


def _scaled(samples: Samples, gain: float) -> array[int]:
    return array("h", [round(value * gain) for value in samples.values])


def _faded(values: array[int], rate: int) -> array[int]:
    """Return `values` with soft ends: an edge that is not at zero is heard as a click."""
    length = min(round(FADE_SECONDS * rate), len(values) // 2)
    for i in range(length):
        values[i] = values[i] * i // length
        values[-1 - i] = values[-1 - i] * i // length
    return values


def _mono(values: array[int], channels: int) -> array[int]:
    if channels == 1:
        return values
    parts = [values[channel::channels] for channel in range(channels)]
    return array("h", [sum(frame) // channels for frame in zip(*parts, strict=True)])


def _little_endian(data: bytes) -> array[int]:
    values = array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        values.byteswap()
    return values


def _to_little_endian(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()


def _read_aiff(data: bytes) -> Samples:
    """Read the file that the speech of macOS is saved as, whatever its name ends with.

    Source: Audio Interchange File Format AIFF-C, draft 8/26/91: chunks `COMM` and `SSND`.
    """
    chunks = dict(_aiff_chunks(data))
    if b"COMM" not in chunks or b"SSND" not in chunks or len(chunks[b"COMM"]) < 18:
        msg = "an AIFF file without sound in it"
        raise SampleError(msg)
    common = chunks[b"COMM"]
    channels = int.from_bytes(common[0:2], "big")
    bits = int.from_bytes(common[6:8], "big")
    packing = common[18:22] if data[8:12] == b"AIFC" else b"NONE"
    if bits != 16 or channels < 1 or packing not in {b"NONE", b"twos", b"sowt"}:
        msg = f"an AIFF file with {bits}-bit samples packed as {packing!r}, expected plain 16-bit"
        raise SampleError(msg)
    values = array("h")
    sound = chunks[b"SSND"][8:]
    values.frombytes(sound[: len(sound) // (2 * channels) * 2 * channels])
    if (packing == b"sowt") != (sys.byteorder == "little"):
        values.byteswap()
    return Samples(_extended(common[8:18]), _mono(values, channels))


def _aiff_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        size = int.from_bytes(data[place + 4 : place + 8], "big")
        yield data[place : place + 4], data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _extended(data: bytes) -> int:
    """Return the whole number in an 80-bit IEEE 754 extended float."""
    exponent = int.from_bytes(data[:2], "big") & 0x7FFF
    mantissa = int.from_bytes(data[2:10], "big")
    shift = 16383 + 63 - exponent
    value = mantissa >> shift if 0 <= shift < 64 else 0
    if not 1000 <= value <= 400_000:
        msg = f"an AIFF file with {value} samples a second"
        raise SampleError(msg)
    return value
