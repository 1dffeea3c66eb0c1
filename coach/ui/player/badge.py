"""The badge that says which leg works."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.body import Side
from coach.core.captions import side_name
from coach.ui.theme import Line, Size, Space, Theme


class SideBadge(QWidget):
    """A pill with a few words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As large as its words need on either side, so that it stays when sides change."""
        metrics = QFontMetrics(self._theme.font(Size.STRONG))
        texts = [self._text, *map(side_name, (Side.RIGHT, Side.LEFT))]
        width = max(map(metrics.horizontalAdvance, texts)) + 2 * Space.M
        return QSize(width, metrics.height() + Space.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("teal"), Line.BORDER))
        painter.setBrush(self._theme.colour("teal_soft"))
        place = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(self._theme.colour("teal_text"))
        painter.setFont(self._theme.font(Size.STRONG))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
