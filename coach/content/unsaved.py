"""Work in progress, kept so that a crash or a power cut costs no more than seconds of it."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.content.drafts import draft_of, raw_of
from coach.content.own_files import Stamp, write_private
from coach.content.problem import ContentError, Problem
from coach.core.editing.draft import Draft, GroupDraft, ItemDraft, RoutineDraft
from coach.core.words import _

if TYPE_CHECKING:
    from coach.content.schema import Kind

FOLDER = "drafts"
"""In the app's data folder."""
_FORMAT = 1
_MOST_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A draft that was not saved.

    Attributes:
        kind: "routine" or "exercise".
        id: Of the file it was made of; empty for a new one.
        draft: As it was last.
        base: The text of the file when it was opened; None for a new one.
        stamp: What the file was when it was last read or written; None where it was not there.
        path: Where the draft is kept; None while it is not.
        changed: When it was kept, in nanoseconds since 1970.
    """

    kind: Kind
    id: str
    draft: Draft
    base: str | None = None
    stamp: Stamp | None = None
    path: Path | None = None
    changed: int = 0

    @property
    def title(self) -> str:
        """As the draft has it; may be empty."""
        return self.draft.title


def keep_unsaved(folder: Path, unsaved: Unsaved) -> Unsaved:
    """Keep a draft and return it with its path.

    Raises:
        OSError: It can't be kept; what was kept before still is.
    """
    path = unsaved.path or _path_for(folder, unsaved)
    draft = unsaved.draft
    keys = [*draft.keys, draft.next_key] if isinstance(draft, RoutineDraft) else []
    values = {
        "format": _FORMAT,
        "kind": unsaved.kind,
        "id": unsaved.id,
        "draft": raw_of(draft),
        "keys": keys,
        "base": unsaved.base,
        "stamp": None if unsaved.stamp is None else asdict(unsaved.stamp),
    }
    write_private(path, json.dumps(values).encode())
    return replace(unsaved, path=path)


def forget_unsaved(path: Path | None) -> None:
    """Remove a draft that was saved or is not wanted any more; one that is gone is fine.

    Raises:
        OSError: It can't be removed.
    """
    if path is not None:
        path.unlink(missing_ok=True)


def pending_drafts(folder: Path) -> tuple[list[Unsaved], list[Problem]]:
    """Return what was kept, the newest first, and what is wrong with files that were not read.

    A file that can't be read stays where it is.
    """
    found: list[Unsaved] = []
    problems: list[Problem] = []
    for path in _files(folder):
        try:
            found.append(_read(path))
        except (OSError, ValueError, TypeError, KeyError, ContentError):
            problems.append(Problem(str(path), "", _("is a draft that can't be read any more")))
    return sorted(found, key=lambda unsaved: -unsaved.changed), problems


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            if path.suffix == ".json" and not path.name.startswith("."):
                yield path


def _read(path: Path) -> Unsaved:
    from coach.content.reading import read_bytes

    values = json.loads(read_bytes(path, _MOST_BYTES))
    if values["format"] != _FORMAT or values["kind"] not in ("routine", "exercise"):
        raise ValueError(path)
    draft = draft_of(values["kind"], values["draft"])
    if isinstance(draft, RoutineDraft):
        draft = _with_keys(draft, values["keys"])
    stamp = None if values["stamp"] is None else Stamp(**values["stamp"])
    changed = path.stat().st_mtime_ns
    kind, name, base = values["kind"], str(values["id"]), values["base"]
    return Unsaved(kind, name, draft, base, stamp, path, changed)


def _with_keys(draft: RoutineDraft, keys: list[Any]) -> RoutineDraft:
    """Give steps and groups the keys that tell which tables of the file they are."""
    *given, next_key = map(int, keys)
    numbers = dict(zip(draft.keys, given, strict=True))

    def numbered(item: ItemDraft) -> ItemDraft:
        if isinstance(item, GroupDraft):
            inner = tuple(replace(step, key=numbers[step.key]) for step in item.steps)
            item = replace(item, steps=inner)
        return replace(item, key=numbers[item.key])

    return replace(draft, steps=tuple(map(numbered, draft.steps)), next_key=next_key)


def _path_for(folder: Path, unsaved: Unsaved) -> Path:
    """Return a free path: a draft that nobody took up yet is not replaced by another one."""
    number = 1
    while os.path.lexists(path := folder / f"{unsaved.kind}.{unsaved.id}.{number}.json"):
        number += 1
    return path
