"""Turns pydantic's errors into lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from coach.content.problem import ContentError, Problem, nearest, with_hint
from coach.core.numbers import in_file
from coach.core.words import _, listed, marked

Parts = Mapping[str, tuple[str, ...]]
"""The keys of each part of a file: a tag (`<hold>`), a list's key (`phases`) or "" for the file."""

Model = TypeVar("Model", bound=BaseModel)

_MOST_PROBLEMS = 50
"""A file of junk need not be told each of its faults."""

_TYPES = {
    "string_type": marked("must be text in quotation marks"),
    "string_unicode": marked("must be text, but has characters that are none"),
    "int_type": marked("must be a whole number"),
    "int_from_float": marked("must be a whole number"),
    "int_parsing_size": marked("is too large a number"),
    "float_type": marked("must be a number"),
    "finite_number": marked("must be a number that is not infinite"),
    "bool_type": marked("must be true or false"),
    "list_type": marked("must be a list in square brackets"),
    "model_type": marked("must be a table of keys and values"),
    "model_attributes_type": marked("must be a table of keys and values"),
    "dict_type": marked("must be a table of keys and values"),
    "missing": marked("is missing"),
    "too_short": marked("must not be empty"),
    "string_pattern_mismatch": marked("must be small letters, digits and single hyphens"),
    "union_tag_invalid": marked("can't be repeated inside steps that are repeated"),
}
_LIMITS = {
    "greater_than_equal": (marked("must be at least {limit}"), "ge"),
    "greater_than": (marked("must be more than {limit}"), "gt"),
    "less_than_equal": (marked("must be at most {limit}"), "le"),
    "less_than": (marked("must be less than {limit}"), "lt"),
    "string_too_long": (marked("must be at most {limit} characters long"), "max_length"),
    "too_long": (marked("must have at most {limit} entries"), "max_length"),
}
_TAG_KEYS = {
    "dose": ("hold", "reps", "seconds", "own_pace"),
    "steps": ("exercise", "transition", "repeat"),
}


def in_form(model: type[Model], raw: object, parts: Mapping[str, type[BaseModel]]) -> Model:
    """Return a file's content in its form.

    Args:
        model: Its form.
        raw: Its keys and values.
        parts: The forms of its parts, as for `Parts`, to suggest the key that was meant.

    Raises:
        ContentError: With everything that is wrong with the form.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as wrong:
        known: dict[str, type[BaseModel]] = {"": model, **parts}
        keys = {name: tuple(part.model_fields) for name, part in known.items()}
        raise ContentError(problems_of(wrong, keys)) from None


def problems_of(wrong: ValidationError, parts: Parts) -> Iterator[Problem]:
    """Yield one problem for each error, at most fifty."""
    for error in wrong.errors(include_url=False)[:_MOST_PROBLEMS]:
        yield Problem("", place_of(error["loc"]), _reason(error, parts))


def place_of(loc: tuple[int | str, ...]) -> str:
    """Return a place as people read it: `steps[2].hold`."""
    place = ""
    for part in loc:
        if isinstance(part, int):
            place += f"[{part}]"
        elif not _is_tag(part):
            place += f".{_key(part)}" if place else _key(part)
    return place


def _is_tag(part: object) -> bool:
    return isinstance(part, str) and part.startswith("<") and part.endswith(">")


def _key(key: str) -> str:
    shown = key if key.isprintable() else ascii(key)[1:-1]
    return shown if len(shown) <= 60 else shown[:59] + "…"


def _reason(error: ErrorDetails, parts: Parts) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind in _TYPES:
        return _(_TYPES[kind])
    if kind in _LIMITS:
        return _(_LIMITS[kind][0]).format(limit=in_file(context[_LIMITS[kind][1]]))
    if kind in ("enum", "literal_error"):
        choices = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        reason = _("must be one of {words}").format(words=listed(choices))
        return with_hint(reason, error["input"], choices)
    if kind == "extra_forbidden":
        return _unknown_key(error, parts)
    if kind == "union_tag_not_found":
        return _no_kind(error)
    return error["msg"]


def _unknown_key(error: ErrorDetails, parts: Parts) -> str:
    *above, key = error["loc"]
    part = next((str(name) for name in reversed(above) if name in parts), "")
    known = parts[part]
    if _is_tag(part) and any(key in keys for name, keys in parts.items() if _is_tag(name)):
        return _("does not go with {key}; possible here are {keys}").format(
            key=part[1:-1], keys=listed(known)
        )
    return with_hint(_("unknown key"), key, known)


def _no_kind(error: ErrorDetails) -> str:
    lists = [part for part in error["loc"] if part in _TAG_KEYS]
    keys = _TAG_KEYS[str(lists[-1])] if lists else ()
    given: Any = error["input"]
    if not isinstance(given, dict):
        return _("must be a table of keys and values")
    reason = _("must have one of {keys}").format(keys=listed(keys))
    near = next((key for key in given if nearest(key, keys)), None)
    return with_hint(reason, near, keys)
