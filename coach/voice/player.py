"""The thread of the worker that plays: opens the sound device when needed and lets it go."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Final, Protocol

from coach.voice.messages import Device, Finished, Report, Started, Trouble
from coach.voice.mixer import Began, Ended, Item, Mixer
from coach.voice.output import NoDeviceError, open_output

QUIET_SECONDS: Final = 2.0
"""The device is let go after so much silence, unless it is held."""
STALL_SECONDS: Final = 1.0
"""A device that asks for no samples for so long, while there are some, is gone."""
RETRY_SECONDS: Final = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Least times between two attempts to open a device, the last one for ever after."""

log = logging.getLogger(__name__)


class SoundOutput(Protocol):
    """What the player needs of `output.Output`.

    Attributes:
        name: As a person knows it.
        latency: Seconds from the asking for a sample to its being heard.
    """

    name: str
    latency: float

    def start(self, stream: Generator[bytes | memoryview, int, None]) -> None:
        """Play `stream`; raises NoDeviceError."""

    def on_lost(self, lost: Callable[[], None]) -> None:
        """Call `lost` when the device stops by itself."""

    def close(self) -> None:
        """Let go of the device."""


class Player:
    """Plays clips on the default device. Everything happens in the thread that calls `run`."""

    def __init__(
        self,
        tell: Callable[[Report], None],
        *,
        opener: Callable[[], SoundOutput] = open_output,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open nothing yet; `tell` sends a message to the app."""
        self._tell = tell
        self._opener = opener
        self._clock = clock
        self._inbox: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.mixer = Mixer(self._note, clock)
        self._output: SoundOutput | None = None
        self._held = False
        self._stops = 0
        self._failures = 0
        self._next_try = 0.0
        self._quiet_since = 0.0
        self._moved = (0, 0.0)

    @property
    def device(self) -> str:
        """The name of the open device, empty while there is none."""
        return self._output.name if self._output else ""

    @property
    def resting(self) -> bool:
        """Whether nothing plays and the device need not be kept."""
        return self.mixer.empty and not self._held

    # ---------------------------------------------------------------- from any thread

    def post(self, job: Callable[[], None]) -> None:
        """Do `job` in the player's thread, after what was posted before."""
        self._inbox.put(job)

    def play(self, item: Item, stops: int) -> None:
        """Play an item that was asked for after the stop number `stops`."""
        self.post(partial(self._play, item, stops))

    def stop(self, stops: int) -> None:
        """Fall silent; `stops` is the number of this stop."""
        self.post(partial(self._stop, stops))

    def hold(self, on: bool) -> None:
        """Keep the device open, or let it go when it is quiet."""
        self.post(partial(self._hold, on))

    # ---------------------------------------------------------------- in the player's thread

    def run(self) -> None:
        """Play for ever."""
        while True:
            self.step()

    def step(self) -> None:
        """Wait for one job or moment, and do what is due."""
        try:
            job = self._inbox.get(timeout=self._patience())
        except Empty:
            pass
        else:
            job()
        self._tend()

    def open(self) -> bool:
        """Open the device, unless it is open; return whether it is."""
        if self._output is not None:
            return True
        if self._clock() < self._next_try:
            return False
        try:
            output = self._opener()
            try:
                output.start(self.mixer.stream(output.latency))
            except NoDeviceError:
                output.close()
                raise
        except NoDeviceError as error:
            self._no_device(str(error))
            return False
        output.on_lost(lambda: self.post(partial(self._lost, "it went away")))
        self._output = output
        if self._failures:
            self._tell(Device(output.name))
        self._failures, self._next_try = 0, 0.0
        self._moved = (0, self._clock())
        self._quiet_since = self._clock()
        return True

    def _play(self, item: Item, stops: int) -> None:
        if stops < self._stops or not self.open():
            self._tell(Finished(item.id, whole=False))
        elif not item.values:
            self._tell(Finished(item.id, whole=True))
        else:
            if self.mixer.empty:
                self._moved = (self.mixer.frames, self._clock())
            self.mixer.add(item)

    def _stop(self, stops: int) -> None:
        self._stops = stops
        self.mixer.stop()

    def _hold(self, on: bool) -> None:
        self._held = on
        self._quiet_since = self._clock()
        if on:
            self.open()

    def _note(self, event: Began | Ended) -> None:
        """Hear what the mixer did; called from the device's thread."""
        match event:
            case Began(item, at):
                self.post(partial(self._tell, Started(item.id, at, item.seconds)))
            case Ended(item, whole):
                self.post(partial(self._ended, item, whole))

    def _ended(self, item: Item, whole: bool) -> None:
        self._quiet_since = self._clock()
        self._tell(Finished(item.id, whole))

    def _patience(self) -> float | None:
        if self._output is None:
            return None
        if not self.mixer.empty:
            return STALL_SECONDS / 2
        if self._held:
            return None
        return max(0.0, self._quiet_since + QUIET_SECONDS - self._clock())

    def _tend(self) -> None:
        """Let a quiet device go, and find out that one stands still."""
        if self._output is None:
            return
        now = self._clock()
        if self.mixer.empty:
            if not self._held and now - self._quiet_since >= QUIET_SECONDS:
                self._close()
        elif self.mixer.frames != self._moved[0]:
            self._moved = (self.mixer.frames, now)
        elif now - self._moved[1] >= STALL_SECONDS:
            self._lost("it asks for no more samples")

    def _lost(self, reason: str) -> None:
        """Give up the device; the one that comes after it is opened at the next cue."""
        if self._output is None:
            return
        log.info("the sound device %s is lost: %s", self._output.name, reason)
        self._close()
        self.mixer.abandon()
        self._no_device(reason)

    def _close(self) -> None:
        output, self._output = self._output, None
        if output is not None:
            output.close()

    def _no_device(self, reason: str) -> None:
        pause = RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS) - 1)]
        self._failures += 1
        self._next_try = self._clock() + pause
        self._tell(Trouble("no-device", reason))
