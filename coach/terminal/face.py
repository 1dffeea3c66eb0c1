"""What a terminal shows: a living screen, or plain lines where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TextIO

from coach.core.captions import caption
from coach.core.cue import Cue
from coach.core.numbers import clock, seconds_text
from coach.core.playback import PlaybackState
from coach.core.timeline import Segment, Timeline
from coach.core.words import _
from coach.terminal.view import View

if TYPE_CHECKING:
    from rich.live import Live


class Face(Protocol):
    """Shows a routine."""

    def open(self) -> None:
        """Take the terminal."""

    def close(self) -> None:
        """Give it back; harmless where it was not taken."""

    def begin(self, segment: Segment) -> None:
        """Show that a segment begins."""

    def say(self, cue: Cue) -> None:
        """Show what is said."""

    def notify(self, notice: str) -> None:
        """Tell something at once, where notices are not part of each view."""

    def turn(self, state: PlaybackState) -> None:
        """Show that the routine was paused, or goes on."""

    def draw(self, look: Callable[[], View]) -> None:
        """Show one moment."""


class PlainFace:
    """A line for each segment and each caption, without control codes."""

    def __init__(self, timeline: Timeline, stream: TextIO) -> None:
        """Write into `stream`."""
        self._timeline = timeline
        self._stream = stream
        self._said = ""
        self._was_paused = False

    def open(self) -> None:
        """Say what is played."""
        routine = self._timeline.routine
        self._write(f"{routine.title}, {clock(routine.seconds)}")

    def close(self) -> None:
        """Nothing was taken."""

    def begin(self, segment: Segment) -> None:
        """Write when, what, and for how long."""
        self._said = caption(self._timeline, segment)
        seconds = seconds_text(segment.seconds) if segment.seconds else ""
        self._write(f"{self._place(segment, 0)}  {self._said}  {seconds}".rstrip())

    def say(self, cue: Cue) -> None:
        """Write what is said, unless that was the segment's own line."""
        if cue.text != self._said:
            segment = self._timeline.segments[cue.segment]
            offset = segment.seconds + cue.offset if cue.from_end else cue.offset
            self._write(f"{self._place(segment, offset)}  {cue.text}")
        self._said = ""

    def notify(self, notice: str) -> None:
        """Write a line."""
        self._write(notice)

    def turn(self, state: PlaybackState) -> None:
        """Write a line."""
        is_paused = state is PlaybackState.PAUSED
        if is_paused:
            self._write(_("Paused."))
        elif self._was_paused and state is PlaybackState.PLAYING:
            self._write(_("Going on."))
        self._was_paused = is_paused

    def draw(self, look: Callable[[], View]) -> None:
        """Write nothing: lines cannot change."""

    def _place(self, segment: Segment, offset: float) -> str:
        """Return how far into the routine a moment lies, the lead-in not counted."""
        return clock(segment.start + offset - self._timeline.lead_in)

    def _write(self, line: str) -> None:
        self._stream.write(line + "\n")
        self._stream.flush()


class LiveFace:
    """The whole screen, drawn anew when something on it has changed."""

    def __init__(self, stream: TextIO) -> None:
        """Draw on the terminal that `stream` is."""
        from rich.console import Console

        from coach.terminal.layout import PLAIN_SIGNS, RICH_SIGNS

        self._stream = stream
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False)
        self._signs = RICH_SIGNS if _can_write("█░·←→", stream) else PLAIN_SIGNS
        self._live: Live | None = None
        self._shown: tuple[View, int, int] | None = None

    def open(self) -> None:
        """Change to the terminal's second screen, without its cursor."""
        from rich.live import Live

        self._shown = None
        self._live = Live(
            console=self._console,
            screen=True,
            auto_refresh=False,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._live.start()

    def close(self) -> None:
        """Go back to the first screen as it was."""
        live, self._live = self._live, None
        if live is not None:
            live.stop()

    def begin(self, segment: Segment) -> None:
        """Leave it to the view."""

    def say(self, cue: Cue) -> None:
        """Leave it to the view."""

    def notify(self, notice: str) -> None:
        """Leave it to the view."""

    def turn(self, state: PlaybackState) -> None:
        """Leave it to the view."""

    def draw(self, look: Callable[[], View]) -> None:
        """Draw, where it looks different from what is there."""
        if self._live is None:
            return
        from rich.console import Group

        from coach.terminal.layout import lay_out

        width, height = _size_of(self._stream)
        view = look()
        if (view, width, height) != self._shown:
            self._shown = (view, width, height)
            self._console.size = (width, height)
            lines = lay_out(view, self._console, self._signs)
            self._live.update(Group(*lines), refresh=True)


def make_face(timeline: Timeline, stream: TextIO) -> Face:
    """Return what suits the stream."""
    import os

    is_plain = not stream.isatty() or os.environ.get("TERM") in ("dumb", "unknown")
    return PlainFace(timeline, stream) if is_plain else LiveFace(stream)


def _size_of(stream: TextIO) -> tuple[int, int]:
    """Return columns and rows, at least 1; a terminal that does not know has 80 by 24."""
    import os

    try:
        size = os.get_terminal_size(stream.fileno())
    except OSError:
        return 80, 24
    return size.columns or 80, size.lines or 24


def _can_write(signs: str, stream: TextIO) -> bool:
    try:
        signs.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
