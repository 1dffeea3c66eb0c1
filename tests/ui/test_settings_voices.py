"""The voices: by language, found by typing, chosen with the keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.ui.settings.languages import language_name
from tests.ui.settings_app import Opened, app, open_settings

__all__ = ["app", "open_settings"]


def groups(app: Opened) -> list[str]:
    return [group.text(0).strip("▾▸ ●") for group in app.screen.sound.voices._groups()]


def test_voices_are_by_language_the_persons_own_first_and_the_others_closed(app: Opened) -> None:
    app.settings.set("language", "fr")
    app.tell_voices()
    assert groups(app)[:2] == ["The one that suits", "Français (French)"]
    opened = [group.isExpanded() for group in app.screen.sound.voices._groups()]
    assert opened == [False, True, *[False] * (len(opened) - 2)]
    assert len(app.screen.sound.voices.items()) == 6


def test_a_language_without_a_name_is_called_as_its_voice(app: Opened) -> None:
    app.tell_voices()
    assert "Esperanza" in groups(app)
    assert language_name("en") == "English"


def test_typing_finds_a_voice(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    voices = app.screen.sound.voices
    assert voices.search.hasFocus()
    QTest.keyClicks(voices.search, "britain")
    left = [item.text(0) for item in voices.items() if not item.isHidden()
            and not (item.parent() or item).isHidden()]  # fmt: skip
    assert left == ["Great Britain"]
    QTest.keyClicks(voices.search, "xyz")
    assert voices.none.isVisible()
    voices.search.clear()
    assert voices.tree.isVisible()


def test_a_voice_is_chosen_with_the_keys_alone(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    QTest.keyClicks(app.screen.sound.voices.search, "german")
    app.key(Qt.Key.Key_Tab)
    tree = app.screen.sound.voices.tree
    assert tree.hasFocus()
    app.key(Qt.Key.Key_End)
    app.key(Qt.Key.Key_Return)
    assert app.settings.now.voice == "de"
    assert app.settings.now.language == "de"
    assert app.screen.sound.voice.meaning.text() == "German"


def test_a_voice_that_is_gone_is_told(app: Opened) -> None:
    app.settings.set("voice", "lost")
    app.tell_voices()
    assert "not on this computer" in app.screen.sound.voice.meaning.text()
