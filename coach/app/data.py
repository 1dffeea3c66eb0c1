"""The person's own files as a whole: kept in one archive, brought back, deleted.

An archive is a zip with what lies in the data folder under `data/`, the settings under `config/`,
and a note of what it is. One made on another system is as good: where both folders are the same,
as on Windows and macOS, the settings are told by their name.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from coach.app.swapping import Side, put_back, swap
from coach.content.disk import JOURNAL, STAGE, replacing
from coach.core.words import _

SETTINGS = "settings.json"
"""Files whose name begins so belong to the settings folder."""

BEFORE = "before-restore"
"""Folder inside the data folder with an archive of what was there before each restore."""

NOTE = "cramp-coach.json"
"""Says in an archive what it is."""

FORMAT = 1
MOST_FILES = 20_000
MOST_BYTES = 4 * 1024**3
"""Of all files unpacked: 4 GiB, four hundred pictures of the largest kind."""

_CHUNK = 1024 * 1024
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""As ours are; what unpacks other kinds has errors of its own."""

_DAMAGED = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, RuntimeError
)  # fmt: skip


class ArchiveError(Exception):
    """An archive cannot be used; `text` says why, and that nothing was changed."""

    def __init__(self, text: str) -> None:
        """Keep the text as it can be said again in another language."""
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Roots:
    """Where the person's files lie; two of them may be the same or inside each other.

    Attributes:
        data: The diary and what the person made.
        config: The settings.
        spare: What can be made again: caches and logs. In no archive, but deleted with the rest.
    """

    data: Path
    config: Path
    spare: tuple[Path, ...] = ()


class OwnData:
    """Backs up, restores and deletes all that is the person's.

    Whoever has one of the files open lets go of it before, and reads it anew afterwards.
    """

    def __init__(self, roots: Roots, now: Callable[[], datetime] | None = None) -> None:
        """Touch nothing yet; `now` gives the time for the name of an archive."""
        self._roots = Roots(
            roots.data.resolve(), roots.config.resolve(), tuple(map(Path.resolve, roots.spare))
        )
        self._now = now or (lambda: datetime.now(UTC).astimezone())

    @property
    def folder(self) -> Path:
        """Where the data is kept."""
        return self._roots.data

    @property
    def settings_folder(self) -> Path:
        """Where the settings are kept."""
        return self._roots.config

    def usual_name(self) -> str:
        """Return a name for an archive made now."""
        return f"cramp-coach-{self._now():%Y-%m-%d}.zip"

    # ---------------------------------------------------------------- one file of everything

    def back_up(self, file: Path) -> int:
        """Write everything into one archive, all of it or nothing; return the number of files.

        Raises:
            OSError: It cannot be written, or one of the files cannot be read.
        """
        file = file.resolve()
        members = [(path, name) for path, name in self._members() if path.resolve() != file]
        with replacing(file) as target:
            _write_archive(target, members)
        return len(members)

    def restore(self, file: Path) -> Path | None:
        """Put what an archive holds in place of what there is.

        Returns:
            The archive of what was there before, which can be restored itself; None where there
            was nothing.

        Raises:
            ArchiveError: It is none of ours, damaged or not safe; nothing was changed.
            OSError: Something cannot be read or written; what was there before is still there.
        """
        made: list[Path] = []
        try:
            for root in (*self._swapped.values(), *self._swapped.values()):
                made.append(_make_stage(root))
            stages, aside = (dict(zip(self._swapped, half, strict=True))
                             for half in (made[:2], made[2:]))  # fmt: skip
            _unpack(file, stages)
            before = self._keep_before()
            swap(self._journal, list(self._sides(stages, aside)))
        finally:
            if not self._journal.exists():  # else what was here is still to be put back
                for folder in made:
                    shutil.rmtree(folder, ignore_errors=True)
        return before

    def mend(self) -> bool:
        """Undo a restore that the end of the process broke off; return whether there was one.

        Raises:
            OSError: What was there before can't be put back yet.
            ValueError: It is not known any more what was there.
        """
        if not self._journal.exists():
            return False
        put_back(self._journal)
        return True

    def delete(self) -> tuple[Path, ...]:
        """Delete everything, and return what could not be deleted."""
        for root in self._every_root():
            for entry in _entries(root):
                _remove(entry)
        return tuple(path for root in self._every_root() for path in _files(root, ()))

    # ---------------------------------------------------------------- helpers

    def _every_root(self) -> set[Path]:
        return {self._roots.data, self._roots.config, *self._roots.spare}

    def _members(self) -> Iterator[tuple[Path, str]]:
        """Yield each file with its name in an archive."""
        left_out = (*self._roots.spare, self._roots.data / BEFORE)
        seen: set[Path] = set()
        for kind, root in (("config", self._roots.config), ("data", self._roots.data)):
            for path in _files(root, left_out):
                inside = path.relative_to(root).as_posix()
                settings = inside.startswith(SETTINGS)
                one_root = self._roots.config == self._roots.data
                if path in seen or (one_root and kind == "config" and not settings):
                    continue
                seen.add(path)
                yield path, f"{kind}/{inside}"

    def _keep_before(self) -> Path | None:
        if next(self._members(), None) is None:
            return None
        folder = self._roots.data / BEFORE
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / f"{self._now():%Y-%m-%d-%H%M%S}.zip"
        self.back_up(file)
        return file

    @property
    def _journal(self) -> Path:
        return self._roots.data / JOURNAL

    @property
    def _swapped(self) -> dict[str, Path]:
        return {"data": self._roots.data, "config": self._roots.config}

    def _sides(self, stages: dict[str, Path], aside: dict[str, Path]) -> Iterator[Side]:
        """Yield what is to be replaced in each folder, once where they are the same."""
        kept = {self._roots.data / BEFORE, *self._roots.spare, *stages.values(), *aside.values()}
        known: set[Path] = set()
        for kind, root in self._swapped.items():
            entries = [] if root in known else _entries(root)
            known.add(root)
            old = [entry.name for entry in entries if not _holds_any(entry, kept)]
            new = [entry.name for entry in _entries(stages[kind])]
            yield Side(root, stages[kind], aside[kind], old, new)


