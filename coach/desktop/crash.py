"""What happens to a fault nobody expected: it is logged, told, and the app goes on."""

from __future__ import annotations

import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from coach import __version__
from coach.desktop.logs import set_up_logging

_log = logging.getLogger("coach.fault")
_qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Show = Callable[[str], None]
"""Tells a person of a fault; the text is meant to be copied."""


def catch_faults(log_folder: Path, show: Show, *, verbose: bool = False) -> Faults:
    """Log and show from now on what nobody else catches."""
    set_up_logging(log_folder, verbose=verbose)
    faults = Faults(show)
    faults.install()
    return faults


class Faults(QObject):
    """The one hook for uncaught exceptions and for Qt's own messages.

    A fault that comes again, at each frame perhaps, is told once.

    Signals:
        found: A fault's text, on its way to the thread that shows it.
    """

    found = Signal(str)

    def __init__(self, show: Show) -> None:
        """Tell faults through `show`, in the thread of the application."""
        super().__init__(QCoreApplication.instance())
        self._show = show
        self._seen: set[str] = set()
        self._is_showing = False
        self.found.connect(self._tell)

    def install(self) -> None:
        """Take the place of Python's and Qt's own reports."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread
        sys.unraisablehook = self._catch_unraisable
        qInstallMessageHandler(_take_qt_message)

    def uninstall(self) -> None:
        """Put Python's and Qt's own reports back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        text = describe(error.with_traceback(trace))
        if text not in self._seen:
            self._seen.add(text)
            _log.critical("%s", text)
            self.found.emit(text)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _catch_unraisable(self, caught: sys.UnraisableHookArgs) -> None:
        error = caught.exc_value
        _log.error("%s", describe(error) if error is not None else caught.err_msg)

    def _tell(self, text: str) -> None:
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(text)
        finally:
            self._is_showing = False


def describe(error: BaseException) -> str:
    """Return a fault in words for whoever mends it: versions, places in the code, message.

    No values of variables, and no name of the person's home folder.
    """
    lines = traceback.format_exception(error)
    head = (
        f"Cramp Coach {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}\n\n"
    )
    text = head + "".join(lines)
    home = os.path.expanduser("~")  # noqa: PTH111  (never fails, as Path.home may)
    return text.replace(home, "~") if len(home) > 1 else text


def _take_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, message)
