"""What languages are called: by those who speak them, and here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from coach.core.words import SOURCE, _
from coach.core.words import language as texts

_SAME = {"cmn": "zh"}
"""Languages that engines know by another code than Qt does."""


def language_name(code: str, otherwise: str = "") -> str:
    """Return the name of a language by its first tag: "Deutsch (German)".

    Args:
        code: As `first_tag` returns it.
        otherwise: What an unknown language is called; its code where empty.
    """
    if not code:
        return _("Other voices")
    language = QLocale.codeToLanguage(_SAME.get(code, code))
    if language in (QLocale.Language.AnyLanguage, QLocale.Language.C):
        return otherwise or code
    here = QLocale.languageToString(language)
    own = QLocale(language).nativeLanguageName().partition("(")[0].partition(" de ")[0].strip()
    if (
        texts().catalogue and own and code != SOURCE
    ):  # Qt knows other names of languages in English only
        return f"{own[:1].upper()}{own[1:]}"
    known = QLocale(language).language() is language
    if not known or not own or here.casefold() in own.casefold():
        return here
    return f"{own[:1].upper()}{own[1:]} ({here})"


def own_name(tag: str) -> str:
    """Return what those who speak a language call it, with its region: "Deutsch"."""
    own = QLocale(tag).nativeLanguageName() if tag != SOURCE else "English"
    return f"{own[:1].upper()}{own[1:]}" or tag


def in_order(names: Mapping[str, str], *first: str) -> list[str]:
    """Return the codes of languages by their names, but those of `first` before all others."""
    ahead = [code for code in dict.fromkeys(first) if code in names]
    others = sorted(set(names) - set(ahead), key=lambda code: (not code, names[code]))
    return ahead + others


def first_tag(tag: str) -> str:
    """Return the language of a tag: `en` of `en-GB`."""
    return tag.replace("_", "-").partition("-")[0].lower()
