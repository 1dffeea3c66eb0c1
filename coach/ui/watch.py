"""What a screen follows, and how often it is told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import SignalInstance


class Paced(Protocol):
    """What tells of itself as often as it is asked to."""

    def set_frame_interval(self, milliseconds: int | None) -> None:
        """Say how often; None while nobody is looking."""


P = TypeVar("P", bound=Paced)

Link = tuple[SignalInstance, Callable[..., Any]]
"""A signal of what is followed, and who is told."""


class Watch(Generic[P]):
    """One player after the other; it draws no frames while nobody can look.

    Attributes:
        player: What is followed; None while there is nothing.
        is_seen: Whether somebody can look.
    """

    def __init__(self, interval: Callable[[], int]) -> None:
        """Follow nothing yet; `interval` returns the milliseconds to the next frame."""
        self.player: P | None = None
        self.is_seen = False
        self._interval = interval
        self._links: tuple[Link, ...] = ()

    def follow(self, player: P, *links: Link) -> None:
        """Be told what `player` tells, until it is left."""
        self.leave()
        self.player, self._links = player, links
        for signal, slot in links:
            signal.connect(slot)

    def leave(self) -> P | None:
        """Follow nothing any more, and return what was followed."""
        for signal, slot in self._links:
            signal.disconnect(slot)
        self._links = ()
        player, self.player = self.player, None
        return player

    def look(self, *, seen: bool) -> None:
        """Say whether somebody can look."""
        self.is_seen = seen
        self.pace()

    def pace(self) -> None:
        """Ask for the next frame when it will look different; on the frame path."""
        if self.player is not None:
            self.player.set_frame_interval(self._interval() if self.is_seen else None)

    def ask(self, command: str) -> None:
        """Do what a method of the player does, by its name; nothing where none is followed."""
        if self.player is not None:
            getattr(self.player, command)()
