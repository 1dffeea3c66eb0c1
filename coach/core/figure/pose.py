"""What a picture needs to know about one instant: where every joint is."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, degrees, hypot

from coach.core.figure import body
from coach.core.figure.vectors import Point, between, toward


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg.

    Attributes:
        hip: Hip joint.
        knee: Knee joint.
        ankle: Ankle joint.
        heel: Where the heel rests.
        ball: Ball of the foot, on its sole.
        toe: Tip of the toes.
        pitch: How far the foot points up, degrees.
        toe_bend: How far the toes are bent up against the foot, degrees.
        roll: How far the sole is turned to its outer edge, degrees.
        goal: The point the foot was asked to rest on, or None for a free foot.
        contact: The point of the foot that rests there (the heel or the ball).
    """

    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    toe: Point
    pitch: float
    toe_bend: float
    roll: float
    goal: Point | None
    contact: Point

    @property
    def knee_bend(self) -> float:
        """Flexion of the knee in degrees; negative would be a knee bent forward."""
        return _bend(self.hip, self.knee, self.ankle, 1.0)

    @property
    def ankle_bend(self) -> float:
        """Dorsiflexion in degrees: 0 is a foot square to the shin, pointing is negative."""
        ux, uy = toward(self.pitch)
        rise = ux * (self.knee[0] - self.ankle[0]) + uy * (self.knee[1] - self.ankle[1])
        return degrees(asin(max(-1.0, min(1.0, rise / body.SHANK))))


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm.

    Attributes:
        shoulder: Shoulder joint.
        elbow: Elbow joint.
        wrist: Wrist joint.
        tip: Tip of the middle finger of a flat hand.
        palm: Middle of the palm's surface, or of what the hand holds.
        angle: Direction of the hand, degrees: 0 forward, 90 up.
        turn: ``1`` with the palm to the front of an upright hand, ``-1`` turned over.
        shape: Name of the hand's shape (``flat``, ``relaxed``, ``grip``, ``hold``, ``rest``).
        goal: The point the palm was asked to touch, or None for a free hand.
    """

    shoulder: Point
    elbow: Point
    wrist: Point
    tip: Point
    palm: Point
    angle: float
    turn: float
    shape: str
    goal: Point | None

    @property
    def elbow_bend(self) -> float:
        """Flexion of the elbow in degrees; negative would be an elbow bent back."""
        return _bend(self.shoulder, self.elbow, self.wrist, -1.0)

    @property
    def wrist_bend(self) -> float:
        """Extension of the wrist in degrees, towards the back of the hand."""
        forearm = degrees(atan2(self.wrist[1] - self.elbow[1], self.wrist[0] - self.elbow[0]))
        return _turn(self.angle - forearm) * self.turn


@dataclass(frozen=True, slots=True)
class Pose:
    """The whole figure at one instant.

    Attributes:
        hips: Middle between the hip joints.
        waist: Where pelvis and chest meet.
        neck: Base of the neck.
        skull: Top of the neck, about which the head nods.
        trunk: Lean of the pelvis, degrees forward from upright.
        chest: Lean of the chest, degrees.
        head: Nod of the head, degrees down from a level gaze.
        breath: 0 breathed out … 1 breathed in.
        effort: 0 at ease … 1 fully stretched; how strongly the muscle glows.
        travel: How far the floor has moved back under the feet.
        turn: How far a body that lies is turned from its side to its back, degrees: 0 is seen in
            profile, 90 face to face. It changes how the body is seen, not where joints are.
        near_leg: The leg on the viewer's side, the one that works.
        far_leg: The other leg.
        near_arm: The arm on the viewer's side.
        far_arm: The other arm.
        exchanged: Whether it is the far side's turn: what belongs to ``near`` is then at ``far``.
    """

    hips: Point
    waist: Point
    neck: Point
    skull: Point
    trunk: float
    chest: float
    head: float
    breath: float
    effort: float
    travel: float
    turn: float
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm
    exchanged: bool = False

    def joints(self) -> tuple[Point, ...]:
        """Every joint in a fixed order: to compare poses, or to see how far one extends."""
        legs = (self.near_leg, self.far_leg)
        arms = (self.near_arm, self.far_arm)
        return (
            self.hips,
            self.waist,
            self.neck,
            self.skull,
            *(p for leg in legs for p in (leg.knee, leg.ankle, leg.heel, leg.ball, leg.toe)),
            *(p for arm in arms for p in (arm.shoulder, arm.elbow, arm.wrist, arm.tip)),
        )

    def part(self, name: str) -> Point:
        """A joint by the name files use, such as ``near_knee``, ``far_palm`` or ``neck``."""
        side, _, part = name.partition("_")
        if part in LEG_PARTS:
            return leg_part(self.near_leg if side == "near" else self.far_leg, part)
        owner = self if not part else self.near_arm if side == "near" else self.far_arm
        found: Point = getattr(owner, part or name)
        return found

    def faults(self) -> list[str]:
        """Joints outside their limits, in words; empty for a pose a person can take."""
        found = []
        for side, leg, arm in (
            ("near", self.near_leg, self.near_arm),
            ("far", self.far_leg, self.far_arm),
        ):
            for name, angle, limits in (
                ("knee", leg.knee_bend, body.KNEE),
                ("ankle", leg.ankle_bend, body.ANKLE),
                ("toes", leg.toe_bend, body.TOE_JOINT),
                ("elbow", arm.elbow_bend, body.ELBOW),
                ("wrist", arm.wrist_bend, body.WRIST),
            ):
                if not limits.allows(angle):
                    found.append(f"{side} {name} at {angle:.0f}°")
        return found


LEG_PARTS = ("hip", "knee", "ankle", "heel", "ball", "toe", "thigh", "shin", "instep")
ARM_PARTS = ("shoulder", "elbow", "wrist", "palm", "tip")
TRUNK_PARTS = ("hips", "waist", "neck", "skull")


def leg_part(leg: Leg, name: str) -> Point:
    """A point of a leg; ``thigh`` and ``shin`` lie half-way along, ``instep`` on the foot."""
    if name == "thigh":
        return between(leg.hip, leg.knee, 0.5)
    if name == "shin":
        return between(leg.knee, leg.ankle, 0.45)
    if name == "instep":
        return between(leg.ankle, leg.ball, 0.5)
    found: Point = getattr(leg, name)
    return found


def _bend(root: Point, middle: Point, end: Point, forward: float) -> float:
    """Angle between two bones, negative where the middle joint lies on the wrong side."""
    ux, uy, uz = (middle[i] - root[i] for i in range(3))
    vx, vy, vz = (end[i] - middle[i] for i in range(3))
    cross = ux * vy - uy * vx
    lift = hypot(uy * vz - uz * vy, uz * vx - ux * vz)
    angle = degrees(atan2(hypot(cross, lift), ux * vx + uy * vy + uz * vz))
    # A limb that bends out of the plane of walking has no wrong side.
    return angle if cross * forward <= 0.0 or lift > abs(cross) else -angle


def _turn(degrees_: float) -> float:
    """The same angle within -180..180."""
    return (degrees_ + 180.0) % 360.0 - 180.0
