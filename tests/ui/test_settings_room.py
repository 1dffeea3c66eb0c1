"""The settings fit: large text and little room cut nothing off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.ui.button import Button
from coach.ui.parts.option import Option
from coach.ui.parts.slider import Slider
from coach.ui.screens.setting import settle
from coach.ui.text import Text
from tests.ui.settings_app import Opened, app, open_settings, seen

__all__ = ["app", "open_settings"]


def test_text_grows_when_the_pointer_lets_go_but_shows_before(app: Opened) -> None:
    row = app.screen.look.text_size
    slider = row.number.slider
    before = QFontMetrics(row.sample.font()).height()
    middle = slider.rect().center()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert app.settings.now.text_size == 1
    assert row.number.shown.text() == "200 %"
    row.sample.ensurePolished()
    assert QFontMetrics(row.sample.font()).height() > before * 1.5
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert app.settings.now.text_size == pytest.approx(2)


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("size", [(480, 560), (480, 900), (1100, 760)])
def test_nothing_is_cut_off(app: Opened, size: tuple[int, int], factor: int) -> None:
    app.settings.set("text_size", factor)
    app.window.resize(*size)
    app.tell_voices()
    app.screen.sound.change.click()
    state = VoiceState(VoiceStatus.FAILED, "There is no voice on this computer.", "Try it again.")
    app.coach.voice_changed.emit(state)
    for _turn in range(12):
        app.bot.wait(1)
    scroll = app.screen._page
    assert scroll.horizontalScrollBar().maximum() == 0
    for kind in (Text, Button, Option, Slider):
        for widget in seen(app.screen, kind):
            left = widget.mapTo(scroll.viewport(), QPoint(0, 0)).x()
            assert left >= 0
            assert left + widget.width() <= scroll.viewport().width()
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert widget.width() >= min(widget.minimumSizeHint().width(), 400), name
            needed = widget.heightForWidth(widget.width())
            assert widget.height() >= needed, name
            if not isinstance(widget, Text):
                assert widget.height() >= 44, name


def test_what_sets_something_begins_and_ends_at_one_line(app: Opened) -> None:
    app.window.resize(1100, 760)
    for _turn in range(12):
        app.bot.wait(1)
    sliders = list(seen(app.screen, Slider))
    assert len(sliders) == 5
    begins = {slider.mapTo(app.screen, QPoint(0, 0)).x() for slider in sliders}
    begins.add(app.screen.sound.hear.mapTo(app.screen, QPoint(0, 0)).x())
    assert len(begins) == 1
    assert len({slider.width() for slider in sliders}) == 1


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
@pytest.mark.parametrize(("factor", "size"), [(1, (1100, 760)), (2, (480, 560))])
def test_a_question_shows_all_it_asks(app: Opened, factor: int, size: tuple[int, int]) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    data = app.screen.data
    assert data is not None
    data.delete.click()
    ask = data.ask
    assert ask is not None
    settle(ask)
    assert ask.height() <= app.window.height()
    for text in ask.findChildren(Text):
        assert text.height() >= text.heightForWidth(text.width()), text.text()
    for button in (ask.yes, ask.no):
        assert button.size() == button.sizeHint()
    ask.no.click()
