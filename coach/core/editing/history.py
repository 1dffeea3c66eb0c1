"""Undo and redo without limit."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class _Past(Generic[State]):
    state: State
    label: str


class History(Generic[State]):
    """The states something had, and those it had before they were undone."""

    def __init__(self, state: State) -> None:
        """Begin with a state."""
        self._now = state
        self._before: list[_Past[State]] = []
        self._after: list[_Past[State]] = []
        self._merge: Hashable = None

    @property
    def now(self) -> State:
        """The present state."""
        return self._now

    @property
    def undo_label(self) -> str:
        """What `undo` takes back; empty where there is nothing or it was not named."""
        return self._before[-1].label if self._before else ""

    @property
    def redo_label(self) -> str:
        """What `redo` does again, likewise."""
        return self._after[-1].label if self._after else ""

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._after)

    def apply(self, state: State, *, merge: Hashable = None, label: str = "") -> bool:
        """Go on to a state; returns whether it is another one.

        Args:
            state: The new one.
            merge: Names what is edited, such as a field being typed into; changes of the same
                name that follow each other are taken back together. None stands alone.
            label: What was done, as shown beside "Undo"; translated where it is shown.
        """
        if state == self._now:
            return False
        goes_on = merge is not None and merge == self._merge and bool(self._before)
        self._after.clear()
        self._merge = merge
        if not goes_on:
            self._before.append(_Past(self._now, label))
        elif self._before[-1].state == state:  # typed back to what it was: nothing to take back
            self._before.pop()
            self._merge = None
        self._now = state
        return True

    def end_merge(self) -> None:
        """Let the next change stand alone, as when a field has been left."""
        self._merge = None

    def undo(self) -> bool:
        """Take the last change back; returns whether there was one."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Do again what was taken back last; returns whether there was something."""
        return self._step(self._after, self._before)

    def _step(self, source: list[_Past[State]], target: list[_Past[State]]) -> bool:
        self._merge = None
        if not source:
            return False
        past = source.pop()
        target.append(_Past(self._now, past.label))
        self._now = past.state
        return True
