"""Writes files so that nobody ever finds half of one."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_outside(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, in place of what was there.

    It is for folders that are not the app's own: their permissions are left as they are.

    Raises:
        OSError: It can't be written; what was there before still is.
    """
    path = path.resolve()  # a link stays a link
    draft = path.with_name(f".{path.stem[:40]}.{os.getpid()}.part")
    try:
        write_new(draft, content)
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there, and see that it is on the disk.

    Raises:
        FileExistsError: It was there.
        OSError: It can't be written.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
