"""The app after some use: `python -m tests.bench.lived home|routine|cramp TRACE`.

Nothing but the clicks comes from here. The trace tells `used` once home is shown again, and
`back` each time the window is in sight again and painted.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from coach.app.trace import Trace
from coach.app.wish import Wish
from coach.bootstrap import window as opening
from coach.desktop.single import claim

if TYPE_CHECKING:
    from coach.content.shelf import FigureShelf
    from coach.ui.window import MainWindow

USED_MS = 12_000
"""How long the routine plays, or relief: past the lead-in and well into the exercise."""
REST_MS = 1_000


class Back(QObject):
    """Writes down when the window has come to sight and what is seen has been painted."""

    def __init__(self, window: MainWindow, trace: Trace) -> None:
        super().__init__(window)
        self._trace = trace
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose and self._handle.isExposed():
            QTimer.singleShot(0, self, lambda: self._trace.write("back"))
        return False


def main(what: str, file: Path) -> int:
    settle = opening._settle_in

    def settle_and_use(window: MainWindow, figures: FigureShelf) -> None:
        settle(window, figures)
        QTimer.singleShot(REST_MS, window, lambda: use(what, window, window._coach._parts.trace))

    opening._settle_in = settle_and_use
    wish = Wish(screen="home", trace=file)
    own = claim(wish)
    assert own is not None
    return opening.open_window(wish, own)


def use(what: str, window: MainWindow, trace: Trace) -> None:
    def over() -> None:
        trace.write("used")
        Back(window, trace)

    def leave() -> None:
        if what == "cramp":
            window.cramp_screen.leave()
        else:
            window.open_home()
        QTimer.singleShot(REST_MS, window, over)

    if what == "home":
        over()
        return
    if what == "cramp":
        window.header.cramp.click()
    else:
        window.play("daily-prevention")
    QTimer.singleShot(USED_MS, window, leave)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
