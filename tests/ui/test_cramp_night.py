"""Cramp now in the dark: it does not glare."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from coach.ui.night import is_night
from tests.ui.conftest import App
from tests.ui.cramp_app import LEAST, K, cramp, live, screen

__all__ = ["cramp"]


@pytest.mark.parametrize(
    ("hour", "dark"), [(21, False), (22, True), (3, True), (5, True), (6, False), (12, False)]
)
def test_night_is_from_ten_to_six(hour: int, dark: bool) -> None:
    assert is_night(hour) is dark


def test_in_bed_and_by_key_it_is_dark(cramp: App) -> None:
    theme = screen(cramp).theme
    theme.set_night(False)
    cramp.press(K.Key_5)
    assert theme.is_night
    cramp.press(K.Key_D)
    assert not theme.is_night


def brightness(image: QImage) -> float:
    """Mean luminance of a picture, 0 to 1."""
    small = image.scaled(60, 40)
    colours = [QColor(small.pixel(x, y)) for x in range(60) for y in range(40)]
    linear = [
        0.21 * c.redF() ** 2.2 + 0.72 * c.greenF() ** 2.2 + 0.07 * c.blueF() ** 2.2 for c in colours
    ]
    return float(sum(linear) / len(linear))


@pytest.mark.parametrize("state", ["pull", "stop", "after"])
def test_the_night_does_not_glare(app: App, state: str) -> None:
    app.window.open_cramp("calf", "bed")
    app.settle()
    live(app, 40)
    if state == "stop":
        app.press(K.Key_S)
    elif state == "after":
        app.press(K.Key_Space)
        app.press(K.Key_F)
    app.settle()
    assert brightness(app.window.grab().toImage()) < 0.04


def test_no_bar_is_as_bright_as_by_day(app: App) -> None:
    app.window.theme.set_scheme(Qt.ColorScheme.Dark)
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.open_cramp("calf", "bed")
    app.settle()
    app.click(screen(app).top.where)
    app.settle()
    page = screen(app)._choices_page
    assert page is not None
    bar = page.verticalScrollBar()
    assert bar.isVisible()
    image = bar.grab().toImage()
    seen = [image.pixelColor(bar.width() // 2, y) for y in range(bar.height())]
    assert all(colour.red() >= colour.blue() for colour in seen)  # the night is warm
