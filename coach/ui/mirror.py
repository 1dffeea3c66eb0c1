"""What is placed by hand lies the other way round where a language runs from right to left.

Layouts, and texts drawn into a rectangle, are turned round by Qt. What stays as it is: the figure,
whose left leg is the left one; the player's buttons and bars, which show the way of time as those
of every player do; and digits.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication

Place = TypeVar("Place", QRect, QRectF)


def is_mirrored() -> bool:
    """Whether the language runs from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def mirrored(place: Place, within: Place) -> Place:
    """Return where a place in another one lies: there, or as far from the other side."""
    if not is_mirrored():
        return place
    return place.translated(within.left() + within.right() - place.left() - place.right(), 0)


def edges(start: int, top: int, end: int, bottom: int) -> QMargins:
    """Return the room around a layout: before its lines begin, above, after they end, below."""
    return QMargins(end, top, start, bottom) if is_mirrored() else QMargins(start, top, end, bottom)
