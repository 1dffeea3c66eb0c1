"""Leaves out what does not suit the person who answered the check."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from coach.app.cramp_now import CrampNow
from coach.core.routine import Routine
from coach.core.suiting import left_out_of, suited_routine


class Suiting:
    """Knows the answers, and what each of them rules out."""

    def __init__(self, cramp: CrampNow) -> None:
        """Read nothing yet; `cramp` has the answers and the check they were given to."""
        self._cramp = cramp

    def suited(self, routine: Routine) -> Routine:
        """Return a routine without what does not suit; it says so itself."""
        answers = self._cramp.memory.answers
        if not answers:
            return routine
        suited = suited_routine(routine, answers, self._cramp.first_check)
        before = " ".join((*suited.left_out, suited.routine.before)).strip()
        return replace(suited.routine, before=before)

    def left_out(self, exercises: Collection[str]) -> int:
        """Return how many of some exercises, by id, do not suit."""
        return left_out_of(exercises, self._cramp.memory.answers, self._cramp.first_check)
