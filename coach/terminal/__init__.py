"""The player in a terminal."""

from __future__ import annotations

from coach.terminal.session import run

__all__ = ["run"]
