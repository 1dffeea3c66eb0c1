"""Each setting does what it says at once, and still does at the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.core.verbosity import Verbosity
from coach.ui.parts.option import Option
from coach.ui.settings.people import PersonCard
from coach.ui.text import Text
from coach.ui.theme import DARK, LIGHT
from tests.ui.settings_app import Opened, OpenSettings, app, open_settings
from tests.ui.settings_hands import another_region, faster, softer_sounds

__all__ = ["app", "open_settings"]


def dark(app: Opened) -> None:
    app.click(app.screen.look.scheme.options["dark"])


def larger(app: Opened) -> None:
    slider = app.screen.look.text_size.number.slider
    slider.setFocus()
    for _press in range(5):
        app.key(Qt.Key.Key_Right)


def still(app: Opened) -> None:
    app.click(app.screen.look.still)


def another_person(app: Opened) -> None:
    app.click(app.screen.look.people.cards["elder"])


def less_heard(app: Opened) -> None:
    app.click(app.screen.sound.verbosity.options[Verbosity.BRIEF])


def sound_off(app: Opened) -> None:
    app.click(app.screen.sound.sound_on)


def softer(app: Opened) -> None:
    app.screen.sound.speech.slider.setFocus()
    app.key(Qt.Key.Key_Home)


def at_once(app: Opened) -> None:
    app.screen.sound.lead_in.slider.setFocus()
    app.key(Qt.Key.Key_Home)


def another_voice(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    tree = app.screen.sound.voices.tree
    item = next(item for item in app.screen.sound.voices.items() if item.data(0, 256) == "en-us")
    tree.scrollToItem(item)
    place = tree.visualItemRect(item).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def woken(app: Opened) -> None:
    assert app.screen.safety is not None
    app.click(next(iter(app.screen.safety.ticks.values())))


Change = Callable[[Opened], None]

CHANGES: list[tuple[Change, str, object]] = [
    (dark, "theme", "dark"),
    (larger, "text_size", 1.5),
    (still, "reduce_motion", True),
    (another_person, "person", "elder"),
    (less_heard, "verbosity", "brief"),
    (sound_off, "muted", True),
    (faster, "rate", 170),
    (softer, "speech_volume", 0.0),
    (softer_sounds, "sound_volume", 1.0),
    (at_once, "lead_in", 0),
    (another_voice, "voice", "en-us"),
    (another_region, "region", "eu"),
    (woken, "conditions", frozenset({"woken"})),
]


@pytest.mark.parametrize(("change", "name", "value"), CHANGES, ids=[one[1] for one in CHANGES])
def test_a_change_holds_at_once_and_at_the_next_start(
    open_settings: OpenSettings, change: Change, name: str, value: object
) -> None:
    app = open_settings()
    assert getattr(app.settings.now, name) != value
    change(app)
    assert getattr(app.settings.now, name) == value
    app.window.close()
    app.coach.close()
    again = open_settings()
    assert getattr(again.settings.now, name) == value
    shown = {switch: switch.isChecked() for switch in again.screen.findChildren(Option)}
    assert shown
    change_back = {"muted": again.screen.sound.sound_on, "reduce_motion": again.screen.look.still}
    if name in change_back:
        assert change_back[name].isChecked() is (name != "muted")


def test_the_window_takes_the_look_at_once_and_at_the_next_start(
    open_settings: OpenSettings,
) -> None:
    app = open_settings()
    app.settings.set("theme", "light")
    assert app.window.theme.colours is LIGHT
    for change in (dark, larger, still, another_person):
        change(app)
    app.window.close()
    app.coach.close()
    for one in (app, open_settings()):
        theme = one.window.theme
        assert theme.colours is DARK
        assert theme.scale == pytest.approx(1.5)
        assert theme.reduce_motion
        assert theme.person == "elder"


def test_the_person_is_the_one_in_the_pictures(app: Opened) -> None:
    another_person(app)
    app.window.play("daily-prevention")
    assert app.window.player_screen.body.stage.view._person.name == "elder"
    app.settings.set("person", "man")
    assert app.window.player_screen.body.stage.view._person.name == "man"


def test_a_routine_begins_after_the_time_that_was_chosen(app: Opened) -> None:
    app.settings.set("lead_in", 20)
    assert app.window.play("daily-prevention").timeline.segments[0].seconds == pytest.approx(20)


def test_all_people_are_drawn_and_named(app: Opened) -> None:
    cards = app.screen.findChildren(PersonCard)
    assert len(cards) >= 5
    app.bot.waitUntil(
        lambda: all(card._picture is not None for card in cards if card.person != "surprise")
    )
    app.click(app.screen.look.people.cards["surprise"])
    assert app.window.theme.person == "surprise"


def test_the_stop_screen_has_the_number_of_the_region_at_once(app: Opened) -> None:
    def shown() -> str:
        return " ".join(text.text() for text in app.window.stop_screen.findChildren(Text))

    app.window.open_stop()
    assert "112" not in shown()
    app.window.stop_screen.back.emit()
    another_region(app)
    app.window.open_stop()
    assert "112" in shown()


def test_a_language_is_offered_only_where_there_is_a_choice(
    open_settings: OpenSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open_settings().screen.look.language is None
    file = tmp_path / "locale" / "de" / "LC_MESSAGES" / "cramp-coach.mo"
    file.parent.mkdir(parents=True)
    file.touch()
    monkeypatch.setattr("coach.content.resources.Resources.locale", tmp_path / "locale")
    app = open_settings()
    row = app.screen.look.language
    assert row is not None
    assert [option.text() for option in row.options.values()] == [
        "As the system", "English", "Deutsch",
    ]  # fmt: skip
    app.click(row.options["de"])
    assert app.settings.now.text_language == "de"
