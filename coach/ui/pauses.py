"""What nobody waits for, done in small steps with time for everything else in between."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 20


def in_pauses(owner: QObject, steps: Iterator[None]) -> None:
    """Take one step after the other, as long as `owner` is there."""
    timer = QTimer(owner, interval=PAUSE_MS)

    def step() -> None:
        if next(steps, timer) is timer:
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(step)
    timer.start()


def imports_ahead(modules: Iterable[str]) -> Iterator[None]:
    """Bring modules into memory, one at each step; those that are there take none."""
    for name in modules:
        if name not in sys.modules:
            import_module(name)
            yield
