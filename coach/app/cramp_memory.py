"""What is kept of a person for Cramp now: the last choice, the answers of the check, the region."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.body import Muscle, Side
from coach.core.caution import Condition
from coach.core.relief import CRAMP_MUSCLES, Place

if TYPE_CHECKING:
    from coach.app.settings import SettingsController


class Choice(NamedTuple):
    """What cramps, where, and on which side."""

    muscle: Muscle = Muscle.CALF
    place: Place = Place.DESK
    side: Side = Side.BOTH

    def but(self, muscle: str = "", place: str = "", side: str = "") -> Choice:
        """Return the same with what is named; an unknown name changes nothing.

        In an emergency a wrong word must not be in the way.
        """
        muscles = {one.value: one for one in CRAMP_MUSCLES}
        places = {one.value: one for one in Place}
        sides = {one.value: one for one in (Side.LEFT, Side.RIGHT, Side.BOTH)}
        return Choice(
            muscles.get(muscle, self.muscle),
            places.get(place, self.place),
            sides.get(side, self.side),
        )


class CrampMemory:
    """Reads and keeps it in the settings, which stay on this machine."""

    def __init__(self, settings: SettingsController) -> None:
        """Keep things in `settings`."""
        self._settings = settings

    @property
    def choice(self) -> Choice:
        """What was last chosen; calf, desk and no side the first time."""
        now = self._settings.now
        return Choice().but(now.relief_muscle, now.relief_place, now.relief_side)

    @property
    def answers(self) -> frozenset[Condition]:
        """What was ticked in the check and in the settings."""
        known = {one.value: one for one in Condition}
        return frozenset(known[name] for name in self._settings.now.conditions if name in known)

    @property
    def checked(self) -> bool:
        """Whether the check was gone through or put away."""
        return self._settings.now.checked

    @property
    def region(self) -> str:
        """Id of the region whose numbers are shown; empty while nobody said."""
        return self._settings.now.region

    def keep_choice(self, choice: Choice) -> None:
        """Keep what was last chosen."""
        self._settings.set("relief_muscle", choice.muscle.value)
        self._settings.set("relief_place", choice.place.value)
        self._settings.set("relief_side", choice.side.value)

    def keep_answers(self, answers: frozenset[Condition]) -> None:
        """Keep what was ticked; the check is done with."""
        self._settings.set("conditions", frozenset(one.value for one in answers))
        self.put_check_away()

    def put_check_away(self) -> None:
        """Do not offer the check any more; the settings still have it."""
        self._settings.set("checked", True)
