"""The lock and the door between two processes of one person, without Qt."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.desktop.errand import ANSWER

if TYPE_CHECKING:
    import socket

WAITING = 64
"""How many may stand at the door before the window is there."""


if sys.platform == "win32":  # not run by the tests, which run where sockets are files

    def lock(path: str) -> int | None:
        """Return the handle of the locked file, None where another process holds it."""
        import msvcrt

        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            return None
        return handle

    def listen(_address: str) -> socket.socket | None:
        """Return nothing: the pipe is opened once Qt is loaded; until then others look again."""

    def hand_over(address: str, line: bytes, patience: float) -> bool:
        """Return whether the app that runs took the line, within some seconds."""
        import ctypes
        import threading

        # Windows lets a window come to the front only where the process the person started agrees.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
        taken: list[bytes] = []

        def talk() -> None:  # a pipe knows no time limit
            with suppress(OSError), open(address, "r+b", buffering=0) as pipe:  # noqa: PTH123
                pipe.write(line)
                taken.append(pipe.read(len(ANSWER)) or b"")

        talking = threading.Thread(target=talk, daemon=True)
        talking.start()
        talking.join(patience)
        return taken == [ANSWER]

else:

    def lock(path: str) -> int | None:
        """Return the handle of the locked file, None where another process holds it.

        Raises:
            OSError: It cannot be made or locked.
        """
        import fcntl

        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        except OSError:
            os.close(handle)
            raise
        return handle

    def listen(address: str) -> socket.socket | None:
        """Return a socket at which others wait until they are let in; None where there is none.

        Only the holder of the lock may call it: what it finds there is left over.
        """
        import socket

        with suppress(FileNotFoundError):
            os.unlink(address)  # noqa: PTH108
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            door.bind(address)
            os.chmod(address, 0o600)  # noqa: PTH101
            door.listen(WAITING)
        except OSError:  # a name longer than the system allows, a file system without sockets
            door.close()
            return None
        door.setblocking(False)
        return door

    def hand_over(address: str, line: bytes, patience: float) -> bool:
        """Return whether the app that runs took the line, within some seconds."""
        import socket

        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(patience)
            try:
                link.connect(address)
                link.sendall(line)
                return link.recv(len(ANSWER)) == ANSWER
            except OSError:
                return False


def peer_user(link: socket.socket) -> int | None:
    """Return the user id at the other end of a socket, None where the system does not tell."""
    import socket
    import struct

    linux = getattr(socket, "SO_PEERCRED", None)
    if linux is not None:  # struct ucred: process, user, group; see unix(7)
        told = link.getsockopt(socket.SOL_SOCKET, linux, struct.calcsize("3i"))
        return int(struct.unpack("3i", told)[1])
    mac = getattr(socket, "LOCAL_PEERCRED", None)
    if mac is not None:  # struct xucred: version, user, groups; not run by the tests
        return int(struct.unpack_from("2I", link.getsockopt(0, mac, 76))[1])
    return None
