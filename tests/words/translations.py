"""Translations: brought up to the template, and made into what the app reads."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po


def update(file: Path, template: Catalog) -> int:
    """Bring a translation up to the template, compile it, and return how many texts it lacks.

    A text that was changed keeps its old translation as a proposal that has to be looked at; the
    app says it in the language it is written in until then.
    """
    tag = file.parent.parent.name
    with file.open("rb") as source:
        translation = read_po(source, locale=tag.replace("-", "_"))
    translation.update(template)
    with file.open("wb") as target:
        write_po(target, translation, width=100, include_lineno=False)
    with file.with_suffix(".mo").open("wb") as target:
        write_mo(target, translation)
    return sum(message.fuzzy or not _is_said(message) for message in translation if message.id)


def _is_said(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    return all(forms)