def _holds_any(entry: Path, others: Iterable[Path]) -> bool:
    return any(other == entry or entry in other.parents for other in others)


def _make_stage(root: Path) -> Path:
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=STAGE, dir=root))


def _entries(root: Path) -> list[Path]:
    try:
        return sorted(root.iterdir())
    except FileNotFoundError:
        return []


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            entry.unlink()


def _files(root: Path, left_out: Iterable[Path]) -> Iterator[Path]:
    """Yield the files below a folder in order; what a restore left behind is none of them."""
    left = set(left_out)
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(
            name for name in folders if here / name not in left and not name.startswith(STAGE)
        )
        for name in sorted(names):
            path = here / name
            if not name.startswith(STAGE) and path.is_file():  # a link counts, a socket does not
                yield path


# ---------------------------------------------------------------- archives


def _write_archive(target: IO[bytes], members: Iterable[tuple[Path, str]]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        archive.writestr(NOTE, json.dumps({"app": "cramp-coach", "format": FORMAT}))
        for path, name in members:
            archive.write(path, name)


def _unpack(file: Path, stages: dict[str, Path]) -> None:
    """Write the files of an archive into folders by the first part of their names."""
    try:
        with zipfile.ZipFile(file) as archive:
            _check_note(archive)
            members = [info for info in archive.infolist() if info.filename != NOTE]
            _check_members(members)
            left = MOST_BYTES
            for info in members:
                if not info.is_dir():
                    kind, inside = _place(info)
                    left -= _unpack_file(archive, info, stages[kind] / inside, left)
    except _DAMAGED as error:
        raise _refusal(_("it is damaged, or no archive of Cramp Coach")) from error


def _check_note(archive: zipfile.ZipFile) -> None:
    try:
        info = archive.getinfo(NOTE)
    except KeyError:
        raise _refusal(_("it is no archive of Cramp Coach")) from None
    if info.file_size > _CHUNK or info.flag_bits & 1 or info.compress_type not in _PACKED:
        raise _refusal(_("it is no archive of Cramp Coach"))
    note = json.loads(archive.read(info))
    if not isinstance(note, dict) or note.get("app") != "cramp-coach":
        raise _refusal(_("it is no archive of Cramp Coach"))
    if note.get("format") != FORMAT:
        raise _refusal(_("it was made by a newer Cramp Coach"))


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise _refusal(_("it holds too many files"))
    if sum(info.file_size for info in members) > MOST_BYTES:
        raise _refusal(_("it is too large"))
    names: set[str] = set()
    for info in members:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.flag_bits & 1:
            raise _refusal(_("it is locked with a password"))
        if info.compress_type not in _PACKED:
            raise _refusal(_("it is damaged, or no archive of Cramp Coach"))
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _refusal(_("it holds a link: {name}").format(name=_shown(info)))
        if _place(info)[1] == PurePosixPath() and not info.is_dir():
            raise _refusal(_("it holds a file of another kind: {name}").format(name=_shown(info)))
        name = info.filename.rstrip("/").casefold()
        if name in names:
            raise _refusal(_("it holds a file twice: {name}").format(name=_shown(info)))
        names.add(name)


def _place(info: zipfile.ZipInfo) -> tuple[str, PurePosixPath]:
    """Return the kind of folder a file belongs in, and where in it.

    Raises:
        ArchiveError: It would lie anywhere else.
    """
    name = info.filename.rstrip("/")
    parts = name.split("/")
    wrong = parts[0] not in ("data", "config") or not name.isprintable() or BEFORE in parts
    if wrong or any(_is_hostile(part) for part in parts):
        text = _("it holds a file that belongs elsewhere: {name}")
        raise _refusal(text.format(name=_shown(info)))
    kind, inside = parts[0], PurePosixPath(*parts[1:])
    if kind == "data" and inside.name.startswith(SETTINGS) and len(parts) == 2:
        kind = "config"
    return kind, inside


def _is_hostile(part: str) -> bool:
    """Whether a part of a path leads out of its folder or means something else on some system."""
    odd = part in ("", ".", "..") or part.endswith((".", " ")) or part.startswith(STAGE)
    return odd or any(sign in part for sign in '\\:*?"<>|') or bool(_RESERVED.fullmatch(part))


def _unpack_file(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, left: int) -> int:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = 0
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as target, archive.open(info) as source:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > left:
                raise _refusal(_("it is too large"))
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
    return written


def _shown(info: zipfile.ZipInfo) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in info.filename[:120])


def _refusal(reason: str) -> ArchiveError:
    text = _("The archive can't be used: {reason}. Nothing was changed.")
    return ArchiveError(text.format(reason=reason))
