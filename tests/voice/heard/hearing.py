"""Plays a routine in a real process and listens: what was asked for, and what was heard.

Used by `test_played.py` for the beginning of a routine, by `test_listened.py` and by
`tests/bench/voice.py` for the whole of it. Plain Python.
"""

from __future__ import annotations

import json
import math
import os
import select
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TypeVar

import pytest

from coach.app.start_gate import MOST_SECONDS
from coach.content.resources import find_resources
from coach.content.settings import Settings
from coach.voice import messages
from coach.voice.clips import KEPT
from coach.voice.launch import OWN_ENGINE
from coach.voice.mixer import RATE
from coach.voice.output import at_stream_rate
from coach.voice.renderer import clean, spoken_with
from coach.voice.samples import read_samples
from tests.voice.heard.finding import find, likeness

CLOCK_SECONDS = 5.0
"""The recorder's clock is compared with ours over so long before and after a moment."""
T = TypeVar("T")
PATIENCE_SECONDS = 10.0
"""Whatever takes longer will not come."""
LATE_SECONDS = 0.05
"""A cue is heard no further than this from its moment."""
JITTER_SECONDS = 0.02
"""Nor further than this from the usual distance."""
WHOLE = 0.95
"""The least likeness of a cue that lost nothing."""
TAKEN_OUT = 0.9
"""From this likeness on words are taken out of the recording, to find what is under them."""
HANDED_SECONDS = 0.2
"""What the trace says was sent later than this before its moment, the app could not send in time.
So much later may it be heard."""
STALL_SECONDS = 0.05
"""A thread that only sleeps and comes back so much too late: the machine has no time for anybody,
and what a sound server holds runs out. The recorder watches this all the while."""
LOOK_SECONDS = 0.01
"""Between two such looks at the clock."""
BEFORE_SECONDS = 1.5
"""A stall so long before a cue may still have kept it from being sent or mixed, or have made the
words before it late."""


