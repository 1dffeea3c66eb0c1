"""A text as large as its place allows."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coach.ui.paragraph import break_lines
from coach.ui.theme import Theme

MOST_LINES = 40


class Fitted(QLabel):
    """Shows a text in the largest of some sizes that fits; a label to screen readers."""

    def __init__(
        self,
        theme: Theme,
        sizes: tuple[int, ...],
        *,
        weight: QFont.Weight = QFont.Weight.DemiBold,
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet.

        Args:
            theme: Where fonts and colours come from.
            sizes: Pixels at 100 % text, the largest first.
            weight: Of the font.
            ink: Colour role.
            parent: Widget it is on.
        """
        super().__init__(parent)
        self._theme = theme
        self._sizes = sizes
        self._weight = weight
        self._ink = ink
        self._lines: tuple[str, ...] = ()
        self._font = theme.font_of(sizes[-1], weight)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        theme.changed.connect(self.refit)

    @property
    def pixels(self) -> int:
        """Height of the font that is shown."""
        return self._font.pixelSize()

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the text is cut off."""
        return self._needed(self._font, self.width()) <= self.height() + 1

    def set_text(self, text: str) -> None:
        """Show another text; the same one costs nothing."""
        if text != self.text():
            self.setText(text)
            self.refit()

    def height_at(self, width: int, pixels: int) -> int:
        """Return the height the text takes in a width, `pixels` at 100 % text."""
        font = self._theme.font_of(self._theme.pixels(pixels), self._weight)
        return round(self._needed(font, width) + 0.5)

    def refit(self) -> None:
        """Choose the size anew."""
        if not self.width():  # not laid out yet
            return
        sizes = self._sizes
        fitting = bisect_left(sizes, True, key=self._fits_at)
        if not self._fits_at(sizes[min(fitting, len(sizes) - 1)]):
            self._shrink()
        self._lines = break_lines(self.text(), self._font, self.width(), MOST_LINES)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new place."""
        super().resizeEvent(event)
        self.refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, in the middle of the height there is."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour(self._ink))
        metrics = QFontMetricsF(self._font)
        y = max(0.0, (self.height() - metrics.lineSpacing() * len(self._lines)) / 2)
        for line in self._lines:
            place = QRectF(0, y, self.width(), metrics.lineSpacing())
            painter.drawText(place, int(self.alignment()), line)
            y += metrics.lineSpacing()

    def _fits_at(self, pixels: int) -> bool:
        self._font = self._theme.font_of(self._theme.pixels(pixels), self._weight)
        return self._fits()

    def _fits(self) -> bool:
        metrics = QFontMetricsF(self._font)
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return widest <= self.width() and self.is_whole

    def _shrink(self) -> None:
        """Below the least size only where the window is too small for anything else."""
        pixels = self._font.pixelSize()
        while pixels > 8 and not self._fits():
            pixels -= 1
            self._font = self._theme.font_of(pixels, self._weight)

    def _needed(self, font: QFont, width: int) -> float:
        if not self.text():
            return 0.0
        lines = break_lines(self.text(), font, max(1, width), MOST_LINES)
        return QFontMetricsF(font).lineSpacing() * len(lines)
