"""Engines for tests, named to a worker by `--engine tests.voice.engines:…`."""

from __future__ import annotations

import ctypes
import math
import os
import sys
import threading
import time
from array import array
from pathlib import Path

from coach.voice.engine import EngineError, EngineStuckError
from coach.voice.messages import Voice
from coach.voice.samples import Samples, wav_bytes

RATE = 22050
SILENCE = 0.3
"""Seconds of silence before and after each tone."""


class Tone:
    """Says each text as a tone of 0.1 s a character; counts what it did in a file."""

    name = "tone"
    version = "1"
    library = ""

    def configure(self, voice: str, rate: int, language: str) -> None:
        if voice == "nobody":
            msg = "no such voice"
            raise EngineError(msg)

    def render(self, text: str, path: Path) -> None:
        silence = [0] * round(SILENCE * RATE)
        tone = [round(9000 * math.sin(i / 8)) for i in range(round(0.1 * RATE * len(text)))]
        path.write_bytes(wav_bytes(Samples(RATE, array("h", silence + tone + silence))))

    def voices(self) -> tuple[Voice, ...]:
        return (Voice("tone", "Tone", "en-gb"),)


class Faulty(Tone):
    """Does what the text says, and otherwise speaks."""

    def render(self, text: str, path: Path) -> None:
        if "hang" in text:
            threading.Event().wait()
        if "freeze" in text:  # a native call that lets no other Python code run
            ctypes.PyDLL(None).pause()
        if "die" in text:
            os._exit(3)
        if "stuck" in text:
            msg = "it did not finish"
            raise EngineStuckError(msg)
        if "refuse" in text:
            msg = "this cannot be said"
            raise EngineError(msg)
        if "flood" in text:
            sys.stdout.write("a line that is no message\n" * 20_000)
            sys.stdout.flush()
            os.write(1, b"\xff\x00 and bytes that are no text" * 20_000 + b"\n")
        super().render(text, path)


class Shy(Tone):
    """Says nothing at first, as eSpeak does now and then; speaks when asked again."""

    def __init__(self) -> None:
        self._asked: set[str] = set()

    def render(self, text: str, path: Path) -> None:
        if text in self._asked:
            super().render(text, path)
        else:
            self._asked.add(text)
            path.write_bytes(wav_bytes(Samples(RATE, array("h"))))


def shy() -> Shy:
    return Shy()


class Mute(Tone):
    """Says nothing, however often it is asked."""

    def render(self, text: str, path: Path) -> None:
        path.write_bytes(wav_bytes(Samples(RATE, array("h"))))


def mute() -> Mute:
    return Mute()


def tone() -> Tone:
    return Tone()


def faulty() -> Faulty:
    return Faulty()


def missing() -> Tone:
    msg = "no speech engine: nothing is installed"
    raise EngineError(msg)


def dying() -> Tone:
    os._exit(1)


def sleepy() -> Tone:
    """Never comes to be ready."""
    while True:
        time.sleep(3600)
