"""What a frame costs: time is turned by hand, each frame is painted at once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from statistics import median, quantiles

import psutil

from tests.bench.table import Row

FRAME_SECONDS = 1 / 60
MIB = 1 << 20


def rows() -> Iterator[Row]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    from coach.app.coach import Coach, Parts
    from coach.app.trace import Trace
    from coach.bootstrap import figure_shelf, library
    from coach.ui.window import MainWindow
    from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice

    clock = HandClock()
    parts = Parts(
        library=library(),
        clock=clock,
        trace=Trace(None),
        make_voice=lambda _state, _length: WrittenVoice(),
        make_diary=lambda _report: ListDiary(),
        make_awake=CountedAwake,
    )
    window = MainWindow(Coach(parts), figure_shelf())
    window.resize(1100, 760)
    window.show()
    player = window.play("daily-prevention")
    application.processEvents()

    def frame(seconds: float) -> float:
        clock.awake += seconds
        began = time.perf_counter()
        player.tick()
        application.processEvents()
        return time.perf_counter() - began

    for _frame in range(60 * 7):
        frame(FRAME_SECONDS)
    times = [frame(FRAME_SECONDS) for _frame in range(60 * 35)]
    worst = quantiles(times, n=100)[98] * 1000
    seen = f"median {median(times) * 1000:.2f} ms, 35 s at 60 a second, window 1100 × 760"
    yield Row("frame, p99", worst, 16, "ms", seen)
    share = 100 * sum(times) / (35.0)
    yield Row("frames alone, of one core", share, 8, "%", "the same frames")
    process = psutil.Process()
    before = process.memory_info().rss
    for _frame in range(6000):
        frame(0.05)
    grown = (process.memory_info().rss - before) / MIB
    yield Row("memory grown over five minutes played", grown, 2, "MB", "6,000 frames")
    window.close()
