"""Hands on the keyboard: keys that come from outside, as those of a person do."""

from __future__ import annotations

from jeepney import DBusAddress, new_method_call

from tests.access.reader import FOCUSED, Node, Reader, ReaderError, call

PRESS, RELEASE, SYMBOL = 0, 1, 3
"""Kinds of key events of AT-SPI (`AtspiKeySynthType`)."""

HELD = {"Shift": 50, "Ctrl": 37, "Alt": 64}
"""Keys that are held while another is pressed, by their codes on a usual keyboard."""

NAMED = {
    "Backspace": 0xFF08,
    "Tab": 0xFF09,
    "Enter": 0xFF0D,
    "Esc": 0xFF1B,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "End": 0xFF57,
    "Insert": 0xFF63,
    "Menu": 0xFF67,
    "Delete": 0xFFFF,
    "Space": 0x20,
} | {f"F{number}": 0xFFBD + number for number in range(1, 13)}
"""Key symbols of X11; a sign's own is its number in Latin 1."""

MOVE_SECONDS = 1.0
"""So long the focus may take to move, on a busy machine too, before it is taken to stay."""

_KEYBOARD = DBusAddress(
    "/org/a11y/atspi/registry/deviceeventcontroller",
    "org.a11y.atspi.Registry",
    "org.a11y.atspi.DeviceEventController",
)


class Hands:
    """Press keys; they go to whatever window has the keyboard."""

    def __init__(self, reader: Reader) -> None:
        """Use a reader's way to the accessibility bus."""
        self._reader = reader

    def key(self, keys: str) -> None:
        """Press a key: "Tab", "Shift+Tab", "Ctrl+F", "x"."""
        *held, last = keys.split("+")
        symbol = NAMED.get(last) or ord(last.lower())
        events = [(HELD[name], PRESS) for name in held]
        events.append((symbol, SYMBOL))
        events += [(HELD[name], RELEASE) for name in reversed(held)]
        self._reader.ask(
            *(
                new_method_call(_KEYBOARD, "GenerateKeyboardEvent", "isu", (code, "", kind))
                for code, kind in events
            )
        )

    def write(self, node: Node, text: str) -> None:
        """Put a text into a field, in place of what is there.

        Raises:
            ReaderError: It takes none.
        """
        (said,) = self._reader.ask(call(node.address, "SetTextContents", "EditableText", "s", text))
        if not said[0]:
            raise ReaderError(f"{node} takes no text")

    def move(self, keys: str, seconds: float = MOVE_SECONDS) -> Node | None:
        """Press a key that moves the focus; return where it came to, None where it stayed."""
        before = len(self._reader.heard)
        self.key(keys)
        told = self._reader.hear(
            lambda one: one.what == FOCUSED and one.on,
            since=before,
            seconds=seconds,
        )
        return None if told is None else self._reader.node(told.address)

    def walk(self, keys: str, most: int = 120) -> list[Node]:
        """Press a key until the focus is where it was after the first time, or stays.

        Returns:
            Every place it came to, the last one being the first again where it comes round.
        """
        places: list[Node] = []
        while len(places) < most and (place := self.move(keys)):
            places.append(place)
            if len(places) > 1 and place.address == places[0].address:
                break
        return places
