"""Reads JSON that anybody may have made."""

from __future__ import annotations

import json
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from coach.content.fields import StrictModel
from coach.content.problem import ContentError, error
from coach.content.wording import problems_of
from coach.core.numbers import number
from coach.core.words import _

MOST_BYTES: Final = 8 << 20
"""A longer text is not read; a backup of a thousand workouts has about 1 MiB."""

Model = TypeVar("Model", bound=StrictModel)


def read_json(content: bytes) -> tuple[dict[str, Any], bool]:
    """Return the table that a text says, and whether its letters had to be guessed.

    Just Another Workout Timer writes each letter as one byte, so that its files are no UTF-8 as
    soon as a title has an accent; read as Latin-1 those letters come out right.

    Raises:
        ContentError: With the one reason why it can't be read.
    """
    if len(content) > MOST_BYTES:
        raise error(
            "",
            _("has {size} bytes; at most {most} MiB are read").format(
                size=number(len(content)), most=MOST_BYTES >> 20
            ),
        )
    try:
        text, guessed = content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        text, guessed = content.decode("latin-1"), True
    try:
        value = json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise error("", _("is not read: its lists are nested too deeply")) from None
    except json.JSONDecodeError as wrong:
        place = _("line {line}, column {column}").format(line=wrong.lineno, column=wrong.colno)
        raise error(place, _("is damaged: it is not JSON; export it again")) from None
    except ValueError:  # thousands of digits, or what `_no_number` refuses
        raise error("", _("has a number in it that can't be read")) from None
    if not isinstance(value, dict):
        raise error("", _("has no workout in it"))
    return value, guessed


def checked(model: type[Model], value: object) -> Model:
    """Return a part of a text in its form.

    Raises:
        ContentError: With the first thing that is wrong.
    """
    try:
        return model.model_validate(value)
    except ValidationError as wrong:
        raise ContentError([next(problems_of(wrong, {"": ()}))]) from None
    except RecursionError:
        raise error("", _("is not read: its lists are nested too deeply")) from None


def _no_number(_name: str) -> float:
    message = _("not a number")
    raise ValueError(message)
