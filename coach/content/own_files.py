"""The person's own files: kept all or nothing, with what they said before, and never lost."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.disk import replacing, write_whole
from coach.content.reading import MOST_BYTES, read_bytes
from coach.core.words import _

if TYPE_CHECKING:
    from coach.content.schema import Kind

VERSIONS = "versions"
"""Folder of what files said before, beside `routines` and `exercises`."""
REMOVED = "removed"
"""Folder of what was deleted where there is no trash."""
MOST_VERSIONS = 10
"""Earlier versions that are kept of a file."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was when it was looked at.

    Attributes:
        changed: Its time of change in nanoseconds.
        size: Bytes; where both are as they were, a file that is only looked at counts as the same.
        digest: Of its content (SHA-256, in hexadecimal); decides wherever the content is read.
    """

    changed: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file as it was read.

    Attributes:
        text: What it says, with a mark at its beginning and its own ends of lines.
        stamp: To tell whether it has been changed since.
    """

    text: str
    stamp: Stamp


class ChangedOnDiskError(Exception):
    """Something else wrote the file meanwhile; it was left alone.

    Attributes:
        theirs: What it says now; None where it is gone or is no text.
    """

    def __init__(self, theirs: OwnFile | None) -> None:
        """Keep what the file says."""
        self.theirs = theirs
        super().__init__(_("The file was changed outside of the app."))


