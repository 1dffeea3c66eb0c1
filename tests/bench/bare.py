"""The plainest window there is: what a start is compared with."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Writes down when it was first painted."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._file.exists():
            self._file.write_text(f'{{"t": {time.monotonic()}, "event": "shown"}}\n')
            QTimer.singleShot(0, self.close)


if __name__ == "__main__":
    application = QApplication([])
    window = Bare(Path(sys.argv[1]))
    window.show()
    application.exec()
