"""A person reads and hears their own language, and what they wrote stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from coach import __main__ as front_door
from coach.bootstrap import commands
from coach.content.languages import LANGUAGE_VARIABLE, find_language, known_languages
from coach.content.library import load_library
from coach.content.relief import ReliefShelf
from coach.content.resources import find_resources
from coach.content.settings import Settings, save_settings
from coach.core.body import Muscle
from coach.core.relief import Place
from coach.core.words import Language, _, counted, find_language_with, language
from coach.voice import messages

OWN_ROUTINE = """
title = "Five-minute wall stretch"
positions = ["standing"]
[[steps]]
exercise = "calf-wall-lean"
"""


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    """Return a folder with German and Hebrew, of a few texts only."""
    folder = tmp_path / "locale"
    german = Catalog("de")
    german.add("Settings", "Einstellungen")
    german.add(("{n} step", "{n} steps"), ("{n} Schritt", "{n} Schritte"))
    german.add("Five-minute wall stretch", "Dehnen an der Wand", context="routine")
    german.add("Lean the calf, at the wall", "Wade an der Wand", context="exercise")
    german.add("Slow circles.", "Langsame Kreise.", context="exercise")
    german.add("Anything from this list?", "Etwas davon?", context="stop")
    for name, catalogue in (("de", german), ("he", Catalog("he"))):
        file = folder / name / "LC_MESSAGES" / "cramp-coach.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as out:
            write_mo(out, catalogue)
    (folder / "cramp-coach.pot").touch()
    (folder / "empty").mkdir()
    return folder


def speak(locale: Path, tag: str) -> None:
    find_language_with(lambda: find_language(locale, lambda: tag, list))


@pytest.fixture(autouse=True)
def english_after() -> Iterator[None]:
    yield
    find_language_with(Language)


@pytest.fixture
def german(locale: Path) -> None:
    speak(locale, "de")


def test_english_needs_no_file_and_asks_nobody(tmp_path: Path) -> None:
    def nobody() -> str:
        raise AssertionError("asked without a choice")

    assert find_language(tmp_path / "none", nobody, nobody) == Language("en", None, False)
    find_language_with(Language)
    assert _("Settings") == "Settings"
    assert [counted("{n} step", "{n} steps", n) for n in (0, 1, 2)] == [
        "0 steps", "1 step", "2 steps",
    ]  # fmt: skip


def test_only_what_can_be_read_is_a_language(locale: Path) -> None:
    assert known_languages(locale) == ("en", "de", "he")


@pytest.mark.parametrize(
    ("chosen", "system", "found"),
    [
        ("", ["de_AT.UTF-8"], "de"),
        ("", ["fr_FR", "de"], "de"),
        ("", ["C"], "en"),
        ("", ["en_GB.UTF-8", "de_DE"], "en"),
        ("", [], "en"),
        ("de", ["he_IL"], "de"),
        ("en", ["de_DE"], "en"),
        ("xx", ["de_DE"], "en"),
    ],
)
def test_the_settings_decide_and_then_the_system(
    locale: Path, chosen: str, system: list[str], found: str
) -> None:
    assert find_language(locale, lambda: chosen, lambda: system).tag == found


def test_a_variable_decides_for_one_start(locale: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "he")
    found = find_language(locale, lambda: "de", list)
    assert (found.tag, found.right_to_left) == ("he", True)


def test_a_damaged_catalogue_is_english(locale: Path) -> None:
    (locale / "de" / "LC_MESSAGES" / "cramp-coach.mo").write_bytes(b"damaged")
    assert find_language(locale, lambda: "de", list) == Language()


@pytest.mark.usefixtures("german")
def test_texts_of_the_code_are_translated_in_the_form_that_fits() -> None:
    assert _("Settings") == "Einstellungen"
    assert _("Not known to it") == "Not known to it"
    assert [counted("{n} step", "{n} steps", n) for n in (1, 2)] == ["1 Schritt", "2 Schritte"]


def test_shipped_texts_are_translated_from_one_cache_and_own_ones_never(
    locale: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    (own / "routines").mkdir(parents=True)
    (own / "routines" / "mine.toml").write_text(OWN_ROUTINE)
    cache = tmp_path / "library.json"
    for tag, title, cue in (
        ("en", "Five-minute wall stretch", "Slow circles."),
        ("de", "Dehnen an der Wand", "Langsame Kreise."),
        ("en", "Five-minute wall stretch", "Slow circles."),
    ):
        speak(locale, tag)
        library = load_library(find_resources(), own, cache)
        assert library.cards["wall-stretch-5"].title == title
        assert library.routine("wall-stretch-5").title == title
        assert library.exercises["ankle-circle-seated"].cues[0] == cue
        assert library.cards["mine"].title == "Five-minute wall stretch"
        assert library.routine("mine").title == "Five-minute wall stretch"


@pytest.mark.usefixtures("german")
def test_relief_and_stop_are_translated(tmp_path: Path) -> None:
    shelf = ReliefShelf(find_resources(), tmp_path / "relief.json")
    assert shelf.texts().question == "Etwas davon?"
    assert shelf.stop_screen().texts.question == "Etwas davon?"
    shelf.keep()
    assert "Etwas" not in (tmp_path / "relief.json").read_text()
    assert shelf.protocol(Muscle.CALF, Place.BED).steps[0].way.parts[0].text


def test_the_language_of_the_settings_is_read_without_touching_their_file(
    own_folders: Path, locale: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_folders / "config" / "cramp-coach" / "settings.json"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr("coach.content.resources.Resources.locale", locale)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    for content, found in (("damaged", "de"), (json.dumps({"text_language": "he"}), "he")):
        file.write_text(content)
        find_language_with(front_door.find_language)
        assert language().tag == found
        assert file.read_text() == content


@pytest.mark.usefixtures("german")
def test_what_is_spoken_into_a_file_is_in_the_language_of_the_texts(
    own_folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int, str]] = []

    def note(_text: str, _out: Path, *, settings: messages.Settings) -> None:
        asked.append((settings.voice, settings.rate, settings.language))

    monkeypatch.setattr("coach.voice.render.render_to_file", note)
    commands.say("Rechtes Bein.", tmp_path / "leg.wav")
    file = own_folders / "config" / "cramp-coach" / "settings.json"
    save_settings(file, Settings(voice="anna", rate=140, language="en-GB"))
    commands.say("Right leg.", tmp_path / "leg.wav")
    assert asked == [("", 165, "de"), ("anna", 140, "en-GB")]
