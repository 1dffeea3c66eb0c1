"""The states of the voice, in words."""

from __future__ import annotations

import sys

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.words import _


def state(status: VoiceStatus) -> VoiceState:
    """Return the state with its message and its remedy."""
    match status:
        case VoiceStatus.OFF:
            return VoiceState(status, _("The voice is off."), "")
        case VoiceStatus.STARTING:
            return VoiceState(status, _("The voice is starting."), "")
        case VoiceStatus.READY:
            return VoiceState(status, _("The voice is ready."), "")
        case VoiceStatus.NO_DEVICE:
            return VoiceState(
                status,
                _("Nothing can be heard, because no speaker or headphones were found."),
                _("Connect or switch on a speaker; the voice comes back by itself."),
            )
        case VoiceStatus.NO_ENGINE:
            return VoiceState(
                status,
                _("Nothing can be spoken, because no speech program was found."),
                _engine_remedy(),
            )
        case VoiceStatus.RESTARTING:
            return VoiceState(
                status,
                _("The voice stopped answering and is being started again."),
                _("Read the captions meanwhile; there is nothing you need to do."),
            )
        case VoiceStatus.FAILED:
            return VoiceState(
                status,
                _("The voice stopped several times and has been switched off."),
                _("Start Cramp Coach again; the command coach doctor says what is wrong."),
            )


def _engine_remedy() -> str:
    if sys.platform == "win32":
        return _("Add a voice in the Windows settings under Time and language, Speech.")
    if sys.platform == "darwin":
        return _("Add a voice in the System Settings under Accessibility, Spoken Content.")
    return _("Install the package espeak-ng, then start Cramp Coach again.")
