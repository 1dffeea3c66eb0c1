"""The person's files as a whole, and what a restore that was broken off left of them."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from coach.core.words import _
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.app.data import OwnData


def own_data() -> OwnData:
    """Return what backs up, restores and deletes."""
    from coach.app.data import OwnData, Roots

    folders = find_folders()
    return OwnData(Roots(folders.data, folders.config, (folders.cache, folders.log)))


@cache
def mended() -> tuple[str, str] | None:
    """Undo a restore that was broken off, at the first call, before any of the files is read.

    Returns:
        What is so and what to do, which was printed too; None where there was nothing to undo.
    """
    from coach.content.disk import JOURNAL

    data = find_folders().data
    if not (data / JOURNAL).exists():
        return None
    text = _("Cramp Coach ended while a copy was brought back. Everything is as it was before.")
    remedy = _("Bring the copy back once more in the settings.")
    try:
        own_data().mend()
    except (OSError, ValueError) as error:
        text = _("What was here before a copy was brought back can't be put back: {reason}.")
        text = text.format(reason=getattr(error, "strerror", None) or error)
        remedy = _("It lies in {folder}. Close what uses that folder, and start Cramp Coach again.")
        remedy = remedy.format(folder=data)
    print(f"coach: {text} {remedy}", file=sys.stderr)  # noqa: T201
    return text, remedy
