"""Puts new files in the place of old ones: all or none, even where the process is killed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from coach.core.words import _


class Side(NamedTuple):
    """One folder whose files are replaced.

    Attributes:
        root: The folder.
        stage: Holds what is to lie in it.
        aside: An empty folder for what lies in it now.
        old: Names of what is moved aside.
        new: Names of what comes in.
    """

    root: Path
    stage: Path
    aside: Path
    old: Sequence[str]
    new: Sequence[str]


def swap(journal: Path, sides: Sequence[Side]) -> None:
    """Move the old aside and the new in; both folders of a side lie on the disk of its root.

    Raises:
        OSError: Something can't be moved; where `journal` is gone, everything is as it was, else
            `put_back` is to be tried again.
    """
    _write(journal, sides)
    try:
        for side in sides:
            for name in side.old:
                (side.root / name).replace(side.aside / name)
        for side in sides:
            for name in side.new:
                (side.stage / name).replace(side.root / name)
    except OSError:
        put_back(journal)
        raise
    journal.unlink()


def put_back(journal: Path) -> None:
    """Undo a swap that was not brought to its end; may itself be broken off and tried again.

    Raises:
        OSError: Something can't be moved, or there is no such journal.
        ValueError: It is damaged.
    """
    import shutil

    sides = _read(journal)
    for side in sides:
        for name in side.new:
            if not os.path.lexists(side.stage / name) and os.path.lexists(side.root / name):
                (side.root / name).replace(side.stage / name)
    for side in sides:
        for name in side.old:
            if os.path.lexists(side.aside / name):
                (side.aside / name).replace(side.root / name)
    journal.unlink()  # first: without the folders below it would lead astray
    for side in sides:
        shutil.rmtree(side.stage, ignore_errors=True)
        shutil.rmtree(side.aside, ignore_errors=True)


def _write(journal: Path, sides: Sequence[Side]) -> None:
    import json

    from coach.content.disk import write_whole

    rows = [[*map(str, side[:3]), list(side.old), list(side.new)] for side in sides]
    write_whole(journal, json.dumps(rows).encode())


def _read(journal: Path) -> list[Side]:
    import json

    try:
        return [
            Side(Path(root), Path(stage), Path(aside), tuple(old), tuple(new))
            for root, stage, aside, old, new in json.loads(journal.read_bytes())
        ]
    except (TypeError, ValueError):
        message = _("{file} is damaged").format(file=journal)
        raise ValueError(message) from None
