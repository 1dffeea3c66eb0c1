"""An office chair rolls back first; then its brake, which the round window shows, is pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from coach.content.figures import load_motion
from coach.content.resources import find_resources
from coach.ui.figure.palette import dark_palette, light_palette
from coach.ui.figure.picture import render

SIZE = 400
WINDOW = (260, 20, SIZE, 170)


def pedal(image: QImage, colour: str) -> tuple[int, int]:
    """Highest and lowest row of the window in which the pedal is seen."""
    left, top, right, bottom = WINDOW
    seen = [
        y
        for y in range(top, bottom)
        if any(image.pixelColor(x, y) == QColor(colour) for x in range(left, right))
    ]
    return seen[0], seen[-1]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_brake_is_pressed_once_the_chair_has_rolled_back(theme: str, qapp: object) -> None:
    motion = load_motion(find_resources().figures / "brake-chair.toml")
    motion = replace(motion, scene=replace(motion.scene, arrows=()))
    palette = dark_palette() if theme == "dark" else light_palette()
    first, rolling, braked = (
        pedal(render(motion, at=at, theme=theme, size=SIZE), palette.arrow)
        for at in (0.0, 0.5, 1.0)
    )
    assert first == rolling  # the window goes along with its castor
    assert braked[0] > rolling[0] + 8
    assert braked[1] > rolling[1] + 8
