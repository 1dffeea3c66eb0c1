"""Two-bone reach and the little vector algebra it needs."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Point = tuple[float, float, float]
"""``x`` forward, ``y`` up, ``z`` away from the viewer, in fractions of body height."""

_TINY = 1e-9


def toward(degrees: float) -> tuple[float, float]:
    """Unit direction in the plane of walking: 0 is forward, 90 is up."""
    angle = radians(degrees)
    return cos(angle), sin(angle)


def hanging(degrees: float) -> tuple[float, float]:
    """Unit direction of a limb: 0 hangs straight down, 90 points forward, 180 up."""
    angle = radians(degrees)
    return sin(angle), -cos(angle)


def reach(
    root: Point, goal: Point, upper: float, lower: float, forward: float, outward: float
) -> tuple[Point, Point]:
    """Place the middle joint and the end of a two-bone limb.

    Args:
        root: Hip or shoulder.
        goal: Where the ankle or wrist shall be.
        upper: Length of the upper bone.
        lower: Length of the lower bone.
        forward: ``1`` for a knee, which bends forward, ``-1`` for an elbow, which bends back. The
            sign is what keeps both from ever bending the wrong way.
        outward: Degrees by which the middle joint is turned about the line from root to goal;
            positive away from the viewer.

    Returns:
        The middle joint and the end. A goal out of reach leaves the limb straight and pointing at
        it, so bone lengths always hold.
    """
    dx, dy, dz = goal[0] - root[0], goal[1] - root[1], goal[2] - root[2]
    distance = sqrt(dx * dx + dy * dy + dz * dz)
    if distance < _TINY:
        dy = -_TINY
        distance = sqrt(dx * dx + dy * dy + dz * dz)
    ax, ay, az = dx / distance, dy / distance, dz / distance
    distance = min(max(distance, abs(upper - lower) + _TINY), upper + lower)
    flat = sqrt(ax * ax + ay * ay)
    # Square to the line and in the plane of walking; for a hanging leg this is straight ahead.
    px, py, pz = 1.0, 0.0, 0.0
    if flat > _TINY:
        px, py = -ay / flat * forward, ax / flat * forward
    if outward:
        # Rodrigues' rotation about the line; the pole is square to it, so two terms suffice.
        turn = radians(outward)
        c, s = cos(turn), sin(turn)
        qx, qy, qz = ay * pz - az * py, az * px - ax * pz, ax * py - ay * px
        sign = 1.0 if qz >= 0.0 else -1.0
        px, py, pz = px * c + qx * s * sign, py * c + qy * s * sign, pz * c + qz * s * sign
    along = (upper * upper - lower * lower + distance * distance) / (2.0 * distance)
    aside = sqrt(max(upper * upper - along * along, 0.0))
    middle = (
        root[0] + ax * along + px * aside,
        root[1] + ay * along + py * aside,
        root[2] + az * along + pz * aside,
    )
    end = (root[0] + ax * distance, root[1] + ay * distance, root[2] + az * distance)
    return middle, end


def distance(a: Point, b: Point) -> float:
    """Straight distance between two points."""
    return sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)


def between(a: Point, b: Point, share: float) -> Point:
    """The point that lies ``share`` (0..1) of the way from one to the other."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )
