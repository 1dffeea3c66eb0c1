"""Learn: pages to read, found by words, with notes that can be opened and copied."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFontMetrics, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from coach.content.problem import ContentError, Problem
from coach.core.playback import PlaybackState
from coach.ui.guide import guide as guide_module
from coach.ui.learn import document
from coach.ui.learn.reader import CARET
from coach.ui.learn.screen import LearnScreen
from coach.ui.pages import Page
from coach.ui.theme import ICON, READING_WIDTH
from tests.ui.conftest import App

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def learn(app: App) -> LearnScreen:
    app.click(app.window.tops.book)
    app.settle()
    assert app.page() is Page.LEARN
    return app.window.guide.learn_screen


def listed(learn: LearnScreen) -> list[str]:
    return [page.id for page in learn.pages.shown]


def selected_texts(learn: LearnScreen) -> list[str]:
    return [mark.cursor.selectedText() for mark in learn.reader.extraSelections()]


def marked(learn: LearnScreen) -> list[str]:
    setter = learn.reader._setter
    assert setter is not None
    text = learn.reader.document().toRawText()
    return [text[start:end] for start, end in setter.marks]


def test_the_book_on_home_opens_the_first_page_and_escape_leads_back(
    app: App, learn: LearnScreen
) -> None:
    assert learn.page.id == "why-cramps-happen"
    assert learn.reader.verticalScrollBar().value() == 0
    assert app.window.header.cramp.isVisible()
    app.press(Qt.Key.Key_Escape)
    assert app.page() is Page.HOME


def test_everything_of_a_page_is_in_its_text_with_its_notes(learn: LearnScreen) -> None:
    for tab in learn.pages.tabs.values():
        tab.click()
        text = learn.reader.toPlainText()
        for part in tab.page.texts:
            assert part in text
        assert text.count("The source article, line") + text.count("Read as a copy") >= 1
        assert learn.reader.accessibleName() == tab.page.title


def test_a_search_leaves_the_pages_that_have_all_words_and_counts_what_it_marks(
    app: App, learn: LearnScreen
) -> None:
    QTest.keyClicks(learn.search, "Bedtime stretch")
    app.settle()
    assert "what-the-evidence-says" in listed(learn)
    assert "shoes-and-feet" not in listed(learn)
    assert learn.page.id in listed(learn)
    words = marked(learn)
    assert words
    assert {word.lower() for word in words} <= {"bedtime", "stretch"}
    assert learn.pages.tabs[learn.page.id].matches == len(words)
    total = sum(learn.pages.tabs[name].matches for name in listed(learn))
    pages = len(listed(learn))
    assert learn.count.text() == f"{total} matches on {pages} page{'s' if pages > 1 else ''}"


def test_enter_goes_from_match_to_match_and_on_to_the_next_page(
    app: App, learn: LearnScreen
) -> None:
    app.press(Qt.Key.Key_F, CONTROL)
    assert learn.search.hasFocus()
    QTest.keyClicks(learn.search, "insoles")
    app.settle()
    assert [mark.lower() for mark in selected_texts(learn)] == ["insoles"]
    learn.search.setText("doctor")
    first, number = learn.page.id, learn.reader.marks
    for _press in range(number):
        QTest.keyClick(learn.search, Qt.Key.Key_Return)
    assert learn.page.id != first
    assert learn.reader.match == 0
    QTest.keyClick(learn.search, Qt.Key.Key_Return, SHIFT)
    assert (learn.page.id, learn.reader.match) == (first, number - 1)
    app.press(Qt.Key.Key_F3)
    assert learn.reader.match == 0


def test_where_nothing_is_found_that_is_said_with_the_way_out(app: App, learn: LearnScreen) -> None:
    QTest.keyClicks(learn.search, "trampoline")
    app.settle()
    assert learn.nothing.isVisible()
    assert learn.nothing.text.text() == "No page has “trampoline”."
    assert listed(learn) == []
    app.click(learn.nothing.clear)
    assert learn.reader.isVisible()
    assert len(listed(learn)) == 7
    assert learn.search.hasFocus()


def test_escape_empties_the_search_before_it_leaves(app: App, learn: LearnScreen) -> None:
    QTest.keyClicks(learn.search, "calf")
    app.press(Qt.Key.Key_Escape)
    assert (app.page(), learn.search.text()) == (Page.LEARN, "")
    app.press(Qt.Key.Key_Escape)
    assert app.page() is Page.HOME


def test_a_number_leads_to_its_note_and_the_note_back(app: App, learn: LearnScreen) -> None:
    learn.open("everyday-habits")
    app.settle()
    bar = learn.reader.verticalScrollBar()
    bar.setValue(120)
    learn.reader.anchorClicked.emit(QUrl("#note-7"))
    assert bar.value() > 500
    (lit,) = selected_texts(learn)
    assert lit.startswith("7")
    assert "stop as soon as you start to feel pain" in lit
    learn.reader.anchorClicked.emit(QUrl("#line-7"))
    assert bar.value() == 120


def test_every_number_in_the_text_has_its_note(learn: LearnScreen) -> None:
    for tab in learn.pages.tabs.values():
        tab.click()
        block, seen = learn.reader.document().begin(), set()
        while block.isValid():
            for span in block.textFormats():
                link = span.format.anchorHref()
                if link.startswith("#note-"):
                    seen.add(int(link.removeprefix("#note-")))
                    assert span.format.toolTip()
            block = block.next()
        assert seen == set(range(1, len(tab.page.notes) + 1))


def test_the_text_is_one_stop_of_tab(app: App, learn: LearnScreen) -> None:
    learn.reader.setFocus()
    app.press(Qt.Key.Key_Tab)
    assert not learn.reader.hasFocus()
    app.press(Qt.Key.Key_Backtab)
    assert learn.reader.hasFocus()


def test_keys_lead_to_each_number_to_its_note_and_back(app: App, learn: LearnScreen) -> None:
    learn.reader.setFocus()
    setter = learn.reader._setter
    assert setter is not None
    reached = []
    for _link in setter.links:
        app.press(Qt.Key.Key_N)
        reached.append(learn.reader.textCursor().position())
        (place,) = learn.reader.extraSelections()
        assert learn.reader.viewport().rect().contains(learn.reader.cursorRect(place.cursor))
    assert reached == [start for start, _end, _where in setter.links]
    learn.show_page(learn.page)
    learn.reader.verticalScrollBar().setValue(0)
    app.press(Qt.Key.Key_N)
    assert selected_texts(learn) == ["1"]
    app.press(Qt.Key.Key_Return)
    (lit,) = selected_texts(learn)
    assert lit.startswith("1\u00a0")
    app.press(Qt.Key.Key_Return)
    assert learn.reader.verticalScrollBar().value() == 0
    app.press(Qt.Key.Key_N)
    assert selected_texts(learn) == ["2"]
    app.press(Qt.Key.Key_N, SHIFT)
    assert selected_texts(learn) == ["1"]


def test_numbers_are_looked_for_from_what_is_in_sight(app: App, learn: LearnScreen) -> None:
    learn.reader.setFocus()
    learn.reader.verticalScrollBar().setValue(400)
    app.press(Qt.Key.Key_N)
    assert learn.reader.verticalScrollBar().value() == 400
    assert 0 <= learn.reader.cursorRect().top() < 120


def test_keys_lead_from_heading_to_heading(app: App, learn: LearnScreen) -> None:
    learn.reader.setFocus()
    titles = [learn.page.title, *(section.title for section in learn.page.sections)]
    for title in titles:
        app.press(Qt.Key.Key_H)
        assert learn.reader.textCursor().block().text() == title
    app.press(Qt.Key.Key_H, SHIFT)
    assert learn.reader.textCursor().block().text() == titles[-2]


@pytest.mark.parametrize("mirrored", [False, True])
def test_notes_hang_beside_their_numbers(
    app: App, monkeypatch: pytest.MonkeyPatch, mirrored: bool
) -> None:
    app.window.resize(480, 900)
    app.click(app.window.tops.book)
    learn = app.window.guide.learn_screen
    if mirrored:
        monkeypatch.setattr(document, "is_mirrored", lambda: True)
        learn.reader.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        option = learn.reader.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        learn.reader.document().setDefaultTextOption(option)
        learn.reader.show_page(learn.page)
    app.settle()
    setter = learn.reader._setter
    assert setter is not None
    several = 0
    for place in setter.places.values():
        block = learn.reader.document().findBlock(place)
        layout = block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        if len(lines) > 1:
            several += 1
            begins = block.text().index("\u00a0") + 1
            at: tuple[float, int] = lines[0].cursorToX(begins)  # type: ignore[assignment]
            edge = lines[1].x() + lines[1].width() if mirrored else lines[1].x()
            assert abs(at[0] - edge) <= 1.5, block.text()
    across = learn.reader.horizontalScrollBar()
    assert across.value() == (across.maximum() if mirrored else 0)  # nothing is out of sight
    assert several > 5


def test_the_page_can_be_copied_by_key(app: App, learn: LearnScreen) -> None:
    learn.reader.setFocus()
    app.press(Qt.Key.Key_A, CONTROL)
    app.press(Qt.Key.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    assert "A cramp is a muscle that tightens by itself" in text
    assert "NHS inform, Leg cramps." in text


def test_whom_to_see_leads_to_stop_and_back(app: App, learn: LearnScreen) -> None:
    assert not learn.stop.isVisible()
    learn.open("when-to-see-whom")
    app.click(learn.stop.button)
    assert app.page() is Page.STOP
    app.click(app.window.stop_screen.back_button)
    assert app.page() is Page.LEARN
    assert learn.page.id == "when-to-see-whom"


def test_control_and_page_keys_turn_the_pages(app: App, learn: LearnScreen) -> None:
    app.press(Qt.Key.Key_PageDown, CONTROL)
    assert learn.page.id == "during-a-cramp"
    app.press(Qt.Key.Key_PageUp, CONTROL)
    app.press(Qt.Key.Key_PageUp, CONTROL)
    assert learn.page.id == "when-to-see-whom"


@pytest.mark.parametrize("factor", [1, 2])
def test_a_narrow_window_has_a_menu_in_place_of_the_list(
    app: App, learn: LearnScreen, factor: int
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(480, 900)
    app.settle()
    assert not learn.pages.isVisible()
    assert learn.menu.isVisible()
    menu = learn.menu.menu_of_pages()
    assert len(menu.actions()) == 7
    menu.actions()[3].trigger()
    assert learn.page.id == "shoes-and-feet"
    assert learn.menu.text() == "Shoes and feet"
    assert learn.reader.horizontalScrollBar().maximum() == 0


def test_in_a_narrow_window_all_begins_where_the_text_does(app: App, learn: LearnScreen) -> None:
    app.window.resize(480, 900)
    app.settle()
    text = learn.reader.viewport()
    parts = (learn.search, learn.menu, text)
    lefts = {part.mapTo(app.window, part.rect().topLeft()).x() for part in parts}
    assert len(lefts) == 1


def test_no_title_is_shortened_in_the_least_window_in_twice_the_text(
    app: App, learn: LearnScreen
) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(480, 560)
    app.settle()
    menu = learn.menu
    room = menu.text_rect.width() - app.window.theme.pixels(ICON)
    for tab in learn.pages.tabs.values():
        menu.show_page(tab.page)
        title = QFontMetrics(menu._fitting(room)).horizontalAdvance(tab.page.title)
        assert 0 < title <= room


def test_lines_stay_short_in_a_wide_window(app: App, learn: LearnScreen) -> None:
    app.window.resize(1920, 1000)
    app.settle()
    assert learn.reader.viewport().width() <= app.window.theme.pixels(READING_WIDTH)


def test_text_size_and_colours_follow_the_theme_and_the_page_stays(
    app: App, learn: LearnScreen
) -> None:
    learn.open("shoes-and-feet")
    before = learn.reader.document().size().height()
    app.window.theme.set_text_factor(2)
    app.window.theme.set_scheme(Qt.ColorScheme.Dark)
    app.settle()
    assert learn.reader.document().size().height() > 1.5 * before
    (title,) = learn.reader.document().begin().textFormats()
    ink = title.format.foreground().color().name()
    assert ink == app.window.theme.colours.ink.lower()
    assert learn.page.id == "shoes-and-feet"


def test_a_routine_waits_while_one_reads(app: App) -> None:
    app.window.play("after-workout")
    app.window.guide.open_learn()
    assert app.page() is Page.LEARN
    assert app.state() is PlaybackState.PAUSED
    app.press(Qt.Key.Key_Escape)
    assert app.page() is Page.PLAYER


def test_nobody_is_led_away_from_a_cramp(app: App) -> None:
    app.window.open_cramp()
    app.window.guide.open_learn()
    assert app.page() is Page.CRAMP


def test_pages_that_cannot_be_read_are_told_with_a_remedy(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: object) -> None:
        raise ContentError([Problem("/x/shoes.toml", "order", "is missing")])

    monkeypatch.setattr(guide_module, "read_handbook", refuse)
    app.click(app.window.tops.book)
    assert app.page() is Page.HOME
    strip = app.window.messages.strip
    assert strip is not None
    assert "/x/shoes.toml: order: is missing" in strip.text.text()
    assert "Install Cramp Coach again" in strip.remedy.text()


def test_the_page_is_drawn_as_qt_draws_it_but_for_the_caret(app: App, learn: LearnScreen) -> None:
    reader = learn.reader
    reader.go_to_heading(1)
    reader.go_to_note(2)
    for _line in range(3):
        reader.moveCursor(QTextCursor.MoveOperation.Up, QTextCursor.MoveMode.KeepAnchor)
    pictures = {}
    for has_focus, caret in product((True, False), (0, CARET)):
        (reader if has_focus else app.window.header.cramp).setFocus()
        reader.setCursorWidth(caret)
        app.settle()
        assert reader.textCursor().hasSelection()
        pictures[has_focus, caret] = reader.viewport().grab().toImage()
    assert pictures[False, 0] == pictures[False, CARET]
    assert pictures[True, 0] != pictures[True, CARET]
