"""The list of contents of a `.coach` file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from coach import __version__
from coach.content.fields import Id, StrictModel, Title
from coach.content.problem import error
from coach.content.sharing.archive import Archive, shown
from coach.content.sharing.json_text import checked, read_json
from coach.core.words import _

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
"""Raised when files can be written that this version could not read."""
MOST_BYTES: Final = 256 << 10


class SharedFile(StrictModel):
    """One file of the archive."""

    path: Annotated[str, Field(max_length=255)]
    """Its name in the archive."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """Check sum of its content."""
    size: Annotated[int, Field(ge=0)]
    """Its bytes."""


class SharedRoutine(StrictModel):
    """What is shared."""

    id: Id
    """The id it had where it comes from."""
    title: Title
    """As shown."""


class Manifest(StrictModel):
    """The list of contents."""

    format: Annotated[int, Field(ge=1)]
    """Version of the format."""
    app: Literal["Cramp Coach"]
    """Always the same."""
    app_version: Annotated[str, Field(max_length=40)]
    """Version of the app that wrote it."""
    kind: Literal["routine"]
    """What is shared."""
    routine: SharedRoutine
    """The routine."""
    files: Annotated[list[SharedFile], Field(min_length=1)]
    """Every other file, in the archive's order."""


def write_manifest(name: str, title: str, files: Mapping[str, bytes]) -> bytes:
    """Return the list of contents for these files, the same bytes each time."""
    listed = [
        {"path": path, "sha256": _check_sum(content), "size": len(content)}
        for path, content in files.items()
    ]
    manifest = {
        "format": FORMAT,
        "app": "Cramp Coach",
        "app_version": __version__,
        "kind": "routine",
        "routine": {"id": name, "title": title},
        "files": listed,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"


def read_manifest(archive: Archive) -> Manifest:
    """Return the list of contents of an archive.

    Raises:
        ContentError: There is none, it is of a newer version, wrong, or lists other files than
            there are.
    """
    if MANIFEST not in archive.names:
        raise error(
            "",
            _("was not made by Cramp Coach: there is no {manifest} in it").format(
                manifest=MANIFEST
            ),
        )
    raw, _guessed = read_json(archive.read(MANIFEST, MOST_BYTES))
    _check_version(raw)
    manifest = checked(Manifest, raw)
    listed = [file.path for file in manifest.files]
    there = [name for name in archive.names if name != MANIFEST]
    for name in there:
        if name not in listed:
            raise error(
                shown(name),
                _("is in the archive, but not in its {manifest}").format(manifest=MANIFEST),
            )
    for name in listed:
        if name not in there:
            raise error(
                shown(name), _("is in {manifest}, but not in the archive").format(manifest=MANIFEST)
            )
    if len(listed) != len(there):
        raise error("files", _("names a file twice in {manifest}").format(manifest=MANIFEST))
    return manifest


def read_listed(archive: Archive, file: SharedFile, most: int) -> bytes:
    """Return the content of a listed file.

    Raises:
        ContentError: It is not what the list says.
    """
    content = archive.read(file.path, most)
    if len(content) != file.size or _check_sum(content) != file.sha256:
        reason = _("is not the file that {manifest} says (its check sum differs)").format(
            manifest=MANIFEST
        )
        raise error(shown(file.path), _("{reason}; have it sent again").format(reason=reason))
    return content


def _check_version(raw: Mapping[str, Any]) -> None:
    version = raw.get("format")
    if type(version) is int and version > FORMAT:
        by = str(raw.get("app_version", ""))[:40]
        reason = _("was made by a newer Cramp Coach; update yours to open it")
        if by.isprintable() and by:
            reason = _("was made by a newer Cramp Coach ({by}); update yours to open it")
        raise error("", reason.format(by=by))


def _check_sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
