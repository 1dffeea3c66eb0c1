"""Pages to read: short lines, each with where it comes from, and how to find words in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Reading(StrEnum):
    """How a reference was read."""

    PAGE = "page"
    """At its own address."""
    COPY = "copy"
    """Only as a mirror, a syndicated text or a second-hand report."""
    MEMORY = "memory"
    """Not looked up."""
    PRACTICE = "practice"
    """There is no document: it is what is usually done."""
    OWN = "own"
    """The app's own choice, or what it tells about itself."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that lines and exercises rest on.

    Attributes:
        id: Kebab-case name.
        name: As shown, "NHS inform, Leg cramps".
        read: How it was read.
    """

    id: str
    name: str
    read: Reading


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the source article.

    Attributes:
        text: As they stand there.
        line: The line they are in, from 1.
    """

    text: str
    line: int


Note = Reference | Quote
"""Where a line comes from."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know.

    Attributes:
        text: One or two short sentences.
        notes: Where it comes from, at least one.
    """

    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading.

    Attributes:
        title: The heading.
        lines: In order.
        intro: What is said before a list; empty for nothing.
        is_list: The lines are items of a list, not sentences.
    """

    title: str
    lines: tuple[Line, ...]
    intro: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class LearnPage:
    """One page.

    Attributes:
        id: Kebab-case name, that of its file.
        title: As shown.
        summary: What it is about, one sentence.
        sections: In order.
        opens_stop: It offers the STOP screen.
    """

    id: str
    title: str
    summary: str
    sections: tuple[Section, ...]
    opens_stop: bool = False

    @property
    def notes(self) -> tuple[Note, ...]:
        """Where its lines come from, each once, in the order they are first named."""
        lines = (line for section in self.sections for line in section.lines)
        return tuple(dict.fromkeys(note for line in lines for note in line.notes))

    @property
    def texts(self) -> Iterator[str]:
        """Everything that is looked through when words are searched; notes are not."""
        yield self.title
        yield self.summary
        for section in self.sections:
            yield section.title
            if section.intro:
                yield section.intro
            yield from (line.text for line in section.lines)


@dataclass(frozen=True, slots=True)
class Handbook:
    """All pages, and everything that pages and exercises rest on.

    Attributes:
        pages: In the order they are listed.
        references: By id.
    """

    pages: tuple[LearnPage, ...]
    references: dict[str, Reference]

    def reference_named(self, name: str) -> Reference | None:
        """Return the reference that is shown under a name, None for no such."""
        return next((found for found in self.references.values() if found.name == name), None)


Span = tuple[int, int]
"""First character and the one after the last."""


def find_words(text: str, wanted: str) -> tuple[Span, ...]:
    """Return where the words of `wanted` stand in `text`, in order and without overlaps.

    Case and accents do not matter. A word is found at the start of a word only, so that "art"
    finds "arteries" but not "start".
    """
    folded, spans = _fold(text), set()
    for word in set(_fold(wanted).split()):
        at = folded.find(word)
        while at >= 0:
            if at == 0 or not folded[at - 1].isalnum():
                spans.add((at, at + len(word)))
            at = folded.find(word, at + 1)
    return tuple(_joined(sorted(spans)))


def count_matches(page: LearnPage, wanted: str) -> int:
    """Return how often the words stand on a page; 0 where one of them is missing there."""
    texts = tuple(page.texts)
    words = _fold(wanted).split()
    if not words or not all(any(find_words(text, word) for text in texts) for word in words):
        return 0
    return sum(len(find_words(text, wanted)) for text in texts)


def _joined(spans: list[Span]) -> Iterator[Span]:
    end = 0
    for span in spans:
        if span[0] >= end:
            longest = max(other for other in spans if other[0] == span[0])
            end = longest[1]
            yield longest


@lru_cache(maxsize=1 << 12)
def _fold(text: str) -> str:
    """Return a text without case and accents, each character still in its place."""
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def _plain(sign: str) -> str:
    lowered = unicodedata.normalize("NFKD", sign.lower())
    return lowered[:1] or sign
