"""A named pose as its file gives it: what is asked of the body, before joints are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FootGoal:
    """What one foot does.

    Attributes:
        form: ``heel``, ``ball`` or ``ankle``: that point is at a place, ``numbers`` are x, y, z,
            pitch, toes, roll, splay. ``angles``: the leg hangs free, ``numbers`` are hip, knee,
            ankle, toes, roll, splay, out.
        numbers: Places in fractions of body height, angles in degrees.
    """

    form: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class HandGoal:
    """What one hand does.

    Attributes:
        form: ``touch``: the palm is at a place, ``numbers`` are x, y, z, angle, turn, flare.
            ``angles``: the arm is free, ``numbers`` are shoulder, elbow, wrist, turn, out, lift.
        numbers: Places in fractions of body height, angles in degrees.
        shape: Shape of the hand.
        anchor: Part of the body the place is measured from (``far_knee``), empty for the room.
    """

    form: str
    numbers: Numbers
    shape: str = "relaxed"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """One pose.

    Attributes:
        form: ``at``: the hips are at a place. ``near`` or ``far``: they stand on that leg.
        hips: x, y of the hips, or lean and knee of the leg they stand on.
        trunk: trunk lean, curve, head, turn, sway: degrees; see the figure files' description.
        effort: How strongly the muscle glows, 0..1.
        near_foot: The foot on the viewer's side.
        far_foot: The other foot.
        near_hand: The hand on the viewer's side.
        far_hand: The other hand.
        exchanged: Whether near and far limbs have changed places for the other side's turn.
    """

    form: str
    hips: Numbers
    trunk: Numbers
    effort: float
    near_foot: FootGoal
    far_foot: FootGoal
    near_hand: HandGoal
    far_hand: HandGoal
    exchanged: bool = False

    def swapped(self) -> Stance:
        """The same pose with near and far limbs exchanged."""
        form = {"near": "far", "far": "near"}.get(self.form, self.form)
        return replace(
            self,
            form=form,
            near_foot=self.far_foot,
            far_foot=self.near_foot,
            near_hand=_hand_across(self.far_hand),
            far_hand=_hand_across(self.near_hand),
            exchanged=not self.exchanged,
        )

    def joins(self, other: Stance) -> str:
        """Why a movement between two poses is impossible, or an empty text if it is possible."""
        if self.form != other.form:
            return "both must place the hips in the same way"
        for name in ("near_foot", "far_foot", "near_hand", "far_hand"):
            if getattr(self, name).form != getattr(other, name).form:
                return f"{name} must be given in the same way in both"
        return ""

    def shares_anchors(self, other: Stance) -> bool:
        """Whether hands are placed from the same parts of the body, so that `mix` can add them."""
        return (self.near_hand.anchor, self.far_hand.anchor) == (
            other.near_hand.anchor,
            other.far_hand.anchor,
        )


def mix(stances: Sequence[Stance], weights: Sequence[float]) -> Stance:
    """Weighted sum of poses that join; hands keep the shape and anchor of the heaviest."""
    heaviest = stances[max(range(len(weights)), key=lambda i: abs(weights[i]))]

    def total(rows: Sequence[Numbers]) -> Numbers:
        return tuple(
            sum(w * v for w, v in zip(weights, column, strict=True))
            for column in zip(*rows, strict=True)
        )

    return Stance(
        heaviest.form,
        total([s.hips for s in stances]),
        total([s.trunk for s in stances]),
        sum(w * s.effort for w, s in zip(weights, stances, strict=True)),
        FootGoal(heaviest.near_foot.form, total([s.near_foot.numbers for s in stances])),
        FootGoal(heaviest.far_foot.form, total([s.far_foot.numbers for s in stances])),
        replace(heaviest.near_hand, numbers=total([s.near_hand.numbers for s in stances])),
        replace(heaviest.far_hand, numbers=total([s.far_hand.numbers for s in stances])),
        heaviest.exchanged,
    )


def _hand_across(goal: HandGoal) -> HandGoal:
    side, _, part = goal.anchor.partition("_")
    other = {"near": "far", "far": "near"}.get(side)
    return replace(goal, anchor=f"{other}_{part}") if other else goal
