"""What the app and the speaking process say to each other: one JSON object a line, in ASCII.

`encode` and `decode` are each other's inverse. A line that is no message of ours raises
`MessageError`; both sides log it and read on, since a library may print where it should not.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, fields
from typing import Any, Final, NoReturn

LONGEST_LINE: Final = 1 << 20
"""Longest line read, in bytes: longer ones are no message."""


class MessageError(ValueError):
    """A line that is not one of the messages below."""


# ---------------------------------------------------------------- app to worker


@dataclass(frozen=True, slots=True)
class Settings:
    """How to speak from now on. `rate` in words a minute, each volume a fraction 0..1."""

    voice: str
    """The engine's id of a voice, empty for one that suits `language`."""
    rate: int
    volume: float
    language: str
    """BCP 47 tag such as `en-GB`."""
    sound_volume: float = 1.0
    """Of sounds; `volume` is that of speech."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """Render these texts, so that each can be played at once; answered by one `Prepared` each."""

    texts: tuple[str, ...]
    keep: bool = False
    """Their clips stay, however full the folder of the clips gets."""


@dataclass(frozen=True, slots=True)
class Play:
    """Speak `text`, or play the sound `sound` (its file name without `.wav`).

    Speech waits for the speech before it; sounds mix in. `at` is the moment to begin, in
    CLOCK_MONOTONIC seconds; 0 means as soon as possible. `id` comes back in `Started` and
    `Finished`.
    """

    id: int
    text: str = ""
    sound: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """Fall silent now and forget what is waiting to be played."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep the sound device open (`on`) so that the next cue starts without opening it."""

    on: bool


@dataclass(frozen=True, slots=True)
class Ping:
    """Answered by `Pong`."""


@dataclass(frozen=True, slots=True)
class ListVoices:
    """Answered by `Voices`."""


@dataclass(frozen=True, slots=True)
class Probe:
    """Answered by `Probed`."""


@dataclass(frozen=True, slots=True)
class Quit:
    """End at once."""


# ---------------------------------------------------------------- worker to app


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has looked for its engine and its sound device; empty when there is none."""

    engine: str
    device: str


@dataclass(frozen=True, slots=True)
class Device:
    """The sound device was found again, after a `Trouble` of kind `no-device`."""

    name: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """The engine begins to render `text`: if nothing comes after this, this text hangs it."""

    text: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """`text` can be played at once and lasts `seconds`; 0 when there is nothing to hear in it."""

    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Started:
    """The first sample of play `id` was handed to the device at `at` (CLOCK_MONOTONIC)."""

    id: int
    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Finished:
    """Play `id` is over; `whole` is false when it was stopped or could not be played."""

    id: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something is missing or went wrong.

    `kind`: `no-engine`, `no-device`, `render` (the text `about` could not be rendered), `voice`
    (the voice `about` is unknown, another speaks), `sound` (the sound `about` cannot be played).
    """

    kind: str
    reason: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Pong:
    """Answer to `Ping`."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of the engine; `language` a tag such as `en-gb`, empty when not known."""

    id: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Voices:
    """All voices of the engine."""

    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Probed:
    """What speaks and what plays, for `coach doctor`; empty texts where there is none."""

    engine: str
    version: str
    library: str
    engine_reason: str
    voices: int
    backends: tuple[str, ...]
    device: str
    device_reason: str


Request = Settings | Prepare | Play | Stop | Hold | Ping | ListVoices | Probe | Quit
"""What the app says to the worker."""
Report = (
    Ready | Device | Rendering | Prepared | Started | Finished | Trouble | Pong | Voices | Probed
)
"""What the worker says to the app."""
Message = Request | Report

_KINDS: Final[dict[str, type[Any]]] = {
    kind.__name__: kind
    for kind in (
        Settings,
        Prepare,
        Play,
        Stop,
        Hold,
        Ping,
        ListVoices,
        Probe,
        Quit,
        Ready,
        Device,
        Rendering,
        Prepared,
        Started,
        Finished,
        Trouble,
        Pong,
        Voices,
        Probed,
    )
}


def encode(message: Message) -> bytes:
    """Return the line, with its line feed, that stands for `message`."""
    body = {"say": type(message).__name__} | _plain(message)
    return json.dumps(body, allow_nan=False).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message that `line` stands for.

    Raises:
        MessageError: the line is no JSON, of no known kind, or a value is missing or of a wrong
            type.
    """
    try:
        body = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        msg = f"not a message: {line[:80]!r}"
        raise MessageError(msg) from error
    if not isinstance(body, dict):
        msg = f"not a message: {line[:80]!r}"
        raise MessageError(msg)
    name = body.pop("say", None)
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        msg = f"no message is called {name!r}"
        raise MessageError(msg)
    message: Message = _build(kind, body)
    return message


def _plain(message: object) -> dict[str, Any]:
    """Return the fields of a message, messages inside it likewise, as JSON knows them."""
    return {
        field.name: (
            [_plain(item) if isinstance(item, Voice) else item for item in value]
            if isinstance(value := getattr(message, field.name), tuple)
            else value
        )
        for field in fields(message)  # type: ignore[arg-type]
    }


def _build(kind: type[Any], body: dict[str, Any]) -> Any:  # noqa: ANN401 - any of the kinds above
    try:
        return kind(
            **{
                field.name: _value(str(field.type), body.pop(field.name))
                for field in fields(kind)
                if field.name in body
            },
            **body,
        )
    except TypeError as error:
        msg = f"{kind.__name__}: {error}"
        raise MessageError(msg) from error


def _value(wanted: str, value: Any) -> object:  # noqa: ANN401 - whatever the JSON held
    """Return `value` as the field type `wanted` asks for; raises TypeError where it is not."""
    match wanted, value:
        case "str", str():
            return value
        case "bool", bool():
            return value
        case "int", int() if not isinstance(value, bool):
            return value
        case "float", int() | float() if not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        case "tuple[str, ...]", list() if all(isinstance(item, str) for item in value):
            return tuple(value)
        case "tuple[Voice, ...]", list() if all(isinstance(item, dict) for item in value):
            return tuple(_build(Voice, dict(item)) for item in value)
        case _:
            msg = f"{value!r:.80} is not {wanted}"
            raise TypeError(msg)


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is no number"
    raise ValueError(msg)
