"""Whether there is a screen to open a window on, told without loading Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coach.core.words import _

ANSWER_SECONDS = 0.5
"""How long a display server may take to accept a connection."""


class Display(NamedTuple):
    """What was found.

    Attributes:
        works: A window can be opened.
        text: Which display, or why there is none.
    """

    works: bool
    text: str


def find_display(environment: Mapping[str, str] = os.environ) -> Display:
    """Look for a display as Qt would."""
    if not _needs_server():
        return Display(True, _("the system's own"))
    wanted = environment.get("QT_QPA_PLATFORM", "")
    names = [name.partition(":")[0].partition("-")[0] for name in wanted.split(";") if name]
    for name in names:
        if name not in ("xcb", "wayland"):
            return Display(True, wanted)
    found = [
        look(environment)
        for kind, look in (("wayland", _wayland), ("xcb", _x11))
        if not names or kind in names
    ]
    works = next((display for display in found if display is not None and display.works), None)
    broken = next((display for display in found if display is not None), None)
    none = Display(False, _("neither WAYLAND_DISPLAY nor DISPLAY is set"))
    return works or broken or none


def _needs_server() -> bool:
    return sys.platform not in ("win32", "darwin")


def _wayland(environment: Mapping[str, str]) -> Display | None:
    """Look for a compositor; `wl_display_connect` names the places."""
    if environment.get("WAYLAND_SOCKET"):
        return Display(True, "Wayland")
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return None
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), name)
    if path.is_absolute() and _answers(str(path)):
        return Display(True, f"Wayland {name}")
    silent = _("nothing answers at WAYLAND_DISPLAY {name}")
    return Display(False, silent.format(name=name))


def _x11(environment: Mapping[str, str]) -> Display | None:
    """Look for an X server, whose names are `host:number.screen`; see X(7), DISPLAY NAMES."""
    name = environment.get("DISPLAY", "")
    if not name:
        return None
    host, _colon, rest = name.rpartition(":")
    number = rest.partition(".")[0]
    path = f"/tmp/.X11-unix/X{number}"
    if host not in ("", "unix"):
        return Display(True, f"X11 {name}")  # another machine's: asking would use the network
    if number.isdigit() and (_answers(f"\0{path}") or _answers(path)):
        return Display(True, f"X11 {name}")
    silent = _("nothing answers at DISPLAY {name}")
    return Display(False, silent.format(name=name))


def _answers(address: str) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.settimeout(ANSWER_SECONDS)
        try:
            link.connect(address)
        except OSError:
            return False
        return True


def plugin_fault() -> str:
    """Return why Qt could not open an X11 window, empty where it could or need not.

    Qt ends the process where its plugin misses a library of the system, libxcb-cursor most often
    (https://doc.qt.io/qt-6/linux-requirements.html), so the plugin is loaded by hand here.
    """
    import ctypes
    from importlib.util import find_spec

    package = find_spec("PySide6")
    if not _needs_server() or package is None or package.origin is None:
        return ""
    plugin = Path(package.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""
