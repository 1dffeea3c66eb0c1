"""What a key means."""

from __future__ import annotations

from enum import Enum, auto

LONGEST_SEQUENCE = 32
"""Bytes after which an escape sequence that has no end is given up."""

_ESCAPE = 0x1B


class Key(Enum):
    """What a person wants."""

    PAUSE = auto()
    BACK = auto()
    SKIP = auto()
    MORE = auto()
    RESTART = auto()
    MUTE = auto()
    GO_ON = auto()
    STOP = auto()
    INTERRUPT = auto()


_LETTERS = {
    " ": Key.PAUSE,
    "p": Key.PAUSE,
    "b": Key.BACK,
    "n": Key.SKIP,
    "+": Key.MORE,
    "=": Key.MORE,
    "r": Key.RESTART,
    "m": Key.MUTE,
    "g": Key.GO_ON,
    "\r": Key.GO_ON,
    "\n": Key.GO_ON,
    "q": Key.STOP,
    "\x04": Key.STOP,
    "\x03": Key.INTERRUPT,
}
_ARROWS = {"D": Key.BACK, "C": Key.SKIP}


def letter_key(letter: str) -> Key | None:
    """Return what one character means."""
    return _LETTERS.get(letter.lower())


class KeyParser:
    """Turns the bytes a terminal sends into keys; they may come in pieces."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._rest = b""

    @property
    def is_waiting(self) -> bool:
        """Whether an escape sequence, or the Esc key alone, has begun."""
        return bool(self._rest)

    def feed(self, data: bytes) -> list[Key]:
        """Take what was read and return the keys that are complete."""
        self._rest += data
        keys: list[Key] = []
        while self._rest:
            length, key = self._first()
            if length == 0:
                break
            self._rest = self._rest[length:]
            if key is not None:
                keys.append(key)
        return keys

    def flush(self) -> list[Key]:
        """Say that nothing more is coming: what looked like the start of a sequence was Esc."""
        rest, self._rest = self._rest, b""
        return [Key.STOP] if rest == bytes([_ESCAPE]) else []

    def _first(self) -> tuple[int, Key | None]:
        """Return the length of what comes first and its meaning; 0 where more is needed."""
        if self._rest[0] != _ESCAPE:
            return 1, letter_key(chr(self._rest[0]))
        if len(self._rest) == 1:
            return 0, None
        if self._rest[1] == _ESCAPE:
            return 1, Key.STOP
        if chr(self._rest[1]) not in "[O":
            return 2, None
        for length, byte in enumerate(self._rest[2:LONGEST_SEQUENCE], 3):
            if 0x40 <= byte <= 0x7E:  # the final byte of ECMA-48 control sequences
                return length, _ARROWS.get(chr(byte)) if length == 3 else None
        return (LONGEST_SEQUENCE, None) if len(self._rest) >= LONGEST_SEQUENCE else (0, None)
