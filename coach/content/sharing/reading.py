"""Looks into a file that somebody sent, and offers what is in it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from coach.content.library import Library
from coach.content.naming import id_for
from coach.content.own_picture import FOLDER as PICTURES
from coach.content.own_picture import read_picture
from coach.content.problem import ContentError, error, name_fault
from coach.content.reading import parse_toml, read_bytes
from coach.content.schema import kind_of
from coach.content.sharing.archive import MOST_FILE_BYTES, Archive, is_archive
from coach.content.sharing.bundle import Bundle, Piece
from coach.content.sharing.feeel import is_feeel, is_feeel_archive, read_feeel, read_feeel_archive
from coach.content.sharing.json_text import read_json
from coach.content.sharing.offer import Offer
from coach.content.sharing.package import read_package
from coach.content.sharing.planning import plan
from coach.content.sharing.workout_timer import is_workout_timer, read_workout_timer
from coach.core.numbers import number
from coach.core.words import _


def read_share(path: Path, library: Library, user_folder: Path) -> Offer:
    """Look into a file; nothing is written and nothing of it is kept.

    Args:
        path: A `.coach` file, a routine or exercise in TOML, a workout of Feeel or of Just
            Another Workout Timer.
        library: The exercises and routines there are.
        user_folder: Where the person's own lie; need not exist.

    Raises:
        ContentError: It is refused, with the reason and the file.
    """
    try:
        return plan(_bundle(path), library, user_folder)
    except ContentError as wrong:
        raise ContentError(wrong.at(str(path))) from None


def _bundle(path: Path) -> Bundle:
    content = read_bytes(path, MOST_FILE_BYTES)
    if not content:
        raise error("", _("is empty; have it sent again"))
    if is_archive(content):
        archive = Archive(content)
        return read_feeel_archive(archive) if is_feeel_archive(archive) else read_package(archive)
    if path.suffix.lower() == ".toml":
        return _toml(path, content)
    if content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _json(content)
    raise error("", _("is no file of Cramp Coach, Feeel or Just Another Workout Timer"))


def _json(content: bytes) -> Bundle:
    raw, guessed = read_json(content)
    if is_feeel(raw):
        return read_feeel(raw)
    if not is_workout_timer(raw):
        raise error("", _("has no workout of Feeel or Just Another Workout Timer in it"))
    bundle = read_workout_timer(raw)
    if not guessed:
        return bundle
    warning = _(
        "The file's letters are damaged, as exports of this timer often are: look at the names."
    )
    return replace(bundle, notes=(*bundle.notes, warning))


def _toml(path: Path, content: bytes) -> Bundle:
    """Read a plain file of our own, as somebody may have sent it by itself."""
    from coach.content.reading import MOST_BYTES

    if len(content) > MOST_BYTES:
        raise error(
            "",
            _("has {size} bytes; at most {most} are read").format(
                size=number(len(content)), most=number(MOST_BYTES)
            ),
        )
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise error("", _("is not UTF-8; save the file as UTF-8")) from None
    raw = parse_toml(text)
    name = path.stem if not name_fault(path.stem) else id_for(path.stem, ())
    if kind_of(raw, path.parent.name) == "routine":
        return Bundle((Piece(name, text),), is_whole=False)
    picture = raw.get("picture")
    pictures = _picture_beside(path, picture) if isinstance(picture, str) else {}
    return Bundle(exercises=(Piece(name, text),), pictures=pictures)


def _picture_beside(path: Path, name: str) -> dict[str, bytes]:
    """Take the picture where it lies as in a person's folder, `exercises` beside `pictures`."""
    from coach.content.own_picture import picture_name_fault

    file = path.absolute().parent.parent / PICTURES / name
    if picture_name_fault(name) or not os.path.lexists(file):
        return {}
    try:
        return {name: read_picture(file)[1]}
    except ContentError as wrong:
        raise error("picture", f"{name} {wrong.problems[0].reason}") from None
