"""Reads from the head of a picture how large it is, before anything of it is decoded.

Sources: PNG (W3C, third edition), JPEG (ITU-T T.81), GIF 89a (CompuServe), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.content.problem import ContentError, error
from coach.core.numbers import number
from coach.core.words import _

MOST_PIXELS: Final = 40_000_000
"""Of a picture that stands still."""
MOST_DEEP_PIXELS: Final = 30_000_000
"""Of a PNG picture with 16 bits a colour: decoded it takes twice the memory."""
MOST_FRAME_PIXELS: Final = 10_000_000
"""Of one that moves: its decoder keeps two or three frames at a time."""
MOST_FRAMES: Final = 300
MOST_MOVING_PIXELS: Final = 400_000_000
"""Of all frames together."""
MOST_SCANS: Final = 20
"""Of a JPEG file: each goes through the whole picture. Cameras and programs write up to 14."""


class PictureKind(StrEnum):
    """The kinds of picture that can be shown, by the names Qt knows them by."""

    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    WEBP = "webp"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the head of a picture's file says.

    Attributes:
        kind: Told by the content, whatever the name ends in.
        width: Pixels, or units of an SVG drawing's own, more than 0.
        height: The same; both before a turn that a camera may have noted.
        frames: 1, or more for a picture that moves.
    """

    kind: PictureKind
    width: float
    height: float
    frames: int = 1


def read_header(content: bytes) -> PictureFacts | None:
    """Return what a PNG, JPEG, GIF or WebP file says of itself; None for anything else.

    Raises:
        ContentError: It is cut short, makes no sense or is larger than is allowed.
    """
    for magic, kind, read in _READERS:
        if content.startswith(magic) and (kind is not PictureKind.WEBP or _is_webp(content)):
            try:
                return _allowed(PictureFacts(kind, *read(content)))
            except (struct.error, IndexError):
                raise cut_short() from None
    return None


def cut_short() -> ContentError:
    """Return the error of a file that ends too early."""
    return error("", _("is cut short; copy or save it again"))


def damaged() -> ContentError:
    """Return the error of a file that breaks its format's rules."""
    return error("", _("is damaged and can't be shown; save it again from where it was made"))


def _allowed(facts: PictureFacts) -> PictureFacts:
    if facts.width < 1 or facts.height < 1 or facts.frames < 1:
        raise damaged()
    pixels = facts.width * facts.height
    size = _("has {width} × {height} pixels").format(
        width=number(round(facts.width)), height=number(round(facts.height))
    )
    if pixels > MOST_PIXELS:
        raise error(
            "", _("{size}; at most 40 megapixels are shown, so save it smaller").format(size=size)
        )
    if facts.frames > 1 and pixels > MOST_FRAME_PIXELS:
        raise error(
            "",
            _("{size} and moves; then at most 10 megapixels are shown: make it smaller").format(
                size=size
            ),
        )
    if facts.frames > 1 and pixels * facts.frames > MOST_MOVING_PIXELS:
        whole = _("{size} in each of {frames} frames").format(size=size, frames=facts.frames)
        raise error(
            "",
            _("{whole}; at most 400 megapixels in all are shown, so make it smaller").format(
                whole=whole
            ),
        )
    return facts


def _check_frames(frames: int) -> None:
    if frames > MOST_FRAMES:
        raise error(
            "",
            _("has more than {most} frames; make the animation shorter").format(most=MOST_FRAMES),
        )


def _png(content: bytes) -> tuple[int, int]:
    length, name, width, height, depth = struct.unpack_from(">I4sIIB", content, 8)
    if length != 13 or name != b"IHDR":
        raise damaged()
    if depth == 16 and MOST_DEEP_PIXELS < width * height <= MOST_PIXELS:
        raise error("", _("has more than 30 megapixels of 16 bits; save it smaller or with 8 bits"))
    _check_end(content, b"IEND")
    return width, height


def _check_end(content: bytes, mark: bytes) -> None:
    """Refuse a file without its end; it may be followed by anything."""
    if content.find(mark, 33) < 0:
        raise cut_short()


