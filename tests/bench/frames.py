"""What the player costs: frames painted at once with time turned by hand, and real seconds."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from statistics import median, quantiles
from typing import TYPE_CHECKING

import psutil

from coach.desktop.memory import keep_large_apart
from tests.bench.table import Row

if TYPE_CHECKING:
    from coach.ui.window import MainWindow
    from tests.app.stubs import HandClock

FRAME_SECONDS = 1 / 60
MIB = 1 << 20
ROUNDS = 11
"""Of the routine, of 5:44 minutes each: a little over an hour."""
BETWEEN = 20
"""Frames between two looks at what is held; one look at a time would tell of its moment only."""
HOUR_MIB = 5
"""Less than a fortieth of all: the heap's own breath, not something that is kept."""
WARM, MEASURED = 6.0, 6.0
"""Seconds that pass in each kind of segment before it is measured, and while it is."""

KINDS = {
    "hold": ("toe-pull-standing", "HOLD"),
    "rest": ("calf-wall-lean", "REST"),
    "reps, a foot moves": ("heel-raise-standing", "REP"),
    "reps, the whole body moves": ("calf-wall-lean", "REP"),
    "walking": ("heel-walk", "CONTINUOUS"),
}
"""For each row the exercise of the routine and the kind of segment that is measured."""


def rows() -> Iterator[Row]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    QApplication.instance() or QApplication([])
    keep_large_apart()  # as the app does once its first screen is there
    yield from turned_by_hand()
    yield from in_real_seconds()


def turned_by_hand() -> Iterator[Row]:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from coach.core.playback import PlaybackState
    from tests.app.stubs import HandClock

    clock = HandClock()
    window = open_window(clock)
    player = window.play("daily-prevention")
    QApplication.processEvents()

    def frame(seconds: float) -> float:
        clock.awake += seconds
        began = time.perf_counter()
        player.tick()
        QApplication.processEvents()
        took = time.perf_counter() - began
        # No event loop runs here that would delete what is to be deleted later.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return took

    for _frame in range(60 * 7):
        frame(FRAME_SECONDS)
    times = [frame(FRAME_SECONDS) for _frame in range(60 * 35)]
    worst = quantiles(times, n=100)[98] * 1000
    seen = f"median {median(times) * 1000:.2f} ms, 35 s at 60 a second, window 1100 × 760"
    yield Row("frame, p99", worst, 16, "ms", seen)
    # Every exercise of the routine once: from then on nothing may grow.
    process, rounds, ends = psutil.Process(), [], []
    for _round in range(1 + ROUNDS):
        held = [0.0]
        while player.playback.state is PlaybackState.PLAYING:
            for _frame in range(BETWEEN):
                frame(0.05)
            held.append(process.memory_info().rss / MIB)
        rounds.append(max(held))
        ends.append(held[-1])
        player = window.play("daily-prevention")
    told = (
        f"most held in a round of the routine, {rounds[0]:.0f} MB in the first of {len(rounds)}; "
        f"at its end {ends[0]:.0f}, half-way {ends[len(ends) // 2]:.0f}, last {ends[-1]:.0f}"
    )
    grown = max(rounds[1:]) - rounds[0]
    yield Row("memory grown over an hour played", grown, HOUR_MIB, "MB", told)
    window.close()


def in_real_seconds() -> Iterator[Row]:
    """Processor time of the whole process while its event loop runs, kind by kind."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from coach.app.clock import Reading
    from coach.core.routine import ExerciseStep
    from tests.app.stubs import HandClock

    class Runs(HandClock):
        """Runs by itself, and can be turned forward as well."""

        def read(self) -> Reading:
            return Reading(self.awake + time.monotonic(), 0.0)

    def spin(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    clock = Runs()
    for name, (exercise, kind) in KINDS.items():
        window = open_window(clock)
        player = window.play("daily-prevention")
        QApplication.processEvents()
        segment = next(
            segment
            for segment in player.timeline.segments
            if segment.kind.name == kind
            and isinstance(step := player.timeline.step_of(segment), ExerciseStep)
            and step.exercise.id == exercise
        )
        clock.awake += segment.start + 0.1
        player.tick()
        spin(min(WARM, segment.seconds / 2) if kind == "REST" else WARM)
        began, cpu = time.monotonic(), time.process_time()
        spin(2.0 if kind == "REST" else MEASURED)
        share = (time.process_time() - cpu) / (time.monotonic() - began)
        yield Row(f"player, {name}", 100 * share, 8, "%", f"of one core, every thread; {exercise}")
        window.close()


def open_window(clock: HandClock) -> MainWindow:
    from coach.app.coach import Coach
    from coach.app.parts import Parts
    from coach.app.trace import Trace
    from coach.bootstrap.shelves import figure_shelf, library
    from coach.ui.window import MainWindow
    from tests.app.stubs import CountedAwake, ListDiary, WrittenVoice

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
    return window
