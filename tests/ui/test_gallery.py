"""Every part shows its state, in every scheme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.content.resources import find_resources
from coach.ui.button import Button, Weight
from coach.ui.check.tick import TickBox
from coach.ui.gallery import STATES, Gallery, gallery_theme, grab_gallery
from coach.ui.icons import Icons
from coach.ui.message_strip import MessageStrip
from coach.ui.parts.chip import DOT, Chip, Tick
from coach.ui.parts.list_row import ListRow, Mark
from coach.ui.parts.option import Option, Sign
from coach.ui.parts.pressable import Pressable
from coach.ui.theme import Size, Theme

Make = Callable[[Theme, QWidget], Pressable]


def _icon(theme: Theme, parent: QWidget) -> Button:
    icons = Icons(find_resources().icons)
    return Button(theme, "Skip", icons=icons, icon="skip", parent=parent)


PARTS: dict[str, Make] = {
    "outlined": lambda theme, parent: Button(theme, "Words", parent=parent),
    "quiet": lambda theme, parent: Button(theme, "Words", weight=Weight.QUIET, parent=parent),
    "icon": _icon,
    "chip": lambda theme, parent: Chip(theme, "Words", "", parent),
    "tick": lambda theme, parent: Tick(theme, "Words", parent),
    "option": lambda theme, parent: Option(theme, "Words", "More words", parent=parent),
    "switch": lambda theme, parent: Option(theme, "Words", sign=Sign.SWITCH, parent=parent),
    "box": lambda theme, parent: TickBox(theme, "Words", parent),
    "row": lambda theme, parent: ListRow(theme, Mark.OPEN, parent),
}


def look_of(part: Pressable) -> QImage:
    part.resize(220, 60)
    return part.grab().toImage()


@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS)
def test_every_state_can_be_seen(qtbot: QtBot, make: Make) -> None:
    parent, theme = QWidget(), gallery_theme("light", 100)
    qtbot.addWidget(parent)
    looks = {}
    for state, reach in STATES.items():
        part = make(theme, parent)
        part.setText("Words")
        reach(part)
        looks[state] = look_of(part)
    names = list(looks)
    same = [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if looks[one] == looks[other]
    ]
    assert not same


@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS)
def test_enter_and_space_press(qtbot: QtBot, make: Make) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    part = make(gallery_theme("light", 100), parent)
    pressed: list[int] = []
    part.clicked.connect(lambda *_on: pressed.append(1))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(part, key)
    assert len(pressed) == 3


def test_the_gallery_is_grabbed(qtbot: QtBot, tmp_path: Path) -> None:
    files = list(grab_gallery(tmp_path, "night-100"))
    assert [file.name for file in files] == ["gallery-night-100.png"]
    assert QImage(str(files[0])).height() > 2000


def test_nothing_is_wider_than_the_gallery(qtbot: QtBot) -> None:
    gallery = Gallery(gallery_theme("dark", 200))
    qtbot.addWidget(gallery)
    gallery.resize(1280, 800)
    gallery.show()
    for part in gallery.findChildren(Pressable):
        if part.isVisible():
            assert part.mapTo(gallery, part.rect().topRight()).x() <= gallery.width()


def test_a_message_is_no_higher_than_its_words(qtbot: QtBot) -> None:
    gallery = Gallery(gallery_theme("dark", 100))
    qtbot.addWidget(gallery)
    gallery.resize(1280, 900)
    gallery.show()
    QApplication.processEvents()
    gallery.resize(1280, gallery.whole_height)
    QApplication.processEvents()
    strips = gallery.findChildren(MessageStrip)
    assert len(strips) == 3
    for strip in strips:
        assert strip.height() == strip.heightForWidth(strip.width())


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("kind", [Chip, Tick, Button])
def test_words_in_one_line_have_the_room_they_are_drawn_in(
    qtbot: QtBot, kind: type[Button], factor: int
) -> None:
    theme = Theme()
    theme.set_text_factor(factor)
    host = QWidget()
    qtbot.addWidget(host)
    words = "At a desk"
    made = {Chip: lambda: Chip(theme, words, "", host), Tick: lambda: Tick(theme, words, host)}
    button = made.get(kind, lambda: Button(theme, words, parent=host))()
    button.resize(button.sizeHint())
    shown = f"{DOT}{words}" if kind is Chip else words
    size = Size.BODY if kind is Tick else Size.STRONG
    assert button.text_rect.width() > QFontMetrics(theme.font(size)).horizontalAdvance(shown)
