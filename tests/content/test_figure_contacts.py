"""Figures as shipped: hands and feet rest on what is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest

from coach.core.figure import Arm, HandGoal, Leg, Motion, Pose, Prop, Stance
from coach.core.figure.solve import solve
from tests.content.figures import FILES, NAMES, motions, of_each_figure

__all__ = ["motions"]


@of_each_figure
def test_flat_hands_lie_on_the_wall(motion: Motion) -> None:
    walls = [p.sizes["x"] for p in motion.scene.props if p.kind in ("wall", "back-wall")]
    for hand in (motion.rest.near_hand, motion.rest.far_hand):
        if walls and hand.form == "touch" and hand.shape == "flat" and not hand.anchor:
            assert hand.numbers[0] == pytest.approx(walls[0], abs=0.01)


def stances(motion: Motion) -> Iterator[Stance]:
    """The poses a movement begins and ends in; a cycle has only its beginning."""
    if motion.kind == "continuous":
        yield motion.rest
        return
    for path in motion.paths:
        yield path.stances[0]
        yield path.stances[-1]


Area = tuple[float, float, float, float]
"""A face something can rest on: from x, y to x, y."""

FAR = 9.0


def faces(prop: Prop) -> list[Area]:
    """The faces of a thing that a hand or a foot can rest on."""
    size = prop.size
    x, y = size("x", 0.0), size("y", 0.0)
    known: dict[str, list[Area]] = {
        "wall": [(x, 0.0, x, FAR)],
        "back-wall": [(x, 0.0, x, FAR)],
        "bed": [(x, y, size("end", 0.65), y)],
        "chair": chair(prop),
        "rail": [(-FAR, y, FAR, y)],
        "desk": [(x, y, x + FAR, y)],
        "step": [(x, y, x + FAR, y), (-FAR, y + size("rail", 0.5), FAR, y + size("rail", 0.5))],
        "bench": [(x, y, size("end", 0.9), y)],
        "post": [(x, 0.0, x, FAR)],
        "pillow": [(x - size("wide", 0.2) / 2, y + size("high", 0.08) / 2,
                    x + size("wide", 0.2) / 2, y + size("high", 0.08) / 2)],
    }  # fmt: skip
    return known.get(prop.kind, [])


def chair(prop: Prop) -> list[Area]:
    x, facing = prop.size("x", -0.12), prop.size("facing", 1.0)
    front = x + prop.size("deep", 0.26) * facing
    seat, back = prop.size("seat", 0.255), prop.size("back", 0.53)
    ends = sorted((x, front))
    return [(ends[0], seat, ends[1] + 0.02, seat), (x - 0.02, back, x + 0.04, back)]


def surfaces(motion: Motion) -> list[Area]:
    floor: list[Area] = [(-FAR, 0.0, FAR, 0.0)] if motion.scene.floor else []
    return floor + [face for prop in motion.scene.props for face in faces(prop)]


def from_face(x: float, y: float, face: Area) -> float:
    """Distance of a point from a face."""
    ax, ay, bx, by = face
    dx, dy = bx - ax, by - ay
    share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
    share = min(max(share, 0.0), 1.0)
    return hypot(x - ax - dx * share, y - ay - dy * share)


def hands(motion: Motion) -> Iterator[tuple[HandGoal, Arm, Pose]]:
    for stance in stances(motion):
        pose = solve(stance, stance, 0.0)
        yield stance.near_hand, pose.near_arm, pose
        yield stance.far_hand, pose.far_arm, pose


@of_each_figure
def test_hands_that_rest_lie_on_something(motion: Motion) -> None:
    """On furniture or a wall; for a hand on the body see the next test."""
    for hand, arm, _ in hands(motion):
        if hand.form == "touch" and not hand.anchor and hand.shape in ("flat", "rest"):
            assert min(from_face(*arm.palm[:2], face) for face in surfaces(motion)) <= 0.024


THIGH = ((-0.05, 0.050), (0.15, 0.057), (0.45, 0.053), (0.8, 0.043), (1.15, 0.035))
"""Along the thigh, and from its middle to the cloth over it."""


@of_each_figure
def test_hands_on_a_thigh_neither_float_nor_sink(motion: Motion) -> None:
    for hand, arm, pose in hands(motion):
        if hand.form != "touch" or not hand.anchor.endswith("_thigh") or hand.shape != "rest":
            continue
        leg = pose.near_leg if hand.anchor.startswith("near") else pose.far_leg
        assert above_thigh(arm, leg) == pytest.approx(0.0, abs=0.014)


def above_thigh(arm: Arm, leg: Leg) -> float:
    (hx, hy, _), (kx, ky, _), (px, py, _) = leg.hip, leg.knee, arm.palm
    length = hypot(kx - hx, ky - hy)
    ux, uy = (kx - hx) / length, (ky - hy) / length
    along = ((px - hx) * ux + (py - hy) * uy) / length
    for (a, thick), (b, thin) in pairwise(THIGH):
        if a <= along <= b:
            flesh = thick + (thin - thick) * (along - a) / (b - a)
            return (py - hy) * ux - (px - hx) * uy - flesh
    raise AssertionError("the hand lies beyond the thigh")


@of_each_figure
def test_feet_that_rest_stand_on_something(motion: Motion) -> None:
    for stance in stances(motion):
        pose = solve(stance, stance, 0.0)
        for foot, leg in ((stance.near_foot, pose.near_leg), (stance.far_foot, pose.far_leg)):
            if foot.form in ("heel", "ball"):
                x, y = foot.numbers[:2]
                assert min(from_face(x, y, face) for face in surfaces(motion)) <= 0.012
            elif foot.form == "ankle" and motion.kind != "continuous" and not crossed(motion, leg):
                # Shin or heel lies on the bed or floor.
                x = leg.ankle[0]
                low = min(leg.ankle[1] - 0.03, leg.heel[1], leg.ball[1])
                assert min(abs(low - y) for a, y, b, _ in surfaces(motion) if a <= x <= b) <= 0.03


def crossed(motion: Motion, leg: Leg) -> bool:
    """Whether it is the leg laid across the other one."""
    return motion.scene.crossed and leg.hip[2] > 0.0


def test_a_hand_holds_the_post(motions: dict[Path, Motion]) -> None:
    motion = motions[FILES[NAMES.index("stop-and-hold")]]
    pose = motion.still(1.0)
    post = next(prop.sizes["x"] for prop in motion.scene.props if prop.kind == "post")
    assert pose.near_arm.palm[0] == pytest.approx(post, abs=0.01)
    assert pose.far_arm.palm[0] == pytest.approx(post, abs=0.01)
