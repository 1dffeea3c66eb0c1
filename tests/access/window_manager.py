"""The least of a window manager: `python -m tests.access.window_manager`, on a bare X screen.

Nothing has the keyboard there until somebody gives it away: a window gets it when it is shown, and
when it goes the one before gets it back.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, c_int, c_long, c_ulong, c_void_p

SUBSTRUCTURE_NOTIFY = 1 << 19
UNMAP_NOTIFY, MAP_NOTIFY = 18, 19
REVERT_TO_PARENT, CURRENT_TIME = 2, 0


class ShownEvent(Structure):
    """XMapEvent and, up to its last field, XUnmapEvent; as large as any XEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("sent", c_int),
        ("display", c_void_p),
        ("event", c_ulong),
        ("window", c_ulong),
        ("override_redirect", c_int),
        ("rest", c_long * 24),
    )


def _load() -> ctypes.CDLL:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = c_void_p
    x11.XDefaultRootWindow.restype = c_ulong
    x11.XDefaultRootWindow.argtypes = (c_void_p,)
    x11.XSelectInput.argtypes = (c_void_p, c_ulong, c_long)
    x11.XNextEvent.argtypes = (c_void_p, POINTER(ShownEvent))
    x11.XSetInputFocus.argtypes = (c_void_p, c_ulong, c_int, c_ulong)
    return x11


def main() -> None:
    """Give the keyboard away until the screen ends."""
    x11 = _load()
    # A window may be gone before it gets the keyboard; Xlib would end this process for it.
    ignore = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _error: 0)
    x11.XSetErrorHandler(ignore)
    display = x11.XOpenDisplay(None)
    x11.XSelectInput(display, x11.XDefaultRootWindow(display), SUBSTRUCTURE_NOTIFY)
    shown: list[int] = []
    event = ShownEvent()
    while True:
        x11.XNextEvent(display, ctypes.byref(event))
        if event.type not in (MAP_NOTIFY, UNMAP_NOTIFY):
            continue
        is_menu = event.type == MAP_NOTIFY and event.override_redirect
        shown = [window for window in shown if window != event.window]
        if event.type == MAP_NOTIFY and not is_menu:
            shown.append(event.window)
        if shown and not is_menu:
            x11.XSetInputFocus(display, shown[-1], REVERT_TO_PARENT, CURRENT_TIME)


if __name__ == "__main__":
    main()
