"""What a picture shows besides the body: the view, the frame, the things in the room, arrows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

PROPS: Final = (
    "back-wall", "bed", "bed-above", "bench", "chair", "covers", "desk", "dumbbell",
    "floor-towel", "front-blanket", "ice", "kerb", "office-chair", "pillow", "pool",
    "post", "rail", "shade", "shoe", "step", "strap", "towel", "wall", "water",
)  # fmt: skip
"""Every kind of thing a picture can show."""


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the room.

    Attributes:
        kind: One of `PROPS`.
        sizes: Places and sizes in fractions of body height; a thing knows its own usual ones.
        parts: Parts of the body it is tied to, for a strap or a pillow that moves along.
    """

    kind: str
    sizes: Mapping[str, float] = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    def size(self, name: str, usual: float) -> float:
        """A size by name, or the usual one."""
        return self.sizes.get(name, usual)


@dataclass(frozen=True, slots=True)
class Arrow:
    """Shows which way something moves or pulls.

    Attributes:
        part: The part of the body it goes along with, empty for a fixed place.
        tail: Where it begins, x and y from the part, fractions of body height.
        head: Where it ends.
        bow: How far it is bent to the left of its way, as a share of its length.
        phases: The phases of a movement it is shown in; empty shows it always.
    """

    part: str
    tail: tuple[float, float]
    head: tuple[float, float]
    bow: float = 0.0
    phases: tuple[int, ...] = ()


_FOOT: Final = ("heel", "ball", "instep", "toe", "ankle")


@dataclass(frozen=True, slots=True)
class Inset:
    """A round window that shows one part larger.

    Attributes:
        part: The part of the body in its middle, or ``castor``, that of an office chair.
        centre: Middle of the window, a place in the room.
        radius: Of the window, fractions of body height.
        zoom: How many times larger.
    """

    part: str
    centre: tuple[float, float]
    radius: float
    zoom: float

    @property
    def on_foot(self) -> bool:
        """Whether it is a foot that is shown larger."""
        return self.part.partition("_")[2] in _FOOT

    @property
    def on_castor(self) -> bool:
        """Whether it is the brake of an office chair that is shown larger."""
        return self.part == "castor"


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture around the figure.

    Attributes:
        view: ``side``, ``front`` (the face) or ``back``.
        centre: Middle of the frame, x and y.
        size: Width and height of the frame, fractions of body height.
        feet: ``shoes``, ``bare`` or ``far-bare`` (a shoe on the near foot only).
        muscles: The muscles that glow, each with its side: ``near_calf``, ``far_shin``, …
        props: The things in the room, from the back to the front.
        arrows: The arrows.
        inset: A part shown larger, or None.
        crossed: Whether the far leg lies across the near one, its sole to the viewer. It is then
            the far leg that works, and the picture is mirrored the other way.
        travels: How far the floor passes under the feet in one cycle, fractions of body height;
            0 where it lies still.
        floor: Whether there is a floor at height 0 (a bed scene has one too, below the bed).
    """

    view: str = "side"
    centre: tuple[float, float] = (0.0, 0.5)
    size: float = 1.25
    feet: str = "shoes"
    muscles: tuple[str, ...] = ()
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    inset: Inset | None = None
    floor: bool = True
    travels: float = 0.0
    crossed: bool = False

    def showing(self, muscle: str) -> Scene:
        """The same picture with another muscle glowing, on the sides that work."""
        sides = tuple(dict.fromkeys(name.partition("_")[0] for name in self.muscles))
        worked = sides or (("far",) if self.crossed else ("near",))
        return replace(self, muscles=tuple(f"{side}_{muscle}" for side in worked))
