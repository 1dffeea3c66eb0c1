"""A part of a picture kept as pixels: painted once, copied as often as its moment comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

MOST_BYTES: Final = 64 << 20
"""Kept of one motion: every frame of a walk or of a lean, where the picture is 600 pixels wide.

What is beyond that is painted anew each time."""


_STEPS: Final = 8
"""So far an edge is looked for that lies between two pixels of the screen: enough for 125, 150 and
175 %, which repeat every second or fourth pixel."""
_EXACT: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Print:
    """A part of a picture, ready to be copied.

    Attributes:
        area: The part of the widget it lies in, pixels of the widget.
        image: All that is painted there, in pixels of the screen; nothing shines through.
        device: From the widget to the screen, as it was then.
    """

    area: QRect
    image: QImage
    device: QTransform

    def copy(self, painter: QPainter) -> None:
        """Lay the pixels where they were painted, one on one."""
        ratio = self.device.m11()
        if ratio == 1.0:
            painter.drawImage(self.area.topLeft(), self.image)
            return
        painter.save()
        # In pixels of the screen: else Qt looks up each of them in a picture of another scale.
        painter.scale(1.0 / ratio, 1.0 / ratio)
        painter.drawImage(QPointF(self.area.topLeft()) * ratio, self.image)
        painter.restore()

    @property
    def size(self) -> int:
        """Bytes."""
        return self.image.sizeInBytes()


def on_screen(area: QRect, device: QTransform) -> QRect | None:
    """Return an area grown until all its edges lie between pixels of the screen, or None.

    There its pixels can be copied without being mixed with their neighbours.

    Args:
        area: The part of the widget, pixels of the widget.
        device: From the widget to the screen; it scales and moves.
    """
    left = _edge(area.left(), -1, device.m11(), device.dx())
    top = _edge(area.top(), -1, device.m22(), device.dy())
    right = _edge(area.right() + 1, 1, device.m11(), device.dx())
    bottom = _edge(area.bottom() + 1, 1, device.m22(), device.dy())
    if left is None or top is None or right is None or bottom is None:
        return None
    return QRect(QPoint(left, top), QPoint(right - 1, bottom - 1))


def _edge(at: int, step: int, scale: float, offset: float) -> int | None:
    for place in range(at, at + step * _STEPS, step):
        edge = place * scale + offset
        if abs(edge - round(edge)) < _EXACT:
            return place
    return None


def bytes_of(area: QRect, ratio: float) -> int:
    """Return the size of a print before it is made."""
    return round(area.width() * area.height() * 4 * ratio * ratio)


def print_of(
    area: QRect, device: QTransform, ground: QColor, paint: Callable[[QPainter, QRect], None]
) -> Print:
    """Return a part of a picture as pixels.

    Args:
        area: The part of the widget, as `on_screen` gave it.
        device: From the widget to the screen; it scales and moves.
        ground: Seen where nothing is painted, as beyond the widget's edge.
        paint: Paints a part in the widget's own pixels.
    """
    ratio = device.m11()
    image = QImage(area.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-area.topLeft())
    paint(painter, area)
    painter.end()
    image.setDevicePixelRatio(1.0)
    return Print(area, image, device)