def _jpeg(content: bytes) -> tuple[int, int]:
    at, size = 2, (0, 0)
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # filling
            at += 1
        elif marker == 0xDA:  # the picture itself begins
            _check_scans(content, at)
            return size
        else:
            length = struct.unpack_from(">H", content, at + 2)[0]
            if length < 2 or marker in (0x00, 0xD8, 0xD9):
                raise damaged()
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                height, width = struct.unpack_from(">HH", content, at + 5)
                size = (max(width, size[0]), max(height, size[1]))
            at += 2 + length
    raise damaged()


def _check_scans(content: bytes, at: int) -> None:
    """Look for markers: coded data never holds their two bytes side by side."""
    if content.find(b"\xff\xd9", at) < 0:
        raise cut_short()
    if content.count(b"\xff\xda", at) > MOST_SCANS:
        raise error(
            "",
            _("is built up in more than {most} passes; save it as a usual JPEG").format(
                most=MOST_SCANS
            ),
        )


def _gif(content: bytes) -> tuple[int, int, int]:
    width, height, flags = struct.unpack_from("<HHB", content, 6)
    at, frames = 13 + _colours(flags), 0
    while (block := content[at]) != 0x3B:  # the end
        if block == 0x21:
            at = _after_blocks(content, at + 2)
        elif block == 0x2C:
            left, top, wide, high, flags = struct.unpack_from("<HHHHB", content, at + 1)
            width, height = max(width, left + wide), max(height, top + high)
            at = _after_blocks(content, at + 11 + _colours(flags))
            frames += 1
            _check_frames(frames)
        else:
            raise damaged()
    return width, height, frames


def _colours(flags: int) -> int:
    """Return the bytes of a colour table."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    while length := content[at]:
        at += 1 + length
    return at + 1


def _is_webp(content: bytes) -> bool:
    return content[8:12] == b"WEBP"


def _webp(content: bytes) -> tuple[int, int, int]:
    whole = struct.unpack_from("<I", content, 4)[0] + 8
    if whole > len(content):
        raise cut_short()
    width = height = frames = 0
    for name, at in _chunks(content, 12, whole):
        if name in _SIZES:
            wide, high = _SIZES[name](content, at)
            width, height = max(width, wide), max(height, high)
            frames += name == b"ANMF"
            _check_frames(frames)
    return width, height, max(frames, 1)


def _chunks(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, int]]:
    """Yield the name of each chunk and where what it holds begins."""
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", content, at)
        yield name, at + 8
        at += 8 + length + length % 2


def _lossy(content: bytes, at: int) -> tuple[int, int]:
    if content[at + 3 : at + 6] != b"\x9d\x01\x2a":
        raise damaged()
    width, height = struct.unpack_from("<HH", content, at + 6)
    return width & 0x3FFF, height & 0x3FFF


def _lossless(content: bytes, at: int) -> tuple[int, int]:
    mark, bits = struct.unpack_from("<BI", content, at)
    if mark != 0x2F:
        raise damaged()
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _canvas(content: bytes, at: int) -> tuple[int, int]:
    return _three(content, at + 4) + 1, _three(content, at + 7) + 1


def _animation_frame(content: bytes, at: int) -> tuple[int, int]:
    left, top, width, height = (_three(content, at + 3 * part) for part in range(4))
    return 2 * left + width + 1, 2 * top + height + 1


def _three(content: bytes, at: int) -> int:
    return int(content[at] | content[at + 1] << 8 | content[at + 2] << 16)


_SIZES: Final[dict[bytes, Callable[[bytes, int], tuple[int, int]]]] = {
    b"VP8 ": _lossy,
    b"VP8L": _lossless,
    b"VP8X": _canvas,
    b"ANMF": _animation_frame,
}
_READERS: Final[tuple[tuple[bytes, PictureKind, Callable[[bytes], tuple[int, ...]]], ...]] = (
    (b"\x89PNG\r\n\x1a\n", PictureKind.PNG, _png),
    (b"\xff\xd8\xff", PictureKind.JPEG, _jpeg),
    (b"GIF87a", PictureKind.GIF, _gif),
    (b"GIF89a", PictureKind.GIF, _gif),
    (b"RIFF", PictureKind.WEBP, _webp),
)
