"""The figure: proportions, poses and motion, as numbers only."""

from __future__ import annotations

from coach.core.figure import body
from coach.core.figure.motion import Moment, Motion, Path
from coach.core.figure.pose import Arm, Leg, Pose
from coach.core.figure.scene import Arrow, Inset, Prop, Scene
from coach.core.figure.solve import off_goal
from coach.core.figure.stance import FootGoal, HandGoal, Stance

__all__ = [
    "Arm",
    "Arrow",
    "FootGoal",
    "HandGoal",
    "Inset",
    "Leg",
    "Moment",
    "Motion",
    "Path",
    "Pose",
    "Prop",
    "Scene",
    "Stance",
    "body",
    "off_goal",
]
