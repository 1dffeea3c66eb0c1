"""A made-up language that shows which texts are not translated, cut off or glued together.

Each text known to translators is put in brackets, its letters get accents, and it is at least
40 % longer; right to left, its letters become Hebrew ones. What is plain English on the screen was
never given to a translator.
"""

from __future__ import annotations

import ast
import re
from math import ceil
from pathlib import Path

from coach.core.words import Language

OPEN, CLOSE = "[", "]"
"""Around each text; two pairs side by side are a sentence made of pieces."""
LONGER = 1.4

_KEPT = re.compile(r"(\{[^{}]*\}|%\(\w+\)[sd]|%[sd%]|<[^<>]+>|&\w+;|\n)")
_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ",
)
_HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "אבגדהופצחטיכלמנסעפצקרשתחטיאבגדהופצחטיכלמנסעפצקרשתחטי",
)
_VOWEL = re.compile("[aeiouyAEIOUY]")


class PseudoCatalogue:
    """Translates the texts of a template into nothing anybody speaks."""

    def __init__(self, texts: dict[tuple[str, str], str], *, right_to_left: bool = False) -> None:
        """Know the texts, by context and words, each with its plural or an empty text."""
        self._texts = texts
        self._letters = _HEBREW if right_to_left else _ACCENTED

    def gettext(self, message: str, /) -> str:
        """Return a known text of the code in other letters."""
        return self.pgettext("", message)

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """Return the form for a number, where both forms are known."""
        known = self._texts.get(("", one)) == many
        text = one if number == 1 else many
        return self._changed(text) if known else text

    def pgettext(self, context: str, message: str, /) -> str:
        """Return a known text of the content in other letters."""
        return self._changed(message) if (context, message) in self._texts else message

    def _changed(self, text: str) -> str:
        return pseudo_text(text, self._letters)


def pseudo_language(template: Path, tag: str) -> Language:
    """Return the made-up language.

    Args:
        template: The file of all texts.
        tag: Ends with `-rtl` for right to left.

    Raises:
        OSError: The template can't be read.
    """
    right_to_left = tag.endswith("-rtl")
    catalogue = PseudoCatalogue(read_template(template), right_to_left=right_to_left)
    return Language(tag, catalogue, right_to_left)


def read_template(path: Path) -> dict[tuple[str, str], str]:
    """Return the texts of a template by context and words, each with its plural or nothing.

    Raises:
        OSError: It can't be read.
    """
    texts: dict[tuple[str, str], str] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if line.startswith("msg"):
                key, _space, line = line.partition(" ")  # noqa: PLW2901 - the quoted rest of it
            if line.startswith('"'):
                entry[key] = entry.get(key, "") + ast.literal_eval(line)
        if entry.get("msgid"):
            texts[entry.get("msgctxt", ""), entry["msgid"]] = entry.get("msgid_plural", "")
    return texts


def pseudo_text(text: str, letters: dict[int, int] = _ACCENTED) -> str:
    """Return a text in other letters, in brackets, with what programs put in left as it is."""
    parts = _KEPT.split(text)
    lacking = ceil(sum(map(len, parts[::2])) * (LONGER - 1)) - len(OPEN + CLOSE)
    for place in range(0, len(parts), 2):
        vowels = len(_VOWEL.findall(parts[place]))
        doubled = max(0, min(lacking, vowels))
        lacking -= doubled
        if doubled:
            parts[place] = _VOWEL.sub(lambda vowel: vowel[0] * 2, parts[place], count=doubled)
        parts[place] = parts[place].translate(letters)
    words = " one two three four five six seven eight nine ten"[: max(0, lacking)]
    filler = words.rstrip().ljust(len(words), "~") if len(words) > 2 else "~" * len(words)
    return OPEN + "".join(parts) + filler.translate(letters) + CLOSE
