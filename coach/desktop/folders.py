"""Where the platform wants a person's files to be."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coach.core.words import _

APP_NAME = "cramp-coach"
"""Name of the app's folders."""


class NoHomeError(RuntimeError):
    """There is no place for a person's files; the text says what to do."""


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
    """Return the platform's folders; on Linux the XDG variables decide.

    Raises:
        NoHomeError: The person has no home folder, and no variable names another place.
    """
    from platformdirs import PlatformDirs  # about 5 ms

    places = PlatformDirs(APP_NAME, appauthor=False)
    with suppress(RuntimeError):
        folders = Folders(
            data=places.user_data_path,
            config=places.user_config_path,
            cache=places.user_cache_path,
            log=places.user_log_path,
        )
        if folders.data.is_absolute():  # else one that is called ~
            return folders
    raise NoHomeError(_("you have no home folder here. Set HOME to a folder you can write to."))


def make_private(folder: Path) -> None:
    """Make a folder that only its owner can look into.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
