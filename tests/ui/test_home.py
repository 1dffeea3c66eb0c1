"""Home: choosing a routine, with the mouse and with the keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from coach.content.library import Library
from coach.content.problem import Problem
from coach.ui.home.delegate import meta_text
from coach.ui.home.grid import CardGrid, figures_of_cards
from coach.ui.pages import Page
from coach.ui.paragraph import ELLIPSIS, break_lines
from coach.ui.text import Text
from coach.ui.theme import Size
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


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("width", [480, 1100])
def test_no_shipped_card_is_shortened(app: App, width: int, factor: int, library: Library) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(width, 760)
    shape = grid_of(app).delegate.shape
    font = app.window.theme.font
    for card in library.cards.values():
        for text, size, most in (
            (card.title, Size.HEADING, shape.title_lines),
            (meta_text(card), Size.SMALL, shape.meta_lines),
            (card.when, Size.BODY, shape.when_lines),
        ):
            lines = break_lines(text, font(size), shape.text_width, most)
            assert not lines or not lines[-1].endswith(ELLIPSIS), text


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


def test_home_without_routines_says_what_to_do(open_app: Open, library: Library) -> None:
    problem = Problem("evening.toml", "steps[0].reps", "must be at least 1")
    app = open_app(replace(library, cards={}, problems=(problem,)))
    texts = [label.text() for label in app.window.home.findChildren(Text)]
    assert "There is no routine here yet" in texts
    assert str(problem) in texts
    assert app.window.header.cramp.isVisible()
