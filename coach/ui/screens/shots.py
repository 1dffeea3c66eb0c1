"""Takes the pictures, one after another."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, product
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from coach.content.languages import PSEUDO
from coach.content.library import load_library
from coach.content.pseudo import pseudo_language
from coach.content.resources import find_resources
from coach.core.words import DOMAIN, Language, find_language_with
from coach.ui.figure.view import FigureView
from coach.ui.language import speak
from coach.ui.screens.setting import BROKEN, OWN_PACE, Setting, State, build, settle
from coach.ui.screens.sizes import SIZES, is_wanted
from coach.ui.screens.states import STATES


class Shot(NamedTuple):
    """One picture to be taken.

    Attributes:
        state: A key of `STATES`.
        size: A key of `SIZES`.
        scheme: `light` or `dark`.
        percent: Size of the text.
        tag: A made-up language; empty for English.
    """

    state: str
    size: str
    scheme: str = "light"
    percent: int = 100
    tag: str = ""

    @property
    def name(self) -> str:
        """Of the file, without its ending."""
        language = f"-{self.tag}" if self.tag else ""
        return f"{self.state}-{self.size}-{self.scheme}-{self.percent}{language}"


def every_shot() -> Iterator[Shot]:
    """Yield all pictures, language by language."""
    states = (*STATES, "home-empty")
    looks = product(SIZES, ("light", "dark"), (100, 200, 300), states)
    for size, scheme, percent, state in looks:
        if is_wanted(state, size, percent):
            yield Shot(state, size, scheme, percent)
    for tag, size in product((PSEUDO, f"{PSEUDO}-rtl"), ("wide", "least")):
        yield from (Shot(state, size, tag=tag) for state in states)


def grab_all(folder: Path, only: str = "") -> Iterator[Path]:
    """Take the pictures whose name contains `only`, and yield their files."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (shot for shot in every_shot() if only in shot.name)
    with tempfile.TemporaryDirectory() as own:
        routines = Path(own) / "routines"
        routines.mkdir()
        (routines / "own-pace.toml").write_text(OWN_PACE, encoding="utf-8")
        for tag, shots in groupby(wanted, lambda shot: shot.tag):
            speak_made_up(tag)
            library = load_library(find_resources(), Path(own))
            (routines / "evening.toml").write_text(BROKEN, encoding="utf-8")
            with_problem = load_library(find_resources(), Path(own))
            (routines / "evening.toml").unlink()
            empty = replace(with_problem, cards={})
            for shot in shots:
                libraries = {
                    "home-broken": with_problem,
                    "home-messages": with_problem,
                    "dialog-problems": with_problem,
                    "home-empty": empty,
                }
                setting = build(libraries.get(shot.state, library), Path(own))
                setting.coach.settings.set("theme", shot.scheme)
                setting.coach.settings.set("text_size", shot.percent / 100)
                reach = STATES.get(shot.state, STATES["home"])
                yield grab(setting, reach, SIZES[shot.size], folder / f"{shot.name}.png")
    speak_made_up("")


def speak_made_up(tag: str) -> None:
    """Say everything in a made-up language from now on, or in English where `tag` is empty."""
    template = find_resources().locale / f"{DOMAIN}.pot"
    find_language_with(lambda: pseudo_language(template, tag) if tag else Language())
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application)


def grab(setting: Setting, reach: State, area: tuple[int, int], file: Path) -> Path:
    """Take one picture.

    Raises:
        OSError: It can't be written.
    """
    window = setting.window
    window.resize(*area)
    window.show()
    settle(window)
    reach(setting)
    for view in window.findChildren(FigureView):
        view.set_fading(False)  # a picture half gone is of no use
    settle(window)
    shown = window.aside.mini if window.aside.is_on else window
    for view in shown.findChildren(FigureView):
        view.set_fading(False)
    settle(shown)
    if not _picture_of(shown).save(str(file)):
        raise OSError(f"{file}: can't be written")
    window.close()
    if setting.coach.editing is not None:  # what was begun here is not offered in the next one
        shutil.rmtree(setting.coach.editing.drafts, ignore_errors=True)
    for part in (window, setting.coach):  # nothing else ends what listens to them
        part.deleteLater()
        QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete)
    return file


def _picture_of(shown: QWidget) -> QPixmap:
    """Return the picture of a window, with what lies over it."""
    picture = shown.grab()
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is not None:
        settle(over)
        place = shown.mapFromGlobal(over.pos())
        if over.windowType() is Qt.WindowType.Dialog:  # where a desktop puts it
            place = shown.rect().center() - over.rect().center()
        painter = QPainter(picture)
        painter.drawPixmap(place, over.grab())
        painter.setPen(shown.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(QRect(place, over.size()))
        painter.end()
        over.close()
    return picture
