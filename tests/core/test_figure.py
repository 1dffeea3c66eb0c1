"""The rig: bones keep their length, joints bend the right way, contacts hold."""

from __future__ import annotations

from dataclasses import replace
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.figure import (
    FootGoal,
    HandGoal,
    Moment,
    Motion,
    Path,
    Pose,
    Scene,
    Stance,
    body,
    off_goal,
)
from coach.core.figure.solve import solve
from coach.core.figure.vectors import reach

near_one = st.floats(-0.35, 0.35)


def standing(**changes: object) -> Stance:
    at_ease = HandGoal("angles", (0.0, 10.0, 0.0, 1.0, 0.0, 0.0))
    flat = FootGoal("heel", (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0))
    stance = Stance("near", (0.0, 2.0), (0.0,) * 5, 0.0, flat, flat, at_ease, at_ease)
    return replace(stance, **changes)  # type: ignore[arg-type]


def bones(pose: Pose) -> list[float]:
    lengths = [dist(pose.hips, pose.waist), dist(pose.neck, pose.skull)]
    for leg in (pose.near_leg, pose.far_leg):
        lengths += [
            dist(leg.hip, leg.knee),
            dist(leg.knee, leg.ankle),
            dist(leg.ankle, leg.heel),
            dist(leg.ankle, leg.ball),
            dist(leg.ball, leg.toe),
        ]
    for arm in (pose.near_arm, pose.far_arm):
        lengths += [dist(arm.shoulder, arm.elbow), dist(arm.elbow, arm.wrist)]
    return lengths


@given(x=near_one, y=near_one, z=near_one, outward=st.floats(-90, 90))
def test_reach_keeps_both_bones_whatever_is_asked(
    x: float, y: float, z: float, outward: float
) -> None:
    root = (0.0, 0.0, 0.0)
    middle, end = reach(root, (x, y, z), body.THIGH, body.SHANK, 1.0, outward)
    assert dist(root, middle) == pytest.approx(body.THIGH, abs=1e-6)
    assert dist(middle, end) == pytest.approx(body.SHANK, abs=1e-6)


@given(
    x=st.floats(-0.2, 0.2),
    y=st.floats(-0.4, -0.15),
)
def test_reach_arrives_where_it_can(x: float, y: float) -> None:
    _, end = reach((0.0, 0.0, 0.0), (x, y, 0.0), body.THIGH, body.SHANK, 1.0, 0.0)
    assert dist(end, (x, y, 0.0)) < 1e-6


@pytest.mark.parametrize(("side", "far"), [(30.0, True), (-30.0, False)])
def test_a_knee_turned_outward_goes_to_the_side_it_is_turned_to(side: float, far: bool) -> None:
    knee, _ = reach((0.0, 0.5, 0.0), (0.1, 0.1, 0.0), body.THIGH, body.SHANK, 1.0, side)
    assert (knee[2] > 0) is far


@given(lean=st.floats(-5, 25), knee=st.floats(0, 60))
def test_a_standing_foot_stays_where_it_is(lean: float, knee: float) -> None:
    stance = standing(form="near", hips=(lean, knee))
    pose = solve(stance, stance, 0.0)
    assert dist(pose.near_leg.heel, pose.near_leg.goal or (9, 9, 9)) < 1e-6
    assert pose.near_leg.knee_bend == pytest.approx(knee, abs=0.5)
    assert pose.near_leg.knee_bend >= -0.01


def test_toes_stay_on_the_floor_when_the_heel_lifts() -> None:
    raised = FootGoal("ball", (0.05, 0.0, 0.0, -40.0, 0.0, 0.0, 0.0))
    pose = solve(*(standing(near_foot=raised, far_foot=raised),) * 2, 0.0)
    assert pose.near_leg.toe[1] == pytest.approx(0.0, abs=1e-9)
    assert pose.near_leg.heel[1] > 0.05
    assert pose.near_leg.toe_bend == pytest.approx(40.0)


def test_a_goal_out_of_reach_is_told() -> None:
    far_off = HandGoal("touch", (2.0, 0.8, 0.0, 90.0, 1.0, 0.0), "flat")
    pose = solve(*(standing(near_hand=far_off),) * 2, 0.0)
    assert off_goal(pose) > 1.0
    assert bones(pose) == pytest.approx(bones(solve(*(standing(),) * 2, 0.0)))


