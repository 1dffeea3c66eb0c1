"""A round window that shows one part larger, painted only when that part has moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from math import ceil, floor, hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from coach.core.figure import Inset, Pose
from coach.ui.figure.brush import brush, pen
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.palette import FigurePalette

_OPAQUE: Final = Qt.BrushStyle.SolidPattern
"""Fills the mask; only that it covers counts."""
_LOW: Final = 0.15
"""A foot below this height has the floor under it; fractions of body height."""
_RING: Final = 0.03
"""Breadth of the ring round the window, as a share of its radius."""
_GROUND: Final = 0.3
"""How far below the middle the floor begins, as a share of the radius."""
_BELOW: Final = 0.42
"""How far below the middle of its window a part lies, as a share of the radius: what matters of a
leg is above its foot."""


class InsetPainter:
    """Paints the window of one scene, and keeps the picture it painted last."""

    def __init__(
        self,
        inset: Inset,
        palette: FigurePalette,
        camera: Camera,
        paint: Callable[[QPainter, Pose], None],
        where: Callable[[Pose], Spot],
    ) -> None:
        """Show what ``paint`` paints round ``where``; both count in drawing units."""
        self._inset = inset
        self._palette = palette
        self._camera = camera
        self._paint = paint
        self._where = where
        self._key: Hashable = None
        self._picture = QImage()

    def draw(self, painter: QPainter, pose: Pose, state: Hashable) -> None:
        """Draw the window; ``state`` is all that what is seen in it depends on."""
        # A round clip or a turned texture makes every shape dear. So the window is a picture of
        # its own in the pixels of the screen: cut out once, then only copied.
        world = painter.transform()
        cx, cy = self._camera.flat(*self._inset.centre)
        middle = world.map(QPointF(cx, cy))
        radius = self._inset.radius * UNIT * hypot(world.m11(), world.m12())
        pad = ceil(_ring(radius))
        left, top = floor(middle.x() - radius) - pad, floor(middle.y() - radius) - pad
        ratio = painter.device().devicePixelRatio()
        key = (state, world.m11(), left, top, radius, ratio)
        if key != self._key:
            self._key = key
            self._picture = self._painted(painter, pose, (left, top), radius, ratio)
        painter.resetTransform()
        painter.drawImage(QPointF(left, top), self._picture)
        painter.setTransform(world)

    def _painted(
        self, painter: QPainter, pose: Pose, corner: Spot, radius: float, ratio: float
    ) -> QImage:
        side = ceil((2.0 * (radius + ceil(_ring(radius))) + 1.0) * ratio)
        at = painter.transform().map(QPointF(*self._camera.flat(*self._inset.centre)))
        inset, p = self._inset, self._palette
        low = inset.on_foot and pose.part(inset.part)[1] < _LOW
        ground = p.floor if low or inset.on_castor else p.paper
        x, y = at.x() - corner[0], at.y() - corner[1]
        mask, ring = _window(side, ratio, x, y, radius, p.floor_edge)
        picture = _ground(side, ratio, y + radius * _GROUND, p.paper, ground).copy()
        within = QPainter(picture)
        within.setRenderHint(QPainter.RenderHint.Antialiasing)
        within.translate(-corner[0], -corner[1])
        within.setTransform(painter.transform(), True)
        self._enlarge(within, pose)
        self._paint(within, pose)
        within.resetTransform()
        within.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        within.drawImage(0, 0, mask)
        within.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        within.drawImage(0, 0, ring)
        within.end()
        return picture

    def _enlarge(self, painter: QPainter, pose: Pose) -> None:
        inset = self._inset
        x, y = self._where(pose)
        cx, cy = self._camera.flat(*inset.centre)
        radius = inset.radius * UNIT
        painter.translate(cx, cy + radius * _BELOW)
        painter.scale(inset.zoom, inset.zoom)
        painter.translate(-x, -y)


def _ring(radius: float) -> float:
    """Breadth of the ring round a window, pixels."""
    return max(radius * _RING, 1.0)


def _blank(side: int, ratio: float) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


@lru_cache(maxsize=8)
def _ground(side: int, ratio: float, low: float, paper: str, floor: str) -> QImage:
    """What lies behind a part: paper, and the floor below ``low``."""
    image = _blank(side, ratio)
    painter = QPainter(image)
    painter.fillRect(image.rect(), brush(paper))
    painter.fillRect(QRectF(0.0, low, side, side), brush(floor))
    painter.end()
    return image


@lru_cache(maxsize=8)
def _window(
    side: int, ratio: float, x: float, y: float, radius: float, edge: str
) -> tuple[QImage, QImage]:
    """What is kept of the picture, and the ring round it."""
    images = []
    for filled in (True, False):
        image = _blank(side, ratio)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if filled else pen(edge, _ring(radius)))
        painter.setBrush(_OPAQUE if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.end()
        images.append(image)
    return images[0], images[1]
