"""A person's own picture is shown while the window goes on, or refused with a reason."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coach.content.problem import ContentError, Problem
from coach.ui.figure.own_picture import OwnPictureView
from coach.ui.figure.reel import Reel
from coach.ui.figure.svg_process import SvgProcess
from coach.ui.theme import LIGHT, Theme
from tests.content.pictures import gif, moving_webp, png_head, saved, svg

HALVES = '<rect width="60" height="40" fill="red"/><rect width="30" height="40" fill="blue"/>'


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    theme = Theme()
    theme.set_scheme(Qt.ColorScheme.Light)
    yield theme
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> OwnPictureView:
    view = OwnPictureView(theme)
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    return view


def file(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "mine"
    path.write_bytes(content)
    return path


def show(qtbot: QtBot, view: OwnPictureView, path: Path, *, mirrored: bool = False) -> QImage:
    with qtbot.waitSignal(view.shown):
        view.show_picture(path, "My stretch", mirrored=mirrored)
    return view.grab().toImage()


def colours(image: QImage, *places: tuple[int, int]) -> list[str]:
    return [image.pixelColor(x, y).name() for x, y in places]


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_photo_is_shown_in_the_middle_and_never_larger_than_it_is(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path, kind: str
) -> None:
    image = show(qtbot, view, file(tmp_path, saved(kind, colour="#ff0000")))
    seen = [image.pixelColor(x, 100).red() - image.pixelColor(x, 100).green() for x in range(200)]
    columns = [x for x, red in enumerate(seen) if red > 200]
    assert (columns[0], columns[-1]) == (70, 129)
    assert view.accessibleName() == "My stretch"
    assert not view.moves


def test_a_large_photo_is_decoded_smaller_and_fitted_in(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path
) -> None:
    image = show(qtbot, view, file(tmp_path, saved("jpeg", 4000, 3000, "#ff0000")))
    assert view.image.width() == 2048
    ground = LIGHT.surface.lower()
    assert colours(image, (100, 20), (4, 100)) == [ground, ground]
    assert all(QColor(name).red() > 250 for name in colours(image, (100, 100), (12, 100)))


def test_corners_are_rounded_and_what_is_clear_lies_on_light_paper(
    qtbot: QtBot, view: OwnPictureView, theme: Theme, tmp_path: Path
) -> None:
    theme.set_scheme(Qt.ColorScheme.Dark)
    image = show(qtbot, view, file(tmp_path, saved("png", colour="#00000000")))
    paper, ground = LIGHT.surface.lower(), theme.colours.surface.lower()
    assert colours(image, (100, 100), (70, 80), (100, 40)) == [paper, ground, ground]


def test_a_drawing_fills_the_room_and_is_turned_round_only_when_asked(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path
) -> None:
    drawing = file(tmp_path, svg(HALVES))
    assert colours(show(qtbot, view, drawing), (50, 100), (150, 100)) == ["#0000ff", "#ff0000"]
    view.set_mirrored(mirrored=True)
    image = view.grab().toImage()
    assert colours(image, (50, 100), (150, 100)) == ["#ff0000", "#0000ff"]
    assert view.image.width() == 2048


@pytest.mark.parametrize("content", [gif([1, 3]), moving_webp(["#ff0000", "#0000ff"])])
def test_a_moving_picture_moves_while_it_is_seen(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path, content: bytes
) -> None:
    show(qtbot, view, file(tmp_path, content))
    for red in (True, False, True):  # round again after the end
        qtbot.waitUntil(partial(shows, view, red=red))
    moves = []
    for change in (
        partial(view.set_going, going=False),
        partial(view.set_going, going=True),
        view.hide,
        view.show,
        view.clear,
    ):
        change()
        moves.append(view.moves)
    assert moves == [False, True, False, True, False]


def shows(view: OwnPictureView, *, red: bool) -> bool:
    """Whether red is shown, or not."""
    return (view.image.pixelColor(9, 9).red() > 99) is red


def test_with_less_motion_a_moving_picture_stands_still(
    qtbot: QtBot, view: OwnPictureView, theme: Theme, tmp_path: Path
) -> None:
    theme.set_reduce_motion(True)
    image = show(qtbot, view, file(tmp_path, gif([1, 3])))
    assert not view.moves
    assert colours(image, (100, 100)) == ["#ff0000"]
    theme.set_reduce_motion(False)
    assert view.moves


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (png_head(60_000, 60_000), "has 60,000 × 60,000 pixels"),
        (b"words", "is no PNG, JPEG, GIF, WebP or SVG picture"),
        (svg("<script/>"), "has a part that can act"),
    ],
)
def test_a_refusal_says_file_and_reason(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path, content: bytes, words: str
) -> None:
    path = file(tmp_path, content)
    with qtbot.waitSignal(view.refused) as told:
        view.show_picture(path, "My stretch")
    problem = told.args[0]
    assert isinstance(problem, Problem)
    assert problem.file == str(path)
    assert words in problem.reason
    assert view.image.isNull()
    assert not view.is_busy


@pytest.mark.qt_log_ignore("qt.gui.imageio", "libpng")
def test_a_picture_that_is_damaged_inside_is_refused(tmp_path: Path) -> None:
    whole = saved("png")
    inside = whole.index(b"IDAT") + 6
    spoilt = whole[:inside] + bytes(9) + whole[inside + 9 :]
    with pytest.raises(ContentError, match="is damaged and can't be shown"):
        Reel(file(tmp_path, spoilt)).next()


def test_only_the_picture_asked_for_last_is_shown(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path
) -> None:
    slow = tmp_path / "slow"
    slow.write_bytes(saved("png", 3000, 2500, "#ff0000"))
    view.show_picture(slow, "Slow")
    view.show_picture(file(tmp_path, saved("png", colour="#0000ff")), "Quick")
    with qtbot.waitSignal(view.shown):
        pass
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)
    assert view.image.pixelColor(9, 9).name() == "#0000ff"
    assert view.accessibleName() == "Quick"


def test_what_is_still_opened_is_dropped_when_hidden_and_begun_again_when_seen(
    qtbot: QtBot, view: OwnPictureView, tmp_path: Path
) -> None:
    view.show_picture(file(tmp_path, svg(HALVES)), "My stretch")
    view.hide()
    assert not view.is_busy
    begun = time.perf_counter()
    QThreadPool.globalInstance().waitForDone()
    assert time.perf_counter() - begun < 2
    qtbot.wait(1)
    assert view.image.isNull()
    with qtbot.waitSignal(view.shown):
        view.show()


def test_a_view_may_go_while_its_picture_is_decoded(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    parent = QWidget()
    view = OwnPictureView(theme, parent)
    view.show_picture(file(tmp_path, saved("png", 3000, 2500)), "My stretch")
    parent.deleteLater()
    qtbot.waitUntil(lambda: not isValid(view))
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)


def test_an_orientation_that_a_camera_noted_is_followed(tmp_path: Path) -> None:
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    photo = saved("jpeg", 60, 40)
    segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    image = Reel(file(tmp_path, photo[:2] + segment + photo[2:])).next().image
    assert (image.width(), image.height()) == (40, 60)


def test_a_drawing_that_takes_too_long_is_ended() -> None:
    """One path of random corners keeps Qt busy for a minute, and no thread can stop it."""
    corners = " ".join(f"{n * 7919 % 9973},{n * 104_729 % 9967}" for n in range(10_000))
    drawing = svg(f'<path d="M {corners}"/>', root='viewBox="0 0 9973 9967"')
    begun = time.perf_counter()
    with pytest.raises(ContentError, match=r"takes longer than .* to draw; simplify it"):
        SvgProcess().draw(drawing, 2000, 2000, seconds=0.5)
    assert time.perf_counter() - begun < 2


def test_arrow_heads_and_words_are_drawn() -> None:
    marker = '<marker id="m" viewBox="0 0 9 9" refX="4" refY="4"><path d="M0 0L9 4 0 9z"/></marker>'
    line = '<path d="M5 20H40" stroke="red" marker-end="url(#m)"/>'
    image = SvgProcess().draw(svg(marker + line), 60, 40)
    assert image.pixelColor(40, 19).name() == "#000000"
    words = SvgProcess().draw(svg('<text y="30" font-size="30">Heel</text>'), 60, 40)
    assert any(words.pixelColor(x, y).alpha() for x in range(60) for y in range(40))


QUITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from coach.ui.figure.own_picture import OwnPictureView
from coach.ui.theme import Theme

app = QApplication([])
view = OwnPictureView(Theme())
view.show_picture(Path(sys.argv[1]), "Large")
QTimer.singleShot(20, app.quit)
app.exec()
sys.exit(7 if view.is_busy else 1)
"""


def test_the_app_ends_well_while_a_picture_is_decoded(tmp_path: Path) -> None:
    """A thread that outlived the application would fall with what it works on."""
    large = file(tmp_path, saved("png", 7000, 5000))
    ended = subprocess.run(
        [sys.executable, "-c", QUITTING, str(large)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (ended.returncode, ended.stderr) == (7, "")
