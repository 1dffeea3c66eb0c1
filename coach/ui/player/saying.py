"""What is being said, for the caption."""

from __future__ import annotations

from coach.core.captions import caption
from coach.core.cue import Cue, Priority
from coach.core.timeline import Segment, Timeline

_IN_BETWEEN = (Priority.HALFWAY, Priority.ENCOURAGEMENT, Priority.SAFETY)
"""What is said while a segment goes on; what is said at its beginning is its caption."""


class Saying:
    """Keeps what was said last in the middle of a segment, until the next one begins."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._segment, self._text = -1, ""

    def hear(self, cue: Cue) -> bool:
        """Take what is said now; False for what the countdown's digits speak for."""
        heard = bool(cue.text) and cue.priority in _IN_BETWEEN
        if heard:
            self._segment, self._text = cue.segment, cue.text
        return heard

    def text(self, timeline: Timeline, segment: Segment) -> str:
        """Return what the caption says in a segment."""
        return self._text if segment.index == self._segment else caption(timeline, segment)
