"""Keeps the window's look as the settings say."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt

from coach.app.settings import SettingsController
from coach.ui.theme import Theme

_SCHEMES: Final = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Looks(QObject):
    """Hands scheme, text size, stillness and person on to the theme, now and at each change."""

    def __init__(self, theme: Theme, settings: SettingsController, *, still: bool = False) -> None:
        """Dress the theme; `still` asks for stillness whatever the settings say."""
        super().__init__(theme)
        self._theme = theme
        self._settings = settings
        self._still = still
        settings.changed.connect(self._follow)
        now = settings.now
        theme.dress(
            scheme=_SCHEMES.get(now.theme),
            text_factor=now.text_size,
            reduce_motion=now.reduce_motion or still,
            person=now.person,
        )

    def _follow(self, name: str) -> None:
        now, theme = self._settings.now, self._theme
        match name:
            case "theme":
                theme.set_scheme(_SCHEMES.get(now.theme))
            case "text_size":
                theme.set_text_factor(now.text_size)
            case "reduce_motion":
                theme.set_reduce_motion(now.reduce_motion or self._still)
            case "person":
                theme.set_person(now.person)
            case _:
                pass
