"""The languages there are, and which one a person reads and hears."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from coach.core.words import DOMAIN, SOURCE, Language

LANGUAGE_VARIABLE = "COACH_LANGUAGE"
"""Names a language for one start, before all settings; `qps` and `qps-rtl` try out the texts."""
PSEUDO = "qps"
"""A made-up language in which each text is longer and marked; see `coach.content.pseudo`."""

_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-Arab", "ps", "sd", "ug", "ur", "yi")
)

_DECIMAL_COMMA = (
    " fy ln jgo su ca pt lld el id sc lij hsb mk nl ia rw de da sr it tr mua bs ast rn az mgh "
    "eu kl kkj yrl gl vi jv sl nnh es dsb wo sg lb ku seh fo ps is hr kgp lo lu ro tk lt ru "
    "bg cs ie yav af ht ky kab tzm blo ff se ka tg et nn ksf sv uk no ts sq nr ewo ss bas hy "
    "zgh nb tt nmg lv be dyo kk sah shi uz kea hu smn br sk fi eo tok pl agq ve cv dua vec fr "
    "ms-ID en-ID en-DK en-RO en-NL ar-MA ar-MR sw-CD en-PL ms-BN ar-LY ar-TN en-IT en-DE "
    "en-SI qu-BO ar-DZ en-ES ar-LB en-BE en-AT en-SK en-HU en-FI en-CZ en-ZA en-SE en-NO en-PT "
    "en-FR "
)
"""Languages with a decimal comma, of some only where they are spoken in a country (CLDR)."""
_DECIMAL_POINT = (
    " de-CH de-LI it-CH es-SV es-PR es-HN es-BR es-PA es-US es-GT es-DO es-NI es-CU es-419 "
    "es-PE es-MX es-BZ "
)
"""Countries where a language that has a decimal comma elsewhere has a point."""


def known_languages(folder: Path) -> tuple[str, ...]:
    """Return the tags of all languages there are, that of the texts first.

    Args:
        folder: Holds `de/LC_MESSAGES/cramp-coach.mo` and the like; need not exist.
    """
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry in found if "." not in entry.name)
    except OSError:
        names = []
    return (SOURCE, *(name for name in names if _file(folder, name).is_file()))


def find_language(
    folder: Path, chosen: Callable[[], str], system: Callable[[], Iterable[str]]
) -> Language:
    """Return the person's language; the others are asked only where there is a choice.

    Args:
        folder: As for `known_languages`.
        chosen: Returns the tag in the settings, empty for the system's.
        system: Returns the system's languages, the preferred one first.
    """
    asked = os.environ.get(LANGUAGE_VARIABLE, "")
    if asked.partition("-")[0] == PSEUDO:
        from coach.content.pseudo import pseudo_language

        return pseudo_language(folder / f"{DOMAIN}.pot", asked)
    known = known_languages(folder)
    if len(known) == 1:
        return Language()
    own = asked or chosen()
    return open_language(folder, best_of(known, [own] if own else system()))


def best_of(known: Iterable[str], wanted: Iterable[str]) -> str:
    """Return the first language wanted that is known, with its region or without."""
    by_name = {tag.casefold(): tag for tag in known}
    for tag in wanted:
        name = tag.partition(".")[0].partition("@")[0].replace("_", "-").casefold()
        while name:
            if name in by_name:
                return by_name[name]
            name = name.rpartition("-")[0]
    return SOURCE


def open_language(folder: Path, tag: str) -> Language:
    """Return a language with its translations; that of the texts where they can't be read."""
    if tag == SOURCE:
        return Language()
    from gettext import GNUTranslations  # not for those who read what was written

    try:
        with _file(folder, tag).open("rb") as file:
            catalogue = GNUTranslations(file)
    except (OSError, ValueError):
        return Language()
    return Language(tag, catalogue, is_right_to_left(tag), has_decimal_comma(tag))


def has_decimal_comma(tag: str) -> bool:
    """Whether a comma stands before the decimals of a number."""
    if f" {tag} " in _DECIMAL_POINT:
        return False
    return any(f" {name} " in _DECIMAL_COMMA for name in (tag, tag.partition("-")[0]))


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return not _RIGHT_TO_LEFT.isdisjoint((tag, tag.partition("-")[0]))


def _file(folder: Path, tag: str) -> Path:
    return folder / tag / "LC_MESSAGES" / f"{DOMAIN}.mo"
