"""From home to a routine of one's own that is played to its end: by mouse, and by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QFileDialog

from coach.core.diary import EntryState
from coach.core.editing.draft import StepDraft
from coach.core.timeline import SegmentKind
from coach.ui.button import Button
from coach.ui.pages import Page
from coach.ui.screens.editor import EDITOR_STATES
from coach.ui.screens.setting import Setting
from coach.ui.text import Text
from coach.ui.theme import Size, Space
from tests.ui.editor_app import CTRL, Desk, OpenDesk, desk, open_desk

__all__ = ["desk", "open_desk"]

FOUND = ("heel raise", "calf rub", "ankle circles", "easy walk")


@pytest.fixture
def photo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture of the person's own, which the file dialog returns."""
    file = tmp_path / "my stretch.png"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(file))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    return file


def play_to_the_end(app: Desk) -> None:
    """Play what home has under its keys."""
    name = app.session.editor.id
    grid = app.window.home.grid
    assert grid is not None
    assert grid.present == name
    app.press(Qt.Key.Key_Return)
    assert app.page() is Page.PLAYER
    for _segment in range(400):
        if app.page() is not Page.PLAYER:
            break
        now = app.player.snapshot()
        if now.segment.kind is SegmentKind.OWN_PACE:
            app.player.go_on()
        else:
            app.turn(now.remaining or 1)
    assert app.page() is Page.END
    entry = app.diary.entries[0]
    assert (entry.state, entry.steps) == (EntryState.COMPLETED, 5)


def check_saved(app: Desk, title: str) -> None:
    own = app.coach.library.own_exercises
    assert own == {"towel-pull"}
    assert app.coach.library.exercises["towel-pull"].picture == "my stretch.png"
    assert (app.folder / "pictures" / "my stretch.png").is_file()
    steps = [item for item in app.session.draft.steps if isinstance(item, StepDraft)]
    assert len(steps) == 5
    assert sum(step.exercise == "towel-pull" for step in steps) == 1
    card = app.coach.library.cards[app.session.editor.id]
    assert (card.title, card.own) == (title, True)


def test_by_mouse(desk: Desk, photo: Path) -> None:
    window = desk.window
    desk.click(window.home.new)
    assert desk.page() is Page.EDITOR
    desk.write("My evening", desk.screen.top.title)
    desk.click(desk.screen.empty.add)
    library = desk.screen.side.library
    for words in FOUND:
        library.search.setText(words)
        desk.settle()
        port = library.exercises.viewport()
        desk.click(port, library.exercises.visualRect(library.exercises.found.index(0)).center())
    desk.click(library.new)
    assert desk.page() is Page.EXERCISE
    form = desk.form
    desk.write("Towel pull", form.title)
    desk.click(form.muscles.chips["calf"])
    desk.click(form.positions.chips["floor"])
    desk.click(form.picture.choose_file)
    assert form.editor.draft.picture == "my stretch.png"
    desk.click(window.workshop.tools.save)
    assert desk.page() is Page.EDITOR
    desk.click(window.workshop.tools.save)
    check_saved(desk, "My evening")
    desk.click(window.workshop.tools.close)
    play_to_the_end(desk)


def test_by_keys_alone(desk: Desk, photo: Path) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    assert desk.page() is Page.EDITOR
    desk.write("My morning")
    desk.tab_to(desk.screen.empty.add)
    desk.press(Qt.Key.Key_Return)
    library = desk.screen.side.library
    for words in FOUND:
        library.search.selectAll()
        desk.write(words)
        desk.press(Qt.Key.Key_Return)
    desk.tab_to(library.new)
    desk.press(Qt.Key.Key_Return)
    assert desk.page() is Page.EXERCISE
    form = desk.form
    desk.write("Towel pull")
    desk.tab_to(form.picture.choose_file)
    desk.press(Qt.Key.Key_Return)
    desk.tab_to(form.muscles.chips["calf"])
    desk.press(Qt.Key.Key_Space)
    desk.tab_to(form.positions.chips["floor"])
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_S, CTRL)
    assert desk.page() is Page.EDITOR
    desk.press(Qt.Key.Key_S, CTRL)
    check_saved(desk, "My morning")
    while desk.page() is not Page.HOME:
        desk.press(Qt.Key.Key_Escape)
    play_to_the_end(desk)


