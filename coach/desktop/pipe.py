"""The doorman of Windows, where processes meet at a named pipe that Qt serves."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coach.desktop.errand import ANSWER, MOST_BYTES, read_errand

_log = logging.getLogger(__name__)

STAY_MS = 1000
"""How long a guest may take to say its line."""


class PipeDoorman(QObject):
    """Does what `doorman.Doorman` does; the system lets in the same user only.

    Signals:
        asked: What somebody wants, an Errand.
    """

    asked = Signal(object)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        """Open the pipe of that name."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        if not self._server.listen(address):
            _log.warning("%s cannot be opened: %s", address, self._server.errorString())

    def close(self) -> None:
        """Let nobody in any more."""
        self._server.close()

    def _open(self) -> None:
        guest = self._server.nextPendingConnection()
        guest.setReadBufferSize(MOST_BYTES + 1)
        guest.disconnected.connect(lambda: guest.deleteLater())  # noqa: PLW0108  (see below)
        guest.readyRead.connect(lambda: self._hear(guest))
        patience = QTimer(guest, singleShot=True, interval=STAY_MS)
        # The server made the guest: only what is made here can be connected to as it is.
        patience.timeout.connect(lambda: guest.abort())  # noqa: PLW0108
        guest.disconnected.connect(patience.stop)
        patience.start()

    def _hear(self, guest: QLocalSocket) -> None:
        if guest.canReadLine():
            self._listen(guest, bytes(guest.readLine().data()))
        elif guest.bytesAvailable() > MOST_BYTES:
            guest.abort()

    def _listen(self, guest: QLocalSocket, line: bytes) -> None:
        try:
            errand = read_errand(line)
        except ValueError as error:
            _log.warning("somebody knocked and said nothing we know: %s", error)
            guest.abort()
            return
        guest.write(ANSWER)
        guest.flush()
        self.asked.emit(errand)
