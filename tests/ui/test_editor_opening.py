"""The steps are seen first; whatever they need not wait for comes after, and takes nothing away."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.content import schema
from tests.ui.editor_app import Desk, open_desk
from tests.ui.long_desk import STEPS, desk

__all__ = ["desk", "open_desk"]


def test_steps_and_total_are_there_before_the_details(desk: Desk) -> None:
    desk.window.edit_routine("long")
    screen = desk.screen
    assert screen.side.is_empty
    assert screen.steps.rows.rowCount() == STEPS
    assert screen.top.total.text() != "–"
    assert screen.steps.rows.length(screen.steps.rows.rows[0]) != "–"
    desk.settle()
    assert screen.side.panel is screen.side.step
    assert screen.side.isVisible()


@pytest.mark.parametrize("routine", ["long", "after-workout"])
def test_what_was_checked_is_not_checked_anew_to_be_shown(
    desk: Desk, routine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.coach.library.exercises  # noqa: B018 makes them
    checked: list[str] = []
    plain = schema.normalise

    def note(kind: schema.Kind, raw: object) -> dict[str, Any]:
        checked.append(kind)
        return plain(kind, raw)

    monkeypatch.setattr(schema, "normalise", note)
    desk.edit(routine)
    assert checked == []
    desk.session.set_routine("when", "After work.\n\x07", "")
    assert [fault.field for fault in desk.session.editor.findings.faults] == ["when"]
    assert checked


def test_a_key_right_after_opening_is_not_lost(desk: Desk) -> None:
    desk.window.edit_routine("long")
    QTest.keyClick(desk.screen.steps, Qt.Key.Key_Down)
    QTest.keyClick(desk.screen.steps, Qt.Key.Key_Return)
    desk.settle()
    rows = desk.screen.steps.rows.rows
    assert desk.session.keys == (rows[1].key,)
    assert desk.window.focusWidget() is not desk.screen.steps


def test_a_name_is_written_before_anything_is_painted(desk: Desk) -> None:
    desk.window.new_routine()
    desk.write("Legs", desk.screen.top.title)
    desk.settle()
    assert desk.session.draft.title == "Legs"
    assert desk.screen.side.panel is desk.screen.side.about


def test_what_was_asked_for_before_the_details_came_stays(desk: Desk) -> None:
    desk.window.edit_routine("long")
    desk.screen.open_library()
    desk.settle()
    assert desk.screen.side.has_library


def test_a_new_routine_is_told_its_faults_when_it_is_to_be_saved(desk: Desk) -> None:
    desk.window.new_routine()
    desk.settle()
    assert desk.session.editor.known.faults == ()
    assert not desk.screen.save()
    faults = desk.session.editor.findings.faults
    assert {fault.field for fault in faults} == {"title", "steps"}
    assert not desk.screen.strip.isHidden()
