"""Where the platform wants a person's files to be."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

APP_NAME = "cramp-coach"
"""Name of the app's folders."""


class Folders(NamedTuple):
    """The app's folders, whether they exist or not.

    Attributes:
        data: The diary and what the person made.
        config: Settings.
        cache: What can be made again.
        log: What happened, for finding faults.
    """

    data: Path
    config: Path
    cache: Path
    log: Path


def find_folders() -> Folders:
    """Return the platform's folders; on Linux the XDG variables decide."""
    from platformdirs import PlatformDirs  # about 5 ms

    places = PlatformDirs(APP_NAME, appauthor=False)
    return Folders(
        data=places.user_data_path,
        config=places.user_config_path,
        cache=places.user_cache_path,
        log=places.user_log_path,
    )


def make_private(folder: Path) -> None:
    """Make a folder that only its owner can look into.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
