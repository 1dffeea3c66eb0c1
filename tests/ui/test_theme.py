"""Colours can be told apart, sizes grow with the text, and both follow the system."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.ui.button import Weight
from coach.ui.contrast import GRAPHICS, LEAST_GRAPHIC, LEAST_TEXT, TEXT, contrast
from coach.ui.style import palette, style_sheet
from coach.ui.theme import DARK, LIGHT, NIGHT, Colours, Size, Theme
from tests.ui.conftest import App

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK, NIGHT], ids=["light", "dark", "night"])

DECORATIVE = {"line", "floor"}
"""Roles that tell nothing by themselves."""


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= LEAST_TEXT


@SCHEMES
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_graphics_can_be_seen(colours: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= LEAST_GRAPHIC


def test_no_role_is_left_out_of_the_table() -> None:
    roles = set(Colours._fields)
    assert {role for pair in (*TEXT, *GRAPHICS) for role in pair} | DECORATIVE >= roles
    assert not DECORATIVE - roles


def test_every_pair_of_a_button_is_in_the_table() -> None:
    for weight in Weight:
        for ground in filter(None, (weight.ground, weight.hovered)):
            assert (weight.ink, ground) in TEXT, weight
        if weight.border:
            assert (weight.border, weight.ground) in GRAPHICS


@SCHEMES
def test_red_is_for_stop_alone(colours: Colours) -> None:
    for role in Colours._fields:
        red, green, blue = (int(getattr(colours, role)[at : at + 2], 16) for at in (1, 3, 5))
        looks_red = red > 150 and green < 70 and blue < 70
        assert not looks_red or role.startswith("stop"), role


def test_scheme_changes_while_running(app: App) -> None:
    light = app.window.grab().toImage().pixelColor(4, 4).name()
    app.window.theme.set_scheme(Qt.ColorScheme.Dark)
    assert app.window.grab().toImage().pixelColor(4, 4).name() == DARK.paper.lower()
    assert light == LIGHT.paper.lower()
    assert QApplication.palette().window().color().name() == DARK.paper.lower()


class Hints(QObject):
    """What a desktop tells; the platform without a screen has no schemes."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 as in Qt

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def become(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def test_the_systems_scheme_is_followed(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = Hints()
    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: hints))
    theme = Theme()
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.is_dark))
    assert not theme.is_dark
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        hints.become(scheme)
    assert seen == [True, False]
    theme.set_scheme(Qt.ColorScheme.Dark)
    hints.become(Qt.ColorScheme.Light)
    assert theme.is_dark  # what the person chose stays


def test_text_grows_with_the_application_font(qtbot: QtBot) -> None:
    theme, before = Theme(), QApplication.font()
    assert theme.font(Size.BODY).pixelSize() == 16
    try:
        QApplication.setFont(QFont(before.family(), before.pointSize() * 3))
        theme.refresh()
        assert theme.scale == pytest.approx(3, abs=0.3)
        assert theme.font(Size.BODY).pixelSize() >= 43
    finally:
        QApplication.setFont(before)


def test_text_factor_scales_every_size(qtbot: QtBot) -> None:
    theme = Theme()
    theme.set_text_factor(2)
    assert theme.font(Size.TITLE).pixelSize() == 56
    theme.set_text_factor(9)
    assert theme.scale == 3


def test_digits_are_of_one_width(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(Theme().font_of(120, QFont.Weight.DemiBold))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_every_colour_in_the_style_sheet_is_a_token(qtbot: QtBot) -> None:
    theme = Theme()
    tokens = set(theme.colours)
    used = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", style_sheet(theme)))
    assert used
    assert used <= tokens
    assert palette(DARK).window().color().name() == DARK.paper.lower()
