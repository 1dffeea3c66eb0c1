"""Cramp now fits: whole, large and without scrolling, whatever the window and the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from coach.core.body import Muscle
from coach.core.relief import CRAMP_MUSCLES, Place
from tests.ui.conftest import App
from tests.ui.cramp_app import FULL, LEAST, NARROW, WIDE, K, cramp, live, now, player, screen

__all__ = ["cramp"]


def parts_in_sight(app: App) -> Iterator[QWidget]:
    parts = screen(app)
    yield from (parts.sentence, parts.beat, parts.easing, parts.not_yet, parts.stop, parts.top)


def place(app: App, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(app.window, widget.rect().topLeft()), widget.size())


Pair = tuple[Muscle, Place]
Layout = tuple[tuple[int, int], float]

PAIRS: list[Pair] = list(product(CRAMP_MUSCLES, Place))
TIGHT: list[Layout] = [(LEAST, 1), (LEAST, 1.5), (LEAST, 2), (NARROW, 2), (WIDE, 2)]
"""Least room for the words, of which each pair has others."""
ROOMY: list[Layout] = [
    *product((NARROW, WIDE), (1, 1.5)),
    *product((FULL,), (1, 1.5, 2)),
]


@pytest.mark.parametrize(
    ("pair", "layout"), [*product(PAIRS, TIGHT), *zip(PAIRS[::2], ROOMY, strict=False)], ids=str
)
def test_what_matters_is_whole_and_needs_no_scrolling(app: App, pair: Pair, layout: Layout) -> None:
    size, factor = layout
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.open_cramp(pair[0].value, pair[1].value)
    app.settle()
    window = app.window.rect()
    for _step in range(now(app).count):
        parts = list(parts_in_sight(app))
        for part in parts:
            assert part.isVisible()
            assert window.contains(place(app, part)), part
        assert screen(app).sentence.is_whole
        assert screen(app).sentence.pixels >= 14 * min(factor, 1.5)
        for button in (screen(app).easing, screen(app).not_yet, screen(app).stop):
            assert button.height() >= 64
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                assert not place(app, one).intersects(place(app, other)), (one, other)
        app.press(K.Key_N)
        player(app).answer_check(found=False)
        app.settle()


def test_three_times_the_text_grows_as_far_as_there_is_room(app: App) -> None:
    app.window.theme.set_text_factor(3)
    app.window.resize(*LEAST)
    app.window.open_cramp("calf", "bed")
    app.settle()
    parts = list(parts_in_sight(app))
    for number, one in enumerate(parts):
        assert app.window.rect().contains(place(app, one)), one
        for other in parts[number + 1 :]:
            assert not place(app, one).intersects(place(app, other)), (one, other)
    assert screen(app).theme.scale == 2
    app.window.resize(*FULL)
    app.settle()
    assert screen(app).theme.scale == 3


def test_the_two_answers_stay_side_by_side_through_the_aftercare(app: App) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.open_cramp()
    app.settle()
    before = [place(app, button) for button in (screen(app).easing, screen(app).not_yet)]
    app.press(K.Key_E)
    app.settle()
    after = [place(app, button) for button in (screen(app).easing, screen(app).not_yet)]
    assert screen(app).easing.text() == "That's enough"
    assert [one.left() for one in after] == [one.left() for one in before]
    assert screen(app).beat.height() >= 60


@pytest.mark.parametrize("factor", [1, 2])
def test_the_question_fits_the_least_window(app: App, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*LEAST)
    app.window.open_cramp()
    app.settle()
    live(app, 181)
    question = screen(app)._question
    assert question is not None
    parts = [question, screen(app).beat, screen(app).easing, screen(app).not_yet, screen(app).stop]
    for number, one in enumerate(parts):
        assert app.window.rect().contains(place(app, one))
        assert one.height() >= 30
        for other in parts[number + 1 :]:
            assert not place(app, one).intersects(place(app, other))


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_sentence_is_read_also_while_something_is_asked(app: App, pair: Pair) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.open_cramp(pair[0].value, pair[1].value)
    app.settle()
    for seconds in (181, 350):
        live(app, seconds)
        app.settle()
        assert screen(app)._question is not None
        assert screen(app).sentence.isVisible()
        assert screen(app).sentence.is_whole
        assert screen(app).sentence.pixels >= 20


def test_words_are_no_higher_than_their_button(app: App) -> None:
    app.window.theme.set_text_factor(3)
    app.window.resize(*WIDE)
    app.window.open_cramp()
    app.settle()
    live(app, 181)
    question = screen(app)._question
    assert question is not None
    for button in (screen(app).easing, screen(app).not_yet, question.yes, question.no):
        font, lines = button._fitting(button.width())
        assert len(lines) * QFontMetricsF(font).lineSpacing() <= button.height()
        assert font.pixelSize() >= 40


def test_the_choices_are_in_reach_where_they_have_no_place(app: App) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.open_cramp()
    app.settle()
    assert not screen(app).choices.isVisible()
    app.click(screen(app).top.where)
    assert screen(app).choices.isVisible()
    chip = screen(app).choices.muscles.chips[Muscle.FOOT]
    app.click(chip)
    assert now(app).muscle is Muscle.FOOT
    assert not screen(app).choices.isVisible()


def test_the_countdown_is_read_from_two_metres(cramp: App) -> None:
    beat = screen(cramp).beat
    beat.repaint()
    assert beat._fonts is not None
    assert beat._fonts[1].pixelSize() >= 60
    assert screen(cramp).sentence.pixels >= 32
