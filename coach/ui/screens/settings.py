"""The states of the settings."""

from __future__ import annotations

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.words import _
from coach.ui.screens.home import with_messages
from coach.ui.screens.setting import Setting, State, settle


def settings(setting: Setting) -> None:
    """Open the settings."""
    setting.window.open_settings()


def settings_at(section: str) -> State:
    """Return a state that shows one section of the settings."""

    def reach(setting: Setting) -> None:
        settings(setting)
        settle(setting.window)
        setting.window.settings_screen.show_section(section)

    return reach


def settings_without_sound(setting: Setting) -> None:
    """Lack anything to speak with."""
    with_messages(setting)
    setting.window.messages.drop("voice")
    state = VoiceState(
        VoiceStatus.NO_ENGINE,
        _("Nothing can be spoken, because no speech program was found."),
        _("Install the package espeak-ng, then start Cramp Coach again."),
    )
    settings(setting)
    setting.coach.voice_changed.emit(state)


def settings_voices(setting: Setting) -> None:
    """Look for a voice."""
    settings(setting)
    settle(setting.window)
    setting.window.settings_screen.sound.change.click()


SETTINGS_STATES: dict[str, State] = {
    "settings": settings,
    "settings-voices": settings_voices,
    "settings-no-sound": settings_without_sound,
    "settings-look": settings_at("look"),
    "settings-safety": settings_at("safety"),
    "settings-data": settings_at("data"),
}
