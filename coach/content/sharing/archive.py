"""Reads a zip archive that anybody may have made; nothing it says of itself is believed.

Every entry is looked at before any is unpacked, and unpacking stops at its bounds. Source of the
format: PKWARE, APPNOTE.TXT 6.3.10.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from typing import Final

from coach.content.problem import ContentError, error
from coach.core.numbers import number
from coach.core.words import _, marked

MOST_FILE_BYTES: Final = 64 << 20
"""Of an archive."""
MOST_ENTRIES: Final = 500
MOST_BYTES: Final = 128 << 20
"""Of all entries unpacked."""
MOST_RATIO: Final = 200
"""Bytes that one packed byte may become; drawings in SVG reach about 30."""

_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_MOST_COMMENT: Final = 0xFFFF
_ZIP64: Final = b"PK\x06\x07"
_MOST_HEAD: Final = 4096
"""Bytes of one entry in the list of contents; names and extras of honest ones take about 100."""
_FREE: Final = 1 << 20
"""So much may be unpacked before the ratio counts: text repeats itself."""
_CHUNK: Final = 1 << 16
_ENCRYPTED: Final = 0x2041
"""Flag bits: encrypted, strongly encrypted, list of contents encrypted."""


class Archive:
    """The entries of one archive.

    Attributes:
        names: Of every file in it, in the archive's order.
    """

    names: tuple[str, ...]

    def __init__(self, content: bytes) -> None:
        """Look at every entry, unpack none.

        Raises:
            ContentError: With the one reason why it is refused.
        """
        count = _stated_entries(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, struct.error, ValueError, OverflowError):
            raise damaged() from None
        except NotImplementedError:
            raise error("", _("needs a newer kind of zip program than is known here")) from None
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise _too_many(len(entries))
        if len(entries) != count:
            raise damaged()
        for entry in entries:
            _check_entry(entry)
        _check_distinct(entries)
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}
        self.names = tuple(self._entries)
        self._left = MOST_BYTES

    def read(self, name: str, most: int) -> bytes:
        """Unpack one entry.

        Args:
            name: One of `names`.
            most: Bytes that it may have.

        Raises:
            ContentError: It is damaged or larger than is allowed, whatever it says.
        """
        entry = self._entries[name]
        try:
            content = self._unpack(entry, most)
        except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, OSError, ValueError):
            raise error(shown(name), _("is damaged; have it sent again")) from None
        except (NotImplementedError, RuntimeError):  # what zipfile says of what it can't unpack
            raise error(shown(name), _("is packed in a way that is not known here")) from None
        if len(content) != entry.file_size:
            sizes = _("has {size} bytes and not {said} as it says").format(
                size=number(len(content)), said=number(entry.file_size)
            )
            raise error(shown(name), _("{sizes}; have it sent again").format(sizes=sizes))
        return content

    def _unpack(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        parts: list[bytes] = []
        size = 0
        with self._zip.open(entry) as file:
            while part := file.read(_CHUNK):
                size += len(part)
                self._left -= len(part)
                self._check_bounds(entry, size, most)
                parts.append(part)
        return b"".join(parts)

    def _check_bounds(self, entry: zipfile.ZipInfo, size: int, most: int) -> None:
        if size > most:
            raise error(
                shown(entry.filename),
                _("has more than {most} bytes unpacked").format(most=number(most)),
            )
        if self._left < 0:
            raise error("", _("has more than {most} MiB unpacked").format(most=MOST_BYTES >> 20))
        if size > _FREE and size > MOST_RATIO * entry.compress_size:
            raise error(
                shown(entry.filename),
                _("grows more than {most} times when unpacked").format(most=MOST_RATIO),
            )


def is_archive(content: bytes) -> bool:
    """Whether something begins as a zip archive does."""
    return content.startswith((b"PK\x03\x04", _END))


def damaged() -> ContentError:
    """Return the error of an archive that breaks its format's rules."""
    return error("", _("is damaged and can't be opened; have it sent again"))


def shown(name: str) -> str:
    """Return a name of an entry, fit to be shown."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in name)
    return plain if len(plain) <= 60 else f"{plain[:59]}…"


def _stated_entries(content: bytes) -> int:
    """Return how many entries the archive says it has, refused before the list is read."""
    at = content.rfind(_END, max(0, len(content) - _END_BYTES - _MOST_COMMENT))
    if at < 0 or at + _END_BYTES > len(content):
        raise error("", _("is cut short; have it sent again"))
    disk, first, here, count, size, offset, _comment = struct.unpack_from("<4H2LH", content, at + 4)
    if content[max(0, at - 20) : at].startswith(_ZIP64) or 0xFFFFFFFF in (size, offset):
        raise error("", _("is a ZIP64 archive, larger than any that is taken"))
    if disk or first or here != count:
        raise damaged()
    if count > MOST_ENTRIES or size > MOST_ENTRIES * _MOST_HEAD:
        raise _too_many(count)
    return int(count)


def _too_many(count: int) -> ContentError:
    return error(
        "",
        _("has {count} files in it; at most {most} are taken").format(
            count=number(count), most=MOST_ENTRIES
        ),
    )


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if fault := _path_fault(name) or ("" if entry.filename == name else _(_NO_PLAIN_NAME)):
        raise error(shown(name), fault)
    if entry.flag_bits & _ENCRYPTED:
        raise error(shown(name), _("is encrypted; have it sent without a password"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise error(shown(name), _("is packed in a way that is not known here"))
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) and not (kind == stat.S_IFDIR and entry.is_dir()):
        raise error(shown(name), _("is a link or a device, not a file"))
    if entry.is_dir() and entry.file_size:
        raise error(shown(name), _("is a folder that says it has content"))


_NO_PLAIN_NAME: Final = marked("is no plain name of a file")


def _path_fault(name: str) -> str:
    """Return why an entry may not have this name, or nothing: it may."""
    if not name or not name.isprintable() or len(name) > 255:
        return _(_NO_PLAIN_NAME)
    parts = name.removesuffix("/").split("/")
    leads_out = (
        "\\" in name
        or name.startswith(("/", "~"))
        or re.match(r"[A-Za-z]:", name)
        or not {"", ".", ".."}.isdisjoint(parts)
    )
    return _("leads out of the archive") if leads_out else ""


def _check_distinct(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse names that are one and the same to some computers: case and accents differ only."""
    seen: set[str] = set()
    for entry in entries:
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", entry.filename).casefold())
        if key in seen:
            raise error(shown(entry.filename), _("is in the archive twice"))
        seen.add(key)
