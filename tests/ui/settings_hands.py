"""What a person does in the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coach.ui.pages import Page
from tests.ui.settings_app import Opened


def page(app: Opened) -> Page:
    return app.window.page


def told_above(app: Opened) -> bool:
    return app.window.messages.strip is not None


def faster(app: Opened) -> None:
    app.screen.sound.rate.slider.setFocus()
    app.key(Qt.Key.Key_Right)


def softer_sounds(app: Opened) -> None:
    app.screen.sound.sounds.slider.setFocus()
    app.key(Qt.Key.Key_End)


def another_region(app: Opened) -> None:
    assert app.screen.safety is not None
    app.click(app.screen.safety.regions.options["eu"])
