"""Gives memory back to the system while nobody sees the app."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterable, Iterator

MADV_DONTNEED = 4
"""From `madvise(2)`: let go of the pages; those of a file are found again when they are used."""

_MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (r-[x-]p) \S+ \S+ ([1-9]\d*) ")
"""A part of a file that nobody may write into: begin, end, rights, the file's number."""

_CHANGED = ("Private_Dirty", "Anonymous", "Swap")
"""Kilobytes of a part that are no longer as they are in the file."""


def give_back() -> None:
    """Return what is free to the system, and let go of code until it runs again; Linux only.

    glibc keeps what was freed: 11 to 18 MB after a routine or a cramp. The code of Qt and of its
    bindings that has ever run, some 20 MB, stays in the system's file cache but no longer counts
    as this process's; what is used again is found there within microseconds. Windows does the
    same to every program that is minimised.
    """
    gc.collect()
    if sys.platform != "linux":
        return
    import ctypes

    libc = ctypes.CDLL(None)
    if not hasattr(libc, "malloc_trim"):  # not glibc
        return
    libc.malloc_trim(0)
    libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    with open("/proc/self/smaps", encoding="utf-8", errors="replace") as table:  # noqa: PTH123
        parts = list(unchanged_parts(table))
    for begin, length in parts:
        libc.madvise(begin, length, MADV_DONTNEED)


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
