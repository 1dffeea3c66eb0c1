"""Boxes, faces and lines of the room as the camera sees them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPainterPath

from coach.core.figure.vectors import Point
from coach.ui.figure.brush import fill, stroke
from coach.ui.figure.camera import Camera
from coach.ui.figure.palette import FigurePalette


class Room:
    """Draws what the figure's surroundings are made of, in drawing units."""

    def __init__(self, painter: QPainter, camera: Camera, palette: FigurePalette) -> None:
        """Draw with a painter that counts in thousandths of body height."""
        self.painter = painter
        self.camera = camera
        self.palette = palette

    @property
    def wooden(self) -> tuple[str, str, str]:
        """Colours of a wooden box."""
        return self.palette.wood, self.palette.wood_side, self.palette.wood_edge

    def face(self, corners: Sequence[Point], colour: str) -> None:
        """A flat face."""
        path = self._through(corners)
        path.closeSubpath()
        fill(self.painter, path, colour)

    def line(self, corners: Sequence[Point], colour: str, width: float) -> None:
        """A line through points of the room."""
        stroke(self.painter, self._through(corners), colour, width)

    def box(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        z: tuple[float, float],
        colours: tuple[str, str, str],
    ) -> None:
        """A box; colours of its top, its near side and the side that faces back."""
        (x0, x1), (y0, y1), (z0, z1) = x, y, z
        self.face(((x0, y0, z0), (x0, y1, z0), (x0, y1, z1), (x0, y0, z1)), colours[2])
        self.face(((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)), colours[0])
        self.face(((x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)), colours[1])

    def _through(self, corners: Sequence[Point]) -> QPainterPath:
        path = QPainterPath()
        path.moveTo(*self.camera.spot(corners[0]))
        for corner in corners[1:]:
            path.lineTo(*self.camera.spot(corner))
        return path
