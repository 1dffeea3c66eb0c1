"""Fits a routine to the voice: what is said gets its room once its length is known."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from coach.app.player import Player
from coach.core.cues import cue_texts, plan_cues, spoken_seconds
from coach.core.room import give_room


class Fitting(QObject):
    """Waits for the lengths of a player's texts, then lays its timeline out anew, once.

    Without a voice no length comes and the estimates stand.
    """

    def __init__(self, player: Player, lengths: Mapping[str, float]) -> None:
        """Watch `lengths`, which somebody else adds to; see `lengths_changed`."""
        super().__init__(player)
        self._player = player
        self._lengths = lengths
        self._planned = player.timeline
        self._missing = {text for text in self.texts if text not in lengths}
        if not self._missing:
            self._fit()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that may be said, the first one due first."""
        return cue_texts(self._planned)

    def length_known(self, text: str) -> None:
        """Take note that the length of one more text is known."""
        if text in self._missing:
            self._missing.discard(text)
            if not self._missing:
                self._fit()

    def _fit(self) -> None:
        def length_of(text: str) -> float:
            return self._lengths.get(text) or spoken_seconds(text)

        timeline = give_room(self._planned, length_of)
        self._player.refit(timeline, plan_cues(timeline, length_of))
