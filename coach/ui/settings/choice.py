"""A row of which one choice holds, and a switch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from coach.app.settings import SettingsController
from coach.ui.parts.option import Option, Sign
from coach.ui.parts.tiles import Tiles
from coach.ui.settings.row import Row
from coach.ui.theme import Space, Theme


class Choice(NamedTuple):
    """One value a setting may have, with its name and what it means."""

    value: str
    name: str
    meaning: str = ""


class ChoiceRow(Row):
    """One choice of several holds.

    Attributes:
        options: By the value they stand for.
    """

    def __init__(
        self,
        theme: Theme,
        settings: SettingsController,
        setting: str,
        choices: Sequence[Choice],
        name: str,
        meaning: str = "",
        *,
        least_width: int = 260,
        columns: int = 2,
    ) -> None:
        """Show the choices; `least_width` of each is in pixels at 100 % text."""
        tiles = Tiles(theme, least_width, columns)
        super().__init__(theme, name, meaning, tiles, wide=True)
        self.words.setContentsMargins(Space.S, 0, Space.S, 0)  # where the signs below begin
        self._settings = settings
        self._setting = setting
        self.options = {choice.value: Option(theme, *choice[1:]) for choice in choices}
        for value, option in self.options.items():
            option.clicked.connect(partial(self._choose, value))
        tiles.setAccessibleName(name)
        tiles.show_parts(list(self.options.values()))
        settings.changed.connect(self._follow)
        self._show()

    def _choose(self, value: str, *_checked: bool) -> None:
        self._settings.set(self._setting, value)

    def _follow(self, name: str) -> None:
        if name == self._setting:
            self._show()

    def _show(self) -> None:
        now = getattr(self._settings.now, self._setting)
        option = self.options.get(now)
        if option is not None:
            option.setChecked(True)


class Switch(Option):
    """A setting that is on or off; `reverse` shows it on while the setting is false."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsController,
        setting: str,
        name: str,
        meaning: str = "",
        *,
        reverse: bool = False,
    ) -> None:
        """Show the value as it is."""
        super().__init__(theme, name, meaning, sign=Sign.SWITCH)
        self._settings = settings
        self._setting = setting
        self._reverse = reverse
        self.clicked.connect(self._set)
        settings.changed.connect(self._follow)
        self._follow(setting)

    def _set(self, checked: bool) -> None:
        self._settings.set(self._setting, checked is not self._reverse)

    def _follow(self, name: str) -> None:
        if name == self._setting:
            self.setChecked(getattr(self._settings.now, name) is not self._reverse)
