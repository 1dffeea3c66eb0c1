"""Writes the files of what came: new ones, and those that have to name something otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coach.content.drafts import draft_of
from coach.content.reading import read_text
from coach.content.schema import Kind
from coach.content.writing import write
from coach.core.editing.draft import Draft, ExerciseDraft, GroupDraft, ItemDraft, RoutineDraft


def fresh(kind: Kind, data: Mapping[str, Any]) -> str:
    """Return the file that says this."""
    return write(draft_of(kind, data))


def with_names(text: str, *, figure: str = "", picture: str = "") -> str:
    """Return an exercise's file with another figure or picture, where one is given."""
    draft = draft_of("exercise", read_text(text))
    assert isinstance(draft, ExerciseDraft)
    new = replace(draft, figure=figure or draft.figure, picture=picture or draft.picture)
    return _written(new, text)


def with_exercises(text: str, title: str, ids: Mapping[str, str]) -> str:
    """Return a routine's file with this title and with other ids of exercises, by the old ones."""
    draft = draft_of("routine", read_text(text))
    assert isinstance(draft, RoutineDraft)
    steps = tuple(_step(item, ids) for item in draft.steps)
    return _written(replace(draft, title=title, steps=steps), text)


def _step(item: ItemDraft, ids: Mapping[str, str]) -> ItemDraft:
    if not isinstance(item, GroupDraft):
        return replace(item, exercise=ids.get(item.exercise, item.exercise))
    inner = (replace(step, exercise=ids.get(step.exercise, step.exercise)) for step in item.steps)
    return replace(item, steps=tuple(inner))


def _written(draft: Draft, base: str) -> str:
    try:
        return write(draft, base)
    except (ValueError, LookupError, StopIteration):  # laid out as nobody would by hand
        return write(draft)
