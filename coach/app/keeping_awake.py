"""What the app asks of the desktop while a routine plays."""

from __future__ import annotations

from typing import Protocol


class Awake(Protocol):
    """Keeps the screen on. Failing is its own affair: it logs, it does not raise."""

    def hold(self) -> None:
        """Keep the screen on from now."""
        ...

    def release(self) -> None:
        """Let it go dark again; harmless where nothing is held."""
        ...
