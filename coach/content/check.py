"""Checks a file that somebody wrote, before it is used or handed on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from coach.content.build import build_exercise, build_routine
from coach.content.library import Library
from coach.content.own_picture import FOLDER, inspect_picture
from coach.content.problem import ContentError, Problem, error, name_fault
from coach.content.reading import read_toml
from coach.content.schema import Kind, kind_of, normalise


def check_file(path: Path, library: Library, pictures: Path | None = None) -> list[Problem]:
    """Return what is wrong with a routine or exercise file; nothing is wrong with a good one.

    Args:
        path: Any path; pipes and devices are not opened.
        library: The exercises that a routine may use.
        pictures: The person's own pictures; those beside the file's folder come first.
    """
    try:
        raw = read_toml(path)
        if fault := name_fault(path.stem):
            raise error("", fault)
        kind = kind_of(raw, path.parent.name)
        check_content(kind, raw, library, path.stem)
        if kind == "exercise" and "picture" in raw:
            _check_picture(raw["picture"], path, pictures)
    except ContentError as wrong:
        return list(wrong.at(str(path)))
    return []


def _check_picture(name: str, path: Path, pictures: Path | None) -> None:
    beside = path.absolute().parent.parent / FOLDER / name
    own = beside if pictures is None else pictures / name
    file = beside if os.path.lexists(beside) else own
    try:
        inspect_picture(file)
    except ContentError as wrong:
        raise error("picture", f"{file}: {wrong.problems[0].reason}") from None


def check_content(kind: Kind, raw: dict[str, Any], library: Library, name: str = "new") -> None:
    """Check what a file says or would say.

    Args:
        kind: What it is meant to be.
        raw: Its keys and values.
        library: The exercises that a routine may use.
        name: The id it would have.

    Raises:
        ContentError: With everything that is wrong.
    """
    data = normalise(kind, raw)
    if kind == "routine":
        build_routine(name, data, library.exercises)
    else:
        build_exercise(name, data, library.figures)
