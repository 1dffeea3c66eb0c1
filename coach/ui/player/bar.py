"""The bar of the whole routine."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.playback import Snapshot
from coach.core.timeline import Timeline
from coach.core.words import _
from coach.ui.player.blocks import Block, blocks_of, position_of
from coach.ui.theme import Line, Space, Theme

HEIGHT = 14
GAP = 4


class RoutineBar(QWidget):
    """One block a step; what is done is filled, what was left out stays hollow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._blocks: tuple[Block, ...] = ()
        self._places: list[QRectF] = []
        self._reached = 0.0
        self._step = 0
        self._done: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Progress of the routine"))
        theme.changed.connect(self._look_anew)

    @property
    def _thickness(self) -> int:
        """A picture grows by less than the text."""
        return round(HEIGHT * (1 + (self._theme.scale - 1) / 3))

    def sizeHint(self) -> QSize:
        """A thin line that takes what width there is."""
        return QSize(200, self._thickness + Space.XS)

    def show_timeline(self, timeline: Timeline) -> None:
        """Change to another routine."""
        self._blocks = blocks_of(timeline)
        self._reached, self._step, self._done = 0.0, 0, frozenset()
        self._place()
        self.update()

    def set_moment(self, snapshot: Snapshot) -> None:
        """Draw again what has changed by a pixel or more."""
        if not self._places:
            return
        step = snapshot.segment.step
        block, place = self._blocks[step], self._places[step]
        reached = place.left() + place.width() * block.fraction(position_of(snapshot))
        if step != self._step or snapshot.steps_done != self._done:
            self._step, self._done, self._reached = step, snapshot.steps_done, reached
            self.update()
        elif abs(reached - self._reached) >= 1 / self.devicePixelRatioF():
            left, right = sorted((reached, self._reached))
            self._reached = reached
            self.update(QRect(int(left) - 2, 0, int(right - left) + 5, self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the blocks."""
        self._place()
        super().resizeEvent(event)

    def _look_anew(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

    def _place(self) -> None:
        self._places = []
        total = sum(block.weight for block in self._blocks)
        room = self.width() - GAP * (len(self._blocks) - 1)
        gap = GAP if room > len(self._blocks) * GAP else 0
        room = self.width() - gap * (len(self._blocks) - 1)
        left, top = 0.0, (self.height() - self._thickness) / 2
        for block in self._blocks:
            width = room * block.weight / total
            self._places.append(QRectF(left, top, width, self._thickness))
            left += width + gap

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the blocks that lie in what is to be drawn."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, place in zip(self._blocks, self._places, strict=True):
            if place.toAlignedRect().intersects(event.rect()):
                self._draw(painter, block, place)

    def _draw(self, painter: QPainter, block: Block, place: QRectF) -> None:
        radius = min(place.height(), place.width()) / 2
        left_out = block.step < self._step and block.step not in self._done
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken"))
        if left_out:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("ink_soft"), 2 * Line.HAIR))
            place = place.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(place, radius, radius)
        if left_out:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("teal"))
        if block.step in self._done and block.step != self._step:
            painter.drawRoundedRect(place, radius, radius)
        elif block.step == self._step and self._reached > place.left():
            painter.save()
            filled = QRectF(place)
            filled.setRight(self._reached)
            painter.setClipRect(filled)
            painter.drawRoundedRect(place, radius, radius)
            painter.restore()
        for tick in block.ticks:
            x = place.left() + place.width() * tick
            painter.fillRect(
                QRectF(x - 0.75, place.top(), 1.5, place.height()), self._theme.colour("paper")
            )
