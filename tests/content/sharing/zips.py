"""Builds zip archives byte by byte, honest ones and others."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UTF8 = 0x800
ENCRYPTED = 0x1
PLAIN = 0o100600


@dataclass
class Entry:
    """One entry; what it says of itself may differ from what it is."""

    name: str | bytes
    content: bytes = b""
    method: int = 0
    flags: int = UTF8
    mode: int = PLAIN
    says_size: int | None = None
    says_crc: int | None = None

    @property
    def raw_name(self) -> bytes:
        return self.name if isinstance(self.name, bytes) else self.name.encode()

    @property
    def packed(self) -> bytes:
        if self.method != 8:
            return self.content
        packer = zlib.compressobj(9, wbits=-15)
        return packer.compress(self.content) + packer.flush()

    def fields(self) -> tuple[bytes, bytes]:
        """Return its bytes, and what all headers say of them."""
        packed = self.packed
        size = len(self.content) if self.says_size is None else self.says_size
        crc = zlib.crc32(self.content) if self.says_crc is None else self.says_crc
        lengths = struct.pack("<3L2H", crc, len(packed), size, len(self.raw_name), 0)
        return packed, struct.pack("<4H", self.flags, self.method, 0, 33) + lengths


def zipped(entries: Iterable[Entry], count: int | None = None) -> bytes:
    """Return an archive of these entries; `count` is how many it says there are."""
    body, listed, number = b"", b"", 0
    for entry in entries:
        packed, fields = entry.fields()
        system = struct.pack("<HLL", 0, entry.mode << 16, len(body))
        listed += b"PK\x01\x02" + struct.pack("<2H", 0x0314, 20) + fields
        listed += struct.pack("<2H", 0, 0) + system + entry.raw_name
        body += b"PK\x03\x04" + struct.pack("<H", 20) + fields + entry.raw_name + packed
        number += 1
    said = number if count is None else count
    end = struct.pack("<4H2LH", 0, 0, said & 0xFFFF, said & 0xFFFF, len(listed), len(body), 0)
    return body + listed + b"PK\x05\x06" + end


ROUTINE = b"""title = "Sent to me"
positions = ["bed"]

[[steps]]
exercise = "sent-hold"
"""
EXERCISE = b"""title = "A hold"
positions = ["bed"]
muscles = ["calf"]
target = "Calf"

[dose]
hold = 20
"""


def usual_files() -> dict[str, bytes]:
    """Return the files of a small honest share."""
    return {"routine.toml": ROUTINE, "exercises/sent-hold.toml": EXERCISE}


def manifest(files: Mapping[str, bytes], **other: object) -> bytes:
    """Return a manifest of these files; some of what it says may be replaced."""
    listed = [
        {"path": path, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for path, content in files.items()
    ]
    said = {
        "format": 1,
        "app": "Cramp Coach",
        "app_version": "0.1.0",
        "kind": "routine",
        "routine": {"id": "sent", "title": "Sent to me"},
        "files": listed,
    }
    return json.dumps({**said, **other}).encode()


def share(files: Mapping[str, bytes] | None = None, *more: Entry, **other: object) -> bytes:
    """Return a whole share: these files in a right manifest, and entries that are not in it."""
    files = usual_files() if files is None else files
    entries = [Entry("manifest.json", manifest(files, **other))]
    entries += [Entry(name, content) for name, content in files.items()]
    return zipped([*entries, *more])
