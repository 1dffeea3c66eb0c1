"""Writes files so that whoever reads one finds the old or the new, never half of one."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO


@contextlib.contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[IO[bytes]]:
    """Open a file that only its owner may read, to be written in place of `path`.

    It takes that place when the block is left; where anything fails, what was there stays.

    Args:
        path: The file; where it is a link, it stays one. Its folder has to be there.
        durable: Wait until the content is on the disk, so that a power cut takes nothing away.

    Raises:
        OSError: It can't be written.
    """
    path = path.resolve()
    draft = path.with_name(f".{path.name[:40]}.saving")
    with contextlib.suppress(FileNotFoundError):
        draft.unlink()  # left by a crash
    try:
        with os.fdopen(_made(draft), "wb") as file:
            yield file
            if durable:
                _settle(file)
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


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
        _settle(file)


def _made(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def _settle(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
