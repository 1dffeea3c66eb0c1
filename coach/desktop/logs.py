"""The log file, for finding faults. What a person did or felt is not written into it."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path

from coach.core.words import _
from coach.desktop.folders import make_private

LOG_NAME = "cramp-coach.log"
MOST_BYTES = 256 * 1024
"""A longer file becomes `cramp-coach.log.1`, in place of the one before."""

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class PrivateLogFile(logging.FileHandler):
    """Appends to a file that only its owner can read, made with the first record.

    The standard library's rotating handler does the same, with any rights, and costs 10 ms.
    """

    def __init__(self, folder: Path) -> None:
        """Write into `folder`, which need not exist."""
        super().__init__(folder / LOG_NAME, encoding="utf-8", delay=True)
        self.path = folder / LOG_NAME
        self._is_useless = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; a log that cannot be written is told of once on stderr."""
        if self._is_useless:
            return
        try:
            super().emit(record)
            if self.stream is not None and self.stream.tell() > MOST_BYTES:
                self._turn_over(self.stream)
        except OSError as error:
            self._give_up(error)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  (logging's name)
        """Give up where the disk is at fault; a wrong record is logging's own affair."""
        error = sys.exc_info()[1]
        if isinstance(error, OSError):
            self._give_up(error)
        else:
            super().handleError(record)

    def _open(self) -> io.TextIOWrapper:
        make_private(self.path.parent)
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace")

    def _turn_over(self, full: io.TextIOWrapper) -> None:
        full.close()
        self.path.replace(self.path.with_name(LOG_NAME + ".1"))
        self.stream = self._open()

    def _give_up(self, error: OSError) -> None:
        self._is_useless = True
        if sys.stderr is not None:
            text = _("{file}: the log can't be written: {reason}")
            sys.stderr.write(f"coach: {text.format(file=self.path, reason=error.strerror)}\n")


def set_up_logging(folder: Path, *, verbose: bool = False) -> logging.Handler:
    """Write warnings, and what the app says of itself, into the log of `folder`.

    With `verbose`, everything is written, and to stderr too. Returns the file's handler.
    """
    root = logging.getLogger()
    file = PrivateLogFile(folder)
    handlers: list[logging.Handler] = [file, logging.StreamHandler()] if verbose else [file]
    for handler in handlers:
        handler.setFormatter(logging.Formatter(_FORMAT))
        root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.WARNING)
    logging.getLogger("coach").setLevel(logging.DEBUG if verbose else logging.INFO)
    return file
