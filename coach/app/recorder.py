"""Keeps the diary up to date while a routine plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from coach.app.player import Player
from coach.core.diary import Entry, EntryState
from coach.core.playback import Finished, PlaybackState

SAVE_MS = 4000
"""Between two updates, so that a killed process loses less than five seconds."""


class Diary(Protocol):
    """Where entries are kept. Failing is its own affair: it reports, it does not raise."""

    def add(self, entry: Entry) -> Entry:
        """Keep a new entry and return it with its id."""
        ...

    def update(self, entry: Entry) -> None:
        """Keep what has become of an entry."""
        ...

    def recent(self, limit: int = 100) -> Sequence[Entry]:
        """Return the newest entries, newest first."""
        ...

    def close(self) -> None:
        """Keep what still waits, and let go of the file."""
        ...


class Recorder(QObject):
    """Writes one played routine into the diary: at its start, now and then, at its end."""

    def __init__(self, player: Player, diary: Diary, started: datetime) -> None:
        """Watch `player`; `started` has a time zone."""
        super().__init__(player)
        self._player = player
        self._diary = diary
        routine = player.timeline.routine
        steps = len(player.timeline.steps)
        self._entry = Entry(routine.id, routine.title, started, routine.seconds, steps)
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.save)
        player.state_changed.connect(self._follow)
        player.finished.connect(self._finish)

    @property
    def entry(self) -> Entry:
        """The entry as last kept."""
        return self._entry

    def save(self) -> None:
        """Keep how far it has got."""
        self._keep(EntryState.UNFINISHED)

    def _follow(self, state: PlaybackState) -> None:
        if state is PlaybackState.PLAYING:
            if not self._entry.id:
                self._entry = self._diary.add(self._entry)
            self._timer.start()
        else:
            self._timer.stop()
            if not state.is_over:
                self.save()

    def _finish(self, finished: Finished) -> None:
        over = self._player.playback.state is PlaybackState.FINISHED
        self._keep(EntryState.COMPLETED if finished.completed and over else EntryState.STOPPED)

    def _keep(self, state: EntryState) -> None:
        if not self._entry.id:
            return
        now = self._player.snapshot()
        self._entry = replace(
            self._entry, seconds=now.spent, steps_done=len(now.steps_done), state=state
        )
        self._diary.update(self._entry)