def test_the_words_in_the_place_of_a_picture_have_room(desk: Desk) -> None:
    desk.window.theme.set_text_factor(3)
    desk.window.resize(480, 900)
    desk.window.workshop.new()
    desk.window.workshop.exercises.open("")
    desk.settle()
    frame = desk.form.picture.frame
    words = QFontMetrics(desk.window.theme.font(Size.BODY)).boundingRect(
        QRect(0, 0, frame.width() - 2 * Space.M, 0),
        int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
        "A picture helps. Choose one below, or drag a file here.",
    )
    assert frame.height() >= words.height() + 2 * Space.M > 220


def test_an_unfit_picture_is_refused_at_its_field(desk: Desk, tmp_path: Path) -> None:
    desk.window.workshop.new()
    desk.window.workshop.exercises.open("")
    file = tmp_path / "notes.png"
    file.write_text("no picture at all")
    desk.form.use_file(file)
    assert desk.form.picture.problem.isVisible()
    assert "PNG" in desk.form.picture.problem.text()
    assert desk.form.editor.draft.picture is None


def test_a_new_form_scolds_nobody_before_it_is_saved(desk: Desk) -> None:
    desk.window.workshop.new()
    desk.window.workshop.exercises.open("")
    form = desk.form
    assert not any(field.problem.isVisible() for field in form.fields.values())
    desk.press(Qt.Key.Key_S, CTRL)
    assert form.fields["muscles"].problem.isVisible()
    assert form.fields["title"].problem.isVisible()
    assert desk.page() is Page.EXERCISE


def test_a_figure_is_picked_and_moves_under_the_pointer(desk: Desk) -> None:
    desk.window.workshop.new()
    desk.window.workshop.exercises.open("")
    picture = desk.form.picture
    picture.choose_figure.click()
    assert picture.picker is not None
    desk.settle()
    desk.press(Qt.Key.Key_Right)
    assert picture.picker.moving
    name = picture.picker.moving
    desk.press(Qt.Key.Key_Return)
    assert desk.form.editor.draft.figure == name
    assert not picture.picker.isVisible()


def test_the_preview_rests_where_it_is_not_seen(desk: Desk) -> None:
    screen = desk.edit("after-workout")
    assert screen.side.step.preview.moves
    desk.window.open_cramp()
    assert not screen.side.step.preview.moves


@pytest.mark.parametrize(("size", "factor"), [((480, 560), 1), ((480, 560), 2), ((480, 900), 2)])
def test_filters_that_have_no_room_scroll(
    open_desk: OpenDesk, size: tuple[int, int], factor: int
) -> None:
    app = open_desk()
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.edit("after-workout").open_library()
    library = app.screen.side.library
    library.filter.setChecked(True)
    app.settle()
    for chip in library.muscles.chips.values():
        library._filters.ensureWidgetVisible(chip)
        assert chip.visibleRegion().boundingRect().size() == chip.size()
    assert library.exercises.visibleRegion().boundingRect().height() >= 40
    assert library._filters.geometry().bottom() < library.exercises.geometry().top()


STATES = [name for name in EDITOR_STATES if name.startswith("editor") and "draft" not in name]


def cut(app: Desk) -> list[str]:
    """Return what is cut off or lies outside of the window."""
    wrong: list[str] = []
    wide = app.window.width()
    for text in app.window.findChildren(Text):
        if not text.isVisible() or not text.text():
            continue
        need = text.heightForWidth(text.width()) if text.wordWrap() else text.sizeHint().height()
        widest = max(text.text().split(), key=len)
        if text.height() < need or text.width() < QFontMetrics(text.font()).horizontalAdvance(
            widest
        ):
            wrong.append(text.text())
    for button in app.window.findChildren(Button):
        if not button.isVisible():
            continue
        place = QRect(button.mapTo(app.window, button.rect().topLeft()), button.size())
        fits = button.width() >= button.sizeHint().width() and button.height() >= 40
        if not fits or place.left() < 0 or place.right() >= wide:
            wrong.append(button.accessibleName())
    return wrong


@pytest.mark.parametrize("begun", [(480, 560), (1100, 760)], ids=["least", "wide"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off(open_desk: OpenDesk, state: str, begun: tuple[int, int]) -> None:
    """Neither as it was opened, nor when the window or the text is changed meanwhile."""
    app = open_desk()
    app.window.resize(*begun)
    reach: Callable[[Setting], None] = EDITOR_STATES[state]
    reach(Setting(app.window, app.coach, app.clock))  # type: ignore[arg-type]
    for size in (begun, (480, 900)):
        app.window.resize(*size)
        for factor in (1, 2):
            app.window.theme.set_text_factor(factor)
            app.settle()
            assert cut(app) == [], (size, factor)
