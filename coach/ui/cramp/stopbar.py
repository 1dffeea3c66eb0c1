"""The signs to stop for, always in sight, and the button that stops: one and the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.cramp.keycap import draw_with_key
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.theme import Line, Radius, Size, Space, Target, Theme

KEY = "S"

ROOMY_BELOW = 1.3
"""Factor of all text from which the signs are set smaller."""


class StopBar(Button):
    """A red button that carries the line of signs above its words; pressed anywhere.

    Its height follows its width, see `height_for`.
    """

    breaks = False

    def __init__(self, theme: Theme, signs: str, parent: QWidget | None = None) -> None:
        """Show `signs`, the questions alone."""
        self.signs = signs
        super().__init__(
            theme, _("STOP – something's different"), height=Target.URGENT, parent=parent
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tip(f"{self.text()} ({KEY})")
        self.setAccessibleDescription(f"{signs} {KEY}")

    def height_for(self, width: int) -> int:
        """Return the height that shows everything in a width."""
        inner = width - 2 * Space.M
        text = self._lines_height(self.signs, self._small, inner)
        label = self._lines_height(self.text(), self._label_font(inner), inner)
        return max(Target.URGENT, round(text + label + 3 * Space.S + Space.XS))

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        return QSize(200, self.height_for(max(200, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame with the signs and, below them, the red part with the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.width() - 2 * Space.M
        label_font = self._label_font(inner)
        label = break_lines(self.text(), label_font, inner, 4)
        red = QFontMetricsF(label_font).lineSpacing() * len(label) + 2 * Space.S
        half = Line.FOCUS / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        lit = self._hovered or self.isDown()
        painter.setPen(QPen(self._theme.colour("stop_text" if lit else "stop"), Line.FOCUS - 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(frame, Radius.MEDIUM, Radius.MEDIUM)
        painter.save()
        painter.setClipRect(QRectF(0, self.height() - red, self.width(), red))
        painter.setBrush(self._theme.colour("stop"))
        painter.drawRoundedRect(frame, Radius.MEDIUM, Radius.MEDIUM)
        painter.restore()
        self._draw_signs(painter, QRectF(Space.M, 0, inner, self.height() - red))
        self._draw_label(painter, label, label_font, red)
        if self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("ink"), Line.FOCUS))
            painter.drawRoundedRect(frame, Radius.MEDIUM, Radius.MEDIUM)

    def _draw_signs(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(self._theme.colour("ink"))
        lines = break_lines(self.signs, self._small, place.width(), 20)
        height = QFontMetricsF(self._small).lineSpacing() * len(lines)
        top = place.top() + max(0.0, (place.height() - height) / 2)
        draw_lines(painter, QRectF(place.left(), top, place.width(), height), lines, self._small)

    def _draw_label(
        self, painter: QPainter, lines: tuple[str, ...], font: QFont, height: float
    ) -> None:
        painter.setPen(self._theme.colour("on_stop"))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        place = QRectF(Space.M, self.height() - height + Space.S, 0, metrics.lineSpacing())
        place.setWidth(self.width() - 2 * Space.M)
        for line in lines[:-1]:
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), line)
            place.translate(0, place.height())
        if not draw_with_key(painter, self._theme, place, lines[-1], KEY):
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), lines[-1])

    @property
    def _small(self) -> QFont:
        """Of the signs: as large as other text where that does not cost the sentence its room."""
        return self._theme.font(Size.BODY if self._theme.scale < ROOMY_BELOW else Size.SMALL)

    def _label_font(self, width: int) -> QFont:
        for size in (Size.CAPTION, Size.HEADING, Size.STRONG, Size.SMALL):
            pixels = size.pixels * self._theme.scale
            font = self._theme.font_of(pixels, QFont.Weight.DemiBold)
            if QFontMetricsF(font).horizontalAdvance(self.text()) <= width:
                break
        return font

    def _lines_height(self, text: str, font: QFont, width: int) -> float:
        lines = break_lines(text, font, max(1, width), 20)
        return QFontMetricsF(font).lineSpacing() * len(lines)


def press(button: QAbstractButton) -> None:
    """Press a button by its key, if it can be seen and pressed."""
    if button.isVisible() and button.isEnabled():
        button.click()
