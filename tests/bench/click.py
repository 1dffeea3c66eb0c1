"""How long a click on Cramp now takes until the instruction is painted."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from statistics import median, quantiles

from tests.bench.table import Row

CLICKS = 30
SETTLED_SECONDS = 1.0


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    from coach.app.coach import Coach
    from coach.app.parts import Parts
    from coach.app.trace import Trace
    from coach.bootstrap.shelves import figure_shelf, library
    from coach.ui.window import MainWindow
    from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice

    parts = Parts(
        library=library(),
        clock=HandClock(),
        trace=Trace(None),
        make_voice=lambda _state, _length: WrittenVoice(),
        make_diary=lambda _report: ListDiary(),
        make_awake=CountedAwake,
    )
    window = MainWindow(Coach(parts), figure_shelf())
    window.resize(1100, 760)
    window.show()
    settled = time.monotonic() + SETTLED_SECONDS
    while time.monotonic() < settled:
        application.processEvents()
    times = []
    for _click in range(CLICKS):
        began = time.perf_counter()
        window.header.cramp.click()
        window.cramp_screen.repaint()
        times.append(time.perf_counter() - began)
        application.processEvents()
        window.cramp_screen.leave()
        application.processEvents()
    slowest = quantiles(times, n=20)[18] * 1000
    seen = f"first {times[0] * 1000:.0f} ms, median {median(times) * 1000:.1f} ms, {CLICKS} clicks"
    yield Row("click on Cramp now to painted, p95", slowest, 50, "ms", seen)
    window.close()
