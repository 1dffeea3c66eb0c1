"""A look at the diary's file that changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coach.core.words import _, counted
from coach.store import troubles
from coach.store.database import LADDER


@dataclass(frozen=True, slots=True)
class DiaryProbe:
    """What was found.

    Attributes:
        works: The diary can be kept there.
        text: What is so.
        remedy: What to do; empty when there is nothing to do.
    """

    works: bool
    text: str
    remedy: str = ""


def probe(path: Path) -> DiaryProbe:
    """Look at the diary's file."""
    if not path.exists():
        text = _("{path}: not there yet, the first routine begins it")
        return DiaryProbe(True, text.format(path=path))
    try:
        return _look(path)
    except sqlite3.DatabaseError as error:
        if troubles.is_damage(error):
            text = _("{path}: the file is damaged")
            remedy = _("The next routine moves it aside and begins a new one.")
        else:
            text = _("{path}: the file can't be read ({cause})")
            remedy = _(
                "Make the file and its folder readable and writable, and close programs"
                " that use it."
            )
        return DiaryProbe(False, text.format(path=path, cause=error), remedy)


def _look(path: Path) -> DiaryProbe:
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(LADDER):
            text = _("{path}: written by a newer Cramp Coach").format(path=path)
            return DiaryProbe(False, text, _("Install that version again."))
        (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            text = _("{path}: the file is damaged ({cause})").format(path=path, cause=state)
            return DiaryProbe(False, text, _("Restore it from a backup."))
        count = 0
        if version > 0:
            (count,) = connection.execute("SELECT count(*) FROM entry").fetchone()
        cramps = 0
        if version > 1:
            (cramps,) = connection.execute("SELECT count(*) FROM cramp").fetchone()
    routines = counted("{n} routine", "{n} routines", count)
    relieved = counted("{n} cramp", "{n} cramps", cramps)
    text = _("{path}: {routines}, {cramps}, version {version}, SQLite {sqlite}")
    return DiaryProbe(
        True,
        text.format(
            path=path,
            routines=routines,
            cramps=relieved,
            version=version,
            sqlite=sqlite3.sqlite_version,
        ),
    )
