"""The words a person sees or hears, in their language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, NamedTuple, Protocol, SupportsIndex, TypeVar

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


class Wording(str):
    """A text that remembers what it was made from, so that another language can say it again.

    `_` and `counted` make it; what its methods below and `joined` make of it is one too. Any other
    change leaves a plain text, which stays as it is.
    """

    __slots__ = ("source",)

    source: Source

    def format(self, *parts: object, **named: object) -> str:
        """Put parts in; those that are wordings are said again with it."""
        filled = Wording(str.format(self, *parts, **named))
        filled.source = (self, parts, named)
        return filled

    def partition(self, sign: str, /) -> tuple[str, str, str]:
        """Return what stands before and after a sign, each to be said again."""

        def part(place: int) -> str:
            return str.partition(again(self), sign)[place]

        return _wording(partial(part, 0)), part(1), _wording(partial(part, 2))

    def replace(self, old: str, new: str, count: SupportsIndex = -1, /) -> str:
        """Put another sign in place of one."""
        return _wording(lambda: str.replace(again(self), old, new, count))


Source = str | Callable[[], str] | tuple[str, tuple[object, ...], dict[str, object]]
"""A text to translate, what makes one, or a text with what is put into it."""

Some = TypeVar("Some")


def again(some: Some) -> Some:
    """Return a text in the language of now; whatever is no wording, as it is."""
    return _said(some.source) if isinstance(some, Wording) else some  # type: ignore[return-value]


def _said(source: Source) -> str:
    if isinstance(source, str):
        return translate(source)
    if isinstance(source, tuple):
        text, parts, named = source
        return again(text).format(*map(again, parts), **{key: again(named[key]) for key in named})
    return _wording(source)


def _wording(make: Callable[[], str]) -> str:
    wording = Wording(make())
    wording.source = make
    return wording


def translate(text: str) -> str:
    """Return `text` in the person's language, or `text` itself where no translation is known."""
    catalogue = language().catalogue
    wording = Wording(catalogue.gettext(text) if catalogue else text)
    wording.source = text
    return wording


_ = translate
"""Its usual name; translators get what is given to it by this one only."""


def counted(singular: str, plural: str, number: int, **parts: object) -> str:
    """Return the form of a text that fits `number`, with `{n}` replaced by it.

    Args:
        singular: For one.
        plural: For all other numbers; a language may have more forms.
        number: How many there are.
        parts: What replaces other names in curly brackets.
    """
    return _wording(partial(_form, singular, plural, number)).format(n=number, **parts)


def _form(singular: str, plural: str, number: int) -> str:
    catalogue = language().catalogue
    if catalogue:
        return catalogue.ngettext(singular, plural, number)
    return singular if number == 1 else plural


def joined(texts: Iterable[object], between: str = " ") -> str:
    """Return texts behind each other, to be said again; empty ones are left out."""
    kept = tuple(filter(None, texts))
    return _wording(lambda: between.join(str(again(text)) for text in kept))


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
