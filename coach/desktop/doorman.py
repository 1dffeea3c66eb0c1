"""Lets in who knocks at the app that runs, and passes on what is asked for."""

from __future__ import annotations

import logging
import os
import socket

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from coach.desktop.door import peer_user
from coach.desktop.errand import ANSWER, MOST_BYTES, read_errand

_log = logging.getLogger(__name__)

STAY_MS = 1000
"""How long a guest may take to say its line."""

MOST_GUESTS = 8
"""At once; one more sends the first one away."""


class Doorman(QObject):
    """Stands at a listening socket. Nothing runs while nobody knocks.

    Whoever is not the same user, says too much, too little or nothing we know is shown out without
    an answer; the window never waits for a guest.

    Signals:
        asked: What somebody wants, an Errand.
    """

    asked = Signal(object)

    def __init__(self, door: socket.socket, parent: QObject | None = None) -> None:
        """Watch a socket that listens and does not block; it stays the caller's."""
        super().__init__(parent)
        self._door = door
        self._guests: list[Guest] = []
        self._bell = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._open)

    def close(self) -> None:
        """Let nobody in any more; to be called before the socket is closed."""
        self._bell.setEnabled(False)
        for guest in list(self._guests):
            guest.leave()

    def _open(self) -> None:
        try:
            link, _address = self._door.accept()
        except OSError:  # gone again, or no handle is left
            return
        user = peer_user(link)
        if user is not None and user != os.geteuid():
            _log.warning("user %d knocked and was not let in", user)
            link.close()
            return
        if len(self._guests) >= MOST_GUESTS:
            self._guests[0].leave()
        guest = Guest(link, self)
        self._guests.append(guest)
        guest.said.connect(self._listen)
        guest.left.connect(self._forget)

    def _listen(self, guest: Guest, line: bytes) -> None:
        try:
            errand = read_errand(line)
        except ValueError as error:
            _log.warning("somebody knocked and said nothing we know: %s", error)
            guest.leave()
            return
        guest.leave(ANSWER)
        self.asked.emit(errand)

    def _forget(self, guest: Guest) -> None:
        self._guests.remove(guest)
        guest.deleteLater()


class Guest(QObject):
    """One who was let in.

    Signals:
        said: The guest, and its line of at most MOST_BYTES.
        left: The guest; nothing follows.
    """

    said = Signal(object, bytes)
    left = Signal(object)

    def __init__(self, link: socket.socket, parent: QObject) -> None:
        """Listen for a short time."""
        super().__init__(parent)
        link.setblocking(False)
        self._link = link
        self._heard = b""
        self._ear = QSocketNotifier(link.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._hear)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.leave)
        self._patience.start(STAY_MS)

    def leave(self, answer: bytes = b"") -> None:
        """Say a last word, if any, and go."""
        if self._link.fileno() < 0:
            return
        self._ear.setEnabled(False)
        self._patience.stop()
        if answer:
            try:
                self._link.send(answer)
            except OSError as error:
                _log.info("a guest did not wait for its answer: %s", error)
        self._link.close()
        self.left.emit(self)

    def _hear(self) -> None:
        try:
            more = self._link.recv(MOST_BYTES + 1 - len(self._heard))
        except BlockingIOError:
            return
        except OSError:
            more = b""
        self._heard += more
        line, end, _rest = self._heard.partition(b"\n")
        if end:
            self.said.emit(self, line)
        elif not more or len(self._heard) > MOST_BYTES:
            self.leave()
