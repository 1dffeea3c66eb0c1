"""Keeps the screen from going dark while a routine plays."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

_log = logging.getLogger(__name__)

SETTLE_SECONDS = 1.5
"""Time between asking and doing: the first pictures of a routine come first, and a screen that
has just been touched stays on for longer than this."""

Keep = Callable[[Callable[[str], None]], AbstractContextManager[object]]
"""Returns what keeps the screen on between entering and leaving; tells why where it cannot."""


class ScreenAwake:
    """The wake lock.

    Asking the desktop happens in a thread that lives while the lock is held. The system takes the
    lock back from a process that ends, however it ends: the bus sees the connection close, Windows
    the thread end, macOS the pipe break.
    """

    def __init__(self, keep: Keep | None = None, settle: float = SETTLE_SECONDS) -> None:
        """Hold nothing yet; `keep` is wakepy unless something else is given."""
        self._keep = keep or _keep_presenting
        self._settle = settle
        self._released = threading.Event()
        self._thread: threading.Thread | None = None
        self._has_failed = False

    def hold(self) -> None:
        """Keep the screen on from now."""
        if self._thread is not None:
            return
        self._released = threading.Event()
        self._thread = threading.Thread(
            target=self._hold_until, args=(self._released,), name="awake", daemon=True
        )
        self._thread.start()

    def release(self) -> None:
        """Let it go dark again; harmless where nothing is held."""
        self._thread = None
        self._released.set()

    def _hold_until(self, released: threading.Event) -> None:
        if released.wait(self._settle):
            return
        try:
            with self._keep(self._fail):
                released.wait()
        except Exception as error:  # noqa: BLE001  (whatever a desktop does, the routine goes on)
            self._fail(f"{type(error).__name__}: {error}")

    def _fail(self, reason: str) -> None:
        level = logging.DEBUG if self._has_failed else logging.WARNING
        self._has_failed = True
        _log.log(level, "the screen may go dark while a routine plays: %s", reason)


def why_not_awake() -> str:
    """Ask the desktop for a moment; return why it refuses, empty where it does not."""
    reasons: list[str] = []
    try:
        with _keep_presenting(reasons.append):
            pass
    except Exception as error:  # noqa: BLE001  (whatever a desktop does, it is a reason)
        reasons.append(f"{type(error).__name__}: {error}")
    return "\n".join(reasons)


def _keep_presenting(fail: Callable[[str], None]) -> AbstractContextManager[object]:
    from wakepy import ActivationResult, keep  # about 60 ms

    def explain(result: ActivationResult) -> None:
        tried = result.list_methods(ignore_platform_fails=True)
        reasons = dict.fromkeys(_last_words(method.failure_reason) for method in tried)
        fail("; ".join(reasons) or "no way to ask this desktop is known")

    return keep.presenting(on_fail=explain)


def _last_words(reason: str) -> str:
    """Return what the desktop said, without the call it was asked with and without advice."""
    said = reason.rpartition(" failed with message: ")[2].rpartition("('")[2]
    return re.split(r"[.!] ", said)[0].strip("\"'() ,") or reason
