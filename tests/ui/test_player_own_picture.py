"""The player shows a person's own picture, or the words and why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.exercise import Side
from coach.core.timeline import Segment
from coach.ui.player.stage import Stage
from tests.content.pictures import gif, png_head, svg
from tests.ui.conftest import App, Open

EXERCISE = """
title = "My stretch"
positions = ["standing"]
muscles = ["calf"]
target = "Calf"
sides = "each"
setup = ["Put the heel down.", "Lean in."]
picture = "mine"
mirror_picture = true

[dose]
hold = 20
"""

ROUTINE = """
title = "Mine"
positions = ["standing"]
steps = [{ exercise = "mine" }, { exercise = "calf-wall-lean", rest_after = 5 }]
"""

HALVES = '<rect width="60" height="40" fill="red"/><rect width="30" height="40" fill="blue"/>'


def first_work(segment: Segment) -> bool:
    return segment.kind.is_work


@pytest.fixture
def play(open_app: Open, tmp_path: Path) -> Callable[[bytes], App]:
    def play_(picture: bytes) -> App:
        for folder in ("exercises", "routines", "pictures"):
            (tmp_path / folder).mkdir()
        (tmp_path / "exercises" / "mine.toml").write_text(EXERCISE, encoding="utf-8")
        (tmp_path / "routines" / "mine.toml").write_text(ROUTINE, encoding="utf-8")
        (tmp_path / "pictures" / "mine").write_bytes(picture)
        resources = find_resources()
        app = open_app(load_library(resources, tmp_path))
        app.window._figures = FigureShelf(resources.figures, pictures=tmp_path / "pictures")
        app.play_to("mine", first_work)
        return app

    return play_


def stage_of(app: App) -> Stage:
    return app.window.player_screen.body.stage


def shown_by(stage: Stage) -> list[str]:
    """Name what is shown on the stage."""
    own = stage.own.view
    parts = {"figure": stage.view, "words": stage.words, "own": own or stage.veil}
    return [name for name, part in parts.items() if part.isVisibleTo(stage)]


def colour(app: App) -> str:
    """Return the colour left of the stage's middle."""
    stage = stage_of(app)
    image = stage.grab().toImage()
    return image.pixelColor(stage.width() // 2 - 40, stage.height() // 2).name()


def test_the_own_picture_is_shown_and_turned_round_for_the_left_leg(
    play: Callable[[bytes], App],
) -> None:
    app = play(svg(HALVES))
    stage = stage_of(app)
    view = stage.own.view
    assert view is not None
    app.bot.waitUntil(lambda: not view.image.isNull())
    assert colour(app) == "#0000ff"
    assert view.accessibleName() == "My stretch"
    assert shown_by(stage) == ["own"]
    image = view.image
    app.play_to("mine", lambda segment: segment.kind.is_work and segment.side is Side.LEFT)
    assert view.image == image  # the file is not opened again
    assert colour(app) == "#ff0000"
    app.player.skip()
    assert shown_by(stage) == ["figure"]
    assert not app.window.messages.matters


def test_a_picture_that_moves_waits_while_paused(play: Callable[[bytes], App]) -> None:
    app = play(gif([1, 3]))
    view = stage_of(app).own.view
    assert view is not None
    app.bot.waitUntil(lambda: view.moves)
    moves = []
    for change in (app.player.pause, app.player.resume, app.window.open_cramp):
        change()
        moves.append(view.moves)
    assert moves == [False, True, False]


def test_of_a_picture_that_can_not_be_shown_the_reason_is_told_once(
    play: Callable[[bytes], App], tmp_path: Path
) -> None:
    app = play(png_head(60_000, 60_000))
    stage = stage_of(app)
    app.bot.waitUntil(lambda: shown_by(stage) == ["words"])
    strip = app.window.messages.strip
    assert strip is not None
    assert strip.message.text == (
        f"A picture can't be shown. {tmp_path / 'pictures' / 'mine'}: has 60,000 × 60,000 pixels;"
        " at most 40 megapixels are shown, so save it smaller."
    )
    app.turn(21)
    assert shown_by(stage) == ["words"]
    assert stage.own.view is not None
    assert not stage.own.view.is_busy
    app.player.skip()
    assert shown_by(stage) == ["figure"]
