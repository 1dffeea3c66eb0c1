"""A figure drawn piece by piece looks like one drawn as a whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, QTransform
from pytestqt.qtbot import QtBot

from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.figure import Moment, Motion
from coach.ui.figure.view import FigureView

SIZE = 360
SHELF = FigureShelf(find_resources().figures)
NAMES = sorted(path.stem for path in find_resources().figures.glob("*.toml"))


class Piecewise(FigureView):
    """Keeps which parts want to be painted."""

    def __init__(self) -> None:
        self.wanted: list[QRect] = []
        super().__init__()

    def update(self, *area: object) -> None:
        self.wanted.append(area[0] if area and isinstance(area[0], QRect) else self.rect())


class Anew(FigureView):
    """Keeps nothing of what it painted."""

    def _print_of(self, part: QRect, device: QTransform) -> None:
        return None


def paint(view: FigureView, image: QImage, area: QRect) -> None:
    painter = QPainter(image)
    view.render(painter, area.topLeft(), QRegion(area))
    painter.end()


def moments(motion: Motion) -> list[Moment]:
    if motion.kind == "reps":
        return [
            Moment("reps", phase, step / 20, step / 10, 2.0, rep)
            for rep in (1, 2)
            for phase in range(len(motion.paths))
            for step in range(21)
        ]
    return [Moment(motion.kind, 0, step / 100, step / 10, 10.0, 1) for step in range(100)]


@pytest.mark.parametrize("name", NAMES)
def test_pieces_make_up_the_whole(qtbot: QtBot, name: str) -> None:
    motion = SHELF.motion(name)
    view = Piecewise()
    qtbot.addWidget(view)
    view.resize(SIZE, SIZE)
    view.show_motion(motion)
    anew = Anew()
    qtbot.addWidget(anew)
    anew.resize(SIZE, SIZE)
    anew.show_motion(motion)
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    whole = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    painted = 0
    for number, moment in enumerate(moments(motion)):
        view.set_moment(moment)
        anew.set_moment(moment)
        for area in view.wanted:
            if not area.isEmpty():
                paint(view, image, area)
                painted += area.width() * area.height()
        view.wanted.clear()
        if number % 10 == 9:
            paint(anew, whole, anew.rect())
            assert different(image, whole) < 60, f"{name} at {moment}"
    assert painted > 0


def different(one: QImage, other: QImage) -> int:
    """Count the pixels that clearly differ; edges a fifth of a pixel apart do not."""
    found = 0
    for y in range(0, SIZE, 2):
        for x in range(0, SIZE, 2):
            a, b = one.pixel(x, y), other.pixel(x, y)
            if a != b:
                c, d = QColor(a), QColor(b)
                gap = abs(c.red() - d.red()) + abs(c.green() - d.green()) + abs(c.blue() - d.blue())
                found += gap > 200
    return found


def test_a_foot_that_moves_paints_the_foot_only(qtbot: QtBot) -> None:
    view = Piecewise()
    qtbot.addWidget(view)
    view.resize(SIZE, SIZE)
    view.show_motion(SHELF.motion("ankle-pump"))
    for step in (10, 11):
        view.set_moment(Moment("reps", 0, step / 20, step / 20, 1.0, 1))
    last = view.wanted[-1]
    assert last.width() * last.height() < 0.35 * SIZE * SIZE


def test_the_point_of_a_piece_is_where_it_is(qtbot: QtBot) -> None:
    """`render` with an offset and a region is how the test above pastes its pieces."""
    view = Piecewise()
    qtbot.addWidget(view)
    view.resize(SIZE, SIZE)
    view.show_motion(SHELF.motion("ankle-pump"))
    one, other = (QImage(SIZE, SIZE, QImage.Format.Format_RGB32) for _image in range(2))
    paint(view, one, view.rect())
    for x in range(0, SIZE, 90):
        paint(view, other, QRect(QPoint(x, 0), QPoint(x + 89, SIZE - 1)))
    assert different(one, other) == 0
