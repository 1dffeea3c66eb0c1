"""A drawing kept as flat shapes: made once for a pose, painted as often as the pose comes back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from coach.ui.figure.outline import marks_along

Shape = tuple[QPainterPath, QBrush, QRectF]
"""An outline, its colour, and the part of the drawing it lies in."""

Mark = tuple[int, int, int, int, int]
"""Where a shape lies and its colour, as finely as is seen."""


def mark_of(shape: Shape, grain: float) -> Mark:
    """Return what tells a shape apart from the one that takes its place in another drawing.

    Args:
        shape: Of a figure; a part of a body does not change but its place or its bend moves.
        grain: How far an edge must move before that is seen, drawing units.
    """
    _path, colour, box = shape
    edges = (box.left(), box.top(), box.right(), box.bottom())
    left, top, right, bottom = (round(edge / grain) for edge in edges)
    return left, top, right, bottom, colour.color().rgba()


def replay(painter: QPainter, shapes: list[Shape], area: QRectF) -> None:
    """Paint the shapes that reach into an area."""
    paint = painter.fillPath
    for path, colour, box in shapes:
        if box.intersects(area):
            paint(path, colour)


class Recorder(QPainter):
    """Keeps what is drawn in place of painting it; knows as much as the figure's drawing needs.

    Attributes:
        shapes: Everything drawn so far, from back to front.
    """

    def __init__(self) -> None:
        """Keep nothing yet; it is never begun on any device."""
        super().__init__()
        self.shapes: list[Shape] = []
        self._world = QTransform()
        self._moved = False
        self._colour = QBrush()
        self._stack: list[tuple[QTransform, bool]] = []

    def fillPath(self, path: QPainterPath, brush: object) -> None:
        """Keep a filled outline."""
        assert isinstance(brush, QBrush)
        placed = self._world.map(path) if self._moved else path
        self.shapes.append((placed, brush, placed.controlPointRect()))

    def strokePath(self, path: QPainterPath, pen: object) -> None:
        """Keep a line as the shape it covers."""
        assert isinstance(pen, QPen)
        self.fillPath(marks_along(path, pen.widthF()), pen.brush())

    def drawEllipse(self, centre: QPointF, rx: float, ry: float) -> None:  # type: ignore[override]
        """Keep an ellipse in the present colour."""
        path = QPainterPath()
        path.addEllipse(centre, rx, ry)
        self.fillPath(path, self._colour)

    def setPen(self, pen: object) -> None:
        """Refuse outlines: the figure has none."""
        assert pen is Qt.PenStyle.NoPen

    def setBrush(self, brush: object) -> None:
        """Fill ellipses with this from now on."""
        assert isinstance(brush, QBrush)
        self._colour = brush

    def save(self) -> None:
        """Remember the place."""
        self._stack.append((QTransform(self._world), self._moved))

    def restore(self) -> None:
        """Go back to the place remembered last."""
        self._world, self._moved = self._stack.pop()

    def translate(self, *by: object) -> None:
        """Move by x and y."""
        x, y = (by[0].x(), by[0].y()) if isinstance(by[0], QPointF) else by
        self._world.translate(x, y)  # type: ignore[arg-type]
        self._moved = not self._world.isIdentity()

    def rotate(self, angle: float) -> None:
        """Turn by degrees."""
        self._world.rotate(angle)
        self._moved = True

    def scale(self, sx: float, sy: float) -> None:
        """Stretch."""
        self._world.scale(sx, sy)
        self._moved = True
