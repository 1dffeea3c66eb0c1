"""A terminal that a test can look at: what a process writes becomes rows of characters."""

from __future__ import annotations

import re

_SEQUENCE = re.compile(r"\x1b\[(?P<parameters>[?0-9;]*)(?P<final>[@-~])")


class Emulator:
    """Understands what the player writes and refuses everything else."""

    def __init__(self, columns: int, rows: int) -> None:
        self.resize(columns, rows)
        self.is_second_screen = False
        self.has_cursor = True
        self.colours: set[str] = set()
        self.first_screen = ""
        self._rest = ""

    def resize(self, columns: int, rows: int) -> None:
        self._columns, self._height = columns, rows
        self.overflow = 0
        self._clear()

    @property
    def rows(self) -> list[str]:
        return ["".join(row).rstrip() for row in self._rows]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    def feed(self, text: str) -> None:
        text = self._rest + text
        cut = text.rfind("\x1b")
        is_whole = cut < 0 or _SEQUENCE.match(text, cut)
        self._rest = "" if is_whole else text[cut:]
        text = text if is_whole else text[:cut]
        at = 0
        while at < len(text):
            found = _SEQUENCE.match(text, at)
            if found:
                self._control(found["parameters"], found["final"])
                at = found.end()
            else:
                self._put(text[at])
                at += 1

    def _control(self, parameters: str, final: str) -> None:
        match final, parameters:
            case "m", _:
                self._style(parameters)
            case "H", "":
                self._row = self._column = 0
            case "J" | "K", _:
                self._clear()
            case (("h" | "l"), "?1049"):
                self.is_second_screen = final == "h"
                self._clear()
            case (("h" | "l"), "?25"):
                self.has_cursor = final == "h"
            case _:
                message = f"unknown control sequence {parameters!r} {final!r}"
                raise AssertionError(message)

    def _style(self, parameters: str) -> None:
        codes = [int(code or 0) for code in parameters.split(";")]
        self.colours |= {str(code) for code in codes if 30 <= code <= 49 or 90 <= code <= 107}

    def _put(self, letter: str) -> None:
        if not self.is_second_screen:
            self.first_screen += letter
            return
        if letter == "\r":
            self._column = 0
        elif letter == "\n":
            self._row += 1
        elif self._column < self._columns and self._row < self._height:
            self._rows[self._row][self._column] = letter
            self._column += 1
        else:
            self.overflow += 1

    def _clear(self) -> None:
        self._rows = [[" "] * self._columns for _row in range(self._height)]
        self._row = self._column = 0
