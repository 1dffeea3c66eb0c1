"""Makes drafts of files, and files of drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from coach.content.problem import error
from coach.core.editing.draft import (
    DoseDraft,
    Draft,
    ExerciseDraft,
    GroupDraft,
    ItemDraft,
    PhaseDraft,
    RoutineDraft,
    SourceDraft,
    StepDraft,
)
from coach.core.words import _

if TYPE_CHECKING:
    from coach.content.schema import Kind

Part = TypeVar("Part")

_ALWAYS_SAID = frozenset(
    ("title", "positions", "muscles", "target", "name", "repeat", "steps", "exercise", "transition")
)
"""Fields that a file says even where they are empty; what is empty among them is then told."""
OF_THE_EDITOR = frozenset(("key", "next_key"))
"""Fields that no file says."""


def draft_of(kind: Kind, raw: Mapping[str, Any]) -> Draft:
    """Make a draft of a file's content, which need not be right, only of known keys and types.

    The keys of steps and groups are 1, 2, 3 … in the order of the file.

    Raises:
        ContentError: With what no editor but one of text can mend.
    """
    try:
        return routine_draft(raw) if kind == "routine" else exercise_draft(raw)
    except _UnfitError as unfit:
        from coach.content.schema import normalise  # says it in better words

        normalise(kind, dict(raw))
        raise error("", _("can't be edited here: {unfit}").format(unfit=unfit)) from None


def routine_draft(raw: Mapping[str, Any]) -> RoutineDraft:
    """Make a draft of a routine file's content; see `draft_of`."""
    plain = {key: value for key, value in raw.items() if key != "steps"}
    items = raw.get("steps", [])
    _must_be_tables(items)
    steps: list[ItemDraft] = []
    key = 1
    for item in items:
        inner = item.get("steps", [])
        _must_be_tables(inner)
        own = {name: value for name, value in item.items() if name != "steps"}
        if "repeat" in item:
            parts = tuple(
                _part(StepDraft, step, key=key + 1 + index) for index, step in enumerate(inner)
            )
            steps.append(_part(GroupDraft, own, key=key, steps=parts))
        else:
            steps.append(_part(StepDraft, item, key=key))
        key += 1 + len(inner)
    return _part(RoutineDraft, plain, steps=tuple(steps), next_key=key)


def exercise_draft(raw: Mapping[str, Any]) -> ExerciseDraft:
    """Make a draft of an exercise file's content; see `draft_of`."""
    plain = dict(raw)
    sources = plain.pop("sources", [])
    _must_be_tables(sources)
    made: dict[str, Any] = {"sources": tuple(_part(SourceDraft, source) for source in sources)}
    if "dose" in plain:
        dose = plain.pop("dose")
        _must_be_tables([dose])
        phases = dose.get("phases")
        if phases is not None:
            _must_be_tables(phases)
            phases = tuple(_part(PhaseDraft, phase) for phase in phases)
        rest = {key: value for key, value in dose.items() if key != "phases"}
        made["dose"] = _part(DoseDraft, rest, phases=phases)
    return _part(ExerciseDraft, plain, **made)


def raw_of(part: object) -> dict[str, Any]:
    """Return what a file of this draft says, without what goes without saying."""
    raw: dict[str, Any] = {}
    for field in fields(part):  # type: ignore[arg-type]
        name = field.name
        value = getattr(part, name)
        if value is None or name in OF_THE_EDITOR:
            continue
        if value == field.default and not (name in _ALWAYS_SAID and _is_said(part, name)):
            continue
        raw[name] = _plain(value)
    return raw


def usual_values(part: type[object]) -> dict[str, object]:
    """Return the values that say no more than leaving them out does."""
    return {
        field.name: _plain(field.default)
        for field in fields(part)  # type: ignore[arg-type]
        if field.name not in _ALWAYS_SAID and isinstance(field.default, str | int | tuple)
    }


def _is_said(part: object, name: str) -> bool:
    return not isinstance(part, StepDraft) or (name == "exercise" and not part.transition)


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever TOML can say
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float) else raw_of(value)


class _UnfitError(Exception):
    """A value of another type, or a key that is not known."""


def _must_be_tables(values: object) -> None:
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise _UnfitError(_("something else stands where tables belong"))


def _part(kind: Callable[..., Part], raw: Mapping[str, Any], **made: object) -> Part:
    hints = _hints(kind)
    values: dict[str, Any] = dict(made)
    for name, value in raw.items():
        if name not in hints or name in OF_THE_EDITOR or not _fits(value, hints[name]):
            raise _UnfitError(name)
        values[name] = tuple(value) if isinstance(value, list) else value
    try:
        return kind(**values)
    except TypeError:  # no value where there is no usual one
        raise _UnfitError(_("something is missing")) from None


@lru_cache(maxsize=16)
def _hints(kind: Callable[..., object]) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(value: object, hint: Any) -> bool:  # noqa: ANN401 - a type as typing sees it
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return any(_fits(value, one) for one in get_args(hint))
    if origin is tuple:
        return isinstance(value, list) and all(_fits(one, get_args(hint)[0]) for one in value)
    return isinstance(value, hint) and (isinstance(value, bool) == (hint is bool))
