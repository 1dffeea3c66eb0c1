"""The red band on top of STOP."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.ui.cramp.fitted import Fitted
from coach.ui.paragraph import break_lines
from coach.ui.theme import Size, Space, Theme

_TITLE_SIZES = (40, 32, 28, 24, 20, 16)
LARGE_TEXT = 1.3
"""Beyond this factor of the text the heading, large as it is, leaves room for what follows."""

_TEXT_SIZES = (18, 16, 14)


class RedBand(QWidget):
    """The heading, and in a sentence what not to do.

    Attributes:
        title: The heading.
        text: The sentence.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = Fitted(theme, _TITLE_SIZES, ink="on_stop", parent=self)
        self.text = Fitted(theme, _TEXT_SIZES, ink="on_stop", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self.title)
        column.addWidget(self.text)
        theme.changed.connect(self.fit)

    def show_text(self, title: str, text: str) -> None:
        """Show a heading and a sentence."""
        self.title.set_text(title)
        self.text.set_text(text)
        self.fit()

    def fit(self) -> None:
        """Take the height that both need, the heading no more than two lines."""
        width = self.width() - 2 * Space.M
        for pixels in _TITLE_SIZES:
            font = self._theme.font_of(self._theme.pixels(pixels), Size.TITLE.weight)
            lines = break_lines(self.title.text(), font, max(1, width), 9)
            widest = max((QFontMetricsF(font).horizontalAdvance(line) for line in lines), default=0)
            if len(lines) <= 2 and widest <= width:
                break
        if self._theme.scale > LARGE_TEXT:
            pixels = min(pixels, _TITLE_SIZES[-2])
        self.title.setFixedHeight(self.title.height_at(width, pixels) + 1)
        self.text.setFixedHeight(self.text.height_at(width, _TEXT_SIZES[-1]) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the red ground."""
        QPainter(self).fillRect(event.rect(), self._theme.colour("stop"))
