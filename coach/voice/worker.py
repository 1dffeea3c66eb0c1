"""The speaking process: reads messages, renders texts, keeps clips and plays them.

Started as `python -m coach.voice.worker`. Three threads: this one works for the engine (macOS
wants speech in the main thread), one plays, one reads. The reading one ends the process as soon
as the app is gone, whatever the other two are stuck in.
"""

from __future__ import annotations

import argparse
import itertools
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import Empty, PriorityQueue
from typing import BinaryIO, Final, NoReturn

from coach.voice.clips import Clips
from coach.voice.launch import OWN_ENGINE
from coach.voice.messages import (
    LONGEST_LINE,
    Finished,
    Hold,
    ListVoices,
    MessageError,
    Ping,
    Play,
    Pong,
    Prepare,
    Probe,
    Probed,
    Quit,
    Ready,
    Report,
    Settings,
    Stop,
    Trouble,
    Voices,
    decode,
    encode,
)
from coach.voice.mixer import Item
from coach.voice.output import (
    NoDeviceError,
    at_stream_rate,
    open_output,
    playback_devices,
    real_backends,
)
from coach.voice.player import Player
from coach.voice.renderer import Renderer
from coach.voice.samples import SampleError, Samples, read_samples

SWITCH_SECONDS: Final = 0.001
"""How long the device's thread waits for the one that renders: far less than a portion lasts."""
NICENESS: Final = -10
"""As of sound servers."""
SOON: Final = 0
"""Urgency of what somebody waits for."""
LATER: Final = 1
"""Urgency of what is rendered ahead."""

log = logging.getLogger("coach.voice.worker")


@dataclass(order=True, slots=True)
class _Job:
    urgency: int
    number: int
    work: Callable[[], None] = field(compare=False)


