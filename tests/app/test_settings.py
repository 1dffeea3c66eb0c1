"""The person's choices while the app runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.coach import Coach
from coach.app.settings import SAVE_MS, SettingsController, by_language
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.library import Library
from coach.content.settings import Settings, load_settings, save_settings
from coach.core.verbosity import Verbosity
from coach.voice.messages import Voice
from coach.voice.states import state
from tests.app.room import Room

RULES = "A pull is fine, pain is not."


def kept(saved: list[Settings]) -> SettingsController:
    return SettingsController(Settings(), save=saved.append)


def test_many_changes_in_a_row_are_kept_once(qtbot: QtBot) -> None:
    saved: list[Settings] = []
    settings = kept(saved)
    for rate in range(100, 140):
        settings.set("rate", rate)
    assert saved == []
    qtbot.waitUntil(lambda: bool(saved), timeout=SAVE_MS + 1000)
    assert [one.rate for one in saved] == [139]


def test_nothing_is_lost_when_the_app_ends_at_once(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "settings.json"
    room = Room(library)
    coach = room.coach
    coach.settings._save = lambda settings: save_settings(file, settings)
    coach.settings.set("text_size", 1.5)
    coach.close()
    assert load_settings(file)[0].text_size == 1.5


def test_what_cannot_be_kept_is_told_and_holds_all_the_same(qtbot: QtBot) -> None:
    def full(_settings: Settings) -> None:
        raise OSError(28, "No space left on device")

    settings = SettingsController(Settings(), save=full)
    told: list[str] = []
    settings.trouble.connect(told.append)
    settings.set("rate", 120)
    settings.flush()
    assert "No space left on device" in told[0]
    assert settings.now.rate == 120


def test_a_change_is_told_once_and_no_change_not_at_all(qtbot: QtBot) -> None:
    settings = SettingsController()
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    assert told == ["theme"]
    settings.set("theme", "follow")
    assert settings.now == Settings()
    assert told == ["theme", "theme"]


def test_a_wrong_value_changes_nothing(qtbot: QtBot) -> None:
    settings = SettingsController()
    with pytest.raises(ValueError, match="from 80 to 300"):
        settings.set("rate", 5)
    assert settings.now == Settings()


def test_a_voice_is_heard_at_once_as_it_was_chosen(room: Room) -> None:
    coach: Coach = room.coach
    coach.settings.set("rate", 120)
    coach.settings.try_voice()
    assert "voice  120 en-GB" in room.voice.log
    assert len(room.voice.said) == 1
    coach.settings.set("speech_volume", 0.25)
    assert room.voice.log[-2:] == ["volumes 0.25 0.8", "muted False"]


def test_voices_come_by_language(room: Room) -> None:
    found: list[dict[str, list[str]]] = []
    room.coach.settings.list_voices(
        lambda groups: found.append(
            {name: [one.name for one in voices] for name, voices in groups.items()}
        )
    )
    room.voice.tell_voices(
        (Voice("1", "Zoe", "en-gb"), Voice("2", "Anna", "de"), Voice("3", "Bob", "en_GB"))
    )
    assert found == [{"de": ["Anna"], "en": ["Zoe", "Bob"]}]
    assert by_language(()) == {}


def test_how_much_is_heard_changes_while_a_routine_plays(room: Room) -> None:
    player = room.play("bedtime-stretch")
    room.after(player, 4)
    room.coach.settings.set("verbosity", "sounds")
    said = len(room.voice.said)
    room.after(player, 20)
    assert len(room.voice.said) == said
    assert "begin" in room.voice.sounded
    room.coach.settings.set("verbosity", "full")
    room.after(player, 20)
    assert len(room.voice.said) > said
    player.stop()


def test_silent_asks_nothing_of_the_voice(room: Room) -> None:
    room.coach.settings.set("verbosity", "silent")
    player = room.play("bedtime-stretch")
    room.after(player, 300)
    assert (room.voice.said, room.voice.sounded, room.voice.prepared) == ([], [], [])


def test_without_an_engine_sounds_stand_in_for_words(qtbot: QtBot, library: Library) -> None:
    room = Room(library)
    player = room.play("bedtime-stretch")
    room.tell_state(state(VoiceStatus.NO_ENGINE))
    before = len(room.voice.said)
    room.after(player, 15)
    assert room.voice.sounded.count("tick") >= 3
    assert len(room.voice.said) == before
    player.stop()
    room.coach.close()


def test_the_lead_in_is_as_long_as_wished(room: Room) -> None:
    room.coach.settings.set("lead_in", 12)
    player = room.coach.play("bedtime-stretch")
    assert player.timeline.lead_in == 12
    player.stop()


@pytest.mark.parametrize("verbosity", [Verbosity.FULL, Verbosity.BRIEF])
def test_the_stop_rules_are_said_once_while_the_app_runs(
    qtbot: QtBot, library: Library, verbosity: Verbosity
) -> None:
    room = Room(library, stop_rules=RULES)
    room.coach.settings.set("verbosity", verbosity)
    for _time in range(2):
        player = room.play("daily-prevention")
        room.after(player, 400)
    assert room.voice.said.count(RULES) == 1
    room.coach.close()


def test_what_opens_relief_is_made_ready_for_good(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.app.speech.KEEP_AFTER_MS", 1)
    room = Room(library, opening_texts=("Toes up.", "Knee bent."))
    room.coach.screen_shown("home")
    room.coach.screen_shown("home")
    qtbot.waitUntil(lambda: bool(room.voice.kept))
    assert room.voice.kept == ["Toes up.", "Knee bent."]
    assert "start" not in room.voice.log
    room.coach.close()


# -------------------------------------------------------------------- the start waits


def starting(room: Room) -> None:
    room.coach.voice()
    room.tell_state(VoiceState(VoiceStatus.STARTING, "", ""))


def test_the_start_waits_until_the_first_words_are_ready(room: Room) -> None:
    starting(room)
    player = room.play("bedtime-stretch")
    assert room.voice.said == []
    room.tell_length("Get ready. Split-stance calf stretch.", 2.0)
    assert room.voice.said == ["Get ready. Split-stance calf stretch."]
    player.stop()


@pytest.mark.parametrize(
    "status", [VoiceStatus.NO_ENGINE, VoiceStatus.NO_DEVICE, VoiceStatus.FAILED]
)
def test_the_start_does_not_wait_for_a_voice_that_will_not_be_heard(
    room: Room, status: VoiceStatus
) -> None:
    starting(room)
    player = room.play("bedtime-stretch")
    room.tell_state(state(status))
    assert player.is_ticking
    player.stop()


def test_the_start_waits_no_longer_than_a_second(room: Room, qtbot: QtBot) -> None:
    starting(room)
    player = room.coach.play("bedtime-stretch")
    player.gate._patience.setInterval(10)
    player.start()
    assert not player.is_ticking
    qtbot.waitUntil(lambda: player.is_ticking)
    player.stop()


def test_a_routine_stopped_while_it_waits_does_not_begin(room: Room) -> None:
    starting(room)
    player = room.play("bedtime-stretch")
    player.stop()
    room.tell_length("Get ready. Split-stance calf stretch.", 2.0)
    assert not player.is_ticking
    assert room.voice.said == []
