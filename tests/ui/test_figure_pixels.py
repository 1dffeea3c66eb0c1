"""A figure that comes back is copied rather than drawn, and looks the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.figure import Moment
from coach.ui.figure import film
from coach.ui.figure.pixels import on_screen, print_of
from coach.ui.figure.view import FigureView

SHELF = FigureShelf(find_resources().figures)
STEPS = 12


class Drawn(FigureView):
    """Counts how often the figure is drawn."""

    drawn = 0

    def _paint(self, painter: QPainter, part: QRect) -> None:
        self.drawn += 1
        super()._paint(painter, part)


@pytest.fixture
def view(qtbot: QtBot) -> Drawn:
    view = Drawn()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show_motion(SHELF.motion("ankle-pump"))
    view.show()
    there(view)  # the first of all is the pose at rest, which looks the same
    return view


def there(view: FigureView) -> list[QImage]:
    shown = []
    for step in range(STEPS):
        view.set_moment(Moment("reps", 0, step / STEPS, step / STEPS, 1.0, 1))
        shown.append(view.grab().toImage())
    return shown


def kept(view: FigureView) -> int:
    assert view._film is not None
    return sum(frame.pixels is not None for frame in view._film._frames.values())


def test_a_frame_that_comes_back_twice_is_copied_and_looks_the_same(view: Drawn) -> None:
    first = there(view)
    for _times in range(2):
        there(view)
    view.drawn = 0
    last = there(view)
    assert view.drawn == 0
    assert kept(view) >= STEPS
    for one, other in zip(first, last, strict=True):
        both = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
        assert max(abs(a - b) for a, b in both) <= 2  # colours laid on each other are rounded


def test_what_is_kept_has_an_end(view: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 300 * 300 * 4
    monkeypatch.setattr(film, "MOST_BYTES", 5 * size)
    for _times in range(3):
        there(view)
    assert kept(view) == 5
    assert view._film is not None
    assert view._film._bytes == 5 * size


def test_the_way_back_has_its_own_arrows(qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    motion = SHELF.motion("ankle-pump")
    assert {arrow.phases for arrow in motion.scene.arrows} == {(0,), (1,)}
    view.show_motion(motion)
    pictures = []
    for _times in range(3):
        for phase in (0, 1):
            view.set_moment(Moment("reps", phase, 0.5, 0.5, 1.0, 1))
            pictures.append(view.grab().toImage())
    assert pictures[4] != pictures[5]


@pytest.mark.parametrize("change", ["label", "corners", "theme", "hide"])
def test_what_would_look_otherwise_is_not_copied(view: Drawn, change: str) -> None:
    for _times in range(3):
        there(view)
    assert kept(view) >= STEPS
    {
        "label": lambda: view.set_label("Shin", QFont()),
        "corners": lambda: view.round_corners(20, QColor("red")),
        "theme": lambda: view.set_theme("dark"),
        "hide": view.hide,
    }[change]()
    assert kept(view) == 0


def test_a_print_is_as_sharp_as_the_screen() -> None:
    def paint(painter: QPainter, part: QRect) -> None:
        assert part == QRect(10, 20, 8, 6)
        painter.fillRect(part, QColor("white"))
        painter.fillRect(QRect(12, 22, 1, 1), QColor("black"))

    made = print_of(QRect(10, 20, 8, 6), QTransform.fromScale(2.0, 2.0), QColor("red"), paint)
    assert (made.image.width(), made.image.height()) == (16, 12)
    dark = {
        (x, y) for x in range(16) for y in range(12) if made.image.pixelColor(x, y).lightness() < 9
    }
    assert dark == {(4, 4), (4, 5), (5, 4), (5, 5)}


@pytest.mark.parametrize(
    ("ratio", "offset", "grown"),
    [
        (1.0, 7.0, (10, 20, 8, 6)),
        (2.0, 7.0, (10, 20, 8, 6)),
        (1.5, 0.0, (10, 20, 8, 6)),
        (1.5, 49.5, (9, 19, 10, 8)),
        (1.25, 0.0, (8, 20, 12, 8)),
        (1.25, 0.5, (10, 18, 8, 8)),
        (1.37, 0.0, None),
    ],
)
def test_a_print_begins_and_ends_between_pixels_of_the_screen(
    ratio: float, offset: float, grown: tuple[int, int, int, int] | None
) -> None:
    device = QTransform(ratio, 0.0, 0.0, ratio, offset, offset)
    assert on_screen(QRect(10, 20, 8, 6), device) == (grown and QRect(*grown))


class Movable(Drawn):
    """Is taken to a screen with other pixels."""

    ratio = 1.0

    def _ratio(self) -> float:
        return self.ratio


def sharp_picture(view: FigureView) -> QImage:
    image = QImage(view.size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    view.render(image)
    return image


def test_a_figure_is_as_sharp_as_the_screen_it_was_taken_to_unseen(qtbot: QtBot) -> None:
    moment = Moment("reps", 0, 0.5, 0.5, 1.0, 1)
    pictures = []
    for before in (2.0, 1.0):
        view = Movable()
        qtbot.addWidget(view)
        view.ratio = before
        view.resize(300, 300)
        view.show_motion(SHELF.motion("ankle-pump"))
        view.set_label("Shin", QFont())
        view.set_moment(moment)
        view.show()
        for _times in range(3):
            view.grab()
        view.hide()
        view.ratio = 2.0
        view.show()
        view.set_moment(moment)
        pictures.append(sharp_picture(view))
    assert pictures[0] == pictures[1]


def test_a_hidden_figure_keeps_no_print(view: Drawn) -> None:
    for _times in range(3):
        there(view)
    view.hide()
    assert view._frame is not None
    assert view._frame.pixels is None
    view.show()
    for _times in range(3):
        view.grab()
    assert view._film is not None
    assert view._film._bytes == sum(
        frame.pixels.size for frame in view._film._frames.values() if frame.pixels is not None
    )


@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75])
@pytest.mark.parametrize("place", [QPoint(0, 0), QPoint(33, 18)])
def test_a_frame_is_copied_at_any_usual_scale_and_looks_the_same(
    qtbot: QtBot, ratio: float, place: QPoint
) -> None:
    view = Movable()
    qtbot.addWidget(view)
    view.ratio = ratio
    view.resize(300, 300)
    view.show_motion(SHELF.motion("calf-wall-lean"))
    view.set_label("Calf", QFont())
    view.set_moment(Moment("hold", 0, 0.5, 0.6, 20.0, 1))
    view.show()

    def picture() -> QImage:
        image = QImage(340 * 2, 340 * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("white"))
        view.render(image, place)
        return image

    first, *_kept = (picture() for _times in range(3))
    view.drawn = 0
    last = picture()
    assert view.drawn == 0
    both = zip(bytes(first.constBits()), bytes(last.constBits()), strict=True)
    assert max(abs(a - b) for a, b in both) <= 2
