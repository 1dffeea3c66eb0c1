"""Where the shipped files lie: beside the package in a checkout, inside it once installed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Resources(NamedTuple):
    """The folders of the shipped files.

    Attributes:
        assets: Holds `exercises`, `figures`, `relief`, `safety`, `learn`, `icons`, `sounds` and
            `locale`.
        routines: One TOML file a routine.
    """

    assets: Path
    routines: Path

    @property
    def exercises(self) -> Path:
        """One TOML file an exercise."""
        return self.assets / "exercises"

    @property
    def figures(self) -> Path:
        """One TOML file a moving picture."""
        return self.assets / "figures"

    @property
    def relief(self) -> Path:
        """The protocols of Cramp now."""
        return self.assets / "relief"

    @property
    def safety(self) -> Path:
        """The STOP screen and the standing texts."""
        return self.assets / "safety"

    @property
    def learn(self) -> Path:
        """Pages to read, and what they rest on."""
        return self.assets / "learn"

    @property
    def icons(self) -> Path:
        """Pictures of buttons and of the app."""
        return self.assets / "icons"

    @property
    def sounds(self) -> Path:
        """Short sounds."""
        return self.assets / "sounds"

    @property
    def locale(self) -> Path:
        """The translations, and the template of all texts."""
        return self.assets / "locale"


def find_resources() -> Resources:
    """Return the folders of this installation.

    Raises:
        FileNotFoundError: The shipped files are missing; the app has to be installed again.
    """
    package = Path(__file__).resolve().parent.parent
    for home in (package / "_data", package.parent):
        if (home / "assets").is_dir() and (home / "routines").is_dir():
            return Resources(home / "assets", home / "routines")
    raise FileNotFoundError(
        f"{package}: the exercises and routines of Cramp Coach are missing; install it again"
    )
