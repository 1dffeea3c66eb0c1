"""The shipped figures: each can be read, and shows a body that could do it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from math import cos, dist, hypot, radians, sin
from pathlib import Path

import pytest

from coach.content.figures import check_figure, load_motion, motion_from
from coach.content.problem import ContentError
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.figure import Arm, HandGoal, Leg, Moment, Motion, Pose, Prop, Stance, body, off_goal
from coach.core.figure.solve import solve

FOLDER = find_resources().figures
FILES = sorted(FOLDER.glob("*.toml"))
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


@cache
def poses_of(name: str) -> list[Pose]:
    motion = load_motion(FILES[NAMES.index(name)])
    return [motion.pose_at(moment) for moment in moments(motion)]


def poses(motion: Motion) -> list[Pose]:
    return poses_of(motion.name)


@pytest.fixture(scope="module")
def motions() -> dict[Path, Motion]:
    return {path: load_motion(path) for path in FILES}


Check = Callable[[Motion], None]


def of_each_figure(check: Check) -> Callable[[dict[Path, Motion]], None]:
    """A test that looks at every figure and names each one that fails, with what is wrong."""

    def test(motions: dict[Path, Motion]) -> None:
        wrong = []
        for motion in motions.values():
            try:
                check(motion)
            except AssertionError as fault:
                wrong.append(f"{motion.name}: {fault}")
        assert not wrong, "\n".join(wrong)

    test.__name__, test.__doc__ = check.__name__, check.__doc__
    return test


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
def test_flat_hands_lie_on_the_wall(motion: Motion) -> None:
    walls = [p.sizes["x"] for p in motion.scene.props if p.kind in ("wall", "back-wall")]
    for hand in (motion.rest.near_hand, motion.rest.far_hand):
        if walls and hand.form == "touch" and hand.shape == "flat" and not hand.anchor:
            assert hand.numbers[0] == pytest.approx(walls[0], abs=0.01)


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


def test_figures_checked_once_are_shown_without_the_rules(tmp_path: Path) -> None:
    cache = tmp_path / "figures.json"
    assert len(list(FigureShelf(FOLDER, cache).check_ahead())) == len(FILES)
    assert not list(FigureShelf(FOLDER, cache).check_ahead())
    program = f"""
import sys
from pathlib import Path
from coach.content.shelf import FigureShelf
shelf = FigureShelf(Path({str(FOLDER)!r}), Path({str(cache)!r}))
for file in Path({str(FOLDER)!r}).glob("*.toml"):
    shelf.motion(file.stem)
assert not {{"pydantic", "tomllib"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_wrong_figure_stops_no_other_from_being_checked(tmp_path: Path) -> None:
    shutil.copy(FILES[0], tmp_path / "b.toml")
    (tmp_path / "a.toml").write_text("rubbish", encoding="utf-8")
    shelf = FigureShelf(tmp_path)
    assert len(list(shelf.check_ahead())) == 2
    with pytest.raises(ContentError):
        shelf.motion("a")
    assert shelf.motion("b")