class Worker:
    """Joins engine, clips and player."""

    def __init__(self, options: argparse.Namespace, out: int) -> None:
        """Open nothing yet; `out` is the file descriptor that leads to the app."""
        self._out = out
        self._out_lock = threading.Lock()
        self._idle_seconds: float = options.idle_seconds
        self._sounds: Path | None = options.sounds
        clips, self._passing = _open_clips(options.cache, options.cache_bytes)
        self._renderer = Renderer(options.engine, clips, self.tell)
        self._player = Player(self.tell)
        self._jobs: PriorityQueue[_Job] = PriorityQueue()
        self._numbers = itertools.count()
        self._stops = 0
        self._unopened = 2
        self._asked = time.monotonic()

    def tell(self, message: Report) -> None:
        """Say something to the app; without an app there is no worker."""
        line = encode(message)
        try:
            with self._out_lock:
                while line:
                    line = line[os.write(self._out, line) :]
        except OSError:
            self.leave()

    def leave(self) -> NoReturn:
        """End the process at once, whatever its threads are doing."""
        if self._passing is not None:
            shutil.rmtree(self._passing, ignore_errors=True)
        os._exit(0)

    # ---------------------------------------------------------------- the reading thread

    def read(self, lines: BinaryIO) -> NoReturn:
        """Take messages until there are none, then end the process at once."""
        while line := lines.readline(LONGEST_LINE):
            try:
                message = decode(line)
            except MessageError as error:
                log.warning("dropped: %s", error)
                continue
            if isinstance(message, Quit):
                break
            self._asked = time.monotonic()
            self._take(message)
        self.leave()

    def _take(self, message: object) -> None:
        match message:
            case Settings():
                self._renderer.settings = message
                self._player.mixer.set_volumes(message.volume, message.sound_volume)
            case Prepare(texts, keep):
                for text in texts:
                    self._do(LATER, partial(self._renderer.prepare, text, keep=keep))
            case Play():
                self._player.post(partial(self._play, message, self._stops))
            case Stop():
                self._stops += 1
                self._player.stop(self._stops)
            case Hold(on):
                self._player.hold(on)
            case Ping():
                self._do(SOON, lambda: self._player.post(lambda: self.tell(Pong())))
            case ListVoices():
                self._do(SOON, lambda: self.tell(Voices(self._renderer.voices())))
            case Probe():
                self._do(SOON, lambda: self._player.post(self._probe))
            case _:
                log.warning("dropped: not for a worker: %r", message)

    def _do(self, urgency: int, work: Callable[[], None]) -> None:
        self._jobs.put(_Job(urgency, next(self._numbers), work))

    # ---------------------------------------------------------------- the engine's thread

    def work(self) -> None:
        """Open engine and device, then render until nothing has been asked for long enough."""
        threading.Thread(target=self._player.run, name="player", daemon=True).start()
        self._player.post(self._open_device)
        self._renderer.open()
        self._note_opened()
        while (patience := self._patience()) > 0 or not self._jobs.empty():
            try:
                job = self._jobs.get(timeout=max(0.0, patience))
            except Empty:
                continue
            job.work()

    def _patience(self) -> float:
        """Return the seconds until this process is of no use."""
        if not self._player.resting:
            return self._idle_seconds
        return self._asked + self._idle_seconds - time.monotonic()

    def _render_and_play(self, play: Play, stops: int) -> None:
        clip = None if stops < self._stops else self._renderer.render(play.text)
        if clip is None:
            self.tell(Finished(play.id, whole=False))
        else:
            self._player.post(partial(self._play_clip, play, clip, stops))

    # ---------------------------------------------------------------- the player's thread

    def _open_device(self) -> None:
        self._player.open()
        self._note_opened()

    def _note_opened(self) -> None:
        """Say what there is, once engine and device have both been looked for."""
        with self._out_lock:
            self._unopened -= 1
            known = self._unopened == 0
        if known:
            self.tell(Ready(self._engine_name(), self._player.device))

    def _play(self, play: Play, stops: int) -> None:
        if play.sound:
            self._play_clip(play, self._sound(play.sound), stops)
        elif (clip := self._renderer.kept(play.text)) is not None:
            self._play_clip(play, clip, stops)
        else:
            self._do(SOON, partial(self._render_and_play, play, stops))

    def _play_clip(self, play: Play, clip: Samples | None, stops: int) -> None:
        if clip is None:
            self.tell(Finished(play.id, whole=False))
            return
        item = Item(play.id, at_stream_rate(clip), speech=bool(play.text), at=play.at)
        self._player.play(item, stops)

    def _sound(self, name: str) -> Samples | None:
        if self._sounds is None or Path(name).name != name:
            self.tell(Trouble("sound", "there is no sound of that name", name))
            return None
        try:
            return read_samples(self._sounds / f"{name}.wav")
        except (OSError, SampleError) as error:
            self.tell(Trouble("sound", str(error), name))
            return None

    def _probe(self) -> None:
        backends = tuple(backend.name.lower() for backend in real_backends())
        device, reason = "", ""
        try:
            output = open_output()
        except NoDeviceError as error:
            reason = str(error)
        else:
            output.close()
            device = ", ".join((output.name, *playback_devices()))
        self._do(SOON, lambda: self._tell_probed(backends, device, reason))

    def _tell_probed(self, backends: tuple[str, ...], device: str, reason: str) -> None:
        engine = self._renderer.engine
        self.tell(
            Probed(
                engine=self._engine_name(),
                version=engine.version if engine else "",
                library=engine.library if engine else "",
                engine_reason=self._renderer.reason,
                voices=len(self._renderer.voices()),
                backends=backends,
                device=device,
                device_reason=reason,
            )
        )

    def _engine_name(self) -> str:
        return self._renderer.engine.name if self._renderer.engine else ""


def main(arguments: list[str]) -> None:
    """Serve the app at the other end of standard input and output until it is gone."""
    out = _take_standard_output()
    logging.basicConfig(format="%(name)s: %(message)s", level=logging.INFO)
    sys.setswitchinterval(SWITCH_SECONDS)
    _go_before_others()
    worker = Worker(_read_options(arguments), out)
    threading.Thread(target=worker.read, args=(sys.stdin.buffer,), name="reader").start()
    worker.work()
    worker.leave()


def _go_before_others() -> None:
    """Run before programs that can wait, where the system allows it: sound cannot wait."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, NICENESS)


def _take_standard_output() -> int:
    """Return a file descriptor for messages alone; whatever prints, prints to standard error."""
    out = os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return out


def _read_options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("coach.voice.worker", description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--cache-bytes", type=int, default=32 << 20)
    parser.add_argument("--sounds", type=Path)
    parser.add_argument("--engine", default=OWN_ENGINE, metavar="MODULE:FUNCTION")
    parser.add_argument("--idle-seconds", type=float, default=45.0)
    return parser.parse_args(arguments)


def _open_clips(folder: Path, most_bytes: int) -> tuple[Clips, Path | None]:
    """Return the clips in `folder`, or in a passing one, and that, where it cannot be used."""
    try:
        return Clips(folder, most_bytes), None
    except OSError as error:
        log.warning("clips are not kept: %s", error)
        passing = Path(tempfile.mkdtemp(prefix="cramp-coach-"))
        return Clips(passing, most_bytes), passing


if __name__ == "__main__":
    main(sys.argv[1:])
