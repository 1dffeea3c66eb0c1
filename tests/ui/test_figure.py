"""The figure as people see it: pictures that differ where they should, and no needless painting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from pytestqt.qtbot import QtBot

from coach.content.figures import load_motion
from coach.content.resources import find_resources
from coach.core.figure import Moment, Motion
from coach.core.figure.scene import PROPS
from coach.ui.figure import moving, props
from coach.ui.figure.character import MAN, WOMAN
from coach.ui.figure.palette import dark_palette, light_palette
from coach.ui.figure.picture import render
from coach.ui.figure.stage import stage_for
from coach.ui.figure.view import FigureView

FILES = sorted(find_resources().figures.glob("*.toml"))


def figure(name: str) -> Motion:
    return load_motion(find_resources().figures / f"{name}.toml")


class CountingView(FigureView):
    """Counts how often, and how much of it, is painted."""

    painted = 0
    area = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        rect = event.rect()
        self.area = rect.width() * rect.height()
        super().paintEvent(event)


@pytest.fixture
def view(qtbot: QtBot) -> CountingView:
    widget = CountingView()
    qtbot.addWidget(widget)
    widget.resize(560, 560)
    widget.show_motion(figure("calf-wall-lean"), "right")
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def settled(view: CountingView) -> int:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    return view.painted


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_figure_can_be_drawn_in_both_themes(path: object, qapp: object) -> None:
    motion = load_motion(path)  # type: ignore[arg-type]
    for theme, palette in (("light", light_palette()), ("dark", dark_palette())):
        image = render(motion, "right", 1.0, theme, 160)
        grid = [(x, y) for x in range(0, 160, 4) for y in range(0, 160, 4)]
        colours = {image.pixelColor(x, y).name() for x, y in grid}
        assert len(colours) > 8
        assert palette.paper.lower() in colours or motion.scene.view == "back"


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


def test_people_differ(qapp: object) -> None:
    motion = figure("get-ready")
    assert render(motion, person=WOMAN) != render(motion, person=MAN)


def test_a_card_can_have_no_background(qapp: object) -> None:
    card = render(figure("get-ready"), size=96, background="clear")
    assert card.pixelColor(2, 2).alpha() == 0


def test_a_moment_that_changes_nothing_visible_paints_nothing(view: CountingView) -> None:
    view.set_moment(Moment("reps", 0, 0.5, 2.5, 5.0))
    before = settled(view)
    view.set_moment(Moment("reps", 0, 0.50001, 2.50005, 5.0))
    assert settled(view) == before
    view.set_moment(Moment("reps", 0, 0.6, 3.0, 5.0))
    assert settled(view) == before + 1


def test_only_the_part_with_the_figure_is_painted(view: CountingView) -> None:
    settled(view)
    for progress in (0.4, 0.45):
        view.set_moment(Moment("reps", 0, progress, 2.0, 5.0))
        settled(view)
    assert view.area < 0.8 * 560 * 560


def test_with_reduced_motion_nothing_moves_within_a_phase(view: CountingView) -> None:
    view.set_reduce_motion(True)
    view.set_moment(Moment("reps", 0, 0.1, 0.5, 5.0))
    before = settled(view)
    for step in range(2, 10):
        view.set_moment(Moment("reps", 0, step / 10, step / 2, 5.0))
    assert settled(view) == before
    view.set_moment(Moment("reps", 1, 0.0, 0.0, 5.0))
    assert settled(view) == before + 1


def test_the_view_can_be_named_for_screen_readers(view: CountingView) -> None:
    view.setAccessibleName("Wall lean")
    view.setAccessibleDescription("Lean in, heels down.")
    assert view.accessibleName() == "Wall lean"


def test_an_empty_view_paints_paper(qtbot: QtBot) -> None:
    widget = FigureView()
    qtbot.addWidget(widget)
    widget.resize(40, 40)
    assert widget.grab().toImage().pixelColor(20, 20) == QColor(light_palette().paper)
