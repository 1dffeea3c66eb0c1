"""Home: choosing a routine, with the mouse and with the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.content.library import Library
from coach.content.problem import Problem
from coach.core.day import PartOfDay
from coach.core.diary import Entry, EntryState
from coach.core.numbers import length_text
from coach.ui.home.delegate import GAP, card_lines, text_height
from coach.ui.home.finder import Finder
from coach.ui.home.finding import Only
from coach.ui.home.grid import CardGrid, figures_of_cards
from coach.ui.home.moving import TURN_SECONDS, TURNS
from coach.ui.pages import Page
from coach.ui.paragraph import ELLIPSIS, break_lines
from coach.ui.parts.list_row import Mark
from coach.ui.text import Text
from coach.ui.theme import Size, Theme
from tests.ui.conftest import App, Open


def grid_of(app: App) -> CardGrid:
    grid = app.window.home.grid
    assert grid is not None
    return grid


def middle_of_card(grid: CardGrid, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, 0)).center()


def playing(app: App) -> str:
    return app.player.timeline.routine.id


def test_clicking_a_card_starts_its_routine(app: App) -> None:
    grid = grid_of(app)
    place = middle_of_card(grid, 2)
    app.click(grid.viewport(), place)
    assert app.page() is Page.PLAYER
    assert playing(app) == "desk-break-seated"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_reach_and_start_a_card(app: App, key: Qt.Key) -> None:
    grid = grid_of(app)
    assert app.window.focusWidget() is grid
    app.press(Qt.Key.Key_Right)
    assert grid.delegate.ringed == 1
    app.press(key)
    assert playing(app) == "daily-prevention"


def test_the_ring_is_for_those_who_use_keys(app: App) -> None:
    grid = grid_of(app)
    assert grid.delegate.ringed == -1
    app.press(Qt.Key.Key_Down)
    assert grid.delegate.ringed >= 0


@pytest.mark.parametrize(
    ("width", "columns"), [(480, 1), (760, 2), (1100, 3), (1400, 4), (2400, 4)]
)
def test_columns_follow_the_width(app: App, width: int, columns: int) -> None:
    app.window.resize(width, 760)
    grid = grid_of(app)
    tops = [grid.visualRect(grid.model().index(row, 0)).top() for row in range(8)]
    assert tops.count(tops[0]) == columns


@pytest.mark.parametrize("width", [480, 760, 1101])
def test_cards_end_where_all_above_them_ends(app: App, width: int) -> None:
    app.window.resize(width, 760)
    app.settle()
    grid, header = grid_of(app), app.window.header.cramp
    last = grid.delegate.columns - 1
    cell = grid.visualRect(grid.model().index(last, 0))
    card = grid.delegate.cell_of(last, cell).adjusted(GAP, 0, -GAP, 0)
    right = grid.viewport().mapTo(app.window, card.bottomRight()).x()
    for part in (header, app.window.home.band):
        assert right == part.mapTo(app.window, part.rect().bottomRight()).x()


@pytest.mark.parametrize("factor", [1, 2, 3])
def test_search_is_as_high_as_the_chips_beside_it(qtbot: QtBot, factor: int) -> None:
    """From the beginning: before it is shown it does not wear its own font."""
    theme = Theme()
    theme.set_text_factor(factor)
    finder = Finder(theme)
    qtbot.addWidget(finder)
    high = {part.sizeHint().height() for part in (finder.search, *finder.chips.values())}
    assert len(high) == 1


@pytest.mark.parametrize("factor", [1, 2])
def test_the_button_of_a_card_covers_none_of_its_words(app: App, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(1100, 1600)
    app.settle()
    grid = grid_of(app)
    cell = grid.visualRect(grid.model().index(0, 0))
    QTest.mouseMove(grid.viewport(), cell.center())
    button, shape = grid.corner, grid.delegate.shape
    assert button.isVisible()
    assert button.geometry().right() < cell.left() + GAP + shape.picture
    assert button.text_rect.width() >= button.fontMetrics().horizontalAdvance(button.text())


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("width", [480, 1100])
def test_no_shipped_card_is_shortened(app: App, width: int, factor: int, library: Library) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(width, 760)
    app.settle()
    shape = grid_of(app).delegate.shape
    for card in library.cards.values():
        for lines in card_lines(app.window.theme, card, shape.text_width):
            assert not lines or not lines[-1].endswith(ELLIPSIS), card.title
        assert text_height(app.window.theme, card, shape.text_width) <= shape.height


def test_a_text_too_long_ends_in_an_ellipsis(app: App) -> None:
    lines = break_lines("word " * 100, app.window.theme.font(Size.BODY), 200, 3)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)


def test_a_card_reads_out_everything_on_it(app: App) -> None:
    model = grid_of(app).model()
    index = model.index(1, 0)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Daily prevention"
    said = model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.startswith("5 minutes 44 seconds, Standing, 5 steps. ")


def test_a_thousand_routines_ask_only_for_pictures_that_are_seen(
    open_app: Open, many: Library
) -> None:
    app = open_app(many)
    grid = grid_of(app)
    assert grid.model().rowCount() > 1000
    asked: list[str] = []
    grid.delegate._picture_of = lambda card, _size: asked.append(card.id)
    grid.viewport().repaint()
    assert 0 < len(asked) <= 12


def test_pictures_come_after_the_first_painting(open_app: Open) -> None:
    app = open_app(shown=False)
    pictures = grid_of(app)._pictures
    app.window.grab()
    assert not pictures.is_busy
    app.window.show()
    app.bot.waitExposed(app.window)
    app.bot.waitUntil(lambda: bool(pictures._kept) and not pictures.is_busy)


def test_cards_differ_in_their_pictures(library: Library) -> None:
    figures = [figures_of_cards(library)[name] for name in library.cards]
    assert all(figures)
    assert len(set(figures)) >= len(figures) - 3


MORNING = datetime(2026, 3, 10, 8, 0).astimezone()
EVENING = datetime(2026, 3, 10, 21, 30).astimezone()


def done(routine: str, started: datetime) -> Entry:
    return Entry(routine, routine, started, 180, 2, 180, 2, EntryState.COMPLETED)


def shown_ids(app: App) -> list[str]:
    return [card.id for card in grid_of(app)._cards.cards]


@pytest.mark.parametrize(
    ("now", "routine"), [(MORNING, "morning-in-bed"), (EVENING, "bedtime-stretch")]
)
def test_what_helps_now_follows_the_hour_and_starts(
    app: App, now: datetime, routine: str, library: Library
) -> None:
    home = app.window.home
    home.clock = lambda: now
    home.show_done([])
    assert home.band.now.title.text() == library.cards[routine].title
    assert home.band.now.when.text() == library.cards[routine].when
    app.click(home.band.now.start)
    assert playing(app) == routine


def test_what_was_played_comes_first_and_is_ticked_off_today(app: App) -> None:
    home = app.window.home
    home.clock = lambda: EVENING
    app.diary.entries.append(done("tired-feet", datetime.now().astimezone()))
    app.window.play("tired-feet")
    app.window.open_home()
    app.bot.waitUntil(lambda: shown_ids(app)[0] == "tired-feet")
    app.bot.waitUntil(lambda: home.band.today.note.text() == "1 routine done")


def test_the_order_of_the_cards_is_told_once_it_is_that_of_use(app: App) -> None:
    finder = app.window.home.finder
    assert not finder.order.isVisible()
    app.window.resize(1100, 760)
    app.settle()
    app.window.home.show_recent(["bedtime-stretch"])
    assert finder.order.isVisible()
    assert finder.order.geometry().center().y() == finder.chips[Only.OWN].geometry().center().y()
    app.window.home.show_recent(["of-somebody-else"])
    assert not finder.order.isVisible()


def test_today_says_what_was_done_and_when(app: App) -> None:
    home = app.window.home
    home.clock = lambda: EVENING
    home.show_done([done("desk-break-seated", EVENING.replace(hour=12, minute=5))])
    rows = home.band.today.parts
    assert rows[PartOfDay.MORNING].mark is Mark.OPEN
    assert rows[PartOfDay.DAY].mark is Mark.DONE
    assert rows[PartOfDay.DAY].text() == "Desk break, seated"
    assert "12:05" in rows[PartOfDay.DAY].above
    assert rows[PartOfDay.DAY].accessibleName() == "During the day: done, Desk break, seated"
    assert rows[PartOfDay.BEDTIME].mark is Mark.NOW
    app.click(rows[PartOfDay.MORNING])
    assert playing(app) == "morning-in-bed"


def test_nothing_moves_when_the_diary_is_read(app: App) -> None:
    home = app.window.home
    home.clock = lambda: EVENING
    app.settle()
    parts = (home.band, home.finder, grid_of(app), *home.band.today.parts.values())
    before = [part.geometry() for part in parts]
    home.show_done([done("wall-stretch-5", EVENING.replace(hour=12))])
    app.settle()
    assert [part.geometry() for part in parts] == before


def test_yours_shows_what_one_has_made(app: App) -> None:
    yours = app.window.home.band.yours
    assert yours.own[0].text() == "When I am ready"
    assert yours.none.isHidden()
    app.click(yours.own[0])
    assert playing(app) == "own-pace"


def test_where_nothing_was_made_yours_says_what_it_is_for(open_app: Open, library: Library) -> None:
    shipped = {name: card for name, card in library.cards.items() if not card.own}
    app = open_app(replace(library, cards=shipped))
    yours = app.window.home.band.yours
    assert yours.none.isVisible()
    assert not any(row.isVisible() for row in yours.own)
    assert not app.window.home.finder.chips[Only.OWN].isVisible()


@pytest.mark.parametrize(
    ("only", "wanted", "unwanted"),
    [
        (Only.DESK, "desk-break-seated", "wall-stretch-5"),
        (Only.STANDING, "wall-stretch-5", "after-workout"),
        (Only.BED, "morning-in-bed", "bedtime-stretch"),
        (Only.SHORT, "bedtime-stretch", "morning-in-bed"),
        (Only.OWN, "own-pace", "daily-prevention"),
    ],
)
def test_a_chip_leaves_what_fits(app: App, only: Only, wanted: str, unwanted: str) -> None:
    app.click(app.window.home.finder.chips[only])
    assert wanted in shown_ids(app)
    assert unwanted not in shown_ids(app)
    app.click(app.window.home.finder.chips[only])
    assert {wanted, unwanted} <= set(shown_ids(app))


def test_two_places_are_either_and_a_length_is_both(app: App) -> None:
    chips = app.window.home.finder.chips
    app.click(chips[Only.BED])
    app.click(chips[Only.STANDING])
    both = set(shown_ids(app))
    assert {"morning-in-bed", "bedtime-stretch"} <= both
    app.click(chips[Only.SHORT])
    assert set(shown_ids(app)) < both


def test_search_by_keys_alone(app: App) -> None:
    home = app.window.home
    app.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert app.window.focusWidget() is home.finder.search
    for letter in "tired":
        app.press(getattr(Qt.Key, f"Key_{letter.upper()}"))
    assert shown_ids(app) == ["tired-feet"]
    app.press(Qt.Key.Key_Down)
    app.press(Qt.Key.Key_Return)
    assert playing(app) == "tired-feet"


def test_where_nothing_is_found_all_are_offered(app: App, library: Library) -> None:
    home = app.window.home
    home.finder.search.setText("yoga")
    texts = [label.text() for label in home.findChildren(Text) if label.isVisible()]
    assert "No routine fits “yoga”." in texts
    assert not grid_of(app).isVisible()
    assert home._none is not None
    app.click(home._none.all)
    assert len(shown_ids(app)) == len(library.cards)
    assert home.finder.search.text() == ""


def test_the_number_found_is_told_once_writing_pauses(app: App) -> None:
    home = app.window.home
    home.finder.search.setText("seated")
    assert home.finder.accessibleDescription() == ""
    home._told.timeout.emit()
    number = len(shown_ids(app))
    assert home.finder.accessibleDescription() == f"{number} routines found"


def test_the_picture_of_a_card_moves_for_a_while_under_the_pointer(app: App) -> None:
    grid = grid_of(app)
    app.bot.waitUntil(lambda: grid._pictured)
    QTest.mouseMove(grid.viewport(), middle_of_card(grid, 1))
    moving = grid.moving
    assert moving.is_on
    moving.advance_to(0.4)
    first = moving.frame
    moving.advance_to(1.6)
    assert first is not None
    assert moving.frame is not None
    assert first.toImage() != moving.frame.toImage()
    moving.advance_to(TURNS * TURN_SECONDS)
    assert [moving.frame, moving.is_on] == [None, False]


def test_with_reduced_motion_no_card_moves(app: App) -> None:
    app.window.theme.set_reduce_motion(True)
    grid = grid_of(app)
    app.bot.waitUntil(lambda: grid._pictured)
    QTest.mouseMove(grid.viewport(), middle_of_card(grid, 1))
    assert not grid.moving.is_on


def test_keys_keep_the_card_they_act_on_in_sight(open_app: Open, many: Library) -> None:
    app = open_app(many)
    grid = grid_of(app)
    app.press(Qt.Key.Key_End)
    app.settle()
    place = grid.visualRect(grid.currentIndex())
    top = grid.mapTo(app.window, place.topLeft()).y()
    assert top > 0
    assert top + place.height() <= app.window.height()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(310, "5 min 10 s"), (180, "3 min"), (42, "42 s"), (0, "0 s"), (3900, "1 h 5 min")],
)
def test_a_length_is_read_at_a_glance(seconds: float, text: str) -> None:
    assert length_text(seconds).replace("\u00a0", " ") == text


def test_home_without_routines_says_what_to_do(open_app: Open, library: Library) -> None:
    problem = Problem("evening.toml", "steps[0].reps", "must be at least 1")
    app = open_app(replace(library, cards={}, problems=(problem,)))
    texts = [label.text() for label in app.window.home.findChildren(Text)]
    assert "There is no routine here yet" in texts
    assert str(problem) in texts
    assert app.window.header.cramp.isVisible()
    begun = app.window.focusWidget()
    assert isinstance(begun, Text)
    assert begun.text() == "There is no routine here yet"
    assert "Install Cramp Coach again" in begun.accessibleDescription()
