"""A motion cut into frames shows what the motion shows."""

from __future__ import annotations

from math import hypot

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.figure import Moment, Motion
from coach.ui.figure.camera import Camera
from coach.ui.figure.film import Film
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import light_palette
from coach.ui.figure.recording import Recorder, replay
from coach.ui.figure.stage import stage_for

RESOURCES = find_resources().figures
NAMES = sorted(path.stem for path in RESOURCES.glob("*.toml"))
SHELF = FigureShelf(RESOURCES)
SIZE = 560


def moments(motion: Motion) -> list[Moment]:
    """Moments of every kind a player can ask for, none of them on a frame."""
    times = [0.013 + i * 0.217 for i in range(30)]
    made = [Moment(kind, 0, 0.0, t, 30.0) for kind in ("rest", "change", "hold", "continuous")
            for t in times]  # fmt: skip
    made += [
        Moment("reps", phase, (t / 4.0) % 1.0, (t / 4.0) % 1.0 * 4.0, 4.0, rep)
        for phase in range(len(motion.paths))
        for rep in (1, 2)
        for t in times[::3]
    ]
    return made


def film_of(motion: Motion) -> Film:
    scale = SIZE / (motion.scene.size * 1000.0)
    return Film(motion, Camera(motion.scene.view), scale)


@pytest.mark.parametrize("half", [0, 1])
def test_no_joint_is_ever_off_by_what_can_be_seen(half: int) -> None:
    """What moves fast may be off by what passes in half of a fortieth of a second."""
    wrong = []
    for name in NAMES[half::2]:
        motion, camera = SHELF.motion(name), Camera(SHELF.motion(name).scene.view)
        film, scale = film_of(motion), SIZE / (motion.scene.size * 1000.0)
        most = 9.0 if motion.kind == "continuous" else 4.0
        for moment in moments(motion):
            exact = camera.spots(motion.pose_at(moment))
            shown = camera.spots(film.frame(film.snap(moment)).pose)
            off = max(
                hypot(a[0] - b[0], a[1] - b[1]) for a, b in zip(exact, shown, strict=True)
            ) * scale  # fmt: skip
            if off > most:
                wrong.append(f"{name} {moment}: {off:.1f} pixels")
    assert not wrong


def test_a_frame_that_comes_back_is_not_made_again() -> None:
    for name in ("calf-wall-lean", "heel-walk", "release-breath", "toe-pull-standing"):
        motion = SHELF.motion(name)
        film = film_of(motion)
        kind, period = motion.kind, 8.0 if motion.cycle == 8.0 else motion.cycle
        period = 8.0 if kind == "hold" else period
        at = [2.0 * period + 0.37, 5.0 * period + 0.37]
        if kind == "reps":
            made = [Moment(kind, 0, 0.37, t, 4.0, rep) for rep, t in ((1, 1.5), (3, 1.5))]
            back = Moment(kind, 1, 0.63, 2.5, 4.0, 3)
            assert film.frame(film.snap(back)) is film.frame(film.snap(made[0]))
        else:
            made = [Moment(kind, 0, 0.0, t, 600.0) for t in at]
        assert film.frame(film.snap(made[0])) is film.frame(film.snap(made[1]))


def test_the_frames_kept_have_an_end() -> None:
    film = film_of(SHELF.motion("easy-walk"))
    for i in range(2000):
        film.frame(film.snap(Moment("continuous", 0, 0.0, 0.0003 * i, 600.0)))
    assert len(film._frames) <= 192


def test_what_is_replayed_looks_like_what_is_drawn(qapp: object) -> None:
    for name in ("throw-covers", "brake-chair", "shoe-off-seated", "outer-edge-stand", "gym-stop"):
        motion = SHELF.motion(name)
        figure = FigurePainter(motion.scene, light_palette())
        stage = stage_for(motion.scene, 300, 300, False)
        recorder = Recorder()
        figure.draw_body(recorder, motion.still(0.7))
        images = []
        for replayed in (False, True):
            image = QImage(300, 300, QImage.Format.Format_RGB32)
            image.fill(QColor("white"))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(stage.transform)
            if replayed:
                replay(painter, recorder.shapes, stage.visible())
            else:
                figure.draw_body(painter, motion.still(0.7))
            painter.end()
            images.append(image)
        assert different(*images) == 0, name


def different(one: QImage, other: QImage) -> int:
    """Count the pixels that clearly differ."""
    found = 0
    for y in range(0, one.height(), 2):
        for x in range(0, one.width(), 2):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            gap = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
            found += gap > 90
    return found
