"""Text in the sizes of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from coach.ui.mirror import is_mirrored
from coach.ui.paragraph import break_lines, directed, runs_from_right
from coach.ui.theme import LEAST_ROOM, Size

MOST_LINES = 999


class Text(QLabel):
    """A text that wraps, is never cut off, and is laid out again only when it changes.

    Where even one word is too long for a line, the word is broken.
    """

    def __init__(
        self,
        size: Size,
        text: str = "",
        *,
        tone: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`; `tone` is soft, accent or stop, or empty for plain ink."""
        self._least_lines = 0
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", size.name)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(True)
        self.setAlignment(_from_its_side(align) | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text; the same one costs nothing."""
        text = directed(text)
        if text != self.text():
            self.setText(text)

    def set_size(self, size: Size) -> None:
        """Set it in another size; the same one costs nothing."""
        if self.property("look") != size.name:
            self.setProperty("look", size.name)
            self.style().unpolish(self)
            self.style().polish(self)
            self._keep()

    def keep_lines(self, lines: int) -> None:
        """Never take less room than so many lines, so that what stands below stays in place."""
        self._least_lines = lines
        self._keep()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the lines in another font too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep()

    def paintEvent(self, event: QPaintEvent) -> None:
        """From right to left Qt lets the space at the end of a line push the line out of sight."""
        marks = Qt.TextInteractionFlag.TextSelectableByMouse
        is_plain = not self.textInteractionFlags() & marks
        if not self._breaks(self.width()) and not (is_mirrored() and self.wordWrap() and is_plain):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        room, high = QRectF(self.contentsRect()), self.fontMetrics().lineSpacing()
        lines = self._lines_in(room.width())
        free = room.height() - high * len(lines)
        if align & Qt.AlignmentFlag.AlignVCenter:
            room.translate(0, max(0.0, free / 2))
        elif align & Qt.AlignmentFlag.AlignBottom:
            room.translate(0, max(0.0, free))
        room.setHeight(high)
        across = align & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignAbsolute
        if not runs_from_right(self.text()):
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for line in lines:
            painter.drawText(room, int(across | Qt.AlignmentFlag.AlignTop), line)
            room.translate(0, high)

    def _breaks(self, width: int) -> bool:
        """Whether a word is longer than a line; Qt would cut it."""
        return self.wordWrap() and width < super().minimumSizeHint().width()

    def _lines_in(self, width: float) -> list[str]:
        parts = self.text().split("\n")
        return [
            line for part in parts for line in break_lines(part, self.font(), width, MOST_LINES)
        ]

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, as far as every part of the least window has room for it."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), LEAST_ROOM), hint.height()) if self.wordWrap() else hint

    def heightForWidth(self, width: int) -> int:
        """As high as the lines."""
        if not self._breaks(width):
            return super().heightForWidth(width)
        return len(self._lines_in(width)) * self.fontMetrics().lineSpacing()

    def _keep(self) -> None:
        if self._least_lines:
            self.setMinimumHeight(self._least_lines * self.fontMetrics().lineSpacing())


def _from_its_side(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Keep a text in foreign letters, a name say, on the side where all others begin."""
    if align != Qt.AlignmentFlag.AlignLeft or not is_mirrored():
        return align
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