class OwnFiles:
    """The folders of what the person made."""

    def __init__(self, data: Path) -> None:
        """Look into the app's data folder; nothing is made before something is kept."""
        self._data = data

    @property
    def pictures(self) -> Path:
        """The folder of the person's pictures."""
        from coach.content.own_picture import FOLDER  # a routine does without

        return self._data / FOLDER

    def path(self, kind: Kind, name: str) -> Path:
        """Return where the file of an id is or would be."""
        return self._data / f"{kind}s" / f"{name}.toml"

    def names(self, kind: Kind) -> frozenset[str]:
        """Return the names that files have, in small letters, right or wrong."""
        try:
            found = os.listdir(self._data / f"{kind}s")  # noqa: PTH208 - names alone
        except OSError:
            return frozenset()
        return frozenset(
            name[:-5].casefold() for name in found if name.casefold().endswith(".toml")
        )

    def read(self, kind: Kind, name: str) -> OwnFile:
        """Return a file.

        Raises:
            ContentError: It is not there, can't be read or is not UTF-8.
        """
        return read_own_file(self.path(kind, name))

    def is_as(self, kind: Kind, name: str, stamp: Stamp | None) -> bool:
        """Whether a file is what it was; None for a file that was not there."""
        path = self.path(kind, name).resolve()
        try:
            status = path.stat()
            if stamp and (status.st_mtime_ns, status.st_size) == (stamp.changed, stamp.size):
                return True
            content = _content(path)
        except OSError as error:
            return stamp is None and isinstance(error, FileNotFoundError)
        return stamp is not None and content is not None and _digest(content) == stamp.digest

    def save(
        self, kind: Kind, name: str, text: str, before: Stamp | None, *, force: bool = False
    ) -> Stamp:
        """Write a file, all or nothing; what it said before is kept as an earlier version.

        Args:
            kind: What it is.
            name: Its id.
            text: What it shall say.
            before: What it was when the text was made of it; None for a new file.
            force: Replace what something else wrote meanwhile; it becomes an earlier version.

        Raises:
            ChangedOnDiskError: It is not what it was before.
            OSError: It can't be written; what was there still is.
        """
        content = text.encode()
        if len(content) > MOST_BYTES:
            raise OSError(27, _("it would be longer than {n} KiB").format(n=MOST_BYTES >> 10))
        path = self.path(kind, name).resolve()  # a link stays a link
        make_folder(path.parent)
        present = _content(path)
        same = present is None if before is None else present and _digest(present) == before.digest
        if not same and not force:
            raise ChangedOnDiskError(_as_own_file(path))
        if present != content:
            with replacing(path) as file:
                file.write(content)
                file.flush()  # where there is no room for it, no version is kept
                if present is not None:
                    self._keep_version(kind, name, path, present)
            _sync_folder(path.parent)
        return _stamp(path, content)

    def versions(self, kind: Kind, name: str) -> list[Path]:
        """Return the earlier versions of a file, the newest first; their names tell the time."""
        folder = self._data / VERSIONS / f"{kind}s"
        form = re.compile(rf"{re.escape(name)}\.\d{{8}}T\d{{6}}\.\d{{9}}(-\d+)?\.toml")
        try:
            found = [path for path in folder.iterdir() if form.fullmatch(path.name)]
        except OSError:
            return []
        return sorted(found, key=lambda path: path.name, reverse=True)

    def put_aside(self, kind: Kind, name: str) -> Path:
        """Move a file to the folder of removed ones and return where it is.

        Raises:
            OSError: It can't be moved; it is where it was.
        """
        path = self.path(kind, name)
        folder = self._data / REMOVED / f"{kind}s"
        make_folder(folder)
        return path.rename(_free(folder, name))

    def add_picture(self, source: Path) -> str:
        """Copy a picture into the person's folder and return the name to use for it.

        Raises:
            ContentError: It can't be shown.
            OSError: It can't be copied.
        """
        from coach.content.own_picture import inspect_picture

        kind = inspect_picture(source).kind
        content = source.read_bytes()
        make_folder(self.pictures)
        stem = _plain_stem(source.stem)
        suffix = source.suffix.lower()
        if not re.fullmatch(r"\.[a-z]{3,4}", suffix):
            suffix = f".{kind}"
        number = 1
        while True:
            again = f"-{number}" if number > 1 else ""
            target = self.pictures / f"{stem}{again}{suffix}"
            if not os.path.lexists(target):
                break
            if _content(target) == content:
                return target.name
            number += 1
        write_whole(target, content)
        return target.name

    def _keep_version(self, kind: Kind, name: str, path: Path, content: bytes) -> None:
        changed = path.stat().st_mtime_ns
        moment = datetime.fromtimestamp(changed // 1_000_000_000, UTC)
        stem = f"{name}.{moment:%Y%m%dT%H%M%S}.{changed % 1_000_000_000:09}"
        folder = self._data / VERSIONS / f"{kind}s"
        make_folder(folder)
        write_whole(_free(folder, stem), content)
        for old in self.versions(kind, name)[MOST_VERSIONS:]:
            with contextlib.suppress(OSError):  # one too many does no harm
                old.unlink()


def read_own_file(path: Path) -> OwnFile:
    """Return a file as it is on disk, with its mark and ends of lines.

    Raises:
        ContentError: It is not there, can't be read or is not UTF-8.
    """
    from coach.content.problem import error

    content = read_bytes(path, MOST_BYTES)
    try:
        return OwnFile(content.decode(), _stamp(path.resolve(), content))
    except UnicodeDecodeError:
        raise error("", _("is not UTF-8; save the file as UTF-8")) from None


def write_private(path: Path, content: bytes) -> None:
    """Write a file that its owner alone can read, so that it is the old or the new one, always.

    Raises:
        OSError: It can't be written; what was there still is.
    """
    make_folder(path.parent)
    write_whole(path, content)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into.

    Raises:
        OSError: It can't be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _sync_folder(folder: Path) -> None:
    """Let the new name outlive a power cut, where the system can do that for a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _free(folder: Path, stem: str) -> Path:
    """Return where a file of a name, or of the next such name that is free, can lie in a folder."""
    path = folder / f"{stem}.toml"
    number = 2
    while os.path.lexists(path):
        path = folder / f"{stem}-{number}.toml"
        number += 1
    return path


def _content(path: Path) -> bytes | None:
    """Return what is in a file; None where there is none.

    Raises:
        OSError: It can't be read, or is no ordinary file: to read a pipe would wait for ever.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, _("there is something of that name that is no file"))
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _as_own_file(path: Path) -> OwnFile | None:
    from coach.content.problem import ContentError

    try:
        return read_own_file(path)
    except ContentError:
        return None


def _stamp(path: Path, content: bytes) -> Stamp:
    return Stamp(path.stat().st_mtime_ns, len(content), _digest(content))


def _plain_stem(name: str) -> str:
    """Return the name of a picture as every system allows it, at most 80 bytes long.

    Phones put marks into names that nobody sees, as for the direction of writing.
    """
    plain = re.sub(r'[/\\:*?"<>|]|[^\S ]', "-", name)
    seen = "".join(filter(str.isprintable, plain))
    return seen.encode()[:80].decode(errors="ignore").strip(" .") or "picture"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