class Ear:
    """Records the loudspeaker in a thread; knows which sample was played when.

    A sink without hardware has a clock of its own, some 200 millionths fast. Samples come early
    or late by what is buffered, but never before they are played: the earliest are the true ones.
    """

    def __init__(self, address: str) -> None:
        self.values = array("h")
        self._marks: list[tuple[float, float]] = []
        self._came = threading.Event()
        self._process = subprocess.Popen(
            [
                *("parec", "-s", address, "-d", "ear.monitor", "--latency-msec=5", "--raw"),
                *("--format=s16le", f"--rate={RATE}", "--channels=1"),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._stalls: list[tuple[float, float]] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        for core in os.sched_getaffinity(0):
            self._threads.append(threading.Thread(target=self._watch, args=(core,), daemon=True))
        for thread in self._threads:
            thread.start()
        self._came.wait(PATIENCE_SECONDS)  # a sink that was just made takes its time

    def _listen(self) -> None:
        assert self._process.stdout is not None
        rest = b""
        while data := self._process.stdout.read1(65536):  # type: ignore[attr-defined]
            now = time.monotonic()
            data = rest + data
            whole = len(data) // 2 * 2
            self.values.frombytes(data[:whole])
            rest = data[whole:]
            self._marks.append((now, now - len(self.values) / RATE))
            self._came.set()

    def listen_until(self, moment: float) -> None:
        """Wait until what is heard up to a moment on the monotonic clock has been recorded."""
        given_up = time.monotonic() + PATIENCE_SECONDS
        while not self._marks or self.sample_at(moment) > len(self.values):
            if time.monotonic() > given_up:
                pytest.fail("the recorder records nothing")
            self._came.wait(0.1)
            self._came.clear()

    def between(self, begin: float, end: float) -> array[int]:
        """Return what was heard between two moments on the monotonic clock."""
        self.listen_until(end)
        return self.values[max(0, self.sample_at(begin)) : self.sample_at(end)]

    def sample_at(self, moment: float) -> int:
        """Return which sample was played at a moment on the monotonic clock."""
        marks = self._marks[:]
        near = [begin for now, begin in marks if abs(now - moment) < CLOCK_SECONDS]
        return round((moment - min(near or [marks[-1][1]])) * RATE)

    def stalled(self, begin: float, end: float) -> bool:
        """Whether the machine let a thread wait for long between two moments."""
        return any(start < end and begin < back for start, back in self._stalls[:])

    def _watch(self, core: int) -> None:
        os.sched_setaffinity(0, {core})  # of this thread alone
        before = time.monotonic()
        while not self._over.wait(LOOK_SECONDS):
            now = time.monotonic()
            if now - before > LOOK_SECONDS + STALL_SECONDS:
                self._stalls.append((before, now))
            before = now

    def stop(self) -> None:
        self._over.set()
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


@dataclass(frozen=True, slots=True)
class Heard:
    """One cue and what became of it.

    Attributes:
        what: The text, or the sound's name in brackets.
        due: Seconds on the monotonic clock.
        offset: Seconds that it was heard after that; nan where it was not found.
        whole: The lesser likeness of its first and its last quarter, 1 for the very same.
        seconds: Its length.
        excuse: Seconds that it may be late beyond what is allowed; inf where the machine stalled,
            so that what is wrong says nothing of the app.
    """

    what: str
    due: float
    offset: float
    whole: float
    seconds: float
    excuse: float = 0.0

    @property
    def is_speech(self) -> bool:
        return not self.what.startswith("[")

    @property
    def begin(self) -> float:
        return self.due + self.offset


class Played:
    """A routine played by `coach play` in folders and with a sound server of its own."""

    def __init__(self, routine: str, folder: Path, address: str) -> None:
        self.folder = folder
        self.trace = folder / "trace.jsonl"
        places = {f"XDG_{n}_HOME": str(folder / n.lower()) for n in ("DATA", "CONFIG", "CACHE")}
        quiet = {"QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": address}
        self.ear = Ear(address)
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "coach", "play", routine, "--once"),
                *("--trace", str(self.trace)),
            ],
            env=os.environ | places | quiet,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    @property
    def clips(self) -> Path:
        return self.folder / "cache" / "cramp-coach" / "clips"

    def events(self, kind: str) -> list[dict[str, object]]:
        if not self.trace.exists():
            return []
        lines = self.trace.read_text(encoding="utf-8").splitlines()
        events = [json.loads(line) for line in lines if line.endswith("}")]
        return [event for event in events if event["event"] == kind]

    def wait(self, seconds: float) -> None:
        """Wait until it is over, or for so long."""
        handle = os.pidfd_open(self.process.pid)
        try:
            select.select([handle], [], [], max(0.0, seconds))
        finally:
            os.close(handle)

    def wait_for(self, kind: str) -> float:
        """Return when the first event of a kind happened, on the monotonic clock."""
        given_up = time.monotonic() + 3 * PATIENCE_SECONDS
        while not (found := self.events(kind)):
            if time.monotonic() > given_up:
                pytest.fail(f"no {kind} in the trace")
            self.wait(0.1)
        return float(str(found[0]["t"]))

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.ear.stop()

    @property
    def waited_in_vain(self) -> bool:
        """Whether the voice had not come up when the start could be held back no longer."""
        return self.wait_for("segment") - self.wait_for("shown") > MOST_SECONDS - 0.1

    def heard(self, until: float = math.inf) -> list[Heard]:
        """Return what was due before a moment on the monotonic clock, in that order.

        Words are looked for first and taken out of the recording, since sounds may be under them:
        those that were due a little later too.
        """
        recorded = self.ear.values[:]
        cues = sorted(self.events("cue"), key=lambda event: "sound" in event)
        found = [self._look_for(cue, recorded) for cue in cues]
        found = [replace(one, excuse=math.inf) if _is_hidden(one, found) else one for one in found]
        heard = sorted((one for one in found if one.due < until), key=lambda one: one.due)
        return heard[1:] if self.waited_in_vain else heard

    def _look_for(self, event: dict[str, object], recorded: array[int]) -> Heard:
        text, sound = str(event.get("text", "")), str(event.get("sound", ""))
        due = float(str(event["due"]))
        clip = self._clip(text, sound)
        expected = self.ear.sample_at(due)
        place = find(clip, recorded, expected)
        quarter = len(clip) // 4
        ends = (slice(0, quarter), slice(len(clip) - quarter, len(clip)))
        part = recorded[place : place + len(clip)]
        whole = min(likeness(part[end], clip[end]) for end in ends)
        offset = (place - expected) / RATE if whole > 0.5 else math.nan
        if whole > TAKEN_OUT:
            rest = (heard - own for heard, own in zip(part, clip, strict=True))
            recorded[place : place + len(clip)] = array(
                "h", [max(-32768, min(v, 32767)) for v in rest]
            )
        seconds = len(clip) / RATE
        excuse = max(0.0, float(str(event["sent"])) + HANDED_SECONDS - due)
        if self.ear.stalled(due - BEFORE_SECONDS, due + seconds):
            excuse = math.inf
        return Heard(text or f"[{sound}]", due, offset, whole, seconds, excuse)

    def _clip(self, text: str, sound: str) -> array[int]:
        if sound:
            clip = read_samples(find_resources().sounds / f"{sound}.wav")
            volume = Settings().sound_volume
            return array("h", [int(value * volume) for value in at_stream_rate(clip)])
        usual = Settings()
        spoken = spoken_with(
            clean(text),
            OWN_ENGINE,
            messages.Settings(usual.voice, usual.rate, 1.0, usual.language),
        )
        places = (self.clips / spoken.name, self.clips / KEPT / spoken.name)
        return at_stream_rate(read_samples(next(place for place in places if place.exists())))


