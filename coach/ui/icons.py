"""The app's few icons, coloured as needed and kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap


class Icons:
    """Draws the SVG files of one folder.

    A file is drawn on a grid of 24 with the ink `currentColor`. Nothing is read before it is
    drawn, and the part of Qt that reads SVG is brought in with the first icon.
    """

    def __init__(self, folder: Path) -> None:
        """Take icons from `folder`, one file an icon."""
        self._folder = folder
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Return an icon.

        Args:
            name: Name of the file without `.svg`.
            colour: Its ink, `#rrggbb`.
            size: Its side in pixels of the layout.
            ratio: Pixels of the screen in one of the layout.

        Raises:
            OSError: There is no such icon.
        """
        key = (name, colour, size, ratio)
        if key not in self._kept:
            self._kept[key] = self._draw(name, colour, size, ratio)
        return self._kept[key]

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # costs memory and time: not before it is needed

        source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
