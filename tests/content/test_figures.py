"""Figures as shipped: bodies that move as bodies do, inside their frame."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from math import cos, dist, radians, sin
from pathlib import Path

import pytest

from coach.content.resources import find_resources
from coach.core.figure import Moment, Motion, body, off_goal
from tests.content.figures import FILES, NAMES, motions, of_each_figure, poses

__all__ = ["motions"]


def test_there_are_figures() -> None:
    assert len(FILES) >= 10


@of_each_figure
def test_bones_keep_their_length(motion: Motion) -> None:
    for pose in poses(motion):
        for leg in (pose.near_leg, pose.far_leg):
            assert dist(leg.hip, leg.knee) == pytest.approx(body.THIGH, abs=1e-6)
            assert dist(leg.knee, leg.ankle) == pytest.approx(body.SHANK, abs=1e-6)
        for arm in (pose.near_arm, pose.far_arm):
            assert dist(arm.shoulder, arm.elbow) == pytest.approx(body.UPPER_ARM, abs=1e-6)
            assert dist(arm.elbow, arm.wrist) == pytest.approx(body.FOREARM, abs=1e-6)


@of_each_figure
def test_hands_and_feet_stay_on_what_they_touch(motion: Motion) -> None:
    assert max(off_goal(pose) for pose in poses(motion)) <= 0.01


@of_each_figure
def test_joints_stay_within_their_limits(motion: Motion) -> None:
    found = {fault for pose in poses(motion) for fault in pose.faults()}
    assert not found


@of_each_figure
def test_nothing_goes_through_the_floor(motion: Motion) -> None:
    if not motion.scene.floor:
        return  # is seen from above
    for pose in poses(motion):
        assert min(point[1] for point in pose.joints()) >= -0.006


@of_each_figure
def test_everything_is_inside_the_frame(motion: Motion) -> None:
    (cx, cy), half = motion.scene.centre, motion.scene.size / 2.0
    for pose in poses(motion):
        for x, y, z in (*pose.joints(), (pose.skull[0], pose.skull[1], 0.0)):
            across = z if motion.scene.view != "side" else x
            assert abs(across - cx) <= half
            assert abs(y - cy) <= half


@of_each_figure
def test_each_phase_begins_where_the_one_before_ends(motion: Motion) -> None:
    if motion.kind != "reps":
        return  # has no phases
    count = len(motion.paths)
    for phase in range(count):
        end = motion.pose_at(Moment("reps", phase, 1.0, 3.0, 3.0, 1))
        begin = motion.pose_at(Moment("reps", (phase + 1) % count, 0.0, 0.0, 3.0, 1))
        for one, other in zip(end.joints(), begin.joints(), strict=True):
            assert dist(one, other) < 1e-6


@of_each_figure
def test_nothing_jumps(motion: Motion) -> None:
    """Between two frames of a sixtieth of a second no joint moves more than a hand's breadth."""
    seconds = 4.0
    frames = [motion.pose_at(Moment(motion.kind, 0, i / 240, i / 60, seconds)) for i in range(241)]
    for before, after in pairwise(frames):
        for one, other in zip(before.joints(), after.joints(), strict=True):
            assert dist(one, other) < 0.03


HEAD = 0.085
"""Crown, hair and a knot of it, round the middle of the head."""


@of_each_figure
def test_head_and_hair_are_inside_the_frame(motion: Motion) -> None:
    (cx, cy), half = motion.scene.centre, motion.scene.size / 2.0
    for pose in poses(motion):
        nod = radians(pose.head)
        x, y = pose.skull[0] + sin(nod) * 0.066, pose.skull[1] + cos(nod) * 0.066
        if motion.scene.view == "side":
            assert abs(x - cx) + HEAD <= half + 0.012
        assert abs(y - cy) + HEAD <= half + 0.012


@of_each_figure
def test_arrows_are_inside_the_frame(motion: Motion) -> None:
    (cx, cy), half = motion.scene.centre, motion.scene.size / 2.0
    for pose in poses(motion)[::10]:
        for arrow in motion.scene.arrows:
            origin = pose.part(arrow.part) if arrow.part else (0.0, 0.0, 0.0)
            across = 0 if motion.scene.view == "side" else 2
            away = 0.0 if across else origin[2] * -0.1
            for x, y in (arrow.tail, arrow.head):
                # From behind, the side that works is on the right.
                shown = origin[across] * (-1.0 if motion.scene.view == "back" else 1.0) + x + away
                assert abs(shown - cx) <= half - 0.004
                assert abs(origin[1] + y - cy) <= half + 0.02


@of_each_figure
def test_toes_are_never_pointed_hard(motion: Motion) -> None:
    """Pointing shortens the calf and brings cramps on; a foot that hangs or swings is at ease."""
    if motion.kind == "continuous" or "front-thigh" in str(motion.scene.muscles):
        return  # walks, or draws the heel to the seat
    raises = motion.name.startswith(("heel-raise", "toe-stand"))
    for pose in poses(motion):
        for leg in (pose.near_leg, pose.far_leg):
            assert leg.ankle_bend >= (-50.0 if raises else -36.0)


def test_every_exercise_has_a_figure() -> None:
    folder = find_resources().exercises
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        assert data.get("figure", path.stem) in NAMES, path.name


def test_every_figure_relief_asks_for_is_there() -> None:
    for path in sorted(find_resources().figures.parent.joinpath("relief").glob("*.toml")):
        for name in re.findall(r'figure = "([^"]*)"', path.read_text(encoding="utf-8")):
            assert name in NAMES, f"{path.name}: {name}"


def test_a_movement_can_show_another_muscle(motions: dict[Path, Motion]) -> None:
    press = motions[FILES[NAMES.index("press-down-stand")]].showing("back-thigh")
    assert press.scene.muscles == ("near_back-thigh",)
    laid_across = motions[FILES[NAMES.index("shoe-off-seated")]].showing("sole")
    assert laid_across.scene.muscles == ("far_sole",)


def test_a_hold_with_a_cycle_goes_to_and_fro_where_it_is_to_move(
    motions: dict[Path, Motion],
) -> None:
    slide = motions[FILES[NAMES.index("heel-slide-bed")]]
    bends = [
        slide.pose_at(Moment("continuous", 0, t / 40, t, 40.0)).near_leg.knee_bend
        for t in (0.0, 2.0, 4.0, 6.0)
    ]
    assert bends[0] == pytest.approx(bends[2])
    assert bends[1] == pytest.approx(bends[3])
    assert bends[0] < 40.0
    assert bends[1] > 100.0
