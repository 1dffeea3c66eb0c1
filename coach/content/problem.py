"""What is wrong in a file, in words for the person who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coach.core.words import _, joined


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, told in one line.

    Attributes:
        file: Path of the file; empty where the content is not from a file.
        place: Where in it, `steps[2].hold`, counted from 0; empty for the file as a whole.
        reason: What is wrong and what would be right, without a full stop.
    """

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        """The line as shown: file, place and reason."""
        return str(self.text)

    @property
    def text(self) -> str:
        """The same, to be said again in another language."""
        return joined((self.file, self.place, self.reason), ": ")


class ContentError(Exception):
    """Content that can't be used.

    Attributes:
        problems: Everything that is wrong with it, at least one.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems."""
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __str__(self) -> str:
        """All problems in the language of now, a line each."""
        return "\n".join(map(str, self.problems))

    def at(self, file: str) -> tuple[Problem, ...]:
        """Return the problems as those of `file`."""
        return tuple(replace(problem, file=file) for problem in self.problems)


def error(place: str, reason: str) -> ContentError:
    """Return the error for a single problem."""
    return ContentError([Problem("", place, reason)])


def name_fault(name: str) -> str:
    """Return why a file can't have this name (without `.toml`), or nothing: it can."""
    parts = name.split("-")
    if all(part.isascii() and part.isalnum() and part == part.lower() for part in parts):
        return ""
    return _("its name must be small letters, digits and single hyphens, like calf-stretch.toml")


def with_hint(reason: str, word: object, known: Iterable[str]) -> str:
    """Return a reason, with "did you mean …?" where one of the known words is near."""
    near = nearest(word, known)
    if not near:
        return reason
    return _("{reason}; did you mean {word}?").format(reason=reason, word=near)


def nearest(word: object, known: Iterable[str]) -> str:
    """Return the nearest of the known words; empty where none is near."""
    import difflib  # only needed where something is wrong

    if not isinstance(word, str) or len(word) > 120:
        return ""
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")
