"""The commands that neither open a window nor play."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from coach.bootstrap.controller import voice_launch
from coach.bootstrap.shelves import figure_shelf, library
from coach.core.words import _
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.content.problem import Problem
    from coach.desktop.report import Report


class CannotDrawError(Exception):
    """A picture cannot be drawn; the text says why."""


class CannotSpeakError(Exception):
    """A text cannot be spoken; the text says why."""


def check(file: Path) -> list[Problem]:
    """Return what is wrong with a routine or exercise file."""
    from coach.content.check import check_file

    return list(check_file(file, library(), find_folders().data / "pictures"))


def json_schema(kind: Literal["routine", "exercise"]) -> dict[str, Any]:
    """Return a format as a JSON Schema."""
    from coach.content.schema import json_schema

    return json_schema(kind)


def draw_figure(name: str, *, side: str, at: float, theme: str, size: int, out: Path) -> None:
    """Draw one moment of an exercise's picture into a PNG file.

    Raises:
        CannotDrawError: There is no such picture.
        OSError: The file cannot be written.
    """
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a picture needs no display
    from PySide6.QtGui import QGuiApplication, QImageWriter

    from coach.content.problem import ContentError
    from coach.ui.figure.picture import render
    from coach.ui.figure.reel import still_of

    _application = QGuiApplication(["coach"])
    exercise = library().exercises.get(name)
    shelf = figure_shelf()
    try:
        if exercise and exercise.picture:
            mirrored = exercise.mirror_picture and side == "left"
            image = still_of(shelf.picture_file(exercise.picture), size, mirrored=mirrored)
        else:
            motion = shelf.motion(exercise.figure if exercise and exercise.figure else name)
            image = render(motion, side=side, at=at, theme=theme, size=size)
    except ContentError as error:
        message = _("there is no picture of “{name}”: {error}").format(name=name, error=error)
        raise CannotDrawError(message) from error
    writer = QImageWriter(str(out), b"png")
    if not writer.write(image):
        raise OSError(f"{out}: {writer.errorString()}")


def say(text: str, out: Path) -> None:
    """Speak into a WAV file, with the person's voice, in the language of the app's texts.

    Raises:
        CannotSpeakError: There is no voice here.
        OSError: The file cannot be written.
    """
    from coach.content.settings import load_settings, spoken_language
    from coach.voice.messages import Settings
    from coach.voice.render import RenderError, render_to_file

    now, _problems = load_settings(find_folders().config / "settings.json")
    spoken = Settings(now.voice, now.rate, 1.0, spoken_language(now))
    try:
        render_to_file(text, out, settings=spoken)
    except RenderError as error:
        raise CannotSpeakError(str(error)) from error


def examine() -> Report:
    """Return what works on this machine and what is missing."""
    from coach.desktop.doctor import examine
    from coach.store.diary import SqliteDiary
    from coach.voice.render import probe

    folders = find_folders()
    return examine(
        folders=folders,
        library=library(),
        probe_voice=lambda: probe(voice_launch()),
        probe_diary=lambda: SqliteDiary.probe(folders.data / "diary.db"),
    )
