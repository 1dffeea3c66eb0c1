"""The name of a key in a frame, as on a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from coach.ui.mirror import mirrored
from coach.ui.theme import Size, Space, Theme


def width_with_key(theme: Theme, metrics: QFontMetricsF, text: str, key: str) -> float:
    """Return the pixels of words and key beside each other."""
    cap = QFontMetricsF(theme.font(Size.SMALL)).horizontalAdvance(key) + Space.M
    return metrics.horizontalAdvance(text) + Space.S + cap + Space.S


def draw_with_key(painter: QPainter, theme: Theme, place: QRectF, text: str, key: str) -> bool:
    """Draw words and key in the middle of a place; tell whether there was room.

    The words are drawn as the painter is set, the key in the small font.
    """
    metrics = QFontMetricsF(painter.font())
    small = theme.font(Size.SMALL)
    words = metrics.horizontalAdvance(text)
    cap = QFontMetricsF(small).horizontalAdvance(key) + Space.M
    if not key or width_with_key(theme, metrics, text, key) > place.width():
        return False
    left = place.left() + (place.width() - words - cap - Space.S) / 2
    row = QRectF(left, place.top(), words + 2, place.height())
    painter.drawText(mirrored(row, place), int(Qt.AlignmentFlag.AlignCenter), text)
    high = QFontMetricsF(small).height() + Space.XS
    frame = QRectF(left + words + Space.S, place.center().y() - high / 2, cap, high)
    _draw_cap(painter, theme, mirrored(frame, place), key)
    return True


def _draw_cap(painter: QPainter, theme: Theme, frame: QRectF, key: str) -> None:
    painter.setFont(theme.font(Size.SMALL))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, Space.XS, Space.XS)
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), key)
