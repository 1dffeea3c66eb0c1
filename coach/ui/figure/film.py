"""A motion cut into as many frames as can be told apart; a frame that comes back is not remade."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from math import acos, ceil, cos, hypot, pi
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from coach.core.figure import Moment, Motion, Pose
from coach.core.figure.motion import BREATH, RAMP, Path
from coach.core.figure.solve import solve
from coach.ui.figure.camera import Camera
from coach.ui.figure.pixels import MOST_BYTES, Print
from coach.ui.figure.recording import Mark, Shape

STEP: Final = 0.9
"""Pixels of the screen that the fastest joint moves from one frame to the next, at most."""
_HUMP: Final = 1.6
"""A movement slow at both ends is at most so many times as fast as on the average (pi / 2)."""
_FEWEST, _MOST = 8, 160
"""Frames of one way."""
_KEPT: Final = 192
"""Frames kept; each is about 25 kB of outlines."""
_PER_SECOND: Final = 50
"""Frames of a cycle: whoever walks moves many pixels in each, and all of them are to be kept."""
_BREATHS: Final = 16
"""Frames of a breath in; the breath out goes back through the same."""


@dataclass(slots=True)
class Frame:
    """What is known of one frame.

    Attributes:
        number: No other frame of the film has it.
        pose: The pose.
        shapes: What is drawn of the body, once it has been drawn.
        marks: What of each shape can be told apart from another's, once that is known.
        glow: The muscle that glows, in pixels of the widget, once that is known.
        arrows: The outlines of each phase's arrows in pixels of the widget, once drawn.
        painted: Whether it has been painted before.
        pixels: What has been painted more than once.
    """

    number: int
    pose: Pose
    shapes: list[Shape] | None = None
    marks: list[Mark] | None = None
    glow: QPointF | None = None
    arrows: dict[int, list[QPainterPath]] = field(default_factory=dict)
    painted: bool = False
    pixels: Print | None = None


class Film:
    """The frames of one motion, at one size, made as they are wanted."""

    def __init__(self, motion: Motion, camera: Camera, scale: float) -> None:
        """Cut the motion.

        Args:
            motion: What is shown.
            camera: Where from.
            scale: Pixels of the screen in a drawing unit.
        """
        self._motion = motion
        self._camera = camera
        self._steps = [self._count(path, scale) for path in motion.paths]
        self._origin = [_way_back(motion, phase) for phase in range(len(motion.paths))]
        self._round = min(_MOST, ceil(motion.cycle * _PER_SECOND))
        self._frames: OrderedDict[Moment, Frame] = OrderedDict()
        self._bytes = self._made = 0

    def seconds_per_frame(self, moment: Moment) -> float:
        """How long one frame of the movement lasts; a breath's while it only breathes."""
        motion = self._motion
        breath = BREATH / 2.0 / _BREATHS
        if motion.kind == "reps" and moment.kind == "reps":
            return moment.seconds / self._steps[moment.phase % len(self._steps)]
        if motion.kind == "continuous":
            moves = motion.full(moment) and len(motion.paths[0].stances) > 1
            return motion.cycle / self._round if moves else breath
        if motion.kind == "hold" and moment.kind == "continuous" and motion.cycle > 1.0:
            return motion.cycle / 2.0 / self._steps[0]
        settles = moment.kind in ("reps", "hold", "continuous", "rest")
        settles = settles and motion.kind == "hold" and moment.elapsed < motion.settle
        return motion.settle / self._steps[0] if settles else breath

    def snap(self, moment: Moment) -> Moment:
        """The moment whose frame is shown at another one; one name for each frame."""
        motion, kind = self._motion, moment.kind
        if kind not in ("reps", "hold", "continuous", "rest"):
            return _breathing("get-ready", 0.0, moment.elapsed)
        share = moment.elapsed / motion.settle
        if kind == "rest" and (motion.kind != "hold" or share >= 1.0):
            return _breathing("get-ready", 0.0, moment.elapsed)
        if motion.kind == "continuous":
            return self._cycle(moment)
        if motion.kind == kind == "reps":
            return self._rep(moment)
        if kind == "continuous" and motion.cycle > 1.0:
            share = 1.0 - abs(1.0 - (moment.elapsed / motion.cycle * 2.0) % 2.0)
            return Moment(kind, elapsed=self._near(0, share) * motion.cycle / 2.0)
        if share >= 1.0:
            return _breathing("hold", motion.settle, moment.elapsed - motion.settle)
        at = self._near(0, 1.0 - share if kind == "rest" else share)
        return Moment("hold", elapsed=at * motion.settle)

    def frame(self, name: Moment) -> Frame:
        """The frame with a name that `snap` gave."""
        frame = self._frames.get(name)
        if frame is None:
            self._made += 1
            frame = self._frames[name] = Frame(self._made, self._motion.pose_at(name))
            if len(self._frames) > _KEPT:
                self._bytes -= _size(self._frames.popitem(last=False)[1])
        else:
            self._frames.move_to_end(name)
        return frame

    def forget(self) -> None:
        """Let go of every frame; what comes back is made anew."""
        self._frames.clear()
        self._bytes = 0

    def forget_prints(self) -> None:
        """Let go of what has been painted: something else lies over it or under it now."""
        for frame in self._frames.values():
            frame.painted, frame.pixels = False, None
        self._bytes = 0

    def keep(self, frame: Frame, size: int, make: Callable[[], Print]) -> Print | None:
        """Make a print of a frame and keep it, in place of the one it has.

        Args:
            frame: One of this film's.
            size: Bytes of the print.
            make: Paints it.

        Returns:
            The print; None where there is no room for it, and nothing is made.
        """
        before = _size(frame)
        if self._bytes - before + size > MOST_BYTES:
            return None
        made = frame.pixels = make()
        self._bytes += made.size - before
        return made

    def _near(self, way: int, share: float) -> float:
        steps = self._steps[way]
        return round(min(max(share, 0.0), 1.0) * steps) / steps

    def _rep(self, moment: Moment) -> Moment:
        phase = moment.phase % len(self._steps)
        share = moment.progress
        rep = 2 - moment.rep % 2 if self._motion.alternate else 1
        if (origin := self._origin[phase]) is not None:
            # Turned round before it is counted: 1 - 3/7 is not the same number as 4/7.
            phase, share = origin, 1.0 - share
        return Moment("reps", phase, self._near(phase, share), rep=rep)

    def _cycle(self, moment: Moment) -> Moment:
        motion = self._motion
        left = moment.seconds - moment.elapsed if moment.seconds else RAMP
        if min(moment.elapsed, left) < RAMP:
            return moment  # comes only once
        if len(motion.paths[0].stances) == 1:
            return _breathing("continuous", ceil(RAMP / BREATH) * BREATH, moment.elapsed)
        share = round(moment.elapsed / motion.cycle % 1.0 * self._round) % self._round
        start = ceil(RAMP / motion.cycle) * motion.cycle
        return Moment("continuous", elapsed=start + share / self._round * motion.cycle)

    def _count(self, path: Path, scale: float) -> int:
        """Frames of a way: no joint moves farther than a step between two of them."""
        longest = 0.0
        stances = (*path.stances, path.stances[0]) if path.ease == "round" else path.stances
        for one, other in pairwise(stances):
            shown = [self._camera.spots(solve(one, other, share / 4.0)) for share in range(5)]
            way = [0.0] * len(shown[0])
            for before, after in pairwise(shown):
                for joint, (a, b) in enumerate(zip(before, after, strict=True)):
                    way[joint] += hypot(a[0] - b[0], a[1] - b[1])
            longest = max(longest, *way)
        longest *= len(stances) - 1  # each part of the way takes as long
        return min(max(ceil(longest * scale * _HUMP / STEP), _FEWEST), _MOST)


def _size(frame: Frame) -> int:
    return 0 if frame.pixels is None else frame.pixels.size


def _breathing(kind: str, start: float, seconds: float) -> Moment:
    """The moment after ``start`` at which a breath is as deep as after so many seconds."""
    depth = round((0.5 - 0.5 * cos(2.0 * pi * seconds / BREATH)) * _BREATHS) / _BREATHS
    return Moment(kind, elapsed=start + acos(1.0 - 2.0 * depth) / (2.0 * pi) * BREATH)


def _way_back(motion: Motion, phase: int) -> int | None:
    """An earlier phase that goes the same way in the other direction."""
    path = motion.paths[phase]
    if path.ease == "round":
        return None
    for other, earlier in enumerate(motion.paths[:phase]):
        if earlier.ease == path.ease and earlier.stances == path.stances[::-1]:
            return other
    return None
