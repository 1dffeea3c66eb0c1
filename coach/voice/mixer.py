"""Puts clips on the stream of samples that the sound device asks for.

Called from the device's own thread, so it is quick and waits for nothing: what happened is put
into a queue. Knows no device; tests ask it for frames themselves.
"""

from __future__ import annotations

import threading
import time
from array import array
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Final

from coach.voice.samples import FULL_SCALE
from coach.voice.stream_time import StreamTime

RATE: Final = 44100
"""Samples a second of the stream: twice that of eSpeak, and that of most sounds."""
FADE_SAMPLES: Final = RATE // 100
"""Length of the fade when speech is stopped: 10 ms, too short to hear, enough not to click."""


@dataclass(slots=True)
class Item:
    """A clip on its way through the mixer. `at` in CLOCK_MONOTONIC seconds, 0 for now."""

    id: int
    values: array[int]
    speech: bool
    at: float = 0.0
    place: int = 0
    """Next sample to hand out."""
    fading: int = 0
    """Samples left before it ends, once it is stopped; 0 while it is not."""

    @property
    def seconds(self) -> float:
        """Length of the clip."""
        return len(self.values) / RATE

    @property
    def left(self) -> int:
        """Samples until it is over."""
        rest = len(self.values) - self.place
        return min(rest, self.fading) if self.fading else rest


@dataclass(frozen=True, slots=True)
class Began:
    """The first sample of an item was handed out; it will be heard at the moment `at`."""

    item: Item
    at: float


@dataclass(frozen=True, slots=True)
class Ended:
    """An item is through; `whole` is false when it was stopped."""

    item: Item
    whole: bool


class Mixer:
    """Speech one after the other, sounds along with it."""

    def __init__(
        self, tell: Callable[[Began | Ended], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`tell` must neither wait nor raise; `clock` shows CLOCK_MONOTONIC seconds."""
        self._tell = tell
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: deque[Item] = deque()
        self._sounding: list[Item] = []
        self._volumes = {True: 1.0, False: 1.0}
        self._frames = 0
        self._time = StreamTime()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to play."""
        return not self._waiting and not self._sounding

    @property
    def frames(self) -> int:
        """Samples handed out since the device was opened."""
        return self._frames

    def set_volumes(self, speech: float, sounds: float) -> None:
        """Set the loudness of all that follows, 0..1 each."""
        self._volumes = {True: speech, False: sounds}

    def add(self, item: Item) -> None:
        """Play an item when its time has come."""
        with self._lock:
            self._waiting.append(item)

    def stop(self) -> None:
        """Drop what waits and fade out what sounds."""
        with self._lock:
            dropped = tuple(self._waiting)
            self._waiting.clear()
            for item in self._sounding:
                item.fading = item.fading or FADE_SAMPLES
        for item in dropped:
            self._tell(Ended(item, whole=False))

    def abandon(self) -> None:
        """Drop everything: the device is gone."""
        with self._lock:
            dropped = (*self._waiting, *self._sounding)
            self._waiting.clear()
            self._sounding.clear()
        for item in dropped:
            self._tell(Ended(item, whole=False))

    def stream(self, latency: float = 0.0) -> Generator[bytes | memoryview, int, None]:
        """Return the generator for a device, begun; it is sent counts and yields samples.

        `latency` is the time from the asking for a sample to its being heard, in seconds.
        """
        self._time, self._frames = StreamTime(latency), 0
        generator = self._stream()
        next(generator)
        return generator

    def _stream(self) -> Generator[bytes | memoryview, int, None]:
        count = yield b""
        while True:
            count = yield self.take(count)

    def take(self, count: int) -> bytes | memoryview:
        """Return the next `count` samples, nothing at all for silence."""
        with self._lock:
            start = self._time.moment(self._frames / RATE, self._clock())
            self._begin(start, count)
            mixed = self._mix(start, count)
            self._frames += count
        return memoryview(mixed).cast("B") if mixed is not None else b""

    def _begin(self, start: float, count: int) -> None:
        """Move what is due from the waiting to the sounding, words after words."""
        held: deque[Item] = deque()
        spoken = max((item.left for item in self._sounding if item.speech), default=0)
        for item in self._waiting:
            offset = max(round((item.at - start) * RATE), spoken if item.speech else 0, 0)
            if offset >= count:
                held.append(item)
                continue
            item.place = -offset
            self._sounding.append(item)
            spoken = max(spoken, item.left) if item.speech else spoken
            self._tell(Began(item, start + offset / RATE))
        self._waiting = held

    def _mix(self, start: float, count: int) -> array[int] | None:
        if not self._sounding:
            return None
        volumes = self._volumes
        parts = [
            _louder(_next_samples(item, count), volumes[item.speech]) for item in self._sounding
        ]
        mixed = parts[0] if len(parts) == 1 else _sum(parts)
        for item in tuple(self._sounding):
            if item.place >= len(item.values):
                self._sounding.remove(item)
                self._tell(Ended(item, whole=True))
            elif item.fading < 0:
                self._sounding.remove(item)
                self._tell(Ended(item, whole=False))
        return mixed


def _next_samples(item: Item, count: int) -> array[int]:
    """Take `count` samples from an item; a negative place is silence before it begins."""
    lead = min(count, -item.place) if item.place < 0 else 0
    begin = max(0, item.place)
    part = item.values[begin : begin + count - lead]
    item.place += lead + len(part)
    if item.fading > 0:
        part = _fade_out(item, part)
    if len(part) < count:
        part = _silence(lead) + part + _silence(count - lead - len(part))
    return part


def _louder(part: array[int], volume: float) -> array[int]:
    return part if volume == 1.0 else array("h", [int(value * volume) for value in part])


def _fade_out(item: Item, part: array[int]) -> array[int]:
    left = item.fading
    faded = [value * max(0, left - index) // FADE_SAMPLES for index, value in enumerate(part)]
    item.fading = left - len(part)
    if item.fading <= 0:
        item.fading = -1
    return array("h", faded)


def _silence(count: int) -> array[int]:
    return array("h", bytes(2 * count))


def _sum(parts: list[array[int]]) -> array[int]:
    return array(
        "h",
        [max(-FULL_SCALE, min(FULL_SCALE, sum(values))) for values in zip(*parts, strict=True)],
    )
