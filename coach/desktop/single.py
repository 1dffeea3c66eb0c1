"""One app a person: who comes second hands over what was asked for, and ends.

Whoever holds the lock is the app. The system takes the lock back from a process that ends, however
it ends, so nothing stale can stand in the way. The door is opened with the lock, before Qt is
loaded: what comes while the first window is still being made waits at it.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from coach.desktop.door import hand_over, listen, lock
from coach.desktop.errand import write_errand

if TYPE_CHECKING:
    import socket

    from coach.app.wish import Wish

ANSWER_SECONDS = 5.0
"""How long the app that runs may take to answer. Whoever has a cramp gets a window then anyway."""

LOOK_SECONDS = 0.01
"""Between two attempts while the other app opens or closes."""

NAME = "cramp-coach"


class Place(NamedTuple):
    """Where the apps of one person meet.

    Attributes:
        folder: Private to the person.
        name: Of the files in it: another home or data folder is another app.
    """

    folder: str
    name: str

    @property
    def lock(self) -> str:
        """The file that is locked."""
        return os.path.join(self.folder, f"{self.name}.lock")  # noqa: PTH118

    @property
    def door(self) -> str:
        """The socket; on Windows the pipe, whose names are the machine's own."""
        if sys.platform == "win32":
            return rf"\\.\pipe\{NAME}-{self.name}"
        return os.path.join(self.folder, f"{self.name}.sock")  # noqa: PTH118


class Claim:
    """Being the app, until it is released or the process ends.

    Attributes:
        door: Where others knock: a listening socket, on Windows none.
        address: Its name; empty where others cannot reach this app.
    """

    def __init__(
        self, handle: int | None = None, address: str = "", door: socket.socket | None = None
    ) -> None:
        """Hold a lock and a door; without them the app is alone."""
        self._handle = handle
        self.address = address
        self.door = door

    def release(self) -> None:
        """Let the next one be the app."""
        if self.door is not None:
            self.door.close()
            with suppress(OSError):
                os.unlink(self.address)  # noqa: PTH108
        if self._handle is not None:
            os.close(self._handle)
        self.door, self._handle = None, None


def claim(wish: Wish, patience: float = ANSWER_SECONDS) -> Claim | None:
    """Become the app, or hand the wish over to the one that runs and return None.

    Where the place cannot be used, or the app that runs does not answer, the app is alone: two
    windows are better than none.
    """
    try:
        place = find_place()
        end = time.monotonic() + patience
        while True:
            handle = lock(place.lock)
            if handle is not None:
                return _open_door(handle, place)
            left = end - time.monotonic()
            if left <= 0:
                return Claim()
            if hand_over(place.door, write_errand(wish), left):
                return None
            time.sleep(LOOK_SECONDS)
    except OSError:
        return Claim()


def _open_door(handle: int, place: Place) -> Claim:
    """Return the claim of whoever holds the lock; nobody need wait for a door that cannot open."""
    door = listen(place.door)
    if door is None and sys.platform != "win32":
        os.close(handle)
        return Claim()
    return Claim(handle, place.door, door)


def find_place() -> Place:
    """Return where the apps of this person meet, made private.

    The session's own folder, which the system empties, else the data folder. `platformdirs` would
    cost 5 ms for the same answer.

    Raises:
        OSError: There is no such place, or it is somebody else's.
    """
    from zlib import crc32

    data = _data_folder()
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    base = session if os.path.isdir(session) else data  # noqa: PTH112
    if not os.path.isabs(base):  # noqa: PTH117
        raise FileNotFoundError(f"{base}: there is no home folder")
    folder = os.path.join(base, NAME)  # noqa: PTH118
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    if sys.platform != "win32":
        state = os.stat(folder)  # noqa: PTH116
        if state.st_uid != os.geteuid():
            raise PermissionError(f"{folder} is somebody else's")
        if state.st_mode & 0o077:
            os.chmod(folder, 0o700)  # noqa: PTH101
    return Place(folder, f"{crc32(data.encode()):08x}")


def _data_folder() -> str:
    """Return the folder in which the person's data folders lie."""
    home = os.path.expanduser("~")  # noqa: PTH111
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or home
    if sys.platform == "darwin":
        return f"{home}/Library/Application Support"
    return os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
