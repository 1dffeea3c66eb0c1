"""The countdown: large digits in a ring that drains."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coach.core.numbers import short_clock
from coach.core.playback import Snapshot
from coach.core.timeline import SegmentKind
from coach.core.words import _
from coach.ui.kept import Kept
from coach.ui.player.glow import Glow
from coach.ui.theme import Size, Theme

LEAST = 190
"""Least width in pixels."""

THICK, THIN = 0.065, 0.032
"""Width of the ring at work and at rest, as shares of its diameter."""

WORD_FROM = 0.70
"""Where the word begins below the digits, as a share of the room inside the ring."""

AIR = 0.02
"""Between the word and the ring, as a share of its diameter."""

JUST_OVER = 1e-6
"""A second that is over by no more than a rounding error is over."""

FULL_TURN = 360.0
TOP = 90.0


class Countdown(QLabel):
    """Digits, one word below them, and a ring around.

    The ring is thick while the body works and thin while it rests or gets ready, so that the
    colour is not all that tells them apart.

    Attributes:
        glow: Lights up the ground inside the ring.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._digits = self._word = ""
        self._number = -1
        self._kind = SegmentKind.GET_READY
        self._share = 1.0
        self._fonts: tuple[QFont, QFont] | None = None
        self._words = Kept()
        self._looks = 0
        self.glow = Glow(theme, self)
        self.glow.changed.connect(self._draw_glow_again)
        self._place()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST, LEAST)
        self.setAccessibleName(_("Seconds left"))
        theme.changed.connect(self._look_anew)

    def sizeHint(self) -> QSize:
        """The least; the layout gives what is left."""
        return self.minimumSize()

    def show_segment(self, word: str, kind: SegmentKind) -> None:
        """Change the word under the digits and what the ring stands for."""
        if word != self._word or kind is not self._kind:
            self._word, self._kind, self._fonts = word, kind, None
            self._place()
            self.update()

    def set_moment(self, snapshot: Snapshot) -> None:
        """Draw again what has changed: the digits once a second, the ring by half a pixel."""
        waits = snapshot.segment.waits
        number = int(snapshot.within) if waits else math.ceil(snapshot.left - JUST_OVER)
        if number != self._number:
            self._number = number
            before, self._digits = self._digits, short_clock(number)
            self._say_number(waits=waits)
            if len(before) != len(self._digits):
                self._fonts = None
            self.update(self._middle)
        share = 1.0 if waits else 1.0 - snapshot.progress
        if abs(share - self._share) >= self._least_step:
            before_share, self._share = self._share, share
            self.update(self._sliver(before_share, share))

    def _say_number(self, *, waits: bool) -> None:
        """Have the number there for a screen reader that asks; it is not told by itself."""
        if QAccessible.isActive():
            name = self._word if waits else _("Seconds left")
            self.setAccessibleName(f"{name}: {self._digits}")

    def describe(self, text: str) -> None:
        """Tell screen readers what goes on; once a segment, not once a second."""
        self.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit digits and ring."""
        self._fonts = None
        self._place()
        super().resizeEvent(event)

    # -- places -----------------------------------------------------------------------------

    def _place(self) -> None:
        """Work out where ring and digits lie, once for each size and kind."""
        side = min(self.width(), self.height())
        self._thickness = side * (THICK if self._kind.is_work else THIN)
        line = side * (1 - THICK) - 2
        self._ring = QRectF((self.width() - line) / 2, (self.height() - line) / 2, line, line)
        inset = line * 0.135
        self._inner = self._ring.adjusted(inset, inset, -inset, -inset)
        self._middle = self._inner.toAlignedRect()
        role = "teal" if self._kind.is_work else "edge"
        role = "warm_graphic" if self._kind is SegmentKind.GET_READY else role
        self._pen, self._track = (
            QPen(
                self._theme.colour(name),
                self._thickness,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.FlatCap,
            )
            for name in (role, "sunken")
        )
        half_pixel = 0.5 / self.devicePixelRatioF()
        self._least_step = half_pixel / max(1.0, math.pi * line)

    def _sliver(self, one: float, other: float) -> QRect:
        """The least rectangle around the part of the ring that has changed."""
        low, high = sorted((one, other))
        if high - low > 0.1:
            return self.rect()
        ring, half = self._ring, self._thickness / 2 + 2
        radius, centre = ring.width() / 2, ring.center()
        angles = [math.radians(TOP + FULL_TURN * share) for share in (low, high)]
        xs = [centre.x() + radius * math.cos(angle) for angle in angles]
        ys = [centre.y() - radius * math.sin(angle) for angle in angles]
        box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return box.adjusted(-half, -half, half, half).toAlignedRect()

    def _look_anew(self) -> None:
        self._looks += 1
        self._fonts = None
        self._place()
        self.update()

    # -- drawing ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies in the part that has changed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        if self.glow.strength:
            self._draw_glow(painter)
        self._draw_ring(painter, event.rect())
        if self._middle.intersects(event.rect()):
            self._fonts = self._fonts or self._fit(self._inner)
            key = (self._digits, self._word, self._looks)
            self._words.draw(painter, self._middle, key, self._draw_words)

    def _draw_glow_again(self) -> None:
        self.update(self._ring.toAlignedRect())

    def _draw_glow(self, painter: QPainter) -> None:
        painter.save()
        painter.setOpacity(self.glow.strength)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("teal_soft"))
        painter.drawEllipse(self._ring)
        painter.restore()

    def _draw_ring(self, painter: QPainter, part: QRect) -> None:
        ring = self._ring
        start, end = 0.0, 1.0
        if part != self.rect() and part.width() < ring.width() / 3:
            start, end = self._span_in(part)
        self._arc(painter, self._track, max(start, self._share), end)
        self._arc(painter, self._pen, start, min(end, self._share))

    def _span_in(self, part: QRect) -> tuple[float, float]:
        """The shares of the ring between which a small rectangle lies, with some to spare."""
        centre = self._ring.center()
        middle = QRectF(part).center() - centre
        angle = math.degrees(math.atan2(-middle.y(), middle.x()))
        share = ((angle - TOP) / FULL_TURN) % 1.0
        spare = max(part.width(), part.height()) / (math.pi * self._ring.width())
        if share - spare < 0 or share + spare > 1:
            return 0.0, 1.0
        return share - spare, share + spare

    def _arc(self, painter: QPainter, pen: QPen, low: float, high: float) -> None:
        if high <= low:
            return
        painter.setPen(pen)
        if high - low >= 1:
            painter.drawEllipse(self._ring)
            return
        start = round((TOP + FULL_TURN * low) * 16)
        painter.drawArc(self._ring, start, round(FULL_TURN * (high - low) * 16))

    def _draw_words(self, painter: QPainter) -> None:
        place = self._inner
        big, small = self._fonts or self._fit(place)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(big)
        figures = QRectF(place)
        figures.setHeight(place.height() * 0.74)
        painter.drawText(figures, Qt.AlignmentFlag.AlignCenter, self._digits)
        painter.setPen(self._theme.colour("ink_soft"))
        painter.setFont(small)
        word = QRectF(place)
        word.setTop(place.top() + place.height() * WORD_FROM)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(word, int(wrap) | int(Qt.TextFlag.TextWordWrap), self._word)

    def _fit(self, place: QRectF) -> tuple[QFont, QFont]:
        """Return the largest fonts that digits and word have room in."""
        big = self._theme.font_of(place.height() * 0.66, QFont.Weight.DemiBold)
        widest = "0" * min(len(self._digits), 2) if len(self._digits) < 3 else self._digits
        width = QFontMetricsF(big).horizontalAdvance(widest)
        if width > place.width():
            big.setPixelSize(int(big.pixelSize() * place.width() / width))
        wanted = max(Size.HEADING.pixels * self._theme.scale, place.height() * 0.12)
        small = self._theme.font_of(wanted, Size.HEADING.weight)
        room = QRectF(0, 0, place.width(), place.height() * 0.30)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter)
        while small.pixelSize() > 8:
            needed = QFontMetricsF(small).boundingRect(room, flags, self._word)
            width = self._width_at(place.top() + place.height() * WORD_FROM + needed.height())
            if needed.height() <= room.height() and needed.width() <= width:
                break
            small.setPixelSize(small.pixelSize() - 1)
        return big, small

    def _width_at(self, y: float) -> float:
        """Return how wide the inside of the ring is at a height, with some air at both ends."""
        side, line = min(self.width(), self.height()), self._ring.width()
        radius = (line - side * THICK) / 2 - line * AIR  # thin rings leave it as it is
        return 2 * math.sqrt(max(0.0, radius**2 - (y - self._ring.center().y()) ** 2))
