"""What a second process says to the app that runs: one line of JSON."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any, NamedTuple

from coach.app.wish import Wish

MOST_BYTES = 8192
"""Of a line; a longer one is refused."""

ANSWER = b"ok"
"""What the app that runs says to a line it understood."""

_LONGEST = {"screen": 16, "routine": 200, "trace": 4096, "muscle": 32, "place": 32, "side": 32}
_SCREENS = ("home", "player", "cramp")
_SPEEDS = (0.1, 1000.0)


class Errand(NamedTuple):
    """A wish, and what the desktop gave to its process.

    Attributes:
        wish: What was asked for.
        token: The desktop's leave to come to the front; empty where it gave none.
            https://wayland.app/protocols/xdg-activation-v1
    """

    wish: Wish
    token: str = ""


def write_errand(wish: Wish) -> bytes:
    """Return the line that hands a wish over."""
    fields = {name: value for name, value in wish._asdict().items() if name != "once"}
    fields["trace"] = str(wish.trace.absolute()) if wish.trace else ""
    fields["token"] = os.environ.get("XDG_ACTIVATION_TOKEN", "")[:256]
    return json.dumps(fields).encode() + b"\n"


def read_errand(line: bytes) -> Errand:
    """Return what a line asks for.

    Raises:
        ValueError: It is none of ours.
    """
    try:
        fields = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(fields, dict):
        raise ValueError("not an object")
    speed = fields.pop("speed", 1.0)
    texts = {"screen": "home", **fields}
    token = _text("token", texts.pop("token", ""), 256)
    for name, text in texts.items():
        _text(name, text, _LONGEST.get(name, 0))
    low, high = _SPEEDS
    if not isinstance(speed, int | float) or not low <= speed <= high or math.isnan(speed):
        raise ValueError(f"speed: {speed!r:.40}")
    if texts["screen"] not in _SCREENS:
        raise ValueError(f"screen: {texts['screen']!r}")
    return Errand(_wish(texts, float(speed)), token)


def _text(name: str, text: object, longest: int) -> str:
    if not isinstance(text, str) or len(text) > longest or "\0" in text:
        raise ValueError(f"{name!r:.40}: {text!r:.40}")
    return text


def _wish(texts: dict[str, Any], speed: float) -> Wish:
    trace = texts.pop("trace", "")
    return Wish(**texts, speed=speed, trace=Path(trace) if trace else None)
