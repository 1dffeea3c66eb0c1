"""Where a language runs from right to left everything lies the other way round, but the figure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QTextCursor, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.ui.button import Button
from coach.ui.check.tick import TickBox
from coach.ui.guide.keycaps import KeyCaps
from coach.ui.icons import Icons
from coach.ui.mirror import mirrored
from coach.ui.paragraph import directed
from coach.ui.parts.entry import LineEntry, TitleEntry
from coach.ui.parts.list_row import ListRow, Mark
from coach.ui.parts.option import Option
from coach.ui.parts.search import Search
from coach.ui.parts.slider import Slider
from coach.ui.player.legend import Legend
from coach.ui.text import Text
from coach.ui.theme import Size, Theme
from coach.ui.window import MainWindow
from tests.ui.test_words import Speak, fresh_template, own, place_of, show, speak_made_up

__all__ = ["fresh_template", "own", "speak_made_up"]  # fixtures

BOTH = ("qps", "qps-rtl")
Pair = Callable[[MainWindow], tuple[QWidget, QWidget]]


def _player(window: MainWindow, *names: str) -> tuple[QWidget, QWidget]:
    one, other = (getattr(window.player_screen.body, name) for name in names)
    return one, other


def _controls(window: MainWindow) -> tuple[QWidget, QWidget]:
    controls = window.player_screen.controls
    return controls.back, controls.skip


def _progress(window: MainWindow) -> tuple[QWidget, QWidget]:
    return window.player_screen.bar, window.player_screen.time_left


def _cramp(window: MainWindow, *names: str) -> tuple[QWidget, QWidget]:
    one, other = (getattr(window.cramp_screen, name) for name in names)
    return one, other


def _way_out(window: MainWindow) -> QWidget:
    return window.cramp_screen.top.way_out


def _editor(window: MainWindow) -> tuple[QWidget, QWidget]:
    screen = window.workshop.screen
    return screen.steps, screen.side


def _stop(window: MainWindow) -> tuple[QWidget, QWidget]:
    tabs = list(window.stop_screen.tabs.values())
    return tabs[0], tabs[-1]


TURNED: dict[str, tuple[str, Pair]] = {
    "picture and words": ("player-hold", lambda w: _player(w, "stage", "title")),
    "clock and way out": ("cramp-first", lambda w: (w.cramp_screen.top.clock, _way_out(w))),
    "figure and sentence": ("cramp-first", lambda w: _cramp(w, "_stage", "sentence")),
    "easing and not yet": ("cramp-first", lambda w: _cramp(w, "easing", "not_yet")),
    "steps and details": ("editor-filled", _editor),
    "list and card": ("stop-today", _stop),
}
KEPT: dict[str, tuple[str, Pair]] = {
    "back and skip": ("player-hold", _controls),
    "the bar and what is left": ("player-hold", _progress),
}


def middle(window: QWidget, widget: QWidget) -> int:
    assert widget.isVisibleTo(window)
    return place_of(window, widget).center().x()


@pytest.mark.parametrize("name", [*TURNED, *KEPT])
def test_parts_lie_the_other_way_round(
    qtbot: QtBot, speak_made_up: Speak, own: Path, name: str
) -> None:
    state, pair = (TURNED | KEPT)[name]
    orders = []
    for tag in BOTH:
        speak_made_up(tag)
        library = load_library(find_resources(), own)
        setting = show(qtbot, library, own, state, "wide")
        one, other = pair(setting.window)
        orders.append(middle(setting.window, one) < middle(setting.window, other))
        setting.window.close()
        setting.coach.close()
    assert orders == [True, name in KEPT]


def test_help_in_a_cramp_leaves_what_to_do_in_sight(
    qtbot: QtBot, speak_made_up: Speak, own: Path
) -> None:
    for tag in BOTH:
        speak_made_up(tag)
        setting = show(qtbot, load_library(find_resources(), own), own, "help-cramp", "wide")
        window = setting.window
        sheet, screen = window.guide.sheet, window.cramp_screen
        assert sheet is not None
        for part in (screen.sentence, screen.beat, screen.easing, screen.stop):
            assert not sheet.geometry().intersects(place_of(window, part)), tag
        ends = {"qps": sheet.x() == 0, "qps-rtl": sheet.geometry().right() == window.width() - 1}
        assert ends[tag]
        window.close()
        setting.coach.close()


def test_the_figure_is_the_same(qtbot: QtBot, speak_made_up: Speak, own: Path) -> None:
    """The left leg is the left one in every language."""
    pictures = []
    for tag in BOTH:
        speak_made_up(tag)
        library = load_library(find_resources(), own)
        setting = show(qtbot, library, own, "cramp-first", "wide")
        stage = setting.window.cramp_screen._stage
        assert stage is not None
        view = stage.view
        view.resize(300, 300)
        pictures.append(view.grab().toImage())
        setting.window.close()
        setting.coach.close()
    assert pictures[0] == pictures[1]


def weights(picture: QImage) -> tuple[int, int]:
    """Return how many pixels differ from the ground in the left and the right quarter."""
    ground = picture.pixelColor(picture.width() // 2, 1)
    quarter = picture.width() // 4

    def count(columns: range) -> int:
        return sum(
            picture.pixelColor(x, y) != ground for x in columns for y in range(picture.height())
        )

    return count(range(quarter)), count(range(picture.width() - quarter, picture.width()))


@pytest.mark.parametrize("make", [TickBox, Option])
def test_the_sign_stands_where_lines_begin(
    qtbot: QtBot, speak_made_up: Speak, make: type[TickBox] | type[Option]
) -> None:
    leans = []
    for tag in BOTH:
        speak_made_up(tag)
        part = make(Theme(), "i")
        qtbot.addWidget(part)
        part.setChecked(True)
        part.resize(400, 60)
        left, right = weights(part.grab().toImage())
        leans.append(left > right)
    assert leans == [True, False]


def test_an_arrow_back_points_to_where_lines_begin(qtbot: QtBot, speak_made_up: Speak) -> None:
    for icon, same in (("chevron-left", False), ("skip", True), ("back", True)):
        pictures = []
        for tag in BOTH:
            speak_made_up(tag)
            icons = Icons(find_resources().icons)
            button = Button(Theme(), "Back", icons=icons, icon=icon)
            qtbot.addWidget(button)
            button.resize(button.sizeHint())
            pictures.append(button.grab().toImage())
        assert (pictures[0] == pictures[1]) is same, icon


def test_the_sign_to_play_is_the_same(qtbot: QtBot, speak_made_up: Speak) -> None:
    for tag in BOTH:
        speak_made_up(tag)
        row = ListRow(Theme(), Mark.PLAY)
        qtbot.addWidget(row)
        row.resize(300, 60)
        left, *_between, right = ink_heights(row.grab().toImage())
        assert left > right, tag


def test_what_an_arrow_means_stands_behind_it(qtbot: QtBot, speak_made_up: Speak) -> None:
    for tag, first in (("qps", True), ("qps-rtl", False)):
        speak_made_up(tag)
        theme, whole = Theme(), QWidget()
        qtbot.addWidget(whole)
        legend = Legend(theme, whole)
        legend.resize(legend.sizeHint())
        picture, warm = legend.grab().toImage(), theme.colour("warm_graphic")
        middle = picture.height() // 2
        arrow = [x for x in range(picture.width()) if picture.pixelColor(x, middle) == warm]
        assert (sum(arrow) / len(arrow) < picture.width() / 2) is first


def test_keys_stand_in_the_order_of_what_they_do(qtbot: QtBot, speak_made_up: Speak) -> None:
    for tag, narrow_first in (("qps", True), ("qps-rtl", False)):
        speak_made_up(tag)
        theme = Theme()
        keys = KeyCaps(theme, ("E", "Shift+Tab"))
        qtbot.addWidget(keys)
        keys.resize(keys.sizeHint())
        picture, edge = keys.grab().toImage(), theme.colour("edge")
        middle = picture.height() // 2
        edges = [x for x in range(picture.width()) if picture.pixelColor(x, middle) == edge]
        first, *_ends, last = (right - left for left, right in pairwise(edges))
        assert (first < last) is narrow_first


def test_a_slider_begins_where_lines_begin(qtbot: QtBot, speak_made_up: Speak) -> None:
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for tag, place, value in (("qps", 1, 0), ("qps-rtl", 1, 99), ("qps-rtl", 398, 0)):
        speak_made_up(tag)
        slider = Slider(Theme())
        qtbot.addWidget(slider)
        slider.setValue(50)
        slider.resize(400, 44)
        QTest.mouseClick(slider, left, none, QPoint(place, 22))
        assert slider.value() == value


def test_each_line_of_a_text_begins_at_the_same_edge(qtbot: QtBot, speak_made_up: Speak) -> None:
    speak_made_up("qps-rtl")
    text = Text(Size.BODY, "\u05dd\u05dd\u05dd\u05dd " * 12)
    qtbot.addWidget(text)
    text.resize(200, text.heightForWidth(200))
    picture = text.grab().toImage()
    ground = picture.pixelColor(100, 0)
    ends = set()
    for top in range(0, picture.height() - 8, text.fontMetrics().lineSpacing()):
        rows = range(top, min(picture.height(), top + text.fontMetrics().lineSpacing()))
        inked = [x for x in range(200) for y in rows if picture.pixelColor(x, y) != ground]
        ends.add(max(inked))
    assert len(ends) == 1


def test_a_sentence_that_begins_in_foreign_letters_keeps_its_stop_at_its_end(
    qtbot: QtBot, speak_made_up: Speak
) -> None:
    speak_made_up("qps-rtl")
    flag = Qt.TextInteractionFlag
    by_mouse = flag.TextSelectableByMouse
    texts = (("Il.", True), ("\u05dd\u05dd.", False), ("Il \u05dd\u05dd.", False))
    for (text, stop_is_right), flags in product(texts, (flag.NoTextInteraction, by_mouse)):
        label = Text(Size.BODY, text)
        label.setTextInteractionFlags(flags)
        qtbot.addWidget(label)
        label.resize(label.fontMetrics().horizontalAdvance(text) + 1, label.fontMetrics().height())
        picture = label.grab().toImage()
        left, *_between, right = ink_heights(picture)
        assert (right < left) is stop_is_right, text


@pytest.mark.parametrize("path", ["/home/ann/a.toml", "~/a.toml", ".local/share"])
def test_a_path_in_a_sentence_begins_with_its_first_sign(speak_made_up: Speak, path: str) -> None:
    speak_made_up("qps-rtl")
    for before in ("", "\u05dd\u05dd ", "\u05dd\u05dd ("):
        text = directed(f"{before}{path}: \u05dd\u05dd")
        layout = QTextLayout(text)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        start = text.index(path)
        places = (start, start + 1, start + len(path) - 1)
        first, second, last = (float(line.cursorToX(place)[0]) for place in places)  # type: ignore[index]
        assert first < second < last, before


def ink_heights(picture: QImage) -> list[int]:
    """Return how high the ink is in each column in which anything is written."""
    ground = picture.pixelColor(0, 0)
    columns, rows = range(picture.width()), range(picture.height())
    heights = (sum(picture.pixelColor(x, y) != ground for y in rows) for x in columns)
    return [height for height in heights if height]


def searched(theme: Theme) -> Search:
    search = Search(theme, "")
    search.setText("calf")
    return search


def titled(theme: Theme) -> TitleEntry:
    title = TitleEntry(theme)
    title.set_text("Calf")
    return title


def lined(theme: Theme) -> LineEntry:
    line = LineEntry()
    line.set_text("calf")
    return line


def begins_at_left(bot: QtBot, make: Callable[[Theme], Search | TitleEntry | LineEntry]) -> bool:
    """Whether what is written in an entry begins in its left half."""
    entry = make(Theme())
    bot.addWidget(entry)
    entry.resize(400, 44)
    entry.show()
    bot.wait(1)
    return entry.cursorRect().center().x() < 200


def test_foreign_words_are_searched_for_where_lines_begin(
    qtbot: QtBot, speak_made_up: Speak
) -> None:
    for tag, at_left in (("qps", True), ("qps-rtl", False)):
        speak_made_up(tag)
        assert begins_at_left(qtbot, searched) is at_left


def test_foreign_words_are_written_where_lines_begin(qtbot: QtBot, speak_made_up: Speak) -> None:
    for tag, at_left in (("qps", True), ("qps-rtl", False)):
        speak_made_up(tag)
        assert begins_at_left(qtbot, titled) is at_left
        assert begins_at_left(qtbot, lined) is at_left


def test_a_page_to_read_shows_no_sign_of_a_caret(
    qtbot: QtBot, speak_made_up: Speak, own: Path
) -> None:
    speak_made_up("qps-rtl")
    setting = show(qtbot, load_library(find_resources(), own), own, "learn-evidence", "wide")
    reader = setting.window.guide.learn_screen.reader
    pictures = []
    for part in (reader, setting.window.header.cramp):
        part.setFocus()
        assert setting.window.focusWidget() is part
        pictures.append(reader.viewport().grab().toImage())
    assert pictures[0] == pictures[1]
    setting.window.close()
    setting.coach.close()


def test_numbers_of_notes_follow_each_other_as_the_lines_run(
    qtbot: QtBot, speak_made_up: Speak, own: Path
) -> None:
    speak_made_up("qps-rtl")
    setting = show(qtbot, load_library(find_resources(), own), own, "learn-evidence", "wide")
    reader = setting.window.guide.learn_screen.reader
    assert reader._setter is not None
    places = [start for start, _end, _where in reader._setter.links[:2]]
    one, two = (QTextCursor(reader.document().findBlock(place)) for place in places)
    assert one.block() == two.block()
    lefts = []
    for cursor, place in zip((one, two), places, strict=True):
        cursor.setPosition(place)
        lefts.append(reader.cursorRect(cursor).x())
    assert lefts[0] > lefts[1]
    setting.window.close()
    setting.coach.close()


def test_a_place_is_as_far_from_the_other_side(qtbot: QtBot, speak_made_up: Speak) -> None:
    whole, part = QRect(10, 0, 100, 20), QRect(15, 2, 30, 10)
    speak_made_up("qps")
    assert mirrored(part, whole) == part
    speak_made_up("qps-rtl")
    assert mirrored(part, whole) == QRect(75, 2, 30, 10)
    assert mirrored(mirrored(part, whole), whole) == part
