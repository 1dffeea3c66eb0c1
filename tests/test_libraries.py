"""What the app relies on in its libraries."""

from __future__ import annotations

import gc
import sys

from PySide6.QtGui import QImage, QPainter, QPen


def test_calls_that_return_nothing_leave_nothing_behind(qapp: object) -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to None a call, and aborted in the end."""
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    pen = QPen()
    gc.collect()
    before = sys.getrefcount(None)
    for _call in range(2000):
        painter.setPen(pen)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 100
