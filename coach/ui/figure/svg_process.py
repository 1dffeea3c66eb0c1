"""Draws an SVG drawing in a process of its own, which may be ended at any time.

Qt's renderer can't be interrupted, and while it draws no other Python runs: a file of 78 KB that
is one path of 10,000 random corners kept it busy for 86 seconds.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from coach.content.problem import error
from coach.core.numbers import number
from coach.core.words import _

LONGEST: Final = 8.0
"""Seconds a drawing may take."""
MOST_MEMORY: Final = 1 << 30
"""Bytes the process may take, where the system knows such a limit."""
FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied


class SvgProcess:
    """One drawing of one file."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def draw(self, content: bytes, width: int, height: int, seconds: float = LONGEST) -> QImage:
        """Return the drawing in pixels; waits for it, so that this is nothing for the main thread.

        Raises:
            ContentError: Qt can't draw it, or not in time and memory.
        """
        try:
            pixels = self._run(content, width, height, seconds)
        except subprocess.TimeoutExpired:
            raise error(
                "",
                _("takes longer than {seconds} s to draw; simplify it").format(
                    seconds=number(seconds)
                ),
            ) from None
        except OSError as wrong:
            why = wrong.strerror or str(wrong)
            raise error(
                "", _("can't be drawn here ({why}); save it as PNG").format(why=why)
            ) from None
        if len(pixels) != 4 * width * height:
            raise error("", _("can't be drawn; simplify it or save it as PNG"))
        return QImage(pixels, width, height, FORMAT).copy()

    def _run(self, content: bytes, width: int, height: int, seconds: float) -> bytes:
        with self._start(width, height) as process:
            self._process = process
            if self._cancelled:
                process.kill()
            try:
                return process.communicate(content, timeout=seconds)[0]
            finally:
                self._process = None
                process.kill()  # does nothing where it has ended

    def cancel(self) -> None:
        """End it; whoever waits for it gets an error."""
        self._cancelled = True
        process = self._process
        if process is not None:
            process.kill()

    @staticmethod
    def _start(width: int, height: int) -> subprocess.Popen[bytes]:
        home = str(Path(__file__).resolve().parents[3])
        inherited = os.environ.get("PYTHONPATH")
        path = os.pathsep.join([home, inherited]) if inherited else home
        return subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(width), str(height)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def main(arguments: list[str]) -> int:
    """Draw what comes in and write the pixels out."""
    _limit_self()
    width, height = map(int, arguments)
    content = sys.stdin.buffer.read()
    _application = QGuiApplication(["coach"])  # text needs it
    from PySide6.QtSvg import QSvgRenderer, QtSvg

    renderer = QSvgRenderer()
    option = QtSvg.Option
    renderer.setOptions(option.DisableSMILAnimations | option.DisableCSSAnimations)
    if not renderer.load(QByteArray(content)):
        return 1
    image = QImage(width, height, FORMAT)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    sys.stdout.buffer.write(image.constBits())
    return 0


def _limit_self() -> None:
    """End by itself where the app is no longer there to end it."""
    if sys.platform != "win32":
        import resource

        seconds = round(LONGEST) + 2
        limits = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, MOST_MEMORY))
        for what, most in limits:
            with contextlib.suppress(ValueError, OSError):  # not every system knows each
                resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
