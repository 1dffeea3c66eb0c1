"""Which part of the picture a movement changes: what lies still is not drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from coach.core.figure import Arrow, Pose, Scene
from coach.ui.figure.camera import UNIT, Camera, Spot

MARGIN: Final = 115.0
"""Flesh, hair and arrows beyond the joints, thousandths of body height."""
HEAD: Final = 215.0
"""How far a head with its hair reaches from its joint, thousandths of body height."""
SKULL: Final = 3
"""Place of the head's joint in `Pose.joints`."""
_STANDS_STILL: Final = frozenset(
    ("back-wall", "bed", "bed-above", "bench", "blanket", "chair", "desk", "front-blanket",
     "kerb", "pillow", "post", "rail", "shade", "step", "wall")
)  # fmt: skip
_LEGS: Final = ((0, 4, 5, 6, 7, 8), (0, 9, 10, 11, 12, 13))
_CHAINS: Final = (*_LEGS, (0, 1, 2, 3), (14, 15, 16, 17), (18, 19, 20, 21))
"""Joints that bones connect, by their place in `Pose.joints`."""
_ARROW: Final = 40.0
"""Half the width of an arrow's head, and its bow."""


def is_plain(scene: Scene) -> bool:
    """Whether nothing moves but the body, so that changed joints tell what changes."""
    still = all(prop.kind in _STANDS_STILL and not prop.parts for prop in scene.props)
    return still and scene.inset is None and not scene.travels


def changed_joints(
    before: Sequence[Spot], after: Sequence[Spot], *, grain: float, glow: bool
) -> frozenset[int]:
    """Joints with which something moves that is seen: those that moved, and their neighbours.

    Args:
        before: Every joint as it was drawn last.
        after: Every joint as it is now.
        grain: How far a joint may move without being seen, drawing units.
        glow: Whether the muscles changed their colour.
    """
    moved = [
        abs(old[0] - new[0]) > grain or abs(old[1] - new[1]) > grain
        for old, new in zip(before, after, strict=True)
    ]
    touched = {joint for leg in _LEGS for joint in leg} if glow else set[int]()
    for chain in _CHAINS:
        for place, joint in enumerate(chain):
            if moved[joint]:
                touched.update(chain[max(0, place - 1) : place + 2])
    return frozenset(touched)


def around(spots: Sequence[Spot]) -> QRectF:
    """The part of the drawing that is covered by the flesh round some joints."""
    xs, ys = [spot[0] for spot in spots], [spot[1] for spot in spots]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return QRectF(left, top, max(xs) + MARGIN - left, max(ys) + MARGIN - top)


def head_area(skull: Spot) -> QRectF:
    """The part of the drawing that the head covers with its hair, whichever way it nods."""
    return QRectF(skull[0] - HEAD, skull[1] - HEAD, 2 * HEAD, 2 * HEAD)


def arrow_area(arrow: Arrow, pose: Pose, camera: Camera) -> QRectF:
    """Where an arrow is drawn."""
    ox, oy = camera.spot(pose.part(arrow.part)) if arrow.part else (0.0, 0.0)
    tail, head = arrow.tail, arrow.head
    area = QRectF(
        ox + min(tail[0], head[0]) * UNIT,
        oy - max(tail[1], head[1]) * UNIT,
        abs(tail[0] - head[0]) * UNIT,
        abs(tail[1] - head[1]) * UNIT,
    )
    bow = abs(arrow.bow) * (area.width() + area.height()) + _ARROW
    return area.adjusted(-bow, -bow, bow, bow)
