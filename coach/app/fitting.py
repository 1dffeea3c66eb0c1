"""Fits a routine to the voice: what is said gets its room once its length is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from coach.app.player import Player
from coach.core.cue import spoken_seconds
from coach.core.cues import Hearing, cue_texts, plan_cues
from coach.core.room import give_room
from coach.core.timeline import Timeline


class Fitting(QObject):
    """Waits for the lengths of a player's texts, then lays its timeline out anew.

    Without a voice no length comes and the estimates stand.
    """

    def __init__(
        self,
        player: Player,
        lengths: Mapping[str, float],
        prepare: Callable[[Sequence[str]], None],
        hearing: Hearing,
    ) -> None:
        """Ask for the lengths.

        Args:
            player: As planned; with `hearing` from the first cue on.
            lengths: Seconds of each text; somebody else adds to it, and calls `length_known`.
            prepare: Asks for the lengths of texts.
            hearing: How the person wants to hear it.
        """
        super().__init__(player)
        self._player = player
        self._lengths = lengths
        self._prepare = prepare
        self._planned = player.timeline
        self._ask(hearing)
        if not self._missing:
            self._fit()

    @property
    def can_begin(self) -> bool:
        """Whether the length of what is said first is known, or nothing is said."""
        return not self._texts or self._texts[0] in self._lengths

    def hear(self, hearing: Hearing) -> None:
        """Go on with more or less to be heard, or with the lengths of another voice."""
        self._ask(hearing)
        self._fit()

    def reword(self, reworded: Callable[[Timeline], Timeline], hearing: Hearing) -> None:
        """Go on with the same in another language; `reworded` puts a timeline into it."""
        self._planned = reworded(self._planned)
        self.hear(hearing)

    def length_known(self, text: str) -> None:
        """Take note that the length of one more text is known."""
        if text in self._missing:
            self._missing.discard(text)
            if not self._missing:
                self._fit()

    def _ask(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._texts = cue_texts(self._planned, hearing)
        self._missing = {text for text in self._texts if text not in self._lengths}
        self._prepare(self._texts)

    def _fit(self) -> None:
        def length_of(text: str) -> float:
            return self._lengths.get(text) or spoken_seconds(text)

        timeline = give_room(self._planned, length_of, self._hearing)
        self._player.refit(timeline, plan_cues(timeline, length_of, self._hearing))
