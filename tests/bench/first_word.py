"""How long after a click on Cramp now the first sample of speech goes to the sound device."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.bench.table import Row
from tests.voice.heard.server import PulseServer

if TYPE_CHECKING:
    from coach.ui.window import MainWindow
    from coach.voice.client import VoiceClient

CLICKS = 30
SETTLED_SECONDS = 4.0
LEFT_SECONDS = 0.3


def rows() -> Iterator[Row]:
    """Measure; nothing where there is no PulseAudio to listen to."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        server = PulseServer(folder)
        if not server.is_installed:
            return
        server.start()
        places = {f"XDG_{n}_HOME": str(folder / n.lower()) for n in ("DATA", "CONFIG", "CACHE")}
        quiet = {"QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": server.address}
        try:
            with patch.dict(os.environ, places | quiet):
                yield from _clicked()
        finally:
            server.stop()


def _clicked() -> Iterator[Row]:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    from coach.app.clock import SystemClock
    from coach.app.coach import Coach
    from coach.app.parts import Parts
    from coach.app.trace import Trace
    from coach.bootstrap.controller import make_voice
    from coach.bootstrap.shelves import figure_shelf, library
    from coach.ui.window import MainWindow
    from tests.app.stubs import CountedAwake, ListDiary

    parts = Parts(
        library=library(),
        clock=SystemClock(),
        trace=Trace(None),
        make_voice=make_voice,
        make_diary=lambda _report: ListDiary(),
        make_awake=CountedAwake,
    )
    coach = Coach(parts)
    window = MainWindow(coach, figure_shelf())
    window.resize(1100, 760)
    window.show()
    voice: VoiceClient = coach.voice()  # type: ignore[assignment]
    wait = _waiting(application.processEvents)
    wait(lambda: False, SETTLED_SECONDS)
    waits = [_first_word(window, voice, wait) for _click in range(CLICKS)]
    seen = f"first {waits[0]:.0f} ms, {CLICKS} clicks"
    worst = quantiles(waits[1:], n=20)[18]
    yield Row("click on Cramp now to the first word, p95", worst, 150, "ms", seen)
    coach.close()
    window.close()


def _waiting(turn: Callable[[], object]) -> Callable[[Callable[[], bool], float], None]:
    def wait(over: Callable[[], bool], seconds: float) -> None:
        end = time.monotonic() + seconds
        while not over() and time.monotonic() < end:
            turn()
            time.sleep(0.001)  # leaves the core to the voice

    return wait


def _first_word(
    window: MainWindow, voice: VoiceClient, wait: Callable[[Callable[[], bool], float], None]
) -> float:
    """Click, and return the milliseconds until the voice tells of its first sample."""
    from PySide6.QtCore import QObject

    heard: list[float] = []
    joined = voice.started.connect(lambda _text: heard.append(time.monotonic()))
    began = time.monotonic()
    window.header.cramp.click()
    wait(lambda: bool(heard), SETTLED_SECONDS)
    QObject.disconnect(joined)
    window.cramp_screen.leave()
    wait(lambda: False, LEFT_SECONDS)
    return 1000 * (heard[0] - began) if heard else float("inf")
