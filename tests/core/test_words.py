"""Texts, and how another language says them again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.content.problem import ContentError, Problem
from coach.core.words import (
    Language,
    _,
    again,
    counted,
    find_language_with,
    joined,
    listed,
    sentence,
)

GERMAN = {
    "Stop": "Halt",
    "{first}, {rest}": "{first} und {rest}",
    "{what} is left out: {reason}.": "{what} fehlt: {reason}.",
    "is damaged": "ist beschädigt",
    "It is full.\nMake room.": "Es ist voll.\nSchaffe Platz.",
}


class German:
    """A catalogue of few words."""

    def gettext(self, message: str, /) -> str:
        return GERMAN.get(message, message)

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        return {1: "{n} Bein"}.get(number, "{n} Beine")

    def pgettext(self, context: str, message: str, /) -> str:
        return message


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    find_language_with(Language)


def speak_german() -> None:
    find_language_with(lambda: Language("de", German()))


def texts() -> dict[str, tuple[str, str]]:
    """Return texts of the app in English, each with what it is in German."""
    damaged = Problem("a.toml", "title", _("is damaged"))
    in_german = "a.toml: title: ist beschädigt"
    what, _sign, remedy = _("It is full.\nMake room.").partition("\n")
    full = _("{what} is left out: {reason}.")
    return {
        "alone": (_("Stop"), "Halt"),
        "with parts": (full.format(what="X", reason=_("Stop")), "X fehlt: Halt."),
        "counted": (counted("{n} leg", "{n} legs", 2), "2 Beine"),
        "listed": (listed((_("Stop"), "X")), "Halt und X"),
        "as a sentence": (sentence(_("Stop")), "Halt."),
        "before a sign": (what, "Es ist voll."),
        "behind it": (remedy, "Schaffe Platz."),
        "with another sign": (_("Stop").replace("t", "d"), "Hald"),
        "a problem": (damaged.text, in_german),
        "of a problem": (full.format(what=1, reason=damaged), f"1 fehlt: {in_german}."),
        "raised": (full.format(what=1, reason=ContentError([damaged])), f"1 fehlt: {in_german}."),
        "joined": (joined(("", _("Stop"), damaged)), f"Halt {in_german}"),
        "not of the app": ("Stop", "Stop"),
    }


@pytest.mark.parametrize("name", texts())
def test_a_text_is_said_again_in_another_language_and_back(name: str) -> None:
    english, german = texts()[name]
    assert again(english) == english
    speak_german()
    once_more = again(english)
    assert once_more == german
    find_language_with(Language)
    assert again(once_more) == english


def test_what_is_no_text_stays_what_it_is() -> None:
    thing = object()
    assert again(thing) is thing
