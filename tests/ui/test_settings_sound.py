"""What is heard in the settings: the voice and the sounds that change, and what is missing."""

from __future__ import annotations

import pytest

from coach.app.voice_port import VoiceState, VoiceStatus
from tests.ui.settings_app import Opened, app, open_settings
from tests.ui.settings_hands import faster, softer_sounds, told_above

__all__ = ["app", "open_settings"]


def heard(app: Opened, number: int) -> None:
    app.bot.waitUntil(lambda: len(app.voice.said) == number)


def test_a_change_of_the_voice_is_heard_once_the_slider_rests(app: Opened) -> None:
    for _step in range(3):
        faster(app)
    assert not app.voice.said
    heard(app, 1)
    assert app.voice.log[-2:] != []
    assert "voice  180 en-GB" in app.voice.log


def test_hear_it_speaks(app: Opened) -> None:
    app.click(app.screen.sound.hear)
    assert app.voice.said


def test_a_louder_sound_is_heard(app: Opened) -> None:
    softer_sounds(app)
    app.bot.waitUntil(lambda: bool(app.voice.sounded))


def test_nothing_is_spoken_for_a_setting_changed_elsewhere(app: Opened) -> None:
    app.window.open_home()
    app.settings.set("rate", 200)
    app.bot.wait(1)
    assert not app.screen.sound._soon.isActive()


def test_the_key_m_and_the_switch_are_one(app: Opened) -> None:
    app.window.toggle_mute()
    assert not app.screen.sound.sound_on.isChecked()
    app.window.toggle_mute()
    assert app.screen.sound.sound_on.isChecked()


@pytest.mark.parametrize(
    "status", [VoiceStatus.NO_ENGINE, VoiceStatus.NO_DEVICE, VoiceStatus.FAILED]
)
def test_what_is_missing_is_told_with_its_remedy(app: Opened, status: VoiceStatus) -> None:
    sound = app.screen.sound
    app.coach.voice_changed.emit(VoiceState(status, "Nothing speaks here.", "Install a voice."))
    assert sound.notice.isVisible()
    assert (sound.notice.text.text(), sound.notice.remedy.text()) == (
        "Nothing speaks here.", "Install a voice.",
    )  # fmt: skip
    assert sound.notice.again.isVisible() is (status is VoiceStatus.FAILED)
    assert sound.hear.isEnabled() is (status is not VoiceStatus.NO_ENGINE)
    assert not told_above(app), "it is told twice"
    app.window.open_home()
    assert told_above(app)
    app.coach.voice_changed.emit(VoiceState(VoiceStatus.READY, "", ""))
    assert sound.notice.isHidden()
    assert sound.hear.isEnabled()
