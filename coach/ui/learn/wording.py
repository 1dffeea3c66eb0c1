"""The words around what is read; no widget."""

from __future__ import annotations

from coach.core.learn import Note, Quote, Reading, Reference
from coach.core.words import _, counted


def note_text(note: Note) -> str:
    """Return where a line comes from, and how that was read where it was not the page itself."""
    if isinstance(note, Quote):
        return _("The source article, line {n}: “{text}”").format(n=note.line, text=note.text)
    return " ".join(part for part in (_("{name}.").format(name=note.name), reading(note)) if part)


def reading(reference: Reference) -> str:
    """Return how a reference was read; empty for a page read at its own address."""
    return {
        Reading.PAGE: "",
        Reading.COPY: _("Read as a copy or report only."),
        Reading.MEMORY: _("From memory, not looked up."),
        Reading.PRACTICE: _("There is no document to name."),
        Reading.OWN: _("The app's own choice or statement."),
    }[reference.read]


def about_notes() -> str:
    """Return what holds for all notes."""
    return _("Read at their own address where nothing else is said. The article is quoted from a "
             "machine translation.")  # fmt: skip


def found_text(matches: int, pages: int) -> str:
    """Return how much was found, "7 matches on 3 pages"."""
    if not matches:
        return _("Nothing found")
    where = counted("on {n} page", "on {n} pages", pages)
    return counted("{n} match", "{n} matches", matches) + " " + where
