"""What can go wrong with the diary's file, in words for a person."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from coach.core.words import _

DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""The file's content is no database any more."""

HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
"""Another connection is at work on the file."""


class NewerFileError(Exception):
    """The file was written by a newer version of the app, which may keep other things in it."""


def is_damage(error: Exception) -> bool:
    """Whether `error` says that the file's content is broken."""
    return _code(error) in DAMAGED


def is_held(error: Exception) -> bool:
    """Whether `error` says that another connection is at work on the file."""
    return _code(error) in HELD


def explain(error: Exception, path: Path) -> str | None:
    """Return why the diary cannot be kept in `path` and what helps; None for a mistake of ours."""
    reason = _reason(error)
    if reason is None:
        return None
    sentence = _("The diary is kept only until Cramp Coach closes, because {reason} ({path}).")
    return sentence.format(reason=reason, path=path)


def _reason(error: Exception) -> str | None:
    full = _("the disk is full; free some space")
    held = _("another program holds its file; close that program")
    read_only = _("its file or folder can't be written; make both writable")
    damaged = _("its file is damaged and can't be moved away; move it yourself")
    if isinstance(error, NewerFileError):
        return _("its file was written by a newer Cramp Coach; install that version again")
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return full
        cause = _("its folder can't be used ({cause}); make the folder writable")
        return cause.format(cause=error.strerror or error)
    reasons = {
        **dict.fromkeys(HELD, held),
        sqlite3.SQLITE_FULL: full,
        sqlite3.SQLITE_READONLY: read_only,
        sqlite3.SQLITE_PERM: read_only,
        sqlite3.SQLITE_CANTOPEN: read_only,
        sqlite3.SQLITE_IOERR: _("the disk reports an error; see that it has room and is connected"),
        **dict.fromkeys(DAMAGED, damaged),
    }
    return reasons.get(_code(error))


def _code(error: Exception) -> int:
    """Return SQLite's primary result code, which is the low byte of the extended one; 0 for none.

    See https://www.sqlite.org/rescode.html.
    """
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
