"""Every text on every screen is translated, has room when it is longer, and may run from right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coach.content.learn import read_handbook
from coach.content.library import Library, load_library
from coach.content.pseudo import pseudo_language
from coach.content.resources import find_resources
from coach.core.words import Language, find_language_with
from coach.ui.button import Button
from coach.ui.language import speak
from coach.ui.screens.dialogs import FAULT
from coach.ui.screens.setting import OWN_PACE, VOICES, Setting, build, settle
from coach.ui.screens.sizes import SIZES
from coach.ui.screens.states import STATES
from coach.ui.text import Text
from tests.words.template import template, template_text

SAME_ELSEWHERE = re.compile(r"cramp-(?!calf-bed)(calf|foot|front-thigh|back-thigh)-.*")
"""States that differ from others in the figure and the sentence only."""
SHOWN = [name for name in STATES if not SAME_ELSEWHERE.fullmatch(name)]

FOREIGN = (
    FAULT,  # for whoever mends it
    # The person's own, names, keys and addresses are the same in all languages.
    *(
        "When I am ready",
        "When a fixed time does not suit you.",
        "heel-raise-standing",
        "calf-wall-split",
        "/home/ann",
        "espeak-ng",
    ),
    *("Ctrl+", "Shift+", "Alt+", "Esc", "F11", "Enter", "Tab", "qps", "PNG", "JPEG", "GIF", "WebP"),
    *("Deutsch", "Français", "Polski", "English"),
    *("Evening legs", "When I am ready, slowly"),
    *("A towel", "Let go", "Pull up", "calf stretch", "calf", "trampoline"),
    *("SVG", "MiB", ".coach", ".cramp-coach", ".local/share", ".config", "Feeel"),
)
OF_THE_APP = ("Cramp Coach", "cramp-coach", "coach", "Python", "python3", "PySide6", "Qt", "Linux")
OF_THE_MACHINE = ("x86_64", "GNOME", "/usr/bin", "/.local/lib", "Loudspeaker")
OF_KEYS = ("Menu", "Ins", "Del", "Backspace", "Alt", "Ctrl", "Shift")


def _sources() -> list[str]:
    """Names of books and words quoted from them stay as they are, so that they can be found."""
    book, found = read_handbook(find_resources().learn), []
    found += [reference.name for reference in book.references.values()]
    for file in find_resources().exercises.glob("*.toml"):
        told = tomllib.loads(file.read_text(encoding="utf-8"))["sources"]
        found += [source["quote"] for source in told if source.get("quote")]
    return sorted(found, key=len, reverse=True)


OF_SOURCES = _sources()
OF_THE_ENGINE = {part for name in VOICES.values() for part in re.split(r"[()]", name) if part}
"""Names of voices, which the system gives them."""
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="session")
def fresh_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a template of the texts as they are now, committed or not."""
    file = tmp_path_factory.mktemp("words") / "cramp-coach.pot"
    file.write_bytes(template_text(template()))
    return file


Speak = Callable[[str], None]


@pytest.fixture
def speak_made_up(qapp: QApplication, fresh_template: Path) -> Iterator[Speak]:
    def speak_(tag: str) -> None:
        find_language_with(lambda: pseudo_language(fresh_template, tag))
        speak(qapp)

    yield speak_
    find_language_with(Language)
    speak(qapp)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "own-pace.toml").write_text(OWN_PACE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect what the app's own widgets draw."""
    texts: set[str] = set()
    draw = QPainter.drawText

    def drawn_(painter: QPainter, *parts: object) -> object:
        texts.update(part for part in parts if isinstance(part, str))
        return draw(painter, *parts)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", drawn_)
    return texts


@pytest.fixture(autouse=True)
def no_part_is_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that is shown before it is in a window is one itself, and takes the keys away."""
    set_visible = QWidget.setVisible

    def set_visible_(part: QWidget, visible: bool) -> None:
        own = isinstance(part, QMainWindow | QDialog | QMenu)
        assert own or not visible or part.parentWidget() is not None, f"{part} is a window"
        set_visible(part, visible)

    monkeypatch.setattr(QWidget, "setVisible", set_visible_)
    monkeypatch.setattr(QWidget, "show", lambda part: set_visible_(part, True))


def show(
    qtbot: QtBot, library: Library, own: Path, state: str, size: str, factor: float = 1
) -> Setting:
    setting = build(library, own)
    setting.coach.settings.set("text_size", factor)
    qtbot.addWidget(setting.window)
    setting.window.resize(*SIZES[size])
    setting.window.show()
    settle(setting.window)
    STATES[state](setting)
    settle(setting.window)
    return setting


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield each text that is seen, pointed at or read aloud, after what has it."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisibleTo(root):
            continue
        kind = f"{type(widget).__name__}:"
        yield kind, widget.accessibleName()
        yield kind, widget.accessibleDescription()
        yield kind, widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield kind, widget.text()
        if isinstance(widget, QLineEdit):
            yield kind, widget.placeholderText()
            yield kind, widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((kind, text) for text in texts_of_model(widget.model(), QModelIndex()))
    yield "title", root.windowTitle()


def texts_of_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    roles = Qt.ItemDataRole
    for row in range(min(model.rowCount(parent), 60)):
        index = model.index(row, 0, parent)
        for role in (
            roles.DisplayRole,
            roles.ToolTipRole,
            roles.AccessibleTextRole,
            roles.AccessibleDescriptionRole,
        ):
            yield str(model.data(index, role) or "")
        yield from texts_of_model(model, index)


def is_translated(text: str) -> bool:
    text = text.replace("\u200b", "")
    engine = sorted(OF_THE_ENGINE, key=len, reverse=True)
    same_elsewhere = (
        VOICES.values(),
        OF_SOURCES,
        OF_THE_APP,
        OF_THE_MACHINE,
        OF_KEYS,
        FOREIGN,
        engine,
        VOICES,
    )
    for same in chain.from_iterable(same_elsewhere):
        text = text.replace(same, "")
    return not ENGLISH.search(text)


@pytest.mark.qt_log_ignore("This plugin does not support")  # the platform without a screen
@pytest.mark.parametrize("state", SHOWN)
def test_every_text_is_translated_and_has_room(
    qtbot: QtBot, speak_made_up: Speak, own: Path, drawn: set[str], state: str
) -> None:
    speak_made_up("qps")
    library = load_library(find_resources(), own)
    setting = show(qtbot, library, own, state, "least")
    window = setting.window
    english = {(kind, text) for kind, text in texts_of(window) if not is_translated(text)}
    assert not english
    assert not {text for text in drawn if not is_translated(text)}
    for size in ("least", "wide"):
        window.resize(*SIZES[size])
        settle(window)
        nothing_is_cut_off(window)
    window.close()
    setting.coach.close()


def nothing_is_cut_off(window: QWidget) -> None:
    for text in window.findChildren(Text):
        if text.isVisible() and text.text():
            needed = text.sizeHint().height()
            if text.wordWrap():
                needed = text.heightForWidth(text.width())
            assert text.height() >= needed, text.text()
            widest = max(text.text().split(), key=len)
            if not set(widest) & set("/\\"):
                assert text.width() >= QFontMetrics(text.font()).horizontalAdvance(widest), widest
    for button in window.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            place = place_of(window, button)
            assert place.left() >= 0, button.text()
            assert place.right() < window.width(), button.text()


def place_of(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
