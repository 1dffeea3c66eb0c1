"""The figure as people see it: pictures that differ where they should."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from coach.content.figures import load_motion
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.figure import FootGoal, HandGoal, Moment, Motion, Path
from coach.core.figure.scene import PROPS
from coach.ui.figure import moving, props
from coach.ui.figure.character import (
    ELDER,
    MAN,
    WOMAN,
    YOUTH,
    Character,
    people,
    person_named,
    surprise,
)
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import dark_palette, light_palette
from coach.ui.figure.picture import render
from coach.ui.figure.sheet import save_sheets
from coach.ui.figure.stage import stage_for
from coach.ui.figure.view import FigureView

FILES = sorted(find_resources().figures.glob("*.toml"))


def figure(name: str) -> Motion:
    return load_motion(find_resources().figures / f"{name}.toml")


def test_every_figure_can_be_drawn_in_both_themes(qapp: object) -> None:
    grid = [(x, y) for x in range(0, 160, 4) for y in range(0, 160, 4)]
    for path in FILES:
        motion = load_motion(path)
        for theme, palette in (("light", light_palette()), ("dark", dark_palette())):
            image = render(motion, "right", 1.0, theme, 160)
            colours = {image.pixelColor(x, y).name() for x, y in grid}
            assert len(colours) > 8, path.stem
            has_paper = palette.paper.lower() in colours
            assert has_paper or motion.scene.view == "back", f"{path.stem}, {theme}"


def test_moments_look_different(qapp: object) -> None:
    motion = figure("calf-wall-lean")
    start, middle, end = (render(motion, "right", at, "light", 240) for at in (0.0, 0.5, 1.0))
    assert start != middle != end != start


def test_the_other_leg_is_the_mirrored_picture(qapp: object) -> None:
    motion = figure("toe-pull-standing")
    right, left = render(motion, "right", 1.0), render(motion, "left", 1.0)
    assert right != left
    flipped = left.flipped(Qt.Orientation.Horizontal)
    points = [(x, y) for x in range(20, 540, 20) for y in range(20, 540, 20)]
    same = sum(right.pixelColor(x, y) == flipped.pixelColor(x, y) for x, y in points)
    assert same / len(points) > 0.97


def test_the_leg_that_works_is_the_one_said(qapp: object) -> None:
    """A foot laid across the other knee is the far one; the picture is mirrored to match."""
    usual = figure("calf-heel-dig-seated").scene
    crossed = figure("arch-toe-stretch-seated").scene
    for mirrored in (False, True):
        assert (stage_for(usual, 99, 99, mirrored).transform.m11() < 0) is mirrored
        assert (stage_for(crossed, 99, 99, mirrored).transform.m11() < 0) is not mirrored


def test_each_side_glows_in_its_turn(qapp: object) -> None:
    motion = figure("toe-pull-alternating-bed")
    first, second = FigureView(), FigureView()
    for view, rep in ((first, 1), (second, 2)):
        view.resize(300, 300)
        view.show_motion(motion)
        view.set_moment(Moment("reps", 0, 1.0, 3.0, 3.0, rep))
    assert first.grab().toImage() != second.grab().toImage()


def test_the_working_muscle_glows(qapp: object) -> None:
    motion = figure("calf-wall-lean")
    glow = QColor(light_palette().glow)

    def glowing(image: QImage) -> int:
        return sum(image.pixelColor(x, y) == glow for x in range(300) for y in range(150, 300))

    assert glowing(render(motion, "right", 0.0, "light", 300)) == 0
    assert glowing(render(motion, "right", 1.0, "light", 300)) > 30


def test_a_wide_picture_has_floor_to_its_edges(qapp: object) -> None:
    wide = render(figure("heel-raise-standing"), size=400, height=200)
    floor = QColor(light_palette().floor)
    assert (wide.width(), wide.height()) == (400, 200)
    assert wide.pixelColor(2, 197) == wide.pixelColor(397, 197) == floor


def test_everything_a_file_may_name_can_be_drawn() -> None:
    assert set(PROPS) == props.KINDS | moving.KINDS
    assert not props.KINDS & moving.KINDS


EVERYBODY = (WOMAN, MAN, YOUTH, ELDER)


def apart(one: QImage, other: QImage) -> float:
    """Mean difference of two pictures' colours, 0..255."""
    a, b = (bytes(image.constBits()) for image in (one, other))
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def breadth(image: QImage, colour: str) -> int:
    """Rows of a picture in which a colour is seen."""
    shirt = QColor(colour)
    rows = range(image.height())
    return sum(
        any(image.pixelColor(x, y) == shirt for x in range(0, image.width(), 3)) for y in rows
    )


def test_who_rolls_over_shows_the_chest_first_and_then_the_side(qapp: object) -> None:
    motion, shirt = figure("roll-to-side"), WOMAN.wardrobe(light_palette()).shirt
    assert motion.still(0.0).turn == 90.0
    assert motion.still(1.0).turn == 0.0
    faced, profile = (breadth(render(motion, at=at, size=300), shirt) for at in (0.0, 1.0))
    assert faced > 1.3 * profile


