"""Remembers what was read and checked, so that a start reads one file instead of a thousand."""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from coach import __version__
from coach.content.disk import replacing
from coach.content.problem import ContentError
from coach.core.words import language


@dataclass(slots=True)
class Entry:
    """What is known of one file.

    Attributes:
        stamp: Its time of change in nanoseconds and its size.
        data: Its content in the normal form, as JSON; empty where it is wrong.
        faults: Place and reason of what is wrong with its form.
        card: The summary of a routine that fits the exercises, as plain values.
        misfits: Place and reason of what does not fit the exercises.
    """

    stamp: list[int]
    data: str = ""
    faults: list[list[str]] = field(default_factory=list)
    card: list[Any] | None = None
    misfits: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Cache:
    """What is known of all files.

    Attributes:
        entries: By path.
        exercises: Tells apart the sets of exercises that the cards were made with.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    exercises: int = 0


def read_cache(path: Path | None) -> Cache:
    """Return what was kept; nothing where it is missing, damaged or of another version."""
    if path is None:
        return Cache()
    try:
        head, _newline, body = path.read_bytes().partition(b"\n")
        if head != _head(body):
            return Cache()
        kept = json.loads(body)
        entries = {file: Entry(*values) for file, values in kept["entries"].items()}
        return Cache(entries, kept["exercises"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Cache()  # it is made anew


def write_cache(path: Path | None, cache: Cache) -> None:
    """Keep what is known, all or nothing; where that can't be done, the next start is slower."""
    if path is None:
        return
    entries = {file: astuple(entry) for file, entry in cache.entries.items()}
    kept = {"exercises": cache.exercises, "entries": entries}
    body = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replacing(path, durable=False) as file:
            file.write(_head(body) + b"\n" + body)


class Kept:
    """What some files say once it was checked; read when first asked for, and not at each start."""

    def __init__(self, file: Path | None) -> None:
        """Keep it in `file`, made where it is missing; nowhere for None."""
        self._file = file
        self._cache: Cache | None = None
        self._changed = False

    def content(self, path: Path, check: Callable[[], object]) -> Any:  # noqa: ANN401 - any JSON
        """Return what a file says, as JSON knows it; `check` reads it where it is new or changed.

        Raises:
            ContentError: As `check` does.
        """
        if not self._knows(path):
            stamp = _stamp(path)  # before it is read
            checked = json.dumps(check(), ensure_ascii=False)
            self._entries[str(path)] = Entry(stamp, checked)
            self._changed = True
        return json.loads(self._entries[str(path)].data)

    def check_ahead(self, files: Iterable[tuple[Path, Callable[[], object]]]) -> Iterator[None]:
        """Check and keep every file that has not been checked yet, one at each step."""
        for path, check in files:
            if not self._knows(path):
                with contextlib.suppress(ContentError):  # told where it is shown
                    self.content(path, check)
                yield
        self.keep()

    def keep(self) -> None:
        """Write down what was newly read, where anything was."""
        if self._changed and self._cache is not None:
            self._changed = False
            write_cache(self._file, self._cache)

    def _knows(self, path: Path) -> bool:
        entry, stamp = self._entries.get(str(path)), _stamp(path)
        return entry is not None and bool(stamp) and entry.stamp == stamp

    @property
    def _entries(self) -> dict[str, Entry]:
        if self._cache is None:
            self._cache = read_cache(self._file)
        return self._cache.entries


def _stamp(path: Path) -> list[int]:
    try:
        status = path.stat()
    except OSError:  # reading it tells what is wrong
        return []
    return [status.st_mtime_ns, status.st_size]


def _head(body: bytes) -> bytes:
    """Name the version of app and rules, the language of the faults, and the body's check sum."""
    return f"{__version__} {_rules()} {language().tag} {zlib.crc32(body):08x}".encode()


def _rules() -> int:
    """Return when the rules were last changed, so that nobody has to count versions by hand."""
    try:
        with os.scandir(Path(__file__).parent) as found:
            return max(file.stat().st_mtime_ns for file in found if file.name.endswith(".py"))
    except (OSError, ValueError):  # not installed as plain files
        return 0
