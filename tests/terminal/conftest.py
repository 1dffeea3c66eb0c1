from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator

import pytest

from tests.terminal.emulator import Emulator

PATIENCE = 15.0


class Terminal:
    """A process that plays a routine in a terminal of its own."""

    def __init__(self, *arguments: str, columns: int, rows: int, **environment: str) -> None:
        self.screen = Emulator(columns, rows)
        self._master, self._slave = pty.openpty()
        self._set_size(columns, rows)
        self.modes = termios.tcgetattr(self._slave)
        keep = {key: value for key, value in os.environ.items() if key not in DISTURBING}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.terminal.stand_ins", *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=keep | {"TERM": "xterm-256color"} | environment,
            start_new_session=True,
        )

    def press(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(columns, rows)
        self._set_size(columns, rows)

    def hang_up(self) -> None:
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def until(self, condition: Callable[[], object]) -> None:
        """Read what the process writes until the condition holds."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            left = deadline - time.monotonic()
            assert left > 0, f"waited in vain; the screen:\n{self.screen.text}\n{self.first}"
            readable, _, _ = select.select([self._master], [], [], min(left, 0.05))
            if readable:
                self.screen.feed(os.read(self._master, 65536).decode())

    def until_shown(self, *texts: str) -> None:
        self.until(lambda: all(text in self.screen.text for text in texts))

    @property
    def first(self) -> str:
        """What stands on the first screen, before or after the routine."""
        return self.screen.first_screen.replace("\r", "")

    @property
    def count(self) -> str:
        """The count where it is drawn small: a line with nothing else on it."""
        found = re.search(r"^\s*([\d:]+)$", self.screen.text, re.MULTILINE)
        return found[1] if found else ""

    def ends(self) -> int:
        """Wait for the end and return the exit status; the terminal must be as it was."""
        self.until(lambda: self.process.poll() is not None)
        self.until(lambda: self.first.count("diary: ") == 1)
        assert termios.tcgetattr(self._slave) == self.modes
        assert not self.screen.is_second_screen
        assert self.screen.has_cursor
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(PATIENCE)
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, size)


DISTURBING = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "FAULT", "NOHUP")
OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def open_terminal() -> Iterator[OpenTerminal]:
    opened: list[Terminal] = []

    def open_one(
        routine: str = "small", *, columns: int = 50, rows: int = 16, **environment: str
    ) -> Terminal:
        opened.append(Terminal(routine, "1", columns=columns, rows=rows, **environment))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.close()
