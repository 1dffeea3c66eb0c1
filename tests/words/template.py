"""All texts a person sees or hears, of the code and of the shipped files."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from coach import __version__
from coach.content.translated import SHOWN, shown_texts
from coach.core.words import DOMAIN

SOURCES = Path(__file__).parent.parent.parent
LOCALE = SOURCES / "assets" / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"

KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "counted": (1, 2), "marked": None}
"""The functions of `coach.core.words` that take a text; where its plural stands."""
COMMENT = "Translators:"
"""Begins a comment of the code that translators see."""

_SPOKEN = frozenset(("say", "cues", "voice", "ten_minutes_voice", "stop_rules"))
_UNWANTED = rb'"(POT-|PO-|Report-|Last-|Language-|Generated-)[^\n]*\n'
"""Lines of the head that would make each day's template another one, or say nothing."""

_HEADER = """\
# The texts of Cramp Coach, for translators. Made by `make words`; change nothing here.
# For a new language copy this file to de/LC_MESSAGES/cramp-coach.po, with its own tag in place
# of de, and run `make words` after each change.
# What stands in curly brackets is put in by the app: keep it, at the place that suits.
#"""


def template() -> Catalog:
    """Return the texts, each once, in the order of the files."""
    texts = Catalog(project="Cramp Coach", version=__version__, header_comment=_HEADER)
    _add_code(texts)
    for kind, file in content_files():
        _add_content(texts, kind, file)
    return texts


def template_text(texts: Catalog) -> bytes:
    """Return the template as a file; the same texts give the same bytes."""
    out = io.BytesIO()
    write_po(out, texts, width=100, include_lineno=False)
    return re.sub(_UNWANTED, b"", out.getvalue())


def content_files() -> Iterator[tuple[str, Path]]:
    """Yield each shipped file that has texts, after its kind."""
    for kind, pattern in (
        ("exercise", "assets/exercises/*.toml"),
        ("routine", "routines/*.toml"),
        ("protocol", "assets/relief/*.toml"),
        ("stop", "assets/safety/stop.toml"),
        ("check", "assets/safety/check.toml"),
        ("learn", "assets/learn/*.toml"),
    ):
        for file in sorted(SOURCES.glob(pattern)):
            yield "aftercare" if file.name == "aftercare.toml" else kind, file
    assert {"aftercare", "exercise", "routine", "protocol", "stop", "check", "learn"} == set(SHOWN)


def _add_code(texts: Catalog) -> None:
    for file in sorted((SOURCES / "coach").rglob("*.py")):
        found = extract_from_file("python", file, KEYWORDS, (COMMENT,), strip_comment_tags=True)
        for _line, message, comments, context in found:
            texts.add(message, None, [(_name(file), 0)], (), comments, context=context)


def _add_content(texts: Catalog, kind: str, file: Path) -> None:
    for key, text in shown_texts(kind, tomllib.loads(file.read_text(encoding="utf-8"))):
        note = f"{key}, spoken: keep it as short" if key in _SPOKEN else key
        texts.add(text, None, [(_name(file), 0)], (), [note], context=kind)


def _name(file: Path) -> str:
    return file.relative_to(SOURCES).as_posix()
