"""Who is shown: build, hair and whose colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.ui.figure.palette import FigurePalette, Wardrobe


@dataclass(frozen=True, slots=True)
class Character:
    """One person.

    Attributes:
        name: Which of the palette's people: ``woman`` or ``man``.
        hair: Hair style: ``bun`` or ``short``.
        limbs: Thickness of arms and legs against the usual one.
        shoulders: Depth of the chest against the usual one.
        hips: Depth of the seat against the usual one.
        belly: Added to the front of the waist, thousandths of body height.
    """

    name: str
    hair: str
    limbs: float = 1.0
    shoulders: float = 1.0
    hips: float = 1.0
    belly: float = 0.0

    def wardrobe(self, palette: FigurePalette) -> Wardrobe:
        """This person's colours in a theme."""
        return palette.man if self.name == "man" else palette.woman


WOMAN: Final = Character("woman", "bun")
MAN: Final = Character("man", "short", limbs=1.06, shoulders=1.08, hips=0.93, belly=7.0)
