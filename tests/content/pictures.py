"""Makes pictures, whole ones and traps."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def saved(kind: str, width: int = 60, height: int = 40, colour: str = "#3366aa") -> bytes:
    """Return a picture of one colour as Qt saves it: png, jpeg or webp."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # 100 is without loss for WebP and nearly so for JPEG; PNG would not be packed at all.
    assert image.save(buffer, kind.upper(), -1 if kind == "png" else 100)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def png_head(width: int, height: int, depth: int = 8) -> bytes:
    """Return a PNG file that claims a size and holds nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    whole = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + whole + b"\0\0\0\0IEND\xaeB`\x82"


def jpeg_head(width: int, height: int, scans: int = 1) -> bytes:
    """Return a JPEG file that claims a size and holds nothing."""
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
    return b"\xff\xd8\xff\xc2" + frame + scan * scans + b"\xff\xd9"


def gif(colours: Iterable[int], width: int = 30, height: int = 20, hundredths: int = 5) -> bytes:
    """Return a GIF file with a frame of one colour each: 0 black, 1 red, 2 green, 3 blue."""
    table = b"\0\0\0\xff\0\0\0\xff\0\0\0\xff" + bytes(3 * 124)
    screen = struct.pack("<HHBBB", width, height, 0xF6, 0, 0)
    parts = [b"GIF89a", screen, table]
    for colour in colours:
        parts.append(b"\x21\xf9\x04\x00" + struct.pack("<H", hundredths) + b"\x00\x00")
        parts.append(b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x07")
        # Codes of 8 bits as they are; the decoder starts afresh before they would grow.
        codes = bytes([128, *[colour] * 100]) * (width * height // 100) + bytes([129])
        blocks = (codes[at : at + 255] for at in range(0, len(codes), 255))
        parts += [bytes([len(block)]) + block for block in blocks]
        parts.append(b"\0")
    return b"".join(parts) + b";"


def webp(*chunks: bytes) -> bytes:
    """Return a WebP file of these chunks."""
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk of a WebP file."""
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def three(number: int) -> bytes:
    """Return a number of three bytes."""
    return struct.pack("<I", number)[:3]


def moving_webp(colours: Iterable[str], width: int = 60, height: int = 40) -> bytes:
    """Return a WebP file with a frame of one colour each."""
    size = three(width - 1) + three(height - 1)
    frames = [
        chunk(
            b"ANMF", bytes(6) + size + three(50) + b"\0" + saved("webp", width, height, each)[12:]
        )
        for each in colours
    ]
    return webp(chunk(b"VP8X", bytes([2, 0, 0, 0]) + size), chunk(b"ANIM", bytes(6)), *frames)


def svg(
    inside: str = '<circle r="9"/>', root: str = 'viewBox="0 0 60 40"', head: str = ""
) -> bytes:
    """Return a drawing."""
    return f"{head}<svg {SVG} {root}>{inside}</svg>".encode()
