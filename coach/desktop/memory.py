"""Gives memory back to the system while nobody sees the app."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import CDLL

MADV_DONTNEED = 4
"""From `madvise(2)`: let go of the pages; those of a file are found again when they are used."""

M_MMAP_THRESHOLD = -3
"""From `malloc.h`: from how many bytes on something gets pages of its own."""

LARGE = 128 * 1024
"""Bytes; glibc begins with this, and raises it with the first larger piece that is freed."""

_MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (r-[x-]p) \S+ \S+ ([1-9]\d*) ")
"""A part of a file that nobody may write into: begin, end, rights, the file's number."""

_CHANGED = ("Private_Dirty", "Anonymous", "Swap")
"""Kilobytes of a part that are no longer as they are in the file."""


def keep_large_apart() -> None:
    """Keep large pieces, such as pictures, on pages of their own from now on; Linux only.

    Freed, they go back to the system at once. Otherwise glibc puts them among the small ones after
    a while, which then hold 15 to 35 MB of freed pictures for good.
    """
    if (libc := _glibc()) is not None:
        libc.mallopt(M_MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """Return what is free to the system, and let go of code until it runs again; Linux only.

    glibc keeps what was freed: 11 to 18 MB after a routine or a cramp. The code of Qt and of its
    bindings that has ever run, some 20 MB, stays in the system's file cache but no longer counts
    as this process's; what is used again is found there within microseconds. Windows does the
    same to every program that is minimised.
    """
    gc.collect()
    libc = _glibc()
    if libc is None:
        return
    import ctypes

    libc.malloc_trim(0)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    parts: list[tuple[int, int]] = []
    with (
        suppress(OSError),  # no /proc, as in some jails: then only what was free went back
        open("/proc/self/smaps", encoding="utf-8", errors="replace") as table,  # noqa: PTH123
    ):
        parts = list(unchanged_parts(table))
    for begin, length in parts:
        libc.madvise(begin, length, MADV_DONTNEED)


def _glibc() -> CDLL | None:
    """The C library; None where it is another one or this is not Linux."""
    if sys.platform != "linux":
        return None
    import ctypes

    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") else None


def unchanged_parts(table: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Find what a process holds that is the same in a file.

    Args:
        table: The lines of its `smaps`; see `proc(5)`.

    Yields:
        Begin and length, in bytes, of each part that cannot be written into and in which nothing
        was: what the loader relocated is changed although it can't be written into any more, and
        is only to be had from the swap once it lies there.
    """
    part: tuple[int, int] | None = None
    for line in table:
        name, _colon, value = line.partition(":")
        if name == "VmFlags":  # the last line of each part
            if part is not None:
                yield part
            part = None
        elif name in _CHANGED:
            if int(value.split()[0]) > 0:
                part = None
        elif found := _MAPPING.match(line):
            begin = int(found[1], 16)
            part = begin, int(found[2], 16) - begin
        elif "-" in name.partition(" ")[0]:
            part = None