def _is_hidden(one: Heard, found: list[Heard]) -> bool:
    """Whether words that came to pieces in a stall are above it, and could not be taken out."""
    return any(
        words.is_speech and math.isinf(words.excuse) and words.whole <= TAKEN_OUT
        for words in found
        if words.due < one.due + one.seconds and one.due < words.due + words.seconds
    )


def heard_in_peace(ear: Ear, play: Callable[[], T]) -> T:
    """Return what came of `play`, done again where the machine stalled meanwhile."""
    for _attempt in range(3):
        began = time.monotonic()
        result = play()
        if not ear.stalled(began, time.monotonic()):
            return result
    pytest.skip("this machine is too busy to listen")


def overlaps(heard: list[Heard]) -> Iterator[tuple[Heard, Heard]]:
    """Yield words that were spoken into other words."""
    words = [one for one in heard if one.is_speech and not math.isnan(one.offset)]
    for before, after in pairwise(words):
        if before.begin + before.seconds > after.begin + 0.001:
            yield before, after


def worst_offset(heard: list[Heard]) -> float:
    """Return the largest distance of a cue from its moment, in seconds."""
    return max(abs(one.offset) for one in heard if not math.isnan(one.offset))


def jitter(heard: list[Heard]) -> float:
    """Return the largest distance of a cue from the usual lateness, in seconds."""
    usual = _usual(heard)
    return max(abs(one.offset - usual) for one in heard if not math.isnan(one.offset))


def complaints(heard: list[Heard]) -> list[str]:
    """Return what is wrong with what was heard; nothing where all is well."""
    usual = _usual(heard)
    wrong = [
        f"{one.what} at {one.due - heard[0].due:.2f} s: {why}"
        for one in heard
        if (why := _complaint(one, usual))
    ]
    return wrong + [f"{a.what} is spoken into by {b.what}" for a, b in overlaps(heard)]


def _usual(heard: list[Heard]) -> float:
    return median([one.offset for one in heard if not math.isnan(one.offset)] or [0.0])


def _complaint(one: Heard, usual: float) -> str:
    if math.isinf(one.excuse):
        return ""
    if math.isnan(one.offset):
        return "not heard"
    if one.whole < WHOLE:
        return f"not whole, {one.whole:.2f}"
    if not -LATE_SECONDS <= one.offset <= LATE_SECONDS + one.excuse:
        return f"{1000 * one.offset:.0f} ms late"
    if not -JITTER_SECONDS <= one.offset - usual <= JITTER_SECONDS + one.excuse:
        return f"{1000 * (one.offset - usual):.0f} ms from the usual"
    return ""
