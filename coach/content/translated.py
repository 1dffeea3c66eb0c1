"""The shipped texts in the person's language.

The files and what is kept of them stay in the language they are written in; a text is translated
when an exercise, a routine or a protocol is made of them. What a person wrote is never translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from coach.core.words import Catalogue, language

SHOWN: Mapping[str, frozenset[str]] = {
    "exercise": frozenset(
        ("title", "target", "equipment", "setup", "cues", "cautions", "name", "say", "note")
    ),
    "routine": frozenset(("title", "when", "note", "before", "text")),
    "protocol": frozenset(("text", "say", "what", "label")),
    "aftercare": frozenset(("text", "say", "what", "label")),
    "stop": frozenset(
        (
            *("title", "voice", "ten_minutes", "ten_minutes_voice", "back", "card_title"),
            *("card_note", "usual_number", "button", "closing", "notice", "may_be", "meanwhile"),
            *("what", "cramp", "clot", "name", "stop_line", "question", "pull", "before_standing"),
            *("stop_rules", "disclaimer", "evidence"),
        )
    ),
    "learn": frozenset(("title", "summary", "intro", "text")),
    "check": frozenset(("title", "intro", "text", "advice", "reason")),
}
"""The keys of each kind of file, at any depth, whose texts a person reads or hears.

Names of books and words quoted from them are not among them: they are what is looked for there.
"""


def translated(kind: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a shipped file's content with its texts in the person's language.

    Args:
        kind: A key of `SHOWN`; translators see it as the context of the text.
        data: Content in the normal form.
    """
    catalogue = language().catalogue
    if catalogue is None:
        return data
    return _table(catalogue, kind, data)


def translated_text(kind: str, text: str) -> str:
    """Return one text of a shipped file in the person's language."""
    catalogue = language().catalogue
    return catalogue.pgettext(kind, text) if catalogue and text else text


def shown_texts(kind: str, data: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of a file that a person reads or hears, after its key."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from shown_texts(kind, value, name)
    elif isinstance(data, list):
        for value in data:
            yield from shown_texts(kind, value, key)
    elif isinstance(data, str) and data and key in SHOWN[kind]:
        yield key, data


def _table(catalogue: Catalogue, kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(catalogue, kind, value, key) for key, value in data.items()}


def _value(catalogue: Catalogue, kind: str, value: object, key: str) -> object:
    if isinstance(value, Mapping):
        return _table(catalogue, kind, value)
    if isinstance(value, list):
        return [_value(catalogue, kind, one, key) for one in value]
    if isinstance(value, str) and value and key in SHOWN[kind]:
        return catalogue.pgettext(kind, value)
    return value
