"""Reads a TOML file that anybody may have written, or that is no file at all."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Any

from coach.content.problem import ContentError, Problem, error
from coach.core.numbers import number
from coach.core.words import _

MOST_BYTES = 256 * 1024
"""A longer file is not read."""
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Stands at the beginning of files that some editors of text have written."""


class UnreadableError(ContentError):
    """The file as such can't be had, whatever it says."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a file says.

    Raises:
        ContentError: With one problem: no such file, not a plain file, not allowed, too long,
            not UTF-8 or not TOML.
    """
    return parse_toml(_decode(read_bytes(path, MOST_BYTES)))


def parse_toml(text: str) -> dict[str, Any]:
    """Return what a text in TOML says.

    Raises:
        ContentError: It is not TOML.
    """
    import tomllib  # only where a file is new or has changed

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise error("", _("is not TOML: lists or tables are nested too deeply")) from None
    except ValueError as wrong:  # TOMLDecodeError, and numbers of thousands of digits
        raise error(*_toml_fault(str(wrong), text)) from None


def read_text(text: str) -> dict[str, Any]:
    """Return what a file's text says, whatever the ends of its lines.

    Raises:
        ContentError: It is not TOML.
    """
    return parse_toml(text.removeprefix(MARK).replace("\r\n", "\n"))


def read_bytes(path: Path, most: int) -> bytes:
    """Return what is in a file.

    Args:
        path: Any path; pipes and devices are not opened.
        most: Bytes that are read; a longer file is refused.

    Raises:
        UnreadableError: There is no such file, it is not a plain one, may not be read or is too
            long.
    """
    try:
        _must_be_readable(path.stat(), most)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise _unreadable(_("there is no such file")) from None
    except PermissionError:
        raise _unreadable(_("may not be read; allow yourself to read it")) from None
    except OSError as wrong:
        raise _unreadable(
            _("can't be read: {reason}").format(reason=wrong.strerror or wrong)
        ) from None
    except ValueError:  # a NUL in the path
        raise _unreadable(_("is no name of a file")) from None
    if len(content) > most:
        raise _unreadable(_too_long(len(content), most))
    return content


def _must_be_readable(status: os.stat_result, most: int) -> None:
    """Look before opening: opening a pipe would wait for ever."""
    if stat.S_ISDIR(status.st_mode):
        raise _unreadable(_("is a folder, not a file"))
    if not stat.S_ISREG(status.st_mode):
        raise _unreadable(_("is not an ordinary file (a pipe, socket or device) and is not opened"))
    if status.st_size > most:
        raise _unreadable(_too_long(status.st_size, most))


def _unreadable(reason: str) -> UnreadableError:
    return UnreadableError([Problem("", "", reason)])


def _too_long(size: int, most: int) -> str:
    shown = f"{most >> 10} KiB" if most < 1 << 20 else f"{most >> 20} MiB"
    return _("has {size} bytes; at most {most} ({shown}) are read").format(
        size=number(size), most=number(most), shown=shown
    )


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as wrong:
        before = content[: wrong.start]
        line = before.count(b"\n") + 1
        column = wrong.start - (before.rfind(b"\n") + 1) + 1
        raise error(
            _("line {line}, byte {column}").format(line=line, column=column),
            _("is not UTF-8; save the file as UTF-8"),
        ) from None


def _toml_fault(message: str, text: str) -> tuple[str, str]:
    """Return place and reason from the message of `tomllib`, which ends with the place."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if not found:
        return "", _("is not TOML: a value can't be read (a number that is too long?)")
    reason = _("is not TOML: {reason}").format(reason=found[1][:1].lower() + found[1][1:])
    if found[2]:
        return _("line {line}, column {column}").format(line=found[2], column=found[3]), reason
    last_line = text.rstrip("\n").count("\n") + 1
    return _("line {line}, at the end").format(line=last_line), reason
