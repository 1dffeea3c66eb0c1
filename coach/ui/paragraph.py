"""Text drawn by hand: broken into lines, shortened only where it has to be."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from coach.ui.mirror import is_mirrored

ELLIPSIS = "…"
_LETTERS = frozenset(("L", "R", "AL"))


@lru_cache(maxsize=256)
def break_lines(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Return the lines of a text.

    Args:
        text: Without line breaks.
        font: What it is set in.
        width: Room for a line in pixels.
        most: So many lines at most; where that is too few the last one ends in an ellipsis.
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
        if len(starts) > most:
            break
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[a:b].rstrip() for a, b in zip(starts[:most], ends, strict=False)]
    if len(starts) > most:
        rest = text[starts[most - 1] :]
        metrics = QFontMetricsF(font)
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


def runs_from_right(text: str) -> bool:
    """Whether a text runs from right to left: its first letter says so, not the app's language.

    A name or a path in Latin letters else had its first or last sign on the wrong side.
    """
    sides = (unicodedata.bidirectional(letter) for letter in text)
    first = next((side for side in sides if side in _LETTERS), None)
    return is_mirrored() if first is None else first != "L"


def draw_lines(painter: QPainter, place: QRectF, lines: tuple[str, ...], font: QFont) -> float:
    """Draw lines from the top of `place` in the painter's pen; return where they end."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    y, x = place.top(), place.left()
    from_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if from_right and not runs_from_right(" ".join(lines)):
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for line in lines:
        if from_right:
            x = place.right() - metrics.horizontalAdvance(line)
        painter.drawText(QPointF(x, y + metrics.ascent()), line)
        y += metrics.lineSpacing()
    if from_right:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return y


def draw_middle(painter: QPainter, place: QRectF, lines: tuple[str, ...], font: QFont) -> None:
    """Draw lines in the middle of `place`, in the painter's pen."""
    painter.setFont(font)
    high = QFontMetricsF(font).lineSpacing()
    row = QRectF(place.left(), 0, place.width(), high)
    row.moveTop(place.top() + (place.height() - high * len(lines)) / 2)
    for line in lines:
        painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter), line)
        row.translate(0, high)
