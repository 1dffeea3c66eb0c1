"""Which key asks the player for what."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_COMMANDS: Final = {
    Qt.Key.Key_Space: "toggle_pause",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Right: "skip",
    Qt.Key.Key_R: "restart_step",
    Qt.Key.Key_Plus: "extend",
    Qt.Key.Key_Up: "extend",
    Qt.Key.Key_Return: "go_on",
    Qt.Key.Key_Enter: "go_on",
}
_ALLOWED: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def is_plain(event: QKeyEvent) -> bool:
    """Whether no key is held that would make it a shortcut of something else."""
    return not event.modifiers() & ~_ALLOWED


def command_for(key: Qt.Key) -> str:
    """Return the name of the Player's method a key asks for; empty for none."""
    return _COMMANDS.get(key, "")
