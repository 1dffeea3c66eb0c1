"""A record of what happened when, one JSON object a line, for tests and measurements."""

from __future__ import annotations

import json
import logging
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from coach.core.playback import Finished, SegmentStarted
    from coach.core.timeline import Timeline

_log = logging.getLogger(__name__)


class Trace:
    """Writes events to files, each at once; to nowhere without one.

    A file that can't be written any more, as on a full disk, ends there, and the log says so.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the first file anew.

        Raises:
            OSError: It cannot be written.
        """
        self._files: list[TextIO] = []
        if path is not None:
            self.also(path)

    def also(self, path: Path) -> None:
        """Open one more file and write what follows into it too; one that is open stays as it is.

        Raises:
            OSError: It cannot be written.
        """
        if path.exists():
            there = path.stat()
            if any(os.path.samestat(there, os.fstat(file.fileno())) for file in self._files):
                return
        self._files.append(path.open("w", encoding="utf-8"))

    @property
    def is_on(self) -> bool:
        """Whether events are kept."""
        return bool(self._files)

    def write(self, event: str, **fields: object) -> None:
        """Add one event with its time on the monotonic clock, in seconds."""
        if not self._files:
            return
        line = {"t": round(time.monotonic(), 4), "event": event, **fields}
        text = json.dumps(line, ensure_ascii=False) + "\n"
        for file in tuple(self._files):
            try:
                file.write(text)
                file.flush()
            except OSError as error:
                _log.warning("%s: the trace ends here: %s", file.name, error)
                self._files.remove(file)
                _close(file)

    def segment(self, timeline: Timeline, started: SegmentStarted) -> None:
        """Add the beginning of a segment."""
        if not self.is_on:
            return
        from coach.core.captions import caption, step_exercise

        segment = started.segment
        self.write(
            "segment",
            index=segment.index,
            kind=segment.kind.value,
            exercise=step_exercise(timeline.step_of(segment)),
            side=segment.side.value,
            set=segment.set,
            rep=segment.rep,
            seconds=round(segment.seconds, 3),
            caption=caption(timeline, segment),
        )

    def cue(self, text: str, due: float) -> None:
        """Add words due at a moment on the monotonic clock, just handed to the voice."""
        self._heard(due, text=text)

    def sound(self, name: str, due: float) -> None:
        """Add a sound likewise."""
        self._heard(due, sound=name)

    def _heard(self, due: float, **what: str) -> None:
        self.write("cue", **what, due=round(due, 4), sent=round(time.monotonic(), 4))

    def finished(self, finished: Finished) -> None:
        """Add the end."""
        seconds = round(finished.seconds, 3)
        self.write("finished", completed=finished.completed, seconds=seconds)

    def close(self) -> None:
        """Close the files; what is written after is dropped."""
        for file in self._files:
            _close(file)
        self._files.clear()


def _close(file: TextIO) -> None:
    with suppress(OSError):  # it tries once more to write what it could not
        file.close()
