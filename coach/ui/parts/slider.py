"""A slider as high as a finger needs."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from coach.ui.mirror import is_mirrored
from coach.ui.theme import Line, Target, Theme

KNOB = 11
"""Radius in pixels at 100 % text."""

TRACK = 6
LEAST_WIDTH = 160


class Slider(QSlider):
    """Goes to where it is clicked; the wheel is for the page it is on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lie across, from 0 to 99 as in Qt."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """High enough to hit."""
        return QSize(LEAST_WIDTH, max(Target.SMALL, 2 * self._reach))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than can be set."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page: whoever scrolls does not mean to change anything."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay there."""
        self.setSliderDown(False)

    def _go_to(self, x: float) -> None:
        left, right = self._ends
        share = (x - left) / max(1.0, right - left)
        share = 1 - share if is_mirrored() else share
        steps = round(share * (self.maximum() - self.minimum()) / self.singleStep())
        place = self.minimum() + steps * self.singleStep()
        self.setSliderPosition(max(self.minimum(), min(self.maximum(), place)))

    @property
    def _reach(self) -> int:
        """Pixels from the middle of the knob to its edge, or to that of its ring."""
        return self._theme.pixels(KNOB) + math.ceil(Line.FOCUS / 2)

    @property
    def _ends(self) -> tuple[float, float]:
        return float(self._reach), float(self.width() - self._reach)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and knob, and the ring where it has the focus."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._ends
        span = max(1, self.maximum() - self.minimum())
        done = (right - left) * (self.sliderPosition() - self.minimum()) / span
        x = right - done if is_mirrored() else left + done
        middle, thick = self.height() / 2, theme.pixels(TRACK)
        inset = Line.FOCUS / 2  # as a button's border, so that both begin at one line
        track = QRectF(inset, middle - thick / 2, self.width() - 2 * inset, thick)
        painter.setPen(QPen(theme.colour("edge"), Line.HAIR))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("teal"))
        if is_mirrored():
            track.setLeft(x)
        else:
            track.setRight(x)
        if done:
            painter.drawRoundedRect(track, thick / 2, thick / 2)
        # With the focus the knob makes room for its ring, as a button does.
        radius = theme.pixels(KNOB) - (2 * Line.FOCUS if self.hasFocus() else 0)
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink"), Line.FOCUS))
            around = float(theme.pixels(KNOB))
            painter.drawEllipse(QPointF(x, middle), around, around)
