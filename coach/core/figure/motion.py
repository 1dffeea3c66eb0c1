"""Motion: which pose belongs to which moment of a segment that plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import cos, pi
from typing import Final

from coach.core.figure.pose import Pose
from coach.core.figure.scene import Scene
from coach.core.figure.solve import solve
from coach.core.figure.stance import Stance, mix

SETTLE: Final = 1.2
"""Seconds in which a hold moves from one pose into another, and a rest back out of it."""
BREATH: Final = 8.0
"""Seconds of one quiet breath: 4 in, 4 out."""
RAMP: Final = 0.8
"""Seconds in which a cycle starts out of, and ends in, the pose at rest."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of time inside a segment, as the player knows it.

    Attributes:
        kind: Kind of the segment: ``reps``, ``hold``, ``continuous``, ``rest``, ``get-ready``,
            ``change``, ….
        phase: Which phase of a rep, counted from 0.
        progress: 0..1 inside this segment.
        elapsed: Seconds since the segment began.
        seconds: Length of the segment in seconds.
        rep: Which rep; only odd or even matters, and only where sides alternate.
    """

    kind: str
    phase: int = 0
    progress: float = 0.0
    elapsed: float = 0.0
    seconds: float = 0.0
    rep: int = 0


@dataclass(frozen=True, slots=True)
class Path:
    """The way through some poses.

    Attributes:
        stances: At least one; evenly spread over the time.
        ease: ``smooth`` (slow at both ends), ``linear``, or ``round`` (a closed cycle, no end).
    """

    stances: tuple[Stance, ...]
    ease: str = "smooth"


@dataclass(frozen=True, slots=True)
class Motion:
    """Everything that moves in one figure, and the scene it moves in.

    Attributes:
        name: Id of the figure.
        kind: What the figure is made for: ``reps``, ``hold`` or ``continuous``.
        rest: The pose at rest, in which every movement begins.
        paths: One way for each phase of a rep; one for a hold; one cycle for a continuous one.
        scene: What surrounds the figure.
        cycle: Seconds of one cycle of a continuous movement. A hold that has one longer than a
            second goes to and fro in moments that are ``continuous``.
        travel: How far the floor moves back in one cycle.
        alternate: Whether near and far limbs take turns from rep to rep.
    """

    name: str
    kind: str
    rest: Stance
    paths: tuple[Path, ...]
    scene: Scene
    cycle: float = 1.0
    travel: float = 0.0
    alternate: bool = False

    @property
    def settle(self) -> float:
        """Seconds a hold takes to move into place: longer where it goes through more poses."""
        return SETTLE * max(1.0, len(self.paths[0].stances) / 2.0)

    def pose_at(self, moment: Moment) -> Pose:
        """The pose of a moment. The same moment always gives the same pose."""
        makers: dict[str, Callable[[Moment], Pose]] = {
            "reps": self._rep,
            "hold": self._hold,
            "continuous": self._cycle,
            "rest": self._ease_off,
        }
        return makers.get(moment.kind, self._at_rest)(moment)

    def still(self, at: float) -> Pose:
        """A pose for a picture: 0 is the beginning, 1 the full movement (or one whole cycle)."""
        at = min(max(at, 0.0), 1.0)
        if self.kind == "continuous":
            stance, travel = self._round(self.paths[0], at)
            return solve(stance, stance, 0.0, travel=travel)
        there = self._there()
        place = at * len(there)
        index = min(int(place), len(there) - 1)
        if there[index].ease == "round":
            # A closed cycle is furthest from its beginning half-way round.
            stance, _ = self._round(there[index], 0.5 * (place - index))
            return solve(stance, stance, 0.0)
        return _along(there[index], place - index)

    def phase_of(self, at: float) -> int:
        """The phase a `still` belongs to."""
        return min(int(at * len(self._there())), len(self._there()) - 1)

    def _there(self) -> list[Path]:
        """The ways that lead to the full movement, without the way back."""
        return [p for p in self.paths if p.stances[-1] is not self.rest] or list(self.paths)

    def stills(self) -> tuple[Pose, Pose]:
        """Beginning and full movement, for people who want nothing to move."""
        return self.still(0.0), self.still(0.5 if self.kind == "continuous" else 1.0)

    def ahead(self, moment: Moment) -> bool:
        """Whether a moment is nearer the full movement than the beginning.

        Coming back is the only way that ends at rest; whatever number of phases there is, every
        other one belongs to the full movement.
        """
        if moment.kind == "reps" and self.kind == "reps":
            return self.paths[moment.phase % len(self.paths)].stances[-1] is not self.rest
        return self.full(moment)

    def showing(self, muscle: str) -> Motion:
        """The same movement with another muscle glowing (``calf``, ``sole``, ``back-thigh``, …).

        For a movement that serves several cramps, such as standing on the leg or holding on.
        """
        return replace(self, scene=self.scene.showing(muscle))

    def full(self, moment: Moment) -> bool:
        """Whether a moment shows the movement itself, not a rest: arrows are for these."""
        return moment.kind in ("reps", "hold", "continuous")

    def travel_at(self, moment: Moment) -> float:
        """How far the floor has moved back, fractions of body height."""
        moves = self.kind == "continuous" and self.full(moment)
        return moment.elapsed / self.cycle * self.travel if moves else 0.0

    def _rep(self, moment: Moment) -> Pose:
        if self.kind != "reps":
            return self._hold(moment) if self.kind == "hold" else self._cycle(moment)
        path = self.paths[moment.phase % len(self.paths)]
        pose_share = min(max(moment.progress, 0.0), 1.0)
        if path.ease == "round":
            stance, _ = self._round(path, pose_share)
            return solve(stance, stance, 0.0)
        if self.alternate and moment.rep % 2 == 0:
            path = Path(tuple(s.swapped() for s in path.stances), path.ease)
        return _along(path, pose_share)

    def _hold(self, moment: Moment) -> Pose:
        if self.kind == "continuous":
            return self._cycle(moment)
        share = moment.elapsed / self.settle
        if share < 1.0:
            return _along(self.paths[0], max(share, 0.0))
        end = self.paths[0].stances[-1]
        return solve(end, end, 0.0, _breath(moment.elapsed - self.settle))

    def _ease_off(self, moment: Moment) -> Pose:
        share = moment.elapsed / self.settle
        if self.kind != "hold" or share >= 1.0:
            return self._at_rest(moment)
        way = self.paths[0].stances[::-1]
        return _along(Path(way, self.paths[0].ease), max(share, 0.0))

    def _at_rest(self, moment: Moment) -> Pose:
        return solve(self.rest, self.rest, 0.0, _breath(moment.elapsed))

    def _cycle(self, moment: Moment) -> Pose:
        if self.kind != "continuous":
            return self._to_and_fro(moment) if self.cycle > 1.0 else self._hold(moment)
        share = moment.elapsed / self.cycle
        stance, travel = self._round(self.paths[0], share)
        # Whoever stays as they are breathes.
        breath = _breath(moment.elapsed) if len(self.paths[0].stances) == 1 else 0.0
        left = moment.seconds - moment.elapsed if moment.seconds else RAMP
        blend = min(moment.elapsed, left) / RAMP
        if blend >= 1.0:
            return solve(stance, stance, 0.0, breath, travel)
        return solve(self.rest, stance, _smooth(max(blend, 0.0)), breath, travel)

    def _to_and_fro(self, moment: Moment) -> Pose:
        """Into the hold and back out of it, over and over."""
        return _along(self.paths[0], 1.0 - abs(1.0 - (moment.elapsed / self.cycle * 2.0) % 2.0))

    def _round(self, path: Path, share: float) -> tuple[Stance, float]:
        """The stance at a share of the closed cycle, and how far the floor has moved."""
        count = len(path.stances)
        place = (share % 1.0) * count
        index = int(place) % count
        t = place - int(place)
        around = [path.stances[(index + k) % count] for k in (-1, 0, 1, 2)]
        if path.ease == "linear" or count < 3:
            t = t if path.ease == "linear" else _smooth(t)
            return mix(around[1:3], (1.0 - t, t)), share * self.travel
        # A spline through all poses (Catmull and Rom), so that a cycle has no corners.
        weights = (
            ((2.0 - t) * t - 1.0) * t * 0.5,
            ((3.0 * t - 5.0) * t * t + 2.0) * 0.5,
            ((4.0 - 3.0 * t) * t + 1.0) * t * 0.5,
            (t - 1.0) * t * t * 0.5,
        )
        return mix(around, weights), share * self.travel


def _along(path: Path, share: float) -> Pose:
    """The pose at a share of the way through a path."""
    share = min(max(share, 0.0), 1.0)
    last = len(path.stances) - 1
    if last == 0:
        return solve(path.stances[0], path.stances[0], 0.0)
    if path.ease != "linear":
        share = _smooth(share)
    place = share * last
    index = min(int(place), last - 1)
    return solve(path.stances[index], path.stances[index + 1], place - index)


def _smooth(share: float) -> float:
    """Slow at both ends, without a jerk."""
    return 0.5 - 0.5 * cos(pi * min(share, 1.0))


def _breath(seconds: float) -> float:
    """Height of a quiet breath, 0..1."""
    return 0.5 - 0.5 * cos(2.0 * pi * (seconds / BREATH))
