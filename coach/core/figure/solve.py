"""From what a pose asks to where every joint is."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin, sqrt

from coach.core.figure import body
from coach.core.figure.pose import ARM_PARTS, LEG_PARTS, Arm, Leg, Pose, leg_part
from coach.core.figure.stance import FootGoal, HandGoal, Numbers, Stance
from coach.core.figure.vectors import Point, between, distance, hanging, reach, toward

_BREATH_LIFT = 0.003
"""Rise of neck and shoulders with a quiet breath, fractions of body height."""


def solve(
    start: Stance, end: Stance, share: float, breath: float = 0.0, travel: float = 0.0
) -> Pose:
    """The pose that lies ``share`` (0..1) of the way from one stance to another.

    Args:
        start: Where the movement comes from.
        end: Where it goes; it must join ``start`` (see `Stance.joins`).
        share: 0..1, eased already.
        breath: 0 breathed out … 1 breathed in.
        travel: How far the floor has moved back, fractions of body height.
    """
    trunk, curve, head, turn, sway = _lerp(start.trunk, end.trunk, share)
    hips_at = _lerp(start.hips, end.hips, share)
    near_foot = _lerp(start.near_foot.numbers, end.near_foot.numbers, share)
    far_foot = _lerp(start.far_foot.numbers, end.far_foot.numbers, share)
    if start.form == "at":
        hx, hy = hips_at[0], hips_at[1]
    else:
        standing = near_foot if start.form == "near" else far_foot
        goal = start.near_foot if start.form == "near" else start.far_foot
        hx, hy = _stand(goal.form, standing, hips_at[0], hips_at[1])
    hips = (hx, hy, 0.0)
    near_leg = _leg(start.near_foot, near_foot, hips, -1.0)
    far_leg = _leg(start.far_foot, far_foot, hips, 1.0)
    chest = trunk + curve
    waist, neck, skull, near_shoulder, far_shoulder = _trunk(hips, trunk, chest, head, sway, breath)
    legs = (near_leg, far_leg)
    trunk_parts = {"hips": hips, "waist": waist, "neck": neck, "skull": skull}
    near_arm = _arm(start.near_hand, end.near_hand, share, near_shoulder, -1.0, legs, trunk_parts)
    far_arm = _arm(start.far_hand, end.far_hand, share, far_shoulder, 1.0, legs, trunk_parts)
    effort = start.effort + (end.effort - start.effort) * share
    return Pose(
        hips, waist, neck, skull, trunk, chest, head, breath, effort, travel, turn,
        near_leg, far_leg, near_arm, far_arm, start.exchanged,
    )  # fmt: skip


def _trunk(
    hips: Point, trunk: float, chest: float, head: float, sway: float, breath: float
) -> tuple[Point, Point, Point, Point, Point]:
    """Waist, neck, skull and the two shoulders, from the leans of pelvis, chest and head."""
    lateral = sin(radians(sway))
    upright = cos(radians(sway))
    hx, hy, _ = hips
    px, py = hanging(180.0 - trunk)
    cx, cy = hanging(180.0 - chest)
    waist = (hx + px * body.PELVIS, hy + py * body.PELVIS * upright, lateral * body.PELVIS)
    spine = body.CHEST + breath * _BREATH_LIFT
    neck = (waist[0] + cx * spine, waist[1] + cy * spine * upright, waist[2] + lateral * spine)
    # The neck shares the way between chest and head, as a neck does.
    nx, ny = hanging(180.0 - (chest + head) * 0.5 - 8.0 * upright)
    skull = (neck[0] + nx * body.NECK, neck[1] + ny * body.NECK, neck[2] + lateral * body.NECK)

    drop = body.SHOULDER_DROP
    sx, sy = neck[0] - cx * drop, neck[1] - cy * drop
    half = body.HALF_SHOULDERS
    near_shoulder = (sx, sy - half * lateral, neck[2] - half)
    far_shoulder = (sx, sy + half * lateral, neck[2] + half)
    return waist, neck, skull, near_shoulder, far_shoulder


def _lerp(a: Numbers, b: Numbers, share: float) -> Numbers:
    return a if a is b else tuple([x + (y - x) * share for x, y in zip(a, b, strict=True)])


def _ankle_of(form: str, numbers: Numbers) -> tuple[float, float]:
    """Where the ankle is when heel or ball rests at a place."""
    x, y, _, pitch = numbers[:4]
    if form == "ankle":
        return x, y
    ux, uy = toward(pitch)
    along = body.HEEL_BACK if form == "heel" else -body.BALL_AHEAD
    return x + ux * along - uy * body.ANKLE_HEIGHT, y + uy * along + ux * body.ANKLE_HEIGHT


def _stand(form: str, foot: Numbers, lean: float, knee: float) -> tuple[float, float]:
    """The hips above a foot: ``lean`` of the line from ankle to hip, ``knee`` flexion, degrees."""
    ax, ay = _ankle_of(form, foot)
    reach_ = sqrt(
        body.THIGH**2 + body.SHANK**2 + 2.0 * body.THIGH * body.SHANK * cos(radians(knee))
    )
    ux, uy = hanging(180.0 - lean)
    return ax + ux * reach_, ay + uy * reach_


def _leg(goal: FootGoal, numbers: Numbers, hips: Point, side: float) -> Leg:
    hip = (hips[0], hips[1], hips[2] + side * body.HALF_HIPS)
    if goal.form == "angles":
        return _free_leg(numbers, hip, side)
    x, y, z, pitch, toes, roll, splay = numbers
    ax, ay = _ankle_of(goal.form, numbers)
    place = hip[2] + side * z
    wanted = (x, y, place)
    if roll:
        # The foot turns about its outer edge, so the ankle goes out and up a little.
        tilt = radians(roll)
        aside = side * (body.ANKLE_HEIGHT * sin(tilt) + body.HALF_SOLE * (1.0 - cos(tilt)))
        up = body.HALF_SOLE * sin(tilt) - body.ANKLE_HEIGHT * (1.0 - cos(tilt))
        place, ay, wanted = place + aside, ay + up, (x, y + up, place + aside)
    knee, ankle = reach(hip, (ax, ay, place), body.THIGH, body.SHANK, 1.0, splay * side)
    if goal.form == "ball" and pitch < 0.0:
        # Toes stay on what the ball rests on while the heel comes up.
        toes -= pitch
    leg = _foot(ankle, pitch, toes)
    contact = ankle if goal.form == "ankle" else leg[0] if goal.form == "heel" else leg[1]
    return Leg(hip, knee, ankle, leg[0], leg[1], leg[2], pitch, toes, roll, wanted, contact)


def _free_leg(numbers: Numbers, hip: Point, side: float) -> Leg:
    thigh, bend, dorsiflexion, toes, roll, splay, out = numbers
    flare = radians(out)
    ux, uy = hanging(thigh)
    wide, narrow = sin(flare) * side, cos(flare)
    knee = (
        hip[0] + ux * body.THIGH * narrow,
        hip[1] + uy * body.THIGH * narrow,
        hip[2] + wide * body.THIGH,
    )
    shin = thigh - bend
    vx, vy = hanging(shin)
    across = sin(radians(splay)) * side
    level = cos(radians(splay))
    ankle = (
        knee[0] + vx * body.SHANK * level,
        knee[1] + vy * body.SHANK * level,
        knee[2] + across * body.SHANK,
    )
    pitch = shin + dorsiflexion
    heel, ball, toe = _foot(ankle, pitch, toes)
    return Leg(hip, knee, ankle, heel, ball, toe, pitch, toes, roll, None, heel)


def _foot(ankle: Point, pitch: float, toes: float) -> tuple[Point, Point, Point]:
    ux, uy = toward(pitch)
    ax, ay, az = ankle
    drop = body.ANKLE_HEIGHT
    bx, by = ax + uy * drop, ay - ux * drop
    heel = (bx - ux * body.HEEL_BACK, by - uy * body.HEEL_BACK, az)
    ball = (bx + ux * body.BALL_AHEAD, by + uy * body.BALL_AHEAD, az)
    tx, ty = toward(pitch + toes)
    return heel, ball, (ball[0] + tx * body.TOES, ball[1] + ty * body.TOES, az)


def _arm(
    start: HandGoal,
    end: HandGoal,
    share: float,
    shoulder: Point,
    side: float,
    legs: tuple[Leg, Leg],
    trunk: dict[str, Point],
) -> Arm:
    numbers = _lerp(start.numbers, end.numbers, share)
    shape = end.shape if share > 0.5 else start.shape
    if start.form == "angles":
        return _free_arm(numbers, shoulder, side, shape)
    x, y, z, angle, turn, flare = numbers
    # A place in the room has no depth of its own: the hand stays at its shoulder's.
    room = (0.0, 0.0, shoulder[2])
    origin = _anchor(start.anchor, legs, trunk) if start.anchor else room
    if end.anchor != start.anchor:
        other = _anchor(end.anchor, legs, trunk) if end.anchor else room
        origin = between(origin, other, share)
    ox, oy, oz = origin
    place = oz + side * z
    palm = (x + ox, y + oy, place)
    ux, uy = toward(angle)
    thick = 0.0 if shape in ("grip", "hold") else body.PALM_THICK * turn
    wrist = (
        palm[0] - ux * body.PALM_ALONG - uy * thick,
        palm[1] - uy * body.PALM_ALONG + ux * thick,
        place,
    )
    elbow, hand = reach(shoulder, wrist, body.UPPER_ARM, body.FOREARM, -1.0, flare * side)
    return _hand(shoulder, elbow, hand, angle, turn, shape, palm)


def _anchor(name: str, legs: tuple[Leg, Leg], trunk: dict[str, Point]) -> Point:
    side, _, part = name.partition("_")
    if part in LEG_PARTS:
        return leg_part(legs[side == "far"], part)
    return trunk[name]


def _free_arm(numbers: Numbers, shoulder: Point, side: float, shape: str) -> Arm:
    upper, bend, extension, turn, out, lift = numbers
    flare = radians(out)
    wide, narrow = sin(flare) * side, cos(flare)
    ux, uy = hanging(upper)
    elbow = (
        shoulder[0] + ux * body.UPPER_ARM * narrow,
        shoulder[1] + uy * body.UPPER_ARM * narrow,
        shoulder[2] + wide * body.UPPER_ARM,
    )
    flare = radians(lift)
    wide, narrow = sin(flare) * side, cos(flare)
    vx, vy = hanging(upper + bend)
    wrist = (
        elbow[0] + vx * body.FOREARM * narrow,
        elbow[1] + vy * body.FOREARM * narrow,
        elbow[2] + wide * body.FOREARM,
    )
    angle = degrees(atan2(vy, vx)) + extension * turn
    return _hand(shoulder, elbow, wrist, angle, turn, shape, None)


def _hand(
    shoulder: Point,
    elbow: Point,
    wrist: Point,
    angle: float,
    turn: float,
    shape: str,
    goal: Point | None,
) -> Arm:
    ux, uy = toward(angle)
    thick = 0.0 if shape in ("grip", "hold") else body.PALM_THICK * turn
    palm = (
        wrist[0] + ux * body.PALM_ALONG + uy * thick,
        wrist[1] + uy * body.PALM_ALONG - ux * thick,
        wrist[2],
    )
    tip = (wrist[0] + ux * body.HAND, wrist[1] + uy * body.HAND, wrist[2])
    return Arm(shoulder, elbow, wrist, tip, palm, angle, turn, shape, goal)


def off_goal(pose: Pose) -> float:
    """Largest distance between a hand or foot and the point it was asked to rest on."""
    gaps = [0.0]
    for leg in (pose.near_leg, pose.far_leg):
        if leg.goal:
            gaps.append(distance(leg.goal, leg.contact))
    for arm in (pose.near_arm, pose.far_arm):
        if arm.goal:
            gaps.append(distance(arm.goal, arm.palm))
    return max(gaps)


__all__ = ["ARM_PARTS", "LEG_PARTS", "off_goal", "solve"]
