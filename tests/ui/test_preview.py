"""The preview of a step in the editor: what it shows, and of which leg."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.content.library import Library
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.body import Side
from coach.core.exercise import Exercise
from coach.core.routine import ExerciseStep
from coach.ui.editor.preview import Preview
from coach.ui.theme import Theme
from tests.content.pictures import saved


@pytest.fixture
def preview(qtbot: QtBot, tmp_path: Path) -> Preview:
    (tmp_path / "mine.png").write_bytes(saved("png"))
    shelf = FigureShelf(find_resources().figures, None, tmp_path)
    made = Preview(Theme(), shelf)
    qtbot.addWidget(made)
    return made


def step(exercise: Exercise, first: Side = Side.LEFT) -> ExerciseStep:
    return ExerciseStep(exercise, exercise.dose, exercise.sides, first_side=first)


def test_a_picture_of_ones_own_that_begins_with_the_left_leg(
    preview: Preview, library: Library
) -> None:
    exercise = replace(library.exercises["calf-wall-split"], figure="", picture="mine.png")
    preview.show_step(step(exercise), exercise)
    assert preview.picture is not None
    assert not preview.picture.isHidden()
    assert preview.view.isHidden()


def test_each_step_begins_with_its_own_leg(preview: Preview, library: Library) -> None:
    for name in ("calf-wall-split", "soleus-wall-split", "calf-wall-split"):
        exercise = library.exercises[name]
        preview.show_step(step(exercise), exercise)
        assert preview.view._mirrored
    preview.show_step(step(exercise, Side.RIGHT), exercise)
    assert not preview.view._mirrored


def test_a_figure_that_cannot_be_read_leaves_no_other_in_its_place(
    preview: Preview, library: Library
) -> None:
    whole = library.exercises["calf-wall-split"]
    broken = replace(whole, figure="no-such-figure")
    preview.show_step(step(whole), whole)
    for _time in range(2):
        preview.show_step(step(broken), broken)
        assert preview.isHidden()
    preview.show_step(step(whole), whole)
    assert not preview.view.isHidden()
