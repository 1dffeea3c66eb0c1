"""Writes what was offered beside the person's own, all or nothing."""

from __future__ import annotations

import contextlib
from pathlib import Path

from coach.content.disk import write_new
from coach.content.own_files import make_folder
from coach.content.problem import error
from coach.content.sharing.offer import NewFile, Offer
from coach.core.words import _


def take(offer: Offer, user_folder: Path) -> tuple[str, ...]:
    """Write everything that an offer brings; nothing that is there is touched.

    Args:
        offer: What was looked at and wanted.
        user_folder: The folder it was looked at for; made where it is missing.

    Returns:
        The ids of the new routines.

    Raises:
        ContentError: A name was taken meanwhile; nothing was written.
        OSError: Something can't be written; nothing was.
    """
    written: list[Path] = []
    try:
        for file in offer.files:
            _write(file, user_folder, written)
    except OSError as wrong:
        for path in reversed(written):
            with contextlib.suppress(OSError):
                path.unlink()
        if isinstance(wrong, FileExistsError):
            raise error(
                "", _("something new has these names by now; open the file again")
            ) from None
        raise
    return tuple(routine.id for routine in offer.routines)


def _write(file: NewFile, user_folder: Path, written: list[Path]) -> None:
    """Write the whole file under a name that nothing reads, then give it its own."""
    folder = user_folder / file.folder
    make_folder(folder)
    path = folder / file.name
    draft = folder / f".{file.folder}-{len(written)}.part"
    with contextlib.suppress(FileNotFoundError):
        draft.unlink()  # left by a power cut
    try:
        write_new(draft, file.content)
        path.touch(mode=0o600, exist_ok=False)  # whoever comes later finds the name taken
        written.append(path)
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()
