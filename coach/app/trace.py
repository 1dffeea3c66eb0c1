"""A record of what happened when, one JSON object a line, for tests and measurements."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from coach.core.playback import Finished, SegmentStarted
    from coach.core.timeline import Timeline


class Trace:
    """Writes events to a file, each at once; to nowhere without one."""

    def __init__(self, path: Path | None) -> None:
        """Open the file anew.

        Raises:
            OSError: It cannot be written.
        """
        self._file: TextIO | None = path.open("w", encoding="utf-8") if path else None

    @property
    def is_on(self) -> bool:
        """Whether events are kept."""
        return self._file is not None

    def write(self, event: str, **fields: object) -> None:
        """Add one event with its time on the monotonic clock, in seconds."""
        if self._file is None:
            return
        line = {"t": round(time.monotonic(), 4), "event": event, **fields}
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()

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

    def cue(self, text: str, seconds: float) -> None:
        """Add a cue that is due in some seconds and has just been handed to the voice."""
        now = time.monotonic()
        self.write("cue", text=text, due=round(now + seconds, 4), sent=round(now, 4))

    def finished(self, finished: Finished) -> None:
        """Add the end."""
        seconds = round(finished.seconds, 3)
        self.write("finished", completed=finished.completed, seconds=seconds)

    def close(self) -> None:
        """Close the file; what is written after is dropped."""
        if self._file is not None:
            self._file.close()
            self._file = None
