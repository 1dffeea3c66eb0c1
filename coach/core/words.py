"""The words a person sees or hears, in their language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple, Protocol

DOMAIN = "cramp-coach"
"""Name of the translation catalogue."""
SOURCE = "en"
"""The language that the texts are written in."""


class Catalogue(Protocol):
    """Translations, as `gettext` in the standard library gives them."""

    def gettext(self, message: str, /) -> str:
        """Return the translation of a text of the code."""

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """Return the form of a text that fits a number."""

    def pgettext(self, context: str, message: str, /) -> str:
        """Return the translation of a text of the content."""


class Language(NamedTuple):
    """What everything is said in.

    Attributes:
        tag: Such as `de` or `pt-BR`.
        catalogue: Its translations; None for the language the texts are written in.
        right_to_left: It is written from right to left.
        decimal_comma: A comma stands before decimals, not a point.
    """

    tag: str = SOURCE
    catalogue: Catalogue | None = None
    right_to_left: bool = False
    decimal_comma: bool = False


class _Spoken:
    """The language of this process, found when the first text is wanted."""

    find: ClassVar[Callable[[], Language]] = Language
    found: ClassVar[Language | None] = None


def find_language_with(find: Callable[[], Language]) -> None:
    """Say how the person's language is found; it is found anew when the next text is wanted."""
    _Spoken.find = find
    _Spoken.found = None


def language() -> Language:
    """Return the person's language."""
    if _Spoken.found is None:
        # A text that is wanted on the way, of a trouble say, is not translated.
        _Spoken.found = Language()
        _Spoken.found = _Spoken.find()
    return _Spoken.found


def _(text: str) -> str:
    """Return `text` in the person's language, or `text` itself where no translation is known."""
    catalogue = language().catalogue
    return catalogue.gettext(text) if catalogue else text


def counted(singular: str, plural: str, number: int, **parts: object) -> str:
    """Return the form of a text that fits `number`, with `{n}` replaced by it.

    Args:
        singular: For one.
        plural: For all other numbers; a language may have more forms.
        number: How many there are.
        parts: What replaces other names in curly brackets.
    """
    catalogue = language().catalogue
    if catalogue:
        text = catalogue.ngettext(singular, plural, number)
    else:
        text = singular if number == 1 else plural
    return text.format(n=number, **parts)


def listed(texts: Iterable[str]) -> str:
    """Return several texts as one line, with commas: "Standing, seated"; empty ones left out."""
    whole = ""
    for text in filter(None, texts):
        whole = _("{first}, {rest}").format(first=whole, rest=text) if whole else text
    return whole


def inside(text: str) -> str:
    """Return a name as it stands within a line: in English with a small first letter."""
    return text[:1].lower() + text[1:] if language().tag == SOURCE else text


def sentence(text: str) -> str:
    """Return a text with its full stop, if it has no end yet."""
    return text if not text or text.endswith((".", "!", "?")) else _("{text}.").format(text=text)


def marked(text: str) -> str:
    """Mark a text that is given to `_` later, where the language is not known yet."""
    return text
