"""Text drawn by hand: broken into lines, shortened only where it has to be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from coach.ui.mirror import is_mirrored

ELLIPSIS = "…"
EN_SPACE = "\N{EN SPACE}"
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"
"""Unseen; each counts as a letter of a language that runs that way."""
_PATH = re.compile(r"(?<![^\s(“])(?=/[^\s/]|~/|\.\w)")
"""Before the first sign of a path, which is no letter: it else stood at the end of the path."""
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
    starts = line_starts(layout, width, most + 1)
    ends = [*starts[1:], len(text)]
    lines = [text[a:b].rstrip() for a, b in zip(starts[:most], ends, strict=False)]
    if len(starts) > most:
        rest = text[starts[most - 1] :]
        metrics = QFontMetricsF(font)
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


def line_starts(layout: QTextLayout, width: float, most: float = inf) -> list[int]:
    """Lay a text out, and return where in it each line begins.

    Args:
        layout: Of the text.
        width: Room for a line, in the layout's units.
        most: So many lines at most; what is behind them is not laid out.
    """
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts


def runs_from_right(text: str) -> bool:
    """Whether a text runs from right to left: its letters say so, not the app's language alone.

    A name or a path in Latin letters else had its first or last sign on the wrong side. Where the
    language runs from the right, a sentence in it may begin with such a name all the same.
    """
    sides = _sides(text)
    if is_mirrored():
        return not sides or any(side != "L" for side in sides)
    return bool(sides) and sides[0] != "L"


def directed(text: str) -> str:
    """Return a text so that Qt, which goes by the first letter of a line, sets it rightly."""
    if not is_mirrored():
        return text
    return "\n".join(map(_directed, text.split("\n")))


def _directed(line: str) -> str:
    if not runs_from_right(line):
        return line
    whole = _PATH.sub(LEFT_TO_RIGHT_MARK, line)
    return _from_right(whole) if _sides(line)[:1] == ["L"] else whole


def behind_number(number: int, text: str) -> str:
    """Return a text behind its number in a list, which stands where lines begin."""
    line = f"{number}{EN_SPACE}{text}"
    return _from_right(line) if is_mirrored() else line


def _sides(text: str) -> list[str]:
    sides = (unicodedata.bidirectional(letter) for letter in text)
    return [side for side in sides if side in _LETTERS]


def _from_right(line: str) -> str:
    return f"{RIGHT_TO_LEFT_MARK}{line}"


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
