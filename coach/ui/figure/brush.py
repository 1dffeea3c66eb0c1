"""Fills and strokes, with colours made once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen


@lru_cache(maxsize=512)
def brush(colour: str) -> QBrush:
    """A flat brush."""
    return QBrush(QColor(colour))


@lru_cache(maxsize=512)
def pen(colour: str, width: float) -> QPen:
    """A round pen; width in thousandths of body height."""
    return QPen(
        QBrush(QColor(colour)),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


@lru_cache(maxsize=1024)
def blend(one: str, other: str, sixteenths: int) -> str:
    """A colour between two, in sixteen steps so that few are ever made."""
    a, b, share = QColor(one), QColor(other), sixteenths / 16.0
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    ).name()


def fill(painter: QPainter, path: QPainterPath, colour: str) -> None:
    """Fill a path."""
    painter.fillPath(path, brush(colour))


def stroke(painter: QPainter, path: QPainterPath, colour: str, width: float) -> None:
    """Draw a line along a path."""
    painter.strokePath(path, pen(colour, width))
