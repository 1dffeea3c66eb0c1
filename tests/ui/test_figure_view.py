"""The view of a figure: the word beside it, soft changes, less motion, and no needless painting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QImage, QPaintEvent
from pytestqt.qtbot import QtBot

from coach.content.figures import load_motion
from coach.core.figure import Moment
from coach.ui.figure.camera import Camera
from coach.ui.figure.label import LEAST
from coach.ui.figure.palette import light_palette
from coach.ui.figure.stage import stage_for
from coach.ui.figure.view import FigureView
from tests.ui.test_figure import FILES, figure


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


def test_the_word_lies_beside_the_figure(view: CountingView) -> None:
    pose = figure("calf-wall-lean").still(1.0)
    plain = view.grab().toImage()
    view.set_label("Calf", QFont())
    assert view._plate is not None
    area, place = view._plate.area, view.glow_place()
    assert place is not None
    stage = stage_for(figure("calf-wall-lean").scene, 560, 560, False).transform
    for x, y in Camera("side").spots(pose):
        assert not area.contains(stage.map(QPointF(x, y)))
    assert not area.contains(place)
    assert view.grab().toImage() != plain
    view.set_label("")
    assert alike(view.grab().toImage(), plain)


def test_on_another_screen_the_word_is_as_sharp_as_the_picture(
    view: CountingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_label("Calf", QFont())
    view.grab()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.grab()
    assert view._plate is not None
    assert view._backdrop is not None
    assert view._plate.ratio == view._backdrop.behind.devicePixelRatio() == 2.0


def test_small_pictures_have_no_word(view: CountingView) -> None:
    view.resize(LEAST, LEAST)
    plain = view.grab().toImage()
    view.set_label("Calf", QFont())
    assert alike(view.grab().toImage(), plain)


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures differ by no more than the rounding of colours laid on each other."""
    assert one.size() == other.size()
    both = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return all(abs(a - b) <= 2 for a, b in both)


def test_nearly_every_muscle_can_be_named(qapp: object) -> None:
    without = set()
    for path in FILES:
        motion = load_motion(path)
        widget = FigureView()
        widget.resize(560, 560)
        for side in ("left", "right"):
            widget.show_motion(motion, side)
            widget.set_label("Back of the thigh", QFont("Sans", 12))
            if motion.scene.muscles and widget._plate is None:
                without.add(path.stem)
    assert without <= {"arch-toe-stretch-seated", "toe-bend-bed"}


def leaving(view: FigureView) -> bool:
    """Whether the picture before is still fading out."""
    return view._leaving is not None


def test_sides_change_softly_only_where_asked_and_never_with_reduced_motion(
    view: CountingView, qtbot: QtBot
) -> None:
    motion = figure("calf-wall-lean")
    view.show_motion(motion, "left")
    assert not leaving(view)
    view.set_fading(True)
    view.show_motion(motion, "left")
    assert not leaving(view)
    view.show_motion(motion, "right")
    assert leaving(view)
    qtbot.waitUntil(lambda: not leaving(view), timeout=2000)
    view.set_reduce_motion(True)
    view.show_motion(motion, "left")
    assert not leaving(view)


def test_with_reduced_motion_a_rep_of_three_phases_is_marked_at_both_stills(
    view: CountingView,
) -> None:
    """Up and held belong to the full movement, the way down to the beginning."""
    view.show_motion(figure("calf-step-lower"), "right")
    view.set_reduce_motion(True)
    marks = []
    arrow = QColor(light_palette().arrow)
    for phase in range(3):
        view.set_moment(Moment("reps", phase, 0.5, 1.0, 2.0))
        image = view.grab().toImage()
        low = 560 - 12
        marks.append([image.pixelColor(x, low) == arrow for x in (140, 420)])
    assert marks == [[False, True], [False, True], [True, False]]


def test_a_moment_that_changes_nothing_visible_paints_nothing(view: CountingView) -> None:
    view.set_moment(Moment("reps", 0, 0.52, 2.6, 5.0))
    before = settled(view)
    view.set_moment(Moment("reps", 0, 0.52001, 2.60005, 5.0))
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


def test_an_empty_view_paints_paper(qtbot: QtBot) -> None:
    widget = FigureView()
    qtbot.addWidget(widget)
    widget.resize(40, 40)
    assert widget.grab().toImage().pixelColor(20, 20) == QColor(light_palette().paper)
