"""In the least window nothing is cut at the sides, however large the text and long the words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.ui.button import Button
from coach.ui.message import Message
from coach.ui.screens.setting import BROKEN, settle
from coach.ui.text import Text
from coach.ui.theme import LEAST_ROOM, Size, Theme
from tests.ui.test_words import Speak, fresh_template, own, show, speak_made_up

__all__ = ["fresh_template", "own", "speak_made_up"]

STATES = (
    *("home-messages", "home-broken", "home-check", "home-none", "home-bedtime"),
    *("settings", "check", "about", "help-home", "learn-nothing", "stop-emergency"),
    *("editor-new", "editor-filled", "editor-details", "editor-exercise-filled"),
    *("dialog-problems", "dialog-fault", "dialog-delete", "share-offer"),
    "editor-conflict",
)
LARGE = (("", 3.0), ("qps", 2.0))
LARGEST = ("check", "learn-whom", "editor-filters", "editor-exercise-filled", "editor-conflict")
"""What is looked at where both text and words are as large as they can be."""


def worded(root: QWidget) -> Iterator[Button | Text]:
    """Yield what shows words."""
    parts: list[Button | Text] = [*root.findChildren(Button), *root.findChildren(Text)]
    yield from (part for part in parts if part.isVisible() and part.text())


def cut_at_the_side(root: QWidget) -> Iterator[str]:
    """Yield what reaches beyond what it lies on, or is wider than the page that shows it."""
    for page in root.findChildren(QScrollArea):
        content, view = page.widget(), page.viewport()
        assert content is not None
        if page.isVisible() and content.width() > view.width():
            yield f"{content.width()} pixels in {view.width()}"
    for part in worded(root):
        on = part.parentWidget()
        assert on is not None
        if not -1 <= part.x() <= on.width() + 1 - part.width():
            yield part.text()


def squeezed(root: QWidget) -> Iterator[str]:
    """Yield words that have fewer lines than they need."""
    for part in worded(root):
        if part.hasHeightForWidth() and part.height() < part.heightForWidth(part.width()):
            yield f"{part.text()}: {part.height()} of {part.heightForWidth(part.width())}"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the platform without a screen
@pytest.mark.parametrize(
    ("state", "tag", "factor"),
    [
        *((state, *large) for state in STATES for large in LARGE),
        *((state, "qps", 3.0) for state in LARGEST),
    ],
)
def test_nothing_is_cut_in_large_text(
    qtbot: QtBot, speak_made_up: Speak, own: Path, state: str, tag: str, factor: float
) -> None:
    if tag:
        speak_made_up(tag)
    (own / "routines" / "evening.toml").write_text(BROKEN, encoding="utf-8")
    library = load_library(find_resources(), own)
    setting = show(qtbot, library, own, state, "least", factor)
    over = QApplication.activeModalWidget()
    for window in filter(None, (setting.window, over)):
        settle(window)
        assert list(cut_at_the_side(window)) == []
        assert list(squeezed(window)) == []
        assert window.width() <= setting.window.width()
        assert window.height() <= setting.window.height()
    if over is not None:
        over.close()
    setting.window.close()
    setting.coach.close()


LONG = "Show me all that can be done about it"


@pytest.mark.parametrize("factor", [1, 2, 3])
def test_long_buttons_of_a_message_stand_on_several_lines(
    qtbot: QtBot, own: Path, factor: float
) -> None:
    library = load_library(find_resources(), own)
    setting = show(qtbot, library, own, "home", "least", factor)
    message = Message("It is so.", "Do this.", LONG, lambda: None, LONG, lambda: None)
    setting.window.messages.tell("test", message)
    settle(setting.window)
    strip = setting.window.messages.strip
    assert strip is not None
    assert list(cut_at_the_side(setting.window.messages)) == []
    for button in strip.buttons:
        fits = button.sizeHint().width() <= strip.width()
        assert (button.height() == button.heightForWidth(9999)) is fits
    setting.window.close()
    setting.coach.close()


def test_a_word_that_is_longer_than_a_line_is_broken(qtbot: QtBot) -> None:
    theme = Theme()
    theme.set_text_factor(3)
    text = Text(Size.HEADING, "Wadenkrampfvorbeugungsgewohnheiten helfen")
    text.setFont(theme.font(Size.HEADING))
    qtbot.addWidget(text)
    assert text.minimumSizeHint().width() == LEAST_ROOM
    high = QFontMetrics(text.font()).lineSpacing()
    assert text.heightForWidth(LEAST_ROOM) >= 4 * high
    text.resize(LEAST_ROOM, text.heightForWidth(LEAST_ROOM))
    picture = text.grab().toImage()
    paper = picture.pixel(0, 0)
    edge = {picture.pixel(LEAST_ROOM - 1, y) for y in range(picture.height())}
    assert edge == {paper}


def test_two_short_buttons_of_a_message_stand_beside_each_other(qtbot: QtBot, own: Path) -> None:
    setting = show(qtbot, load_library(find_resources(), own), own, "share-offer", "least")
    strip = setting.window.messages.strip
    assert strip is not None
    one, other = strip.buttons
    assert one.y() == other.y()
    assert one.geometry().right() < other.x()
    assert strip.visibleRegion().boundingRect().height() == strip.height()
    setting.window.close()
    setting.coach.close()
