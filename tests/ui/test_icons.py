"""Every icon draws something, in the colour asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.content.resources import find_resources
from coach.ui.icons import Icons

FILES = sorted(find_resources().icons.glob("*.svg"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icon_is_on_the_grid_in_one_colour(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert "currentColor" in source
    assert "#" not in source


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icons_are_of_one_stroke(file: Path) -> None:
    whole = file.read_text(encoding="utf-8").partition(">")[0]
    for trait in ('stroke-width="2"', 'stroke-linecap="round"', 'stroke-linejoin="round"'):
        assert trait in whole


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icon_draws_in_the_colour_asked_for(file: Path, qtbot: QtBot) -> None:
    image = Icons(file.parent).pixmap(file.stem, "#2F7F86", 24, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
    colours = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    opaque = [colour for colour in colours if colour.alpha() == 255]
    assert opaque
    for colour in opaque:  # smooth edges may round a channel by one
        assert abs(colour.red() - 0x2F) + abs(colour.green() - 0x7F) <= 1
        assert abs(colour.blue() - 0x86) <= 1


def test_icon_is_drawn_once(qtbot: QtBot) -> None:
    icons = Icons(find_resources().icons)
    first = icons.pixmap("play", "#000000", 24, 1.0)
    assert icons.pixmap("play", "#000000", 24, 1.0) is first


def test_home_needs_no_svg() -> None:
    """The part of Qt that reads SVG is not loaded before the first icon is drawn."""
    code = "import sys, coach.ui.window; print('PySide6.QtSvg' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
