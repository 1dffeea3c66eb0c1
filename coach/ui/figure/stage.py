"""Where the drawing lies in a picture: scale, frame and mirror."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from coach.core.figure import Scene
from coach.ui.figure.camera import UNIT


@dataclass(frozen=True, slots=True)
class Stage:
    """Fits the frame of a scene into a picture.

    Attributes:
        width: Of the picture, pixels.
        height: Of the picture, pixels.
        scale: Pixels in a thousandth of body height.
        transform: From drawing units to pixels.
    """

    width: float
    height: float
    scale: float
    transform: QTransform

    def visible(self) -> QRectF:
        """What of the drawing can be seen."""
        inverse, _ = self.transform.inverted()
        return inverse.mapRect(QRectF(0.0, 0.0, self.width, self.height))


def stage_for(scene: Scene, width: float, height: float, mirrored: bool) -> Stage:
    """The whole frame in the middle of a picture, as large as it can be."""
    scale = min(width, height) / (scene.size * UNIT)
    flip = -1.0 if mirrored is not scene.crossed else 1.0
    middle_x, middle_y = scene.centre
    transform = QTransform(
        scale * flip, 0.0, 0.0, scale,
        width / 2.0 - middle_x * UNIT * scale * flip,
        height / 2.0 + middle_y * UNIT * scale,
    )  # fmt: skip
    return Stage(width, height, scale, transform)