def test_people_differ(qapp: object) -> None:
    for view in ("get-ready", "outer-edge-stand"):
        pictures = [render(figure(view), size=120, person=person) for person in EVERYBODY]
        assert all(apart(a, b) > 0.5 for a, b in combinations(pictures, 2))


def test_everybody_can_be_chosen_kept_and_found_again() -> None:
    chosen = [person_named(name) for name, _ in people()]
    assert set(chosen) == set(EVERYBODY)
    assert len({label for _, label in people()}) == len(EVERYBODY)
    assert person_named("somebody of an older version") == WOMAN


def test_a_surprise_is_the_same_for_the_same_seed_and_not_always_the_same() -> None:
    assert surprise(5) == surprise(5)
    assert {surprise(seed) for seed in range(8)} == set(EVERYBODY)


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.name)
def test_everybody_stays_inside_every_picture(person: Character, qapp: object) -> None:
    """The edges stay free of hair, hands and arrows; covers may hang out of the picture."""
    edges = (QRect(0, 0, 160, 1), QRect(0, 0, 1, 160), QRect(159, 0, 1, 160))
    for path in FILES:
        motion = load_motion(path)
        free = 1 if motion.travel or path.stem == "throw-covers" else 3
        room = render(still_room(motion), "right", 1.0, "light", 160, person, "clear")
        for at in (0.0, 0.5, 1.0):
            image = render(motion, "right", at, "light", 160, person, "clear")
            assert all(image.copy(edge) == room.copy(edge) for edge in edges[:free]), (
                path.stem,
                at,
            )


def still_room(motion: Motion) -> Motion:
    """The room of a motion with its person far away."""
    pose = replace(motion.rest, form="at", hips=(-9.0, 0.5))
    free = FootGoal("angles", (0.0,) * 7)
    hand = HandGoal("angles", (0.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    gone = replace(pose, near_foot=free, far_foot=free, near_hand=hand, far_hand=hand)
    props = tuple(p for p in motion.scene.props if p.kind not in moving.KINDS)
    scene = replace(motion.scene, inset=None, arrows=(), travels=0.0, props=props)
    return replace(motion, rest=gone, paths=(Path((gone,)),), scene=scene)


ALIKE = (
    {"calf-massage", "ice-rub"},
    {"hamstring-calf-seated", "hamstring-seated-edge"},
)
"""Pictures of movements that really are nearly the same."""


def test_no_two_figures_share_a_picture(qapp: object) -> None:
    pictures = {}
    for path in FILES:
        image = render(load_motion(path), "right", 1.0, "light", 96)
        pictures[path.stem] = image.scaled(32, 32, mode=Qt.TransformationMode.SmoothTransformation)
    for (a, one), (b, other) in combinations(pictures.items(), 2):
        if {a, b} not in ALIKE:
            assert apart(one, other) > 2.0, f"{a} and {b} look alike"


def test_sheets_show_every_figure_in_both_themes(tmp_path: FilePath, qapp: object) -> None:
    shelf = FigureShelf(find_resources().figures)
    files = save_sheets(tmp_path, shelf, [path.stem for path in FILES][:16])
    assert [file.name for file in files] == [
        "figures-light-1.png", "figures-dark-1.png", "figures-light-2.png", "figures-dark-2.png",
    ]  # fmt: skip
    for file in files:
        size = QImage(str(file)).size()
        assert 0 < max(size.width(), size.height()) <= 1600


def test_a_window_is_not_painted_again_while_its_part_rests(qapp: object) -> None:
    motion = figure("foot-flat-press")
    painted = []
    scene_painter = FigurePainter(motion.scene, light_palette())
    limb = scene_painter._limb
    scene_painter._limb = lambda *given: (painted.append(1), limb(*given))  # type: ignore
    image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setTransform(stage_for(motion.scene, 200, 200, False).transform)
    for elapsed in (2.0, 3.0, 4.0):
        scene_painter.draw(painter, motion.pose_at(Moment("hold", 0, 0.5, elapsed, 20.0)))
    assert len(painted) == 1
    scene_painter.draw(painter, motion.still(0.4))
    painter.end()
    assert len(painted) == 2


def test_a_card_can_have_no_background(qapp: object) -> None:
    card = render(figure("get-ready"), size=96, background="clear")
    assert card.pixelColor(2, 2).alpha() == 0


@pytest.mark.parametrize("muscle", ["calf", "sole", "front-thigh", "back-thigh"])
def test_every_figure_can_be_drawn_with_the_muscle_that_cramps(muscle: str, qapp: object) -> None:
    for path in FILES:
        motion = load_motion(path)
        assert not render(motion.showing(muscle), "left", 1.0, "dark", 60).isNull()


def test_a_head_that_turns_passes_from_one_way_to_see_it_into_the_other(qapp: object) -> None:
    """Between two pictures of a roll no more changes about the head than a little at a time."""
    motion = figure("roll-to-side")
    heads = QRect(0, 0, 90, 300)
    pictures = [render(motion, at=k / 120, size=300).copy(heads) for k in range(24, 66)]
    assert max(apart(one, other) for one, other in pairwise(pictures)) < 1.2
