"""From the figure's space to the drawing's.

The drawing counts in thousandths of body height, ``y`` down. The view is a parallel one from a
little above and behind: what is farther away moves up and, in a side view, back. That shows the
face of a wall, the top of a bed and both feet on the floor, and costs two multiplications.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import Final

from coach.core.figure import Pose
from coach.core.figure.vectors import Point

UNIT: Final = 1000.0
"""Drawing units in one body height."""
_BACK: Final = -0.10
"""How far a thing moves back for each unit it is farther away."""
_UP: Final = 0.10
"""How far it moves up."""

Spot = tuple[float, float]
"""A place in the drawing."""


class Camera:
    """One of the three views."""

    def __init__(self, view: str) -> None:
        """Look from the ``side``, at the ``front`` or at the ``back``."""
        self.view = view
        self.frontal = view != "side"
        self._across = -UNIT if view == "back" else UNIT
        self._away = _UP if view == "back" else -_UP

    def spot(self, point: Point) -> Spot:
        """Where a point of the room is in the drawing."""
        x, y, z = point
        if self.frontal:
            return z * self._across, -(y + x * self._away) * UNIT
        return (x + z * _BACK) * UNIT, -(y + z * _UP) * UNIT

    def flat(self, x: float, y: float) -> Spot:
        """Where a point of the middle plane is."""
        return x * UNIT, -y * UNIT

    def spots(self, pose: Pose) -> tuple[Spot, ...]:
        """Every joint of a pose in the drawing."""
        spot = self.of(pose).spot
        return tuple([spot(point) for point in pose.joints()])

    def of(self, pose: Pose) -> Camera:
        """The view of one pose: a body that lies may be turned to its back."""
        return _Turned(self.view, pose) if pose.turn else self


class _Turned(Camera):
    """Looks at a body in profile as if it were turned about the line through its hips."""

    def __init__(self, view: str, pose: Pose) -> None:
        super().__init__(view)
        self._axis = pose.hips[1]
        self._side, self._face = cos(radians(pose.turn)), sin(radians(pose.turn))

    def spot(self, point: Point) -> Spot:
        x, y, z = point
        side = self._side
        up = self._axis + (y - self._axis) * side + z * (self._face + _UP * side)
        return (x + z * _BACK * side) * UNIT, -up * UNIT
