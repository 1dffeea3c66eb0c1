"""Keeps importing as quick as it was before Qt came."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Undo, at the end, what the first import of PySide6 does to all later ones.

    It puts a function of its own in the place of `__import__`, which reads the source text of every
    module to see whether it chooses `snake_case` names through `__feature__`, and keeps the text:
    10 ms and 4 MB for ours, none of which does.
    """
    plain = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = plain
