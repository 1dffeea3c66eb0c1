"""The figures as shipped, each at many moments of its movement."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from coach.content.figures import load_motion
from coach.content.resources import find_resources
from coach.core.figure import Moment, Motion, Pose

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
