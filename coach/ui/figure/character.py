"""Who is shown: build, hair and whose colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.core.words import _
from coach.ui.figure.palette import FigurePalette
from coach.ui.figure.wardrobe import Wardrobe


@dataclass(frozen=True, slots=True)
class Character:
    """One person. Bones are everybody's alike, so that every contact holds.

    Attributes:
        name: Whose colours of the palette: ``woman``, ``man``, ``youth`` or ``elder``.
        hair: Hair style: ``bun``, ``short``, ``curly`` or ``bob``.
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
        return palette.wardrobes[self.name]


WOMAN: Final = Character("woman", "bun")
MAN: Final = Character("man", "short", limbs=1.08, shoulders=1.1, hips=0.96, belly=22.0)
YOUTH: Final = Character("youth", "curly", limbs=0.96, shoulders=0.98, hips=0.9, belly=-6.0)
ELDER: Final = Character("elder", "bob", limbs=0.97, shoulders=1.0, hips=1.05, belly=10.0)

_EVERYBODY: Final = (WOMAN, MAN, YOUTH, ELDER)


def people() -> list[tuple[str, str]]:
    """Everybody who can be shown: an id to keep in the settings, and a name to choose by."""
    return [
        (WOMAN.name, _("Woman with dark hair")),
        (MAN.name, _("Man with grey hair")),
        (YOUTH.name, _("Young man with curly hair")),
        (ELDER.name, _("Older woman with white hair")),
    ]


def person_named(name: str) -> Character:
    """The person with an id of `people`; the first one for any other text."""
    return next((person for person in _EVERYBODY if person.name == name), WOMAN)


def surprise(seed: int) -> Character:
    """Somebody; the same seed (a day's number, say) always gives the same person."""
    return _EVERYBODY[seed % len(_EVERYBODY)]
