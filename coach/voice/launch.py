"""How the speaking process is started."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OWN_ENGINE: Final = "coach.voice.engine:open_engine"
"""Opens the speech engine of this system."""


@dataclass(frozen=True, slots=True)
class Launch:
    """What a worker is told when it starts."""

    cache: Path
    """Folder of the clips; made when it is missing."""
    sounds: Path | None = None
    """Folder of the sounds, `name.wav` each."""
    engine: str = OWN_ENGINE
    """`module:function` that opens the speech engine."""
    idle_seconds: float = 45.0
    """The worker ends by itself after being asked nothing for so long."""
    cache_bytes: int = 32 << 20
    """The clips kept take no more than this."""

    def arguments(self) -> list[str]:
        """Return what follows the name of the interpreter.

        `-P` keeps a `json.py` in the current folder from being taken for the standard library's.
        """
        sounds = [] if self.sounds is None else ["--sounds", str(self.sounds)]
        return [
            *("-P", "-m", "coach.voice.worker"),
            *("--cache", str(self.cache), "--cache-bytes", str(self.cache_bytes)),
            *("--engine", self.engine, "--idle-seconds", str(self.idle_seconds)),
            *sounds,
        ]


def python_path() -> str:
    """Return a PYTHONPATH with which a child finds this very package, installed or not."""
    home = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH")
    return os.pathsep.join([home, inherited]) if inherited else home


def interpreter() -> str:
    """Return the Python to start."""
    return sys.executable
