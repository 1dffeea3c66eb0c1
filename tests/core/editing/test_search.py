"""What is typed finds the exercise that is meant."""

from __future__ import annotations

import pytest

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.core.editing.search import filter_exercises
from coach.core.exercise import Exercise, Muscle, Position


@pytest.fixture(scope="module")
def exercises() -> list[Exercise]:
    return list(load_library(find_resources()).exercises.values())


def test_nothing_asked_for_gives_everything(exercises: list[Exercise]) -> None:
    assert filter_exercises(exercises) == exercises


def test_the_title_comes_before_what_only_mentions_it(exercises: list[Exercise]) -> None:
    found = filter_exercises(exercises, "HEEL rais")
    assert {exercise.id for exercise in found[:2]} == {"heel-raise-standing", "heel-raise-seated"}
    assert found[0].title == "Heel raises"
    walls = [exercise.title for exercise in filter_exercises(exercises, "wall")]
    assert walls[0].startswith("Wall")
    assert len(walls) > 5


def test_each_word_must_be_found(exercises: list[Exercise]) -> None:
    assert filter_exercises(exercises, "heel xylophone") == []
    assert filter_exercises(exercises, "  ") == exercises


def test_accents_and_hyphens_do_not_matter(exercises: list[Exercise]) -> None:
    from dataclasses import replace

    own = replace(exercises[0], id="own", title="Étirement demi-pointe")
    assert filter_exercises([*exercises, own], "etirement demi pointe") == [own]


def test_filters_join(exercises: list[Exercise]) -> None:
    found = filter_exercises(exercises, positions={Position.BED}, muscles={Muscle.CALF})
    assert found
    for exercise in found:
        assert Position.BED in exercise.positions
        assert Muscle.CALF in exercise.muscles


def test_what_needs_nothing_is_always_at_hand(exercises: list[Exercise]) -> None:
    nothing = filter_exercises(exercises, equipment=())
    assert nothing
    assert not any(exercise.equipment for exercise in nothing)
    towel = filter_exercises(exercises, equipment={"Towel"})
    assert set(nothing) < set(towel)


def test_at_a_desk_nothing_needs_the_floor_or_a_step(exercises: list[Exercise]) -> None:
    found = {exercise.id for exercise in filter_exercises(exercises, at_desk=True)}
    assert {"heel-raise-seated", "calf-heel-dig-seated", "calf-wall-split"} <= found
    assert not {"calf-step-lower", "toe-pull-bed", "calf-towel-floor", "ice-rub"} & found
