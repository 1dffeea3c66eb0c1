"""Why a machine may have no sound, and what helps."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from coach.core.words import _

CARDS = Path("/proc/asound/cards")
"""Where Linux lists its sound cards, one that starts with a number a card."""


def sound_remedy(environment: Mapping[str, str] = os.environ, cards: Path = CARDS) -> str:
    """Return what to do where no output device was found."""
    if sys.platform == "win32":
        return _("Connect a speaker, or choose one in the Windows settings under System, Sound.")
    if sys.platform == "darwin":
        return _("Connect a speaker, or choose one in the System Settings under Sound.")
    if _has_service(environment):
        return _("A sound service runs; connect a speaker or choose one in its settings.")
    if _has_card(cards):
        return _(
            "There is a sound card but no sound service: start PipeWire (systemctl --user start"
            " pipewire-pulse) or PulseAudio (pulseaudio --start)."
        )
    return _(
        "There is neither a sound card nor a sound service: connect a speaker or headphones, and"
        " start PipeWire (package pipewire-pulse) or PulseAudio (package pulseaudio)."
    )


def _has_service(environment: Mapping[str, str]) -> bool:
    if environment.get("PULSE_SERVER"):
        return True
    runtime = Path(environment.get("XDG_RUNTIME_DIR") or "/nowhere")
    return any((runtime / name).exists() for name in ("pulse/native", "pipewire-0"))


def _has_card(cards: Path) -> bool:
    try:
        lines = cards.read_text(errors="replace").splitlines()
    except OSError:
        return False
    return any(line.split()[:1] and line.split()[0].isdigit() for line in lines)
