"""A row of a short list that can be pressed: a mark, a line above, a title."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.mirror import mirrored
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.parts.pressable import Pressable
from coach.ui.theme import Line, Radius, Size, Space, Target, Theme

MARK = 20
"""Side of the mark in pixels at 100 % text."""

MOST_LINES = 2


class Mark(Enum):
    """What stands before the words."""

    DONE = "done"
    """A tick on a filled disc."""
    OPEN = "open"
    """An empty circle."""
    NOW = "now"
    """A circle with a dot."""
    PLAY = "play"
    """A triangle that points onwards."""
    PLUS = "plus"


class ListRow(Pressable):
    """One row, all of which can be clicked; words that are too many are whole in the tip."""

    def __init__(self, theme: Theme, mark: Mark, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.mark = mark
        self.above = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[int, int] = {}
        theme.changed.connect(self._resize)

    def show_words(self, title: str, above: str = "", mark: Mark | None = None) -> None:
        """Change what it says; the same once more costs nothing."""
        mark = mark or self.mark
        if (title, above, mark) != (self.text(), self.above, self.mark):
            self.above, self.mark = above, mark
            self.setText(title)
            self.setAccessibleName(title)
            self.setAccessibleDescription(above)
            self.setToolTip(title)
            self._resize()
            self.update()

    def _resize(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    @property
    def _text_left(self) -> int:
        return self._theme.pixels(MARK) + 2 * Space.S + Space.XS

    def lines(self, width: int) -> tuple[tuple[tuple[str, ...], Size, str], ...]:
        """Return the lines above and those of the title in a width, with size and colour role."""
        room = max(1, width - self._text_left - Space.S)
        parts = ((self.above, Size.SMALL, "ink_soft"), (self.text(), Size.BODY, "ink"))
        return tuple(
            (break_lines(text, self._theme.font(size), room, MOST_LINES), size, role)
            for text, size, role in parts
            if text
        )

    def _text_height(self, width: int) -> float:
        return sum(
            len(lines) * QFontMetricsF(self._theme.font(size)).lineSpacing()
            for lines, size, _role in self.lines(width)
        )

    def hasHeightForWidth(self) -> bool:
        """Words that wrap take height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words, and as a finger needs."""
        if width not in self._heights:
            self._heights[width] = max(Target.SMALL, round(self._text_height(width)) + Space.S)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """In the width there is."""
        width = max(self.width(), 160)
        return QSize(160, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible: the words wrap."""
        return QSize(self._theme.pixels(120), Target.SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, mark and words."""
        theme = self._theme
        painter = self._begin()
        self._draw_ground(painter)
        side = theme.pixels(MARK)
        mark = QRectF(Space.S, (self.height() - side) / 2, side, side)
        self._draw_mark(painter, mirrored(mark, QRectF(self.rect())))
        high = self._text_height(self.width())
        width = self.width() - self._text_left
        place = QRectF(self._text_left, (self.height() - high) / 2, width, high)
        place = mirrored(place, QRectF(self.rect()))
        for lines, size, role in self.lines(self.width()):
            painter.setPen(theme.colour(role))
            place.setTop(draw_lines(painter, place, lines, theme.font(size)))

    def _draw_ground(self, painter: QPainter) -> None:
        theme, half = self._theme, Line.FOCUS / 2
        place = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._hovered or self.isDown():
            painter.setBrush(theme.colour("sunken" if self.isDown() else "teal_soft"))
            painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        if self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink"), Line.FOCUS))
            painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)

    def _draw_mark(self, painter: QPainter, place: QRectF) -> None:
        theme, unit = self._theme, place.width() / 20
        pen = QPen(theme.colour("teal"), 2 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(unit, unit)
        pen.setWidthF(2)
        painter.setPen(pen)
        middle = QPointF(10, 10)
        match self.mark:
            case Mark.DONE:
                painter.setBrush(theme.colour("teal"))
                painter.drawEllipse(middle, 8, 8)
                painter.setPen(QPen(theme.colour("on_teal"), 2))
                painter.drawPolyline([QPointF(6.2, 10.4), QPointF(9, 13), QPointF(13.8, 7.4)])
            case Mark.OPEN:
                painter.setPen(QPen(theme.colour("edge"), 2))
                painter.drawEllipse(middle, 8, 8)
            case Mark.NOW:
                painter.drawEllipse(middle, 8, 8)
                painter.setBrush(theme.colour("teal"))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(middle, 4, 4)
            case Mark.PLAY:  # the way of time, as on every player: the same in all languages
                painter.setBrush(theme.colour("teal"))
                painter.drawPolygon([QPointF(6.5, 4.5), QPointF(6.5, 15.5), QPointF(15, 10)])
            case Mark.PLUS:
                painter.drawLine(QPointF(10, 4), QPointF(10, 16))
                painter.drawLine(QPointF(4, 10), QPointF(16, 10))
        painter.restore()
