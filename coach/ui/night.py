"""The theme of the screens that are looked at in the dark."""

from __future__ import annotations

from coach.ui.theme import MOST_SCALE, NIGHT, Theme

NIGHT_HOURS = (22, 6)
"""From the first of these hours to the second it is night."""


class NightTheme(Theme):
    """The app's theme, but with the colours of the night while it is on."""

    def __init__(self, base: Theme) -> None:
        """Follow `base`."""
        self._base = base
        self._is_night = False
        self._most_scale = MOST_SCALE
        super().__init__(parent=base)
        base.changed.connect(self._follow)

    @property
    def is_night(self) -> bool:
        """Whether the colours of the night are shown."""
        return self._is_night

    @property
    def reduce_motion(self) -> bool:
        """As the app's."""
        return self._base.reduce_motion

    def set_night(self, on: bool) -> None:
        """Show the colours of the night, or no longer."""
        self._is_night = on
        self.refresh()

    def set_most_scale(self, scale: float) -> None:
        """Let the text grow no further than a window has room for."""
        self._most_scale = scale
        self.refresh()

    def _follow(self) -> None:
        self._take()
        self.changed.emit()

    def _take(self) -> None:
        self.colours = NIGHT if self._is_night else self._base.colours
        self.scale = min(self._base.scale, self._most_scale)
        self.person = self._base.person
        self._fonts.clear()
        self._qcolors.clear()


def is_night(hour: int) -> bool:
    """Whether an hour of the day, 0 to 23, belongs to the night."""
    begin, end = NIGHT_HOURS
    return hour >= begin or hour < end
