"""Text on paper: set in lines, measured, and cut only where nothing else helps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintDevice,
    QPainter,
    QTextLayout,
    QTextOption,
)

from coach.ui.paragraph import line_starts
from coach.ui.sheet.paper import Type


class Block:
    """A paragraph set to a width.

    Attributes:
        height: In dots.
        is_whole: Whether all of it is there.
    """

    def __init__(
        self, text: str, kind: Type, width: float, device: QPaintDevice, most: int = 99
    ) -> None:
        """Set a text; what does not fit into `most` lines is cut, with an ellipsis."""
        font = kind.font()
        metrics = QFontMetricsF(font, device)
        self._layouts: list[tuple[QTextLayout, float]] = []
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        whole = QTextLayout(text, font, device)
        whole.setTextOption(option)
        starts = line_starts(whole, width) or [0]
        self.is_whole = len(starts) <= most
        pieces = [
            text[start:end].strip()
            for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
        ]
        if not self.is_whole:
            rest = text[starts[most - 1] :].strip()
            last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            pieces = [*pieces[: most - 1], last]
        self._line = metrics.height()
        for index, piece in enumerate(pieces):
            layout = QTextLayout(piece, font, device)
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(2 * width)  # it is one line, whatever rounding says
            layout.endLayout()
            self._layouts.append((layout, index * self._line))
        self.width = max((layout.maximumWidth() for layout, _top in self._layouts), default=0.0)
        self.height = len(pieces) * self._line

    def draw(self, painter: QPainter, left: float, top: float, colour: str) -> float:
        """Draw it, and return where the next thing may begin."""
        painter.setPen(QColor(colour))
        for layout, down in self._layouts:
            layout.draw(painter, QPointF(left, top + down))
        return top + self.height
