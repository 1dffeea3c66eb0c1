"""Keys as they are pressed, and the signals a terminal sends."""

from __future__ import annotations

import os
import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from coach.terminal.keys import Key, KeyParser, letter_key

ESCAPE_MS = 60
"""How long the rest of an escape sequence may take before it was the Esc key."""

WINDOWS_POLL_MS = 50

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGWINCH", "SIGTSTP")


class Keyboard(QObject):
    """Reads keys one by one while it is open, without showing them.

    Signals:
        pressed: Carries a Key.
        hung_up: The terminal is gone.
    """

    pressed = Signal(object)
    hung_up = Signal()

    def __init__(self, descriptor: int, parent: QObject) -> None:
        """Read from a terminal, once opened."""
        super().__init__(parent)
        self._descriptor = descriptor
        self._parser = KeyParser()
        self._before: list[int | list[bytes | int]] | None = None
        self._notifier: QSocketNotifier | None = None
        self._escape = QTimer(self)
        self._escape.setSingleShot(True)
        self._escape.setInterval(ESCAPE_MS)
        self._escape.timeout.connect(lambda: self._tell(self._parser.flush()))
        self._poll = QTimer(self)
        self._poll.setInterval(WINDOWS_POLL_MS)
        self._poll.timeout.connect(self._read_windows)

    def open(self) -> None:
        """Take the terminal's keys, where it is ours to read."""
        if sys.platform == "win32":
            self._poll.start()
            return
        import termios
        import tty

        if _is_in_background(self._descriptor):
            return
        self._before = termios.tcgetattr(self._descriptor)
        tty.setcbreak(self._descriptor, termios.TCSADRAIN)
        self._notifier = QSocketNotifier(self._descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Give the terminal back as it was; harmless where it is not open."""
        self._escape.stop()
        self._poll.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if sys.platform == "win32" or self._before is None:
            return
        import termios
        from contextlib import suppress

        with suppress(termios.error):  # a terminal that is gone needs nothing back
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)
        self._before = None

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, 1024)
        except OSError:
            data = b""
        if not data:
            if self._notifier is not None:
                self._notifier.setEnabled(False)
            self.hung_up.emit()
            return
        self._tell(self._parser.feed(data))
        if self._parser.is_waiting:
            self._escape.start()
        else:
            self._escape.stop()

    def _read_windows(self) -> None:
        if sys.platform == "win32":
            import msvcrt

            while msvcrt.kbhit():
                letter = msvcrt.getwch()
                if letter in "\x00\xe0":  # an arrow: its code follows
                    arrow = {"K": Key.BACK, "M": Key.SKIP}.get(msvcrt.getwch())
                    self._tell([arrow] if arrow else [])
                    continue
                key = Key.STOP if letter == "\x1b" else letter_key(letter)
                self._tell([key] if key else [])

    def _tell(self, keys: list[Key]) -> None:
        for key in keys:
            self.pressed.emit(key)


class ProcessSignals(QObject):
    """The system's signals as Qt ones, at once, though no Python code may be running.

    Signals:
        received: Carries the signal's number.
    """

    received = Signal(int)

    def __init__(self, parent: QObject) -> None:
        """Change nothing until opened."""
        super().__init__(parent)
        self._before: dict[int, object] = {}
        self._descriptor_before = -1
        self._ours, self._pythons = socket.socketpair()
        self._ours.setblocking(False)
        self._pythons.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def open(self) -> None:
        """Catch the signals; those that are ignored (nohup) stay so."""
        self._descriptor_before = signal.set_wakeup_fd(
            self._pythons.fileno(), warn_on_full_buffer=False
        )
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, _leave_it_to_qt)

    def close(self) -> None:
        """Put everything back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as signal.signal gave it
        self._before.clear()
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._descriptor_before)
        self._ours.close()
        self._pythons.close()

    def _read(self) -> None:
        for number in self._ours.recv(256):
            if number in self._before:
                self.received.emit(number)


def _is_in_background(descriptor: int) -> bool:
    """Whether touching the terminal would stop the process; never where it has no job control."""
    if sys.platform == "win32":
        return False
    try:
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    except OSError:
        return False


def _leave_it_to_qt(_number: int, _frame: FrameType | None) -> None:
    """Have a handler, so that the signal's number is written to the socket."""
