"""A word beside the muscle that glows, placed where it covers nothing of the figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from math import cos, hypot, pi, sin
from operator import itemgetter
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTransform

from coach.core.figure import Motion, Pose, Scene
from coach.core.figure.vectors import toward
from coach.ui.figure.brush import brush
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.limbs import glow_spot
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.stage import Stage

LEAST: Final = 200
"""Up to this size of a picture, in pixels, there is no room for a word."""
_PAD: Final = 7.0
_ARCH: Final = 0.03
"""Ankle to the middle of the arch, fractions of body height."""
_EDGE: Final = 6.0
_PIECES: Final = 12
_MOST_CROSSED: Final = 110.0
"""A line that runs farther than this over the figure, thousandths of body height, is left out."""
_CHOICE: Final = 16
"""Of so many free places nearest to the muscle the one with the clearest way to it is taken."""
_CORE: Final = 0.8
"""A line closer than this share of the room kept free crosses a limb itself."""
_DIRECTIONS: Final = 24
_NEAREST, _FARTHEST, _STEP = 60, 620, 40
_ACROSS: Final = {"near": "far", "far": "near"}
_LIMB, _TRUNK, _HEAD = 62.0, 105.0, 120.0
"""Half the breadths kept free round bones, in thousandths of body height."""


def glowing_at(scene: Scene, pose: Pose, camera: Camera) -> Spot | None:
    """Middle of the first muscle that glows, in the drawing; None where none does."""
    if not scene.muscles:
        return None
    camera = camera.of(pose)
    side, _, muscle = scene.muscles[0].partition("_")
    side = _ACROSS[side] if pose.exchanged else side
    leg = pose.near_leg if side == "near" else pose.far_leg
    if muscle == "sole":
        if not scene.crossed:
            return camera.spot(leg.ball)
        # Turned to the viewer, the sole lies round the ankle's own line, not below it.
        (ax, ay, az), (ux, uy) = leg.ankle, toward(leg.pitch)
        return camera.spot((ax + ux * _ARCH, ay + uy * _ARCH, az))
    return glow_spot(camera.spot(leg.hip), camera.spot(leg.knee), camera.spot(leg.ankle), muscle)


def label_area(
    text: str, font: QFont, motion: Motion, camera: Camera, stage: Stage
) -> QRectF | None:
    """Where the word goes, in pixels: the nearest place that is free in the whole movement.

    None where nothing glows, where the picture is too small or where no place is free.
    """
    if min(stage.width, stage.height) <= LEAST or not text:
        return None
    poses = [motion.still(share / 4.0) for share in range(5)]
    start = glowing_at(motion.scene, poses[-1], camera)
    if start is None:
        return None
    metrics = QFontMetricsF(font)
    size = QSizeF(metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + _PAD)
    at = stage.transform.map(QPointF(*start))
    frame = QRectF(0.0, 0.0, stage.width, stage.height).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    # Where nothing is free all the time, a place free in the full movement will do.
    for some in (poses, poses[-1:]):
        spots = [spot for pose in some for spot in _flesh(motion.scene, pose, camera)]
        taken = _mapped(spots, stage.transform, stage.scale)
        places = _places(at.x(), at.y(), size, stage.scale)
        free = (area for area in places if frame.contains(area) and not _hits(area, taken))
        if nearest := list(islice(free, _CHOICE)):
            bare = replace(motion.scene, arrows=(), inset=None)
            flesh = _mapped(_flesh(bare, poses[-1], camera), stage.transform, stage.scale)
            best, area = min(
                ((_crossed(area, at, flesh), area) for area in nearest), key=itemgetter(0)
            )
            if best <= _MOST_CROSSED * stage.scale:
                return area
    return None


def _crossed(area: QRectF, at: QPointF, flesh: Sequence[Blob]) -> float:
    """How far the line to a word would run over the figure, pixels."""
    way = _edge(area, at) - at
    points = [at + way * ((k + 0.5) / _PIECES) for k in range(_PIECES)]
    over = sum(
        any((x - p.x()) ** 2 + (y - p.y()) ** 2 < (r * _CORE) ** 2 for x, y, r in flesh)
        for p in points
    )
    return over / _PIECES * hypot(way.x(), way.y())


def _edge(area: QRectF, at: QPointF) -> QPointF:
    """The point of an area that is nearest to another point."""
    return QPointF(
        min(max(at.x(), area.left()), area.right()), min(max(at.y(), area.top()), area.bottom())
    )


class Label:
    """A word on a plate of paper, painted once, and a thin line from it to the muscle."""

    def __init__(
        self, text: str, font: QFont, area: QRectF, palette: FigurePalette, ratio: float
    ) -> None:
        """Put a word where `label_area` said, on a screen of ``ratio`` pixels in a pixel."""
        self.area = area
        self._palette = palette
        frame = area.adjusted(-1, -1, 1, 1).toAlignedRect()
        self._at = frame.topLeft()
        self._plate = QPixmap(frame.size() * ratio)
        self._plate.setDevicePixelRatio(ratio)
        self._plate.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(palette.paper))
        painter.drawRoundedRect(area, 5.0, 5.0)
        painter.setPen(QPen(brush(palette.text), 1.0))
        painter.setFont(font)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    @property
    def ratio(self) -> float:
        """Pixels of the screen it was painted for in a pixel."""
        return float(self._plate.devicePixelRatio())

    def draw(self, painter: QPainter, to: QPointF) -> None:
        """Draw it, leading to a place in pixels."""
        painter.setPen(QPen(brush(self._palette.text), 1.4))
        painter.drawLine(_edge(self.area, to), to)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(self._palette.text))
        painter.drawEllipse(to, 3.0, 3.0)
        painter.drawPixmap(self._at, self._plate)


def _places(x: float, y: float, size: QSizeF, scale: float) -> Iterator[QRectF]:
    """Areas round a point, from near to far; those beside it before those above and below."""
    turns = sorted(
        (2.0 * pi * k / _DIRECTIONS for k in range(_DIRECTIONS)), key=lambda a: abs(sin(a))
    )
    for reach in range(_NEAREST, _FARTHEST, _STEP):
        for turn in turns:
            ux, uy = cos(turn), sin(turn)
            cx = x + ux * (reach * scale + size.width() / 2.0)
            cy = y + uy * (reach * scale + size.height() / 2.0)
            corner = QPointF(cx - size.width() / 2.0, cy - size.height() / 2.0)
            yield QRectF(corner, size)


Blob = tuple[float, float, float]
"""A place and how far round it nothing may be written."""


def _flesh(scene: Scene, pose: Pose, camera: Camera) -> Iterator[Blob]:
    """Blobs along everything a figure is made of, and the arrows beside it."""
    spot = camera.of(pose).spot
    for leg in (pose.near_leg, pose.far_leg):
        yield from _along((spot(leg.hip), spot(leg.knee), spot(leg.ankle), spot(leg.toe)), _LIMB)
    for arm in (pose.near_arm, pose.far_arm):
        yield from _along((spot(arm.shoulder), spot(arm.elbow), spot(arm.wrist), spot(arm.tip)),
                          _LIMB * 0.75)  # fmt: skip
    yield from _along((spot(pose.hips), spot(pose.waist), spot(pose.neck)), _TRUNK)
    (nx, ny), (sx, sy) = spot(pose.neck), spot(pose.skull)
    length = hypot(sx - nx, sy - ny) or 1.0
    yield sx + (sx - nx) / length * 60.0, sy + (sy - ny) / length * 60.0, _HEAD
    for arrow in scene.arrows:
        ox, oy = spot(pose.part(arrow.part)) if arrow.part else (0.0, 0.0)
        ends = [(ox + x * UNIT, oy - y * UNIT) for x, y in (arrow.tail, arrow.head)]
        yield from _along(ends, 40.0)
    if scene.inset is not None:
        cx, cy = camera.flat(*scene.inset.centre)
        yield cx, cy, scene.inset.radius * UNIT + 10.0


def _along(spots: Sequence[Spot], radius: float) -> Iterator[Blob]:
    for (ax, ay), (bx, by) in pairwise(spots):
        for k in range(5):
            t = k / 4.0
            yield ax + (bx - ax) * t, ay + (by - ay) * t, radius


def _mapped(blobs: Iterable[Blob], transform: QTransform, scale: float) -> list[Blob]:
    spots = ((transform.map(QPointF(x, y)), radius) for x, y, radius in blobs)
    return [(spot.x(), spot.y(), radius * scale) for spot, radius in spots]


def _hits(area: QRectF, blobs: Iterable[Blob]) -> bool:
    left, right, top, bottom = area.left(), area.right(), area.top(), area.bottom()
    for x, y, radius in blobs:
        dx = max(left - x, x - right, 0.0)
        dy = max(top - y, y - bottom, 0.0)
        if dx * dx + dy * dy < radius * radius:
            return True
    return False
