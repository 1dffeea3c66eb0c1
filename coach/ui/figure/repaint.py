"""Which part of the widget is to be painted when one frame follows another."""

from __future__ import annotations

from functools import reduce
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF

from coach.core.figure import Scene
from coach.ui.figure.arrows import arrow_area
from coach.ui.figure.camera import UNIT, Camera
from coach.ui.figure.film import Frame
from coach.ui.figure.label import Label, glowing_at
from coach.ui.figure.moving import marks_area
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.recording import Mark, Recorder, Shape, mark_of
from coach.ui.figure.stage import Stage

GRAIN: Final = 0.4
"""Pixels of the screen an edge must move before it is worth painting again."""
_STEP: Final = 0.5
"""Pixels in which the end of the line to a word moves."""
_DOT: Final = 8.0
"""Pixels round that end which it may cover."""
_RING: Final = 6.0
"""Breadth of the ring round the window that shows a part larger, drawing units."""
_REMEMBERED: Final = 1024
"""Ways from one frame to another; more than one motion has that come back."""

_Way = tuple[int, int, int | None, int | None]


class Repaint:
    """Tells what changes between two frames, and remembers it: frames come back in their order."""

    def __init__(
        self, scene: Scene, figure: FigurePainter, stage: Stage, widget: QRect, ratio: float
    ) -> None:
        """Know where everything lies.

        Args:
            scene: What is shown.
            figure: Draws it.
            stage: Where it lies in the widget.
            widget: The whole of it, in its pixels.
            ratio: Pixels of the screen in one of the widget.
        """
        self._scene = scene
        self._figure = figure
        self._camera = Camera(scene.view)
        self._stage = stage
        self._widget = widget
        self._grain = GRAIN / (stage.scale * ratio)
        self._plate: Label | None = None
        self._known: dict[_Way, QRect] = {}

    def set_plate(self, plate: Label | None) -> None:
        """Take account of a word with a line to the muscle that glows."""
        self._plate = plate
        self._known.clear()

    def between(self, last: Frame, frame: Frame, was: int | None, now: int | None) -> QRect:
        """Return the part that changes, pixels of the widget; empty where nothing does.

        Args:
            last: What is shown.
            frame: What is to be shown.
            was: The phase whose arrows are shown; None for no arrows.
            now: The phase whose arrows are to be shown.
        """
        way = (last.number, frame.number, was, now)
        part = self._known.get(way)
        if part is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            part = self._known[way] = self._found(last, frame, was, now)
        return part

    def shapes(self, frame: Frame) -> list[Shape]:
        """Return what is drawn of the body, drawing it if it has not been yet."""
        if frame.shapes is None:
            recorder = Recorder()
            self._figure.draw_body(recorder, frame.pose)
            frame.shapes = recorder.shapes
        return frame.shapes

    def glow(self, frame: Frame) -> QPointF | None:
        """Return the middle of the muscle that glows, pixels of the widget; None for none."""
        if frame.glow is None:
            spot = glowing_at(self._scene, frame.pose, self._camera)
            if spot is not None:
                place = self._stage.transform.map(QPointF(*spot))
                x, y = (round(value / _STEP) * _STEP for value in (place.x(), place.y()))
                frame.glow = QPointF(x, y)
        return frame.glow

    def _found(self, last: Frame, frame: Frame, was: int | None, now: int | None) -> QRect:
        """Round the shapes that have moved, and what goes along with them."""
        area = self._moved(last, frame)
        if self._scene.travels:
            area |= marks_area(self._scene, self._camera)
        if area.isEmpty() and was == now:
            return QRect()
        if (inset := self._scene.inset) is not None:
            cx, cy = self._camera.flat(*inset.centre)
            radius = inset.radius * UNIT + _RING
            area |= QRectF(cx - radius, cy - radius, 2 * radius, 2 * radius)
        area |= self._arrows(last, was, fixed=was != now)
        area |= self._arrows(frame, now, fixed=was != now)
        part = self._stage.transform.mapRect(area).adjusted(-1.0, -1.0, 1.0, 1.0)
        return (part | self._moved_line(last, frame)).toAlignedRect().intersected(self._widget)

    def _moved(self, last: Frame, frame: Frame) -> QRectF:
        """The part of the drawing that the shapes leave and take which are not where they were."""
        before, after = self.shapes(last), self.shapes(frame)
        marks = zip(self._marks(last), self._marks(frame), strict=False)
        if len(before) != len(after):
            boxes = [box for _path, _colour, box in (*before, *after)]
        else:
            moved = [place for place, (old, new) in enumerate(marks) if old != new]
            boxes = [shapes[place][2] for place in moved for shapes in (before, after)]
        return reduce(QRectF.united, boxes, QRectF())

    def _marks(self, frame: Frame) -> list[Mark]:
        if frame.marks is None:
            frame.marks = [mark_of(shape, self._grain) for shape in self.shapes(frame)]
        return frame.marks

    def _arrows(self, frame: Frame, phase: int | None, *, fixed: bool) -> QRectF:
        """Where the arrows of a phase are: those that go along with the body, or all."""
        area = QRectF()
        if phase is None:
            return area
        for arrow in self._scene.arrows:
            if (arrow.part or fixed) and (not arrow.phases or phase in arrow.phases):
                area |= arrow_area(arrow, frame.pose, self._camera.of(frame.pose))
        return area

    def _moved_line(self, last: Frame, frame: Frame) -> QRectF:
        """The part that the line from the word to the muscle leaves and takes."""
        before, now = self.glow(last), self.glow(frame)
        if self._plate is None or before is None or now is None or before == now:
            return QRectF()
        reach = QPointF(_DOT, _DOT)
        ends = [QRectF(end - reach, end + reach) for end in (before, now)]
        return self._plate.area | ends[0] | ends[1]
