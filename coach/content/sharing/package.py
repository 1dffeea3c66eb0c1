"""A routine as one file, `.coach`: a zip archive of TOML files and pictures.

    manifest.json       the list of contents, with check sums
    routine.toml        the routine, as the person wrote it
    exercises/*.toml    the person's own exercises that it uses
    pictures/*          the pictures that these show

Shipped exercises are not in it: they are there wherever Cramp Coach is. The same routine always
gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

from coach.content.disk import write_whole
from coach.content.library import Library
from coach.content.own_picture import FOLDER as PICTURES
from coach.content.own_picture import MOST_BYTES as MOST_PICTURE_BYTES
from coach.content.own_picture import picture_name_fault, read_picture
from coach.content.problem import ContentError, error, name_fault
from coach.content.reading import MOST_BYTES as MOST_TEXT_BYTES
from coach.content.reading import read_bytes
from coach.content.resources import Resources
from coach.content.sharing import archive as bounds
from coach.content.sharing.archive import Archive, shown
from coach.content.sharing.bundle import Bundle, Piece
from coach.content.sharing.manifest import (
    MANIFEST,
    SharedFile,
    read_listed,
    read_manifest,
    write_manifest,
)
from coach.core.words import _

SUFFIX: Final = ".coach"
_ROUTINE: Final = "routine.toml"
_EXERCISES: Final = "exercises"
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every entry: when something was packed is nobody's business."""
_PLAIN_FILE: Final = 0o100600 << 16


def file_name(title: str) -> str:
    """Return a name for the file of a routine that every platform takes: `My evening.coach`."""
    kept = "".join(
        sign if sign.isprintable() and sign not in '/\\:*?"<>|' else " " for sign in title
    )
    words = " ".join(kept.split()).strip(" .~")
    while len(words.encode()) > 200:
        words = words[:-1].rstrip()
    return f"{words or 'Routine'}{SUFFIX}"


def write_package(
    name: str, library: Library, resources: Resources, user_folder: Path, target: Path
) -> None:
    """Write a routine, shipped or own, with all that belongs to it; replaces what was there.

    Args:
        name: Id of the routine.
        library: What was read from the folders.
        resources: Where the shipped files lie.
        user_folder: Where the person's own lie.
        target: The file to write; readable for its owner alone until it is handed on.

    Raises:
        ContentError: A file that belongs to it can't be read, or all together are too large.
        OSError: It can't be written; what was there before still is.
    """
    write_whole(target, packed(name, library, resources, user_folder))


def packed(name: str, library: Library, resources: Resources, user_folder: Path) -> bytes:
    """Return the bytes of a routine's file; see `write_package`."""
    card = library.cards[name]
    folder = user_folder / "routines" if card.own else resources.routines
    files = {_ROUTINE: _content(folder / f"{name}.toml")}
    own = sorted(set(card.exercises) & library.own_exercises)
    for exercise in own:
        path = user_folder / _EXERCISES / f"{exercise}.toml"
        files[f"{_EXERCISES}/{exercise}.toml"] = _content(path)
    for picture in sorted({library.exercises[exercise].picture for exercise in own} - {""}):
        files[f"{PICTURES}/{picture}"] = _picture(user_folder / PICTURES / picture)
    whole = _zipped({MANIFEST: write_manifest(name, card.title, files), **files})
    if len(whole) > bounds.MOST_FILE_BYTES or len(files) >= bounds.MOST_ENTRIES:
        most = _("{size} MiB and {most} files").format(
            size=bounds.MOST_FILE_BYTES >> 20, most=bounds.MOST_ENTRIES
        )
        raise error(
            "",
            _("{title} is too large to be shared: at most {most} are possible").format(
                title=card.title, most=most
            ),
        )
    return whole


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path, MOST_TEXT_BYTES)
    except ContentError as wrong:
        raise ContentError(wrong.at(str(path))) from None


def _picture(path: Path) -> bytes:
    try:
        return read_picture(path)[1]
    except ContentError as wrong:
        raise ContentError(wrong.at(str(path))) from None


def _zipped(files: dict[str, bytes]) -> bytes:
    """Return an archive, nothing in it packed: another version of zlib would give other bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as whole:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = 3
            entry.external_attr = _PLAIN_FILE
            whole.writestr(entry, content)
    return buffer.getvalue()


def read_package(archive: Archive) -> Bundle:
    """Return what is in a `.coach` file.

    Raises:
        ContentError: With the one reason why it is refused.
    """
    manifest = read_manifest(archive)
    for file in manifest.files:
        if fault := _place_fault(file.path):
            raise error(shown(file.path), fault)
    if not any(file.path == _ROUTINE for file in manifest.files):
        raise error("", _("has no routine in it: {routine} is missing").format(routine=_ROUTINE))
    texts = {file.path: _text(archive, file) for file in manifest.files if _is_text(file.path)}
    routine = Piece(manifest.routine.id, texts.pop(_ROUTINE))
    exercises = tuple(Piece(Path(path).stem, text) for path, text in texts.items())
    pictures = {
        file.path.partition("/")[2]: read_listed(archive, file, MOST_PICTURE_BYTES)
        for file in manifest.files
        if not _is_text(file.path)
    }
    return Bundle((routine,), exercises, pictures)


def _is_text(path: str) -> bool:
    return not path.startswith(f"{PICTURES}/")


def _text(archive: Archive, file: SharedFile) -> str:
    content = read_listed(archive, file, MOST_TEXT_BYTES)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise error(shown(file.path), _("is not UTF-8")) from None


def _place_fault(path: str) -> str:
    """Return why a file has no place in a shared routine, or nothing: it has one."""
    folder, _slash, name = path.rpartition("/")
    if path == _ROUTINE:
        return ""
    if folder == _EXERCISES and name.endswith(".toml"):
        return name_fault(name.removesuffix(".toml"))
    if folder == PICTURES:
        return picture_name_fault(name)
    return _("does not belong in a shared routine")
