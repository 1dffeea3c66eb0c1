"""Leaves the desktop's message bus as it is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
PROCESS = "DBUS_SESSION_BUS_PID="
NONE = "disabled:"
"""An address that every D-Bus library refuses at once."""


def start_no_bus() -> None:
    """Where the session has no bus, keep Qt from starting one.

    Qt's accessibility asks for the session's bus with the first widget. Where there is none,
    `libdbus` starts one: 8 to 20 ms before the first picture, and a process that stays behind and
    that nobody else listens to.
    """
    if sys.platform == "linux" and not _has_bus():
        os.environ[ADDRESS] = NONE


def _has_bus() -> bool:
    if os.environ.get(ADDRESS):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and Path(runtime, "bus").exists():
        return True
    home = os.path.expanduser("~")  # noqa: PTH111  (never fails, as Path.home may)
    return _is_launched(Path(home, ".dbus", "session-bus"))


def _is_launched(folder: Path) -> bool:
    """Whether `dbus-launch` runs a bus for this user; the files it leaves outlive it."""
    for file in folder.glob("*-*"):
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        numbers = [line.partition("=")[2] for line in lines if line.startswith(PROCESS)]
        if any(number.isdigit() and Path("/proc", number).exists() for number in numbers):
            return True
    return False
