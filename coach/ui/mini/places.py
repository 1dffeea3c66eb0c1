"""Where a small window lies on a screen: numbers only."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from coach.content.settings import ScreenCorner
from coach.ui.theme import Space


def place_in(area: QRect, size: QSize, corner: ScreenCorner) -> QPoint:
    """Return the top left of a window in a corner of the part of a screen that is free.

    A window larger than that begins at its top left, where its buttons are not.
    """
    right = area.right() + 1 - size.width() - Space.M
    bottom = area.bottom() + 1 - size.height() - Space.M
    x = right if corner.is_right else area.left() + Space.M
    y = bottom if corner.is_bottom else area.top() + Space.M
    return QPoint(max(area.left(), x), max(area.top(), y))


def nearest_corner(area: QRect, window: QRect) -> ScreenCorner:
    """Return the corner a window is nearest to."""
    away = window.center() - area.center()
    return ScreenCorner.of(right=away.x() >= 0, bottom=away.y() >= 0)


def corner_towards(corner: ScreenCorner, key: Qt.Key) -> ScreenCorner:
    """Return the corner that an arrow key leads to from another."""
    return {
        Qt.Key.Key_Left: ScreenCorner.of(right=False, bottom=corner.is_bottom),
        Qt.Key.Key_Right: ScreenCorner.of(right=True, bottom=corner.is_bottom),
        Qt.Key.Key_Up: ScreenCorner.of(right=corner.is_right, bottom=False),
        Qt.Key.Key_Down: ScreenCorner.of(right=corner.is_right, bottom=True),
    }.get(key, corner)
