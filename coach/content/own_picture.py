"""The person's own picture of an exercise: its name, its file, and whether it can be shown.

A file is read once, looked through, and what was looked through is what is decoded: nothing is
decoded that is not known to be small enough.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from coach.content.picture_headers import PictureFacts, PictureKind, read_header
from coach.content.problem import error
from coach.content.reading import read_bytes
from coach.core.words import _

__all__ = [
    "FOLDER",
    "PictureFacts",
    "PictureKind",
    "inspect_picture",
    "picture_name_fault",
    "read_picture",
]

FOLDER: Final = "pictures"
"""Beside the person's `exercises`."""
MOST_BYTES: Final = 10 * 1024 * 1024


def picture_name_fault(name: str) -> str:
    """Return why a picture can't have this name, or nothing: it can."""
    plain = name.isprintable() and not set(name) & set('/\\:*?"<>|')
    if plain and name and name == name.strip(" .") and len(name) <= 120:
        return ""
    return _("must be the plain name of a file in the folder {folder}, like my-stretch.jpg").format(
        folder=FOLDER
    )


def inspect_picture(path: Path) -> PictureFacts:
    """Look at a picture without decoding it.

    Raises:
        ContentError: With the one reason why it can't be shown, and what to do about it.
    """
    return read_picture(path)[0]


def read_picture(path: Path) -> tuple[PictureFacts, bytes]:
    """Return what a picture says of itself and its whole file, fit to be decoded.

    Raises:
        ContentError: With the one reason why it can't be shown, and what to do about it.
    """
    _check_inside(path)
    content = read_bytes(path, MOST_BYTES)
    if not content:
        raise error("", _("is empty; copy or save it again"))
    return _inspect(content), content


def _inspect(content: bytes) -> PictureFacts:
    facts = read_header(content)
    if facts is not None:
        return facts
    from coach.content.picture_svg import inspect_svg, is_markup

    if not is_markup(content):
        raise error("", _("is no PNG, JPEG, GIF, WebP or SVG picture; save it as one of these"))
    return inspect_svg(content)


def _check_inside(path: Path) -> None:
    """Refuse a link that leads out of the folder."""
    try:
        inside = path.resolve().is_relative_to(path.parent.resolve())
    except (OSError, RuntimeError, ValueError):  # a ring of links, or a NUL
        raise error("", _("can't be found; copy the picture itself into the folder")) from None
    if not inside:
        raise error("", _("is a link out of its folder; copy the picture itself into the folder"))
