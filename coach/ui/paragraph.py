"""Text drawn by hand: broken into lines, shortened only where it has to be."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

ELLIPSIS = "…"


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


def draw_lines(painter: QPainter, place: QRectF, lines: tuple[str, ...], font: QFont) -> float:
    """Draw lines from the top of `place` in the painter's pen; return where they end."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    y, x = place.top(), place.left()
    from_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for line in lines:
        if from_right:
            x = place.right() - metrics.horizontalAdvance(line)
        painter.drawText(QPointF(x, y + metrics.ascent()), line)
        y += metrics.lineSpacing()
    return y