def test_a_pose_nobody_can_take_is_named() -> None:
    bent = FootGoal("angles", (0.0, -20.0, 60.0, 0.0, 0.0, 0.0, 0.0))
    pose = solve(*(standing(form="at", hips=(0.0, 0.53), near_foot=bent),) * 2, 0.0)
    assert pose.faults() == ["near knee at -20°", "near ankle at 60°"]


def motion(kind: str, **changes: object) -> Motion:
    start, end = standing(), standing(hips=(8.0, 20.0), effort=1.0)
    paths = (Path((start, end)), Path((end, start)))
    made = Motion("test", kind, start, paths if kind == "reps" else paths[:1], Scene())
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_rep_takes_the_time_of_its_phase_and_meets_the_next() -> None:
    lift = motion("reps")
    begin = lift.pose_at(Moment("reps", 0, 0.0, 0.0, 3.0))
    top = lift.pose_at(Moment("reps", 0, 1.0, 3.0, 3.0))
    turn = lift.pose_at(Moment("reps", 1, 0.0, 0.0, 5.0))
    home = lift.pose_at(Moment("reps", 1, 1.0, 5.0, 5.0))
    assert top.joints() == turn.joints() != begin.joints()
    assert home.joints() == begin.joints()


def test_a_hold_moves_in_then_only_breathes() -> None:
    hold = motion("hold")
    poses = [hold.pose_at(Moment("hold", 0, t / 30, t, 30.0)) for t in (0.0, 0.6, 1.2, 5.2, 9.2)]
    assert poses[0].effort == 0.0
    assert 0.0 < poses[1].effort < 1.0
    assert [p.effort for p in poses[2:]] == [1.0] * 3
    assert [round(p.breath, 3) for p in poses[2:]] == [0.0, 1.0, 0.0]
    assert poses[2].hips == poses[3].hips


def test_a_rest_after_a_hold_comes_out_of_it() -> None:
    hold = motion("hold")
    last = hold.pose_at(Moment("hold", 0, 1.0, 9.2, 9.2))
    assert hold.pose_at(Moment("rest", 0, 0.0, 0.0, 10.0)).joints() == last.joints()
    assert hold.pose_at(Moment("rest", 0, 0.5, 5.0, 10.0)).effort == 0.0


def test_a_cycle_starts_and_ends_at_rest() -> None:
    stances = tuple(standing(hips=(float(x), 10.0)) for x in (0, 4, 0, -4))
    walk = motion("continuous", paths=(Path(stances, "round"),), cycle=2.0, travel=0.4)
    rest = walk.pose_at(Moment("get-ready"))
    ends = [walk.pose_at(Moment("continuous", 0, p, p * 30, 30.0)) for p in (0.0, 1.0)]
    assert all(pose.joints() == rest.joints() for pose in ends)
    one, other = (walk.pose_at(Moment("continuous", 0, 0.5, t, 30.0)) for t in (4.5, 6.5))
    assert one.hips == pytest.approx(other.hips)
    assert other.travel - one.travel == pytest.approx(0.4)


def test_sides_take_turns_where_a_motion_alternates() -> None:
    pull = FootGoal("heel", (0.0, 0.0, 0.0, 25.0, 0.0, 0.0, 0.0))
    path = Path((standing(form="at", hips=(0.0, 0.5)),
                 standing(form="at", hips=(0.0, 0.5), near_foot=pull)))  # fmt: skip
    pulls = motion("reps", paths=(path,), alternate=True)
    odd = pulls.pose_at(Moment("reps", 0, 1.0, 3.0, 3.0, rep=1))
    even = pulls.pose_at(Moment("reps", 0, 1.0, 3.0, 3.0, rep=2))
    assert (odd.near_leg.pitch, odd.far_leg.pitch) == (25.0, 0.0)
    assert (even.near_leg.pitch, even.far_leg.pitch) == (0.0, 25.0)
    assert (odd.exchanged, even.exchanged) == (False, True)


def test_proportions_are_those_of_the_source() -> None:
    pose = solve(*(standing(hips=(0.0, 0.0)),) * 2, 0.0)
    assert pose.near_leg.ankle[1] == pytest.approx(0.039)
    assert pose.near_leg.knee[1] == pytest.approx(0.285, abs=0.001)
    assert pose.hips[1] == pytest.approx(0.530, abs=0.001)
    assert pose.near_arm.shoulder[1] == pytest.approx(0.818, abs=0.001)
