"""The list of steps: moved by hand and by key, added to from the library, at rest at any width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from coach.core.editing import steps as edits
from coach.core.editing.draft import GroupDraft, RoutineDraft, StepDraft
from coach.ui.editor.rows import place_at, rows_of, step_down, step_up
from coach.ui.pages import Page
from coach.ui.theme import Space
from tests.ui.editor_app import ALT, Desk, desk, open_desk
from tests.ui.editor_hands import exercises

__all__ = ["desk", "open_desk"]


def drag(app: Desk, start: QPoint, end: QPoint) -> None:
    port = app.screen.steps.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(port, left, none, start)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(port, start + (end - start) * share)
    QTest.mouseRelease(port, left, none, end)


def test_dragging_moves_a_step(desk: Desk) -> None:
    view = desk.edit("after-workout").steps
    names = exercises(desk)
    first, third = (view.visualRect(view.model().index(row, 0)) for row in (0, 2))
    drag(desk, first.center(), QPoint(first.center().x(), third.bottom() - 3))
    assert exercises(desk) == [names[1], names[2], names[0], *names[3:]]
    assert desk.session.keys == (1,)
    assert desk.session.editor.history.undo_label == "Move"


def test_dragging_into_a_group_and_out_of_it(desk: Desk) -> None:
    view = desk.edit("after-workout").steps
    view.choose((2, 3))
    desk.session.group()
    desk.settle()

    def rect(row: int) -> QPoint:
        return view.visualRect(view.model().index(row, 0)).center()

    drag(desk, rect(0), rect(2) - QPoint(0, 12))
    group = next(item for item in desk.session.draft.steps if isinstance(item, GroupDraft))
    assert [step.key for step in group.steps] == [1, 2, 3]
    desk.settle()
    drag(desk, rect(1), QPoint(rect(1).x(), 2))
    assert desk.session.draft.steps[0].key == 1


def test_alt_and_arrows_walk_through_groups(desk: Desk) -> None:
    view = desk.edit("after-workout").steps
    view.choose((2, 3))
    desk.session.group()
    view.setFocus()
    view.choose((1,))
    places = []
    for _turn in range(4):
        desk.press(Qt.Key.Key_Down, ALT)
        found = rows_of(desk.session.draft)
        row = next(row for row in found if row.key == 1)
        places.append((bool(row.group), row.index))
    assert places == [(True, 0), (True, 1), (True, 2), (False, 1)]
    for _turn in range(4):
        desk.press(Qt.Key.Key_Up, ALT)
    assert desk.session.draft.steps[0].key == 1


def test_places_never_lead_out_of_the_list() -> None:
    steps = tuple(StepDraft(key=n, exercise="x") for n in range(1, 4))
    draft = edits.group(RoutineDraft(steps=steps, next_key=4), (2, 3))
    rows = rows_of(draft)
    assert step_up(rows, (1,)) is None
    assert step_down(rows, (4,)) is None
    for row in rows:
        for place in (step_up(rows, (row.key,)), step_down(rows, (row.key,))):
            if place is not None:
                assert len(edits.move(draft, (row.key,), place).keys) >= 3
    for gap in range(len(rows) + 1):
        for inside in (True, False):
            edits.move(draft, (1,), place_at(rows, gap, inside=inside))


def test_library_is_searched_filtered_and_added_from(desk: Desk) -> None:
    screen = desk.edit("after-workout")
    desk.press(Qt.Key.Key_Insert)
    library = screen.side.library
    assert library.search.hasFocus()
    everything = library.exercises.model().rowCount()
    desk.write("calf")
    few = library.exercises.model().rowCount()
    assert 0 < few < everything
    desk.click(library.filter)
    desk.click(library.needs.chips["desk"])
    assert 0 < library.exercises.model().rowCount() < few
    assert library.filter.text() == "Filter · 1"
    name = library.exercises.found.exercises[0].id
    library.search.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert exercises(desk)[1] == name
    desk.press(Qt.Key.Key_Return)
    assert exercises(desk)[1:3] == [name, name]
    desk.press(Qt.Key.Key_Escape)
    assert not screen.side.has_library
    assert desk.page() is Page.EDITOR


@pytest.mark.parametrize("width", range(480, 500, 4))
def test_rows_come_to_rest_whatever_the_width(desk: Desk, width: int) -> None:
    """A scroll bar takes room: lengths in a column of their own must not call for it by turns."""
    screen = desk.edit("after-workout")
    desk.window.resize(width, 900)
    screen.steps.choose((2, 3))
    desk.session.group()
    for _turn in range(5):
        desk.settle()
    view = screen.steps
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    needed = [view.itemDelegate().sizeHint(QStyleOptionViewItem(), row).height() for row in rows]
    assert [view.visualRect(row).height() for row in rows] == needed
    assert view.sizeHintForColumn(0) == view.viewport().width() - Space.S


def test_of_a_step_higher_than_the_list_the_beginning_is_shown(desk: Desk) -> None:
    desk.window.resize(480, 900)
    desk.window.theme.set_text_factor(3)
    screen = desk.edit("after-workout")
    steps = screen.steps
    steps.choose((steps.rows.rows[1].key,))
    desk.settle()
    desk.window.resize(480, 560)
    desk.settle()
    row = steps.visualRect(steps.currentIndex())
    assert row.height() > steps.viewport().height()
    assert abs(row.top()) <= 8
