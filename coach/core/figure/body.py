"""Proportions and joint limits of the figure.

Every length is a fraction of body height. Segment lengths follow R. Drillis and R. Contini, "Body
Segment Parameters" (New York University, Technical Report 1166.03, 1966), in the form printed in
D. A. Winter, "Biomechanics and Motor Control of Human Movement": ankle 0.039 above the sole, knee
0.285, hip 0.530, shoulder 0.818; upper arm 0.186, forearm 0.146, hand 0.108, foot 0.152 long.

Directions of the figure's own space: ``x`` forward, ``y`` up from the floor, ``z`` away from the
viewer. Angles are degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ANKLE_HEIGHT: Final = 0.039
SHANK: Final = 0.246
THIGH: Final = 0.245
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
HAND: Final = 0.108
FOOT: Final = 0.152

PELVIS: Final = 0.100
"""Hip centre to waist, the lower part of the spine."""
CHEST: Final = 0.205
"""Waist to the base of the neck; hip to shoulder is then 0.288."""
NECK: Final = 0.052
SHOULDER_DROP: Final = 0.017
"""How far the shoulder joint lies below the base of the neck."""

HALF_HIPS: Final = 0.050
"""Hip joint to the midline (the joints, not the outline: Drillis and Contini's 0.191 is that)."""
HALF_SHOULDERS: Final = 0.112

HEEL_BACK: Final = 0.024
"""Ankle to the point where the heel rests, measured along the sole."""
BALL_AHEAD: Final = 0.072
"""Ankle to the ball of the foot, along the sole."""
TOES: Final = 0.042
"""Ball of the foot to the tip of the toes."""
HALF_SOLE: Final = 0.024
"""Middle of the sole to its outer edge; about half of the 0.055 that is a foot's breadth."""

PALM_ALONG: Final = 0.048
"""Wrist to the middle of the palm."""
PALM_THICK: Final = 0.013
"""Middle of the hand to the surface of the palm."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Smallest and largest angle of a joint, in degrees."""

    least: float
    most: float

    def allows(self, degrees: float) -> bool:
        """Whether a joint can be at this angle."""
        return self.least <= degrees <= self.most


KNEE: Final = Limits(-1.0, 150.0)
"""Flexion. A knee does not bend forward."""
ELBOW: Final = Limits(-1.0, 150.0)
"""Flexion. An elbow does not bend back."""
ANKLE: Final = Limits(-55.0, 40.0)
"""Dorsiflexion; pointing the foot is negative."""
WRIST: Final = Limits(-85.0, 90.0)
"""Extension, towards the back of the hand."""
TOE_JOINT: Final = Limits(-40.0, 75.0)
"""Bending the toes up, towards the shin."""
