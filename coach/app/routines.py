"""From a routine to a player of it that is heard, keeps the screen on and can be reworded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.app.player import Player
from coach.app.playing import follow
from coach.core.cues import plan_cues
from coach.core.playback import Playback
from coach.core.suiting import alone
from coach.core.timeline import Timeline, build_timeline

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from coach.app.keeping_awake import Awake
    from coach.app.parts import Parts
    from coach.app.speech import Speech
    from coach.content.library import Library
    from coach.core.routine import Routine

Find = Callable[[], "Routine | None"]
"""Returns a routine as it is now; None while something is wrong with it."""


class Routines:
    """Makes players, and remembers how the last one's routine is found anew."""

    def __init__(
        self,
        *,
        library: Callable[[], Library],
        suited: Callable[[Routine], Routine],
        lead_in: Callable[[], float],
        speech: Speech,
        awake: Callable[[], Awake],
        parts: Parts,
        parent: QObject,
    ) -> None:
        """Make nothing yet.

        Args:
            library: Returns exercises and routines.
            suited: Returns a routine without what does not suit the person.
            lead_in: Returns the seconds before the first step.
            speech: What is heard.
            awake: Returns the wake lock.
            parts: Have the clock and the trace.
            parent: Whom the players live as long as.
        """
        self._library = library
        self._suited = suited
        self._lead_in = lead_in
        self._speech = speech
        self._awake = awake
        self._parts = parts
        self._parent = parent
        self._find: Find = lambda: None

    def play(self, name: str, speed: float) -> Player:
        """Return a player of a routine or of one exercise, named by its id; see `Coach.play`.

        Raises:
            KeyError: There is neither a routine nor an exercise of that id.
        """
        return self._player_of(lambda: self._suited(self._named(name)), speed)

    def try_out(self, find: Find, from_step: int) -> Player | None:
        """Return a player of a routine that is being written; see `Coach.try_out`."""

        def rest() -> Routine | None:
            routine = find()
            return routine and replace(routine, items=routine.steps[from_step:] or routine.items)

        return self._player_of(rest) if find() else None

    def reworded(self, timeline: Timeline) -> Timeline:
        """Return the timeline that was played last in the language of now.

        Where its routine is another one by now, it stays as it is.
        """
        try:
            routine = self._find()
        except KeyError:  # its file is gone
            return timeline
        if routine is None:
            return timeline
        again = build_timeline(routine, lead_in=timeline.lead_in)
        return again if again.is_like(timeline) else timeline

    def _named(self, name: str) -> Routine:
        library = self._library()
        if name in library.cards or name not in library.exercises:
            return library.routine(name)
        return alone(library.exercises[name])

    def _player_of(self, find: Find, speed: float = 1.0) -> Player:
        routine = find()
        assert routine is not None
        self._find = find
        timeline = build_timeline(routine, lead_in=self._lead_in())
        hearing = self._speech.hearing()
        playback = Playback(timeline, plan_cues(timeline, hearing=hearing))
        player = Player(playback, self._parts.clock, speed=speed, parent=self._parent)
        self._speech.fit(player, hearing)
        follow(player, self._speech.voice(), self._awake(), self._parts.trace)
        return player
