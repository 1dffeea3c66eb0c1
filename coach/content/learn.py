"""Reads the pages that explain: one TOML file a page, and `sources.toml` beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.problem import ContentError, Problem, with_hint
from coach.content.reading import read_toml
from coach.content.translated import translated_text
from coach.core.learn import Handbook, LearnPage, Line, Quote, Reference, Section
from coach.core.words import _

if TYPE_CHECKING:
    from coach.content.learn_schema import LineModel, PageModel, SectionModel

SOURCES = "sources"
"""Name of the file of references, without `.toml`."""


def read_handbook(folder: Path) -> Handbook:
    """Return all pages and references of a folder.

    Raises:
        ContentError: With everything that is wrong in the first file that has something wrong.
    """
    references = _read_references(folder / f"{SOURCES}.toml")
    files = sorted(path for path in folder.glob("*.toml") if path.stem != SOURCES)
    pages = [_read_page(file, references) for file in files]
    pages.sort(key=lambda numbered: numbered[0])
    return Handbook(tuple(page for _order, page in pages), references)


def _read_references(file: Path) -> dict[str, Reference]:
    from coach.content.learn_schema import SourcesModel, checked  # brings pydantic

    try:
        found = checked(SourcesModel, read_toml(file))
    except ContentError as wrong:
        raise ContentError(wrong.at(str(file))) from None
    return {one.id: Reference(one.id, one.name, one.read) for one in found.sources}


def _read_page(file: Path, references: dict[str, Reference]) -> tuple[int, LearnPage]:
    from coach.content.learn_schema import PageModel, checked

    try:
        model = checked(PageModel, read_toml(file))
        _must_be_known(model, references)
    except ContentError as wrong:
        raise ContentError(wrong.at(str(file))) from None
    sections = tuple(_section(section, references) for section in model.sections)
    title, summary = _shown(model.title), _shown(model.summary)
    return model.order, LearnPage(file.stem, title, summary, sections, model.opens_stop)


def _must_be_known(model: PageModel, references: dict[str, Reference]) -> None:
    problems = [
        Problem("", f"sections[{n}].lines[{m}].sources", _unknown(name, references))
        for n, section in enumerate(model.sections)
        for m, line in enumerate(section.lines)
        for name in line.sources
        if name not in references
    ]
    if problems:
        raise ContentError(problems)


def _unknown(name: str, references: dict[str, Reference]) -> str:
    reason = _("{name} is not in {file}").format(name=name, file=f"{SOURCES}.toml")
    return with_hint(reason, name, references)


def _section(model: SectionModel, references: dict[str, Reference]) -> Section:
    lines = tuple(_line(line, references) for line in model.lines)
    return Section(_shown(model.title), lines, _shown(model.intro or ""), model.bullets)


def _line(model: LineModel, references: dict[str, Reference]) -> Line:
    quotes = (Quote(quote.words, quote.line) for quote in model.quotes)
    return Line(_shown(model.text), (*(references[name] for name in model.sources), *quotes))


def _shown(text: str) -> str:
    return translated_text("learn", text)
