"""A part of a picture kept as pixels: painted once, copied as often as its moment comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

MOST_BYTES: Final = 64 << 20
"""Kept of one motion: every frame of a walk or of a lean, where the picture is 600 pixels wide.

What is beyond that is painted anew each time."""


@dataclass(frozen=True, slots=True)
class Print:
    """A part of a picture, ready to be copied.

    Attributes:
        area: The part of the widget it lies in, pixels of the widget.
        image: All that is painted there; nothing shines through.
    """

    area: QRect
    image: QImage

    @property
    def size(self) -> int:
        """Bytes."""
        return self.image.sizeInBytes()


def bytes_of(area: QRect, ratio: float) -> int:
    """Return the size of a print before it is made."""
    return round(area.width() * area.height() * 4 * ratio * ratio)


def print_of(area: QRect, ratio: float, paint: Callable[[QPainter, QRect], None]) -> Print:
    """Return a part of a picture as pixels.

    Args:
        area: The part of the widget, pixels of the widget.
        ratio: Pixels of the screen in one of the widget; a whole number.
        paint: Paints a part in the widget's own pixels.
    """
    image = QImage(area.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-area.topLeft())
    paint(painter, area)
    painter.end()
    return Print(area, image)
