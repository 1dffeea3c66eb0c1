"""The words a person sees or hears, in their language."""

from __future__ import annotations

import gettext
from functools import cache

DOMAIN = "cramp-coach"
"""Name of the translation catalogue."""


@cache
def catalogue() -> gettext.NullTranslations:
    """Return the translations into the person's language, found once.

    After a change of language call `catalogue.cache_clear()`.
    """
    return gettext.translation(DOMAIN, fallback=True)


def _(text: str) -> str:
    """Return `text` in the person's language, or `text` itself where no translation is known."""
    return catalogue().gettext(text)


def counted(singular: str, plural: str, number: int) -> str:
    """Return the form of a text that fits `number`, with `{n}` replaced by it."""
    return catalogue().ngettext(singular, plural, number).format(n=number)


def clock(seconds: float) -> str:
    """Return a length of time as minutes and seconds, `5:44`; parts of a second are dropped."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
