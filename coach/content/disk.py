"""Writes files so that whoever reads one finds the old or the new, never half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

STAGE = ".restoring-"
"""What lies in a folder only while all its files are replaced is called so."""

JOURNAL = f"{STAGE}now"
"""The file that says how to undo that; while it is there, it was not brought to its end."""

ON_WINDOWS = sys.platform == "win32"

LOOKS = 100
"""How often to look whether another process has written the same file, before giving up."""

LOOK_SECONDS = 0.005
"""Between two looks; a file is written within a few thousandths of a second."""


@contextlib.contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[IO[bytes]]:
    """Open a file that only its owner may read, to be written in place of `path`.

    It takes that place when the block is left; where anything fails, what was there stays.

    Args:
        path: The file; where it is a link, it stays one. Its folder has to be there.
        durable: Wait until the content is on the disk, so that a power cut takes nothing away.

    Raises:
        OSError: It can't be written, or another process has been writing it for half a second.
    """
    path = path.resolve()
    draft = path.with_name(f".{path.name[:40]}.saving")
    with os.fdopen(_made_alone(draft), "wb") as file:
        try:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
            if ON_WINDOWS:
                file.close()  # there, an open file can't be renamed
            draft.replace(path)  # before the lock goes with the file: it may be another's then
        except BaseException:
            with contextlib.suppress(OSError):
                draft.unlink()
            raise


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of what was there; see `replacing`.

    Raises:
        OSError: It can't be written; what was there still is.
    """
    with replacing(path) as file:
        file.write(content)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there, for its owner alone, and see that it is on the disk.

    Raises:
        FileExistsError: It was there.
        OSError: It can't be written; part of it may be.
    """
    with os.fdopen(_made(path), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _made_alone(draft: Path) -> int:
    """Make a draft, and lock it until it is closed; what a crash has left there is put away."""
    for _look in range(LOOKS):
        try:
            handle = _made(draft)
        except FileExistsError:
            if _put_away(draft):
                continue
        else:
            if _lock(handle) and _is_at(handle, draft):
                return handle
            os.close(handle)  # another process took it for one that was left
        time.sleep(LOOK_SECONDS)
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(draft))


def _put_away(draft: Path) -> bool:
    """Remove a draft that nobody writes any more; return whether it is gone.

    Raises:
        OSError: It can't be removed, as on Windows while it is open.
    """
    try:
        flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # it may be a pipe
        handle = os.open(draft, os.O_RDONLY | flags)
    except FileNotFoundError:
        return True
    except OSError:  # a link, or somebody else's
        draft.unlink(missing_ok=True)
        return True
    try:
        ours = _lock(handle) and _is_at(handle, draft)
        if ours and not ON_WINDOWS:
            draft.unlink()  # while it is locked: nobody else can take it for theirs
    finally:
        os.close(handle)
    if ours and ON_WINDOWS:
        draft.unlink()  # there, nothing that is open can be removed
    return ours


def _lock(handle: int) -> bool:
    """Lock an open file; whether it is ours now, or can't be locked here at all."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some network disks know no locks
        return True
    return True


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _made(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)
