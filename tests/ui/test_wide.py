"""In a wide window everything ends where the screen's content ends, the header too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from coach.ui.message import Message
from coach.ui.theme import CONTENT_WIDTH, Space
from tests.ui.conftest import App

SIZES = [(1100, 760), (1920, 1080), (3840, 2160)]


def ends(app: App, part: QWidget) -> tuple[int, int]:
    left = part.mapTo(app.window, part.rect().topLeft()).x()
    return left, left + part.width()


@pytest.mark.parametrize("size", SIZES)
def test_header_messages_and_home_end_alike(app: App, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    app.window.messages.tell("test", Message("It is so.", "Do this."))
    app.settle()
    window = app.window
    assert window.messages.strip is not None
    left, right = ends(app, window.messages.strip)
    assert ends(app, window.header.cramp)[1] == right
    assert ends(app, window.header.title)[0] == left
    assert abs(ends(app, window.home.band)[0] - left) <= 1
    assert abs(ends(app, window.home.band)[1] - right) <= 1
    assert right - left == min(CONTENT_WIDTH, size[0] - 2 * Space.L)


@pytest.mark.parametrize("size", SIZES)
def test_learn_ends_with_the_header(app: App, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    app.window.guide.open_learn()
    app.settle()
    learn = app.window.guide.learn_screen
    assert ends(app, learn.search)[0] == ends(app, app.window.tops.back)[0]
    cramp = ends(app, app.window.header.cramp)[1]
    assert ends(app, learn.reader)[1] == cramp + Space.L - Space.M


def bar_is_drawn(app: App) -> bool:
    bar = app.window.home._page.verticalScrollBar()
    assert bar.isVisible()  # its room is there in any case
    seen = bar.grab().toImage()
    middle = range(seen.height())
    return len({seen.pixel(seen.width() // 2, y) for y in middle}) > 1


def test_home_does_not_scroll_where_all_of_it_is_seen(app: App) -> None:
    app.window.resize(1920, 1080)
    app.window.messages.tell("files", Message("It is so.", "Do this.", "Try", lambda: None))
    app.settle()
    grid = app.window.home.grid
    assert grid is not None
    assert grid.visibleRegion().boundingRect() == grid.rect()
    assert not bar_is_drawn(app)


@pytest.mark.parametrize(("size", "scrolls"), [((1100, 760), True), ((3840, 2160), False)])
def test_home_shows_a_bar_only_where_it_scrolls(
    app: App, size: tuple[int, int], scrolls: bool
) -> None:
    app.window.resize(*size)
    app.settle()
    assert bar_is_drawn(app) is scrolls


def test_the_player_and_its_header_take_all_of_the_window(app: App) -> None:
    app.window.resize(1920, 1080)
    app.window.play("after-workout")
    app.settle()
    assert ends(app, app.window.tops.tools.close)[0] == Space.L
    assert ends(app, app.window.header.cramp)[1] == 1920 - Space.L
    app.window.open_home()
    app.settle()
    assert ends(app, app.window.header.cramp)[1] == (1920 + CONTENT_WIDTH) // 2
