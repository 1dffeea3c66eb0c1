"""The shipped figures: each can be read, and shows a body that could do it."""

from __future__ import annotations

from itertools import pairwise
from math import dist
from pathlib import Path

import pytest

from coach.content.figures import check_figure, load_motion, motion_from
from coach.content.problem import ContentError
from coach.content.resources import find_resources
from coach.core.figure import Moment, Motion, Pose, body, off_goal

FILES = sorted(find_resources().figures.glob("*.toml"))
NAMES = [path.stem for path in FILES]
SAMPLES = 60


def moments(motion: Motion) -> list[Moment]:
    steps = [i / (SAMPLES - 1) for i in range(SAMPLES)]
    if motion.kind == "reps":
        return [
            Moment("reps", phase, p, p * 3.0, 3.0, rep)
            for phase in range(len(motion.paths))
            for rep in ((1, 2) if motion.alternate else (1,))
            for p in steps
        ]
    seconds = 2.0 * motion.cycle + 2.0 if motion.kind == "continuous" else 10.0
    return [Moment(motion.kind, 0, p, p * seconds, seconds) for p in steps]


def poses(motion: Motion) -> list[Pose]:
    return [motion.pose_at(moment) for moment in moments(motion)]


@pytest.fixture(params=FILES, ids=NAMES)
def motion(request: pytest.FixtureRequest) -> Motion:
    return load_motion(request.param)


def test_there_are_figures() -> None:
    assert len(FILES) >= 10


def test_bones_keep_their_length(motion: Motion) -> None:
    for pose in poses(motion):
        for leg in (pose.near_leg, pose.far_leg):
            assert dist(leg.hip, leg.knee) == pytest.approx(body.THIGH, abs=1e-6)
            assert dist(leg.knee, leg.ankle) == pytest.approx(body.SHANK, abs=1e-6)
        for arm in (pose.near_arm, pose.far_arm):
            assert dist(arm.shoulder, arm.elbow) == pytest.approx(body.UPPER_ARM, abs=1e-6)
            assert dist(arm.elbow, arm.wrist) == pytest.approx(body.FOREARM, abs=1e-6)


def test_hands_and_feet_stay_on_what_they_touch(motion: Motion) -> None:
    assert max(off_goal(pose) for pose in poses(motion)) <= 0.01


def test_joints_stay_within_their_limits(motion: Motion) -> None:
    found = {fault for pose in poses(motion) for fault in pose.faults()}
    assert not found


def test_nothing_goes_through_the_floor(motion: Motion) -> None:
    if not motion.scene.floor:
        pytest.skip("is seen from above")
    for pose in poses(motion):
        assert min(point[1] for point in pose.joints()) >= -0.006


def test_everything_is_inside_the_frame(motion: Motion) -> None:
    (cx, cy), half = motion.scene.centre, motion.scene.size / 2.0
    for pose in poses(motion):
        for x, y, z in (*pose.joints(), (pose.skull[0], pose.skull[1], 0.0)):
            across = z if motion.scene.view != "side" else x
            assert abs(across - cx) <= half
            assert abs(y - cy) <= half


def test_flat_hands_lie_on_the_wall(motion: Motion) -> None:
    walls = [p.sizes["x"] for p in motion.scene.props if p.kind in ("wall", "back-wall")]
    for hand in (motion.rest.near_hand, motion.rest.far_hand):
        if walls and hand.form == "touch" and hand.shape == "flat" and not hand.anchor:
            assert hand.numbers[0] == pytest.approx(walls[0], abs=0.01)


def test_each_phase_begins_where_the_one_before_ends(motion: Motion) -> None:
    if motion.kind != "reps":
        pytest.skip("has no phases")
    count = len(motion.paths)
    for phase in range(count):
        end = motion.pose_at(Moment("reps", phase, 1.0, 3.0, 3.0, 1))
        begin = motion.pose_at(Moment("reps", (phase + 1) % count, 0.0, 0.0, 3.0, 1))
        for one, other in zip(end.joints(), begin.joints(), strict=True):
            assert dist(one, other) < 1e-6


def test_nothing_jumps(motion: Motion) -> None:
    """Between two frames of a sixtieth of a second no joint moves more than a hand's breadth."""
    seconds = 4.0
    frames = [motion.pose_at(Moment(motion.kind, 0, i / 240, i / 60, seconds)) for i in range(241)]
    for before, after in pairwise(frames):
        for one, other in zip(before.joints(), after.joints(), strict=True):
            assert dist(one, other) < 0.03


def good() -> dict[str, object]:
    return check_figure(FILES[NAMES.index("calf-wall-lean")])


def wrong(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "some-figure.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_motion(file)
    return [str(problem) for problem in caught.value.problems]


def test_a_checked_figure_survives_json() -> None:
    import json

    again = motion_from(json.loads(json.dumps(good())))
    assert again == motion_from(good())


def test_faults_are_told_with_their_place(tmp_path: Path) -> None:
    said = wrong(
        tmp_path,
        'kind = "reps"\nrest = "a"\nspeed = 1\n[[paths]]\nposes = ["a"]\n'
        '[[props]]\nkind = "sofa"\n'
        "[poses.a]\nhips = [0.0, 0.5]\nnear_foot = { heel = [0.0, 0.0], pich = 3.0 }\n"
        "far_foot = { heel = [0.0, 0.0], knee = 3.0 }\n",
    )
    assert "poses.a.near_foot.pich: unknown key; did you mean pitch?" in said
    assert "poses.a.far_foot: rests at a place, so hip, knee and ankle follow" in said
    assert any(line.startswith("props[0].kind: must be one of back-wall, bed") for line in said)
    assert any(line.startswith("speed: unknown key") for line in said)


_POSE = "hips = [0.0, 0.5]\nfar_foot = { heel = [0.0, 0.0] }\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'kind = "hold"\nrest = "a"\n[[paths]]\nposes = ["a", "b"]\n'
            f"[poses.a]\n{_POSE}near_foot = {{ heel = [0.0, 0.0] }}\n",
            "paths[0].poses: there is no pose b",
        ),
        (
            'kind = "hold"\nrest = "a"\n[[paths]]\nposes = ["a", "b"]\n'
            f"[poses.a]\n{_POSE}near_foot = {{ heel = [0.0, 0.0] }}\n"
            f"[poses.b]\n{_POSE}near_foot = {{ hip = 20.0, knee = 20.0 }}\n",
            "paths[0].poses: can't move between these poses: "
            "near_foot must be given in the same way in both",
        ),
        (
            'kind = "hold"\nrest = "a"\n[[paths]]\nposes = ["a"]\n[poses.a]\nlike = "a"\n',
            "poses.a.like: there is no other pose a to start from",
        ),
    ],
)
def test_poses_that_do_not_fit_are_told(tmp_path: Path, text: str, said: str) -> None:
    assert wrong(tmp_path, text) == [said]
