"""The large buttons of Cramp now, with the key that presses them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.button import Button, Weight
from coach.ui.cramp.keycap import draw_with_key, width_with_key
from coach.ui.paragraph import break_lines, draw_middle
from coach.ui.theme import Size, Space, Target, Theme

_SIZES = (Size.CAPTION, Size.HEADING, Size.STRONG, Size.SMALL)

PADDING = 12
"""Pixels between the words and the button's ends."""

LEAST_PIXELS = 10
"""Words get no smaller, however small the window."""


class BigButton(Button):
    """Fills the place it is given; its words get as large as they can and wrap at last.

    The key stands behind the words where there is room for it.
    """

    breaks = False

    def __init__(
        self,
        theme: Theme,
        text: str,
        key: str = "",
        *,
        weight: Weight = Weight.OUTLINED,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; `key` is the name of the key as shown, empty for none."""
        self._key = key
        self._peers: tuple[BigButton, ...] = ()
        super().__init__(
            theme, text, weight=weight, height=Target.URGENT, size=Size.CAPTION, parent=parent
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_key(key)

    def set_peers(self, *peers: BigButton) -> None:
        """Set the words no larger than those of the buttons beside it."""
        self._peers = peers

    def set_key(self, key: str) -> None:
        """Name another key."""
        self._key = key
        self.set_tip(f"{self.text()} ({key})" if key else self.text())
        self.update()

    @property
    def one_line_width(self) -> int:
        """Pixels in which the words stand in one line, in the least size."""
        metrics = QFontMetricsF(self._font_at(Size.SMALL))
        return round(metrics.horizontalAdvance(self.text()) + 2 * PADDING + 1)

    @property
    def least_width(self) -> int:
        """Pixels in which the longest word stands in one line, in the least size."""
        metrics = QFontMetricsF(self._font_at(Size.SMALL))
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return round(widest + 2 * PADDING + 1)

    def height_for(self, width: int) -> int:
        """Return a height for a thumb, and for two lines where a width asks for two."""
        two = width < self.one_line_width and len(self.text().split()) > 1
        line = QFontMetricsF(self._font_at(Size.SMALL)).lineSpacing()
        return max(Target.URGENT, round((2 if two else 1) * line) + Space.M + Space.XS)

    def sizeHint(self) -> QSize:
        """High enough for the present width."""
        return QSize(self.least_width, self.height_for(self.width() or self.one_line_width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        self._draw_words(painter, self._weight.ink)

    def _draw_words(self, painter: QPainter, ink: str) -> None:
        place = QRectF(self.rect()).adjusted(PADDING, 0, -PADDING, 0)
        font, lines = self._fitting(place.width())
        painter.setPen(self._theme.colour(ink))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        if self._key and len(lines) == 1 and self._keys_fit(metrics, place.width()):
            draw_with_key(painter, self._theme, place, self.text(), self._key)
            return
        draw_middle(painter, place, lines, font)

    def _keys_fit(self, metrics: QFontMetricsF, width: float) -> bool:
        """Whether words and key have room, here and on the buttons beside it: all or none."""
        row = [one for one in (self, *self._peers) if one._key]
        return all(
            width_with_key(self._theme, metrics, one.text(), one._key) <= width for one in row
        )

    def _fitting(self, width: float) -> tuple[QFont, tuple[str, ...]]:
        """Return the largest font in which the words stand in one line, else in two."""
        texts = [self.text(), *(peer.text() for peer in self._peers)]
        for size in _SIZES:
            font = self._font_at(size)
            metrics = QFontMetricsF(font)
            is_high = metrics.lineSpacing() > self.height()
            if not is_high and all(metrics.horizontalAdvance(text) <= width for text in texts):
                return font, (self.text(),)
        return self._wrapped(font, width)

    def _wrapped(self, font: QFont, width: float) -> tuple[QFont, tuple[str, ...]]:
        while True:
            metrics = QFontMetricsF(font)
            lines = break_lines(self.text(), font, width, 9)
            widest = max(metrics.horizontalAdvance(word) for word in self.text().split())
            high = metrics.lineSpacing() * len(lines)
            if (widest <= width and high <= self.height()) or font.pixelSize() <= LEAST_PIXELS:
                return font, lines
            font = self._theme.font_of(font.pixelSize() - 1, QFont.Weight.DemiBold)

    def _font_at(self, size: Size) -> QFont:
        return self._theme.font_of(size.pixels * self._theme.scale, QFont.Weight.DemiBold)
