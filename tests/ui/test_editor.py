"""The editor: every edit counts at once, can be undone, and problems stand at their fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coach.content.library import Library
from coach.core.editing.draft import StepDraft
from coach.core.playback import PlaybackState
from coach.core.routine import ExerciseStep
from coach.ui.button import Button
from coach.ui.editor.figure_names import figure_titles
from coach.ui.pages import Page
from tests.ui.editor_app import CTRL, SHIFT, Desk, desk, open_desk
from tests.ui.editor_hands import click_row, saved_copy

__all__ = ["desk", "open_desk"]


def test_a_shipped_routine_is_copied_and_shown(desk: Desk) -> None:
    screen = desk.edit("daily-prevention")
    assert desk.page() is Page.EDITOR
    assert screen.top.title.toPlainText() == "Daily prevention (copy)"
    assert desk.total == "5:44 min"
    assert screen.steps.model().rowCount() == 5
    assert not list(desk.folder.glob("routines/*"))


def test_each_edit_changes_the_total(desk: Desk) -> None:
    desk.edit("after-workout")
    seen = [desk.total]

    def note() -> None:
        seen.append(desk.total)
        assert seen[-1] != seen[-2]

    click_row(desk, 1)
    panel = desk.screen.side.step
    desk.click(panel.dose.stepper("hold").more)
    note()
    desk.click(panel.dose.stepper("count").more)
    note()
    desk.click(panel.rest.more)
    note()
    desk.click(panel.sides.sides.chips["both"])
    note()
    desk.click(desk.screen.bar.copy)
    note()
    desk.click(desk.screen.bar.group)
    note()
    desk.click(desk.screen.side.group.rest.more)
    note()
    desk.click(desk.screen.bar.remove)
    note()


def test_a_tempo_and_ones_own_pace(desk: Desk) -> None:
    desk.edit("daily-prevention")
    click_row(desk, 4)
    dose = desk.screen.side.step.dose
    assert dose.fields["tempo[1]"].label.text() == "Lower slowly for"
    before = desk.total
    desk.click(dose.stepper("tempo[1]").more)
    assert desk.total != before
    desk.click(dose.pace.chips["ready"])
    item = desk.session.item
    assert isinstance(item, StepDraft)
    assert (item.own_pace, item.reps, item.tempo) == (0, None, None)
    desk.click(dose.pace.chips["counted"])
    assert dose.fields["own_pace"].isVisible()
    desk.click(dose.pace.chips["clock"])
    assert dose.fields["reps"].isVisible()


def test_everything_is_undone_and_done_again(desk: Desk) -> None:
    desk.edit("after-workout")
    start = desk.session.draft
    click_row(desk, 1)
    desk.click(desk.screen.side.step.dose.stepper("hold").more)
    desk.press(Qt.Key.Key_D, CTRL)
    desk.press(Qt.Key.Key_G, CTRL)
    desk.screen.steps.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.screen.top.title.setFocus()
    desk.write("Evening", desk.screen.top.title)
    end = desk.session.draft
    for _turn in range(5):
        desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.session.draft == start
    assert not desk.window.workshop.tools.undo.isEnabled()
    for _turn in range(5):
        desk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert desk.session.draft == end


def test_problems_stand_at_their_fields_and_are_counted(desk: Desk) -> None:
    screen = desk.edit("after-workout")
    click_row(desk, 1)
    box = screen.side.step.dose.stepper("hold").box
    box.setFocus()
    box.selectAll()
    desk.write("0", box)
    desk.session.editor._find()
    field = screen.side.step.dose.fields["hold"]
    assert field.problem.isVisible()
    assert field.problem.text() == "Must be at least 1 s."
    assert box.accessibleDescription() == field.problem.text()
    assert screen.top.problems.text() == "1 thing to put right"
    assert "Must be at least 1" in screen.steps.rows.detail(screen.steps.rows.rows[1])
    screen.top.title.selectAll()
    screen.top.title.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.session.editor._find()
    assert screen.top.problems.text() == "2 things to put right"
    assert screen.top.title_problem.isVisible()
    click_row(desk, 3)
    desk.click(screen.top.problems)
    assert desk.session.keys == (2,)
    assert field.inner.isAncestorOf(desk.window.focusWidget())


def test_trying_from_a_step_leaves_no_trace_in_the_diary(desk: Desk) -> None:
    desk.edit("after-workout")
    click_row(desk, 2)
    desk.press(Qt.Key.Key_F5)
    assert desk.page() is Page.PLAYER
    timeline = desk.player.timeline
    assert timeline.steps[0] == desk.session.editor.findings.routine.steps[2]  # type: ignore[union-attr]
    desk.turn(20)
    desk.press(Qt.Key.Key_Escape)
    assert desk.page() is Page.EDITOR
    assert desk.diary.entries == []
    desk.press(Qt.Key.Key_F5)
    desk.turn(5000)
    assert desk.page() is Page.EDITOR
    assert desk.diary.entries == []


def test_a_note_is_heard(desk: Desk) -> None:
    desk.edit("after-workout")
    panel = desk.screen.side.step
    assert not panel.hear.isEnabled()
    panel.note.setFocus()
    desk.write("Slowly today", panel.note)
    panel.hear.click()
    assert desk.voice.said[-1] == "Slowly today"


@pytest.mark.parametrize("state", ["routine", "library", "exercise"])
def test_everything_has_a_name(desk: Desk, state: str) -> None:
    desk.edit("after-workout")
    if state == "library":
        desk.screen.open_library()
    if state == "exercise":
        desk.window.workshop.exercises.open("")
    desk.settle()
    for kind in (Button, QPlainTextEdit, QLineEdit):
        for widget in desk.window.findChildren(kind):
            if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit":
                assert widget.accessibleName(), widget


def test_a_new_routine_is_not_scolded_for_what_follows_from_its_steps(desk: Desk) -> None:
    desk.window.workshop.new()
    desk.write("My evening", desk.screen.top.title)
    desk.session.editor._find()
    assert desk.screen.empty.isVisible()
    assert not desk.screen.top.problems.isVisible()
    assert not desk.screen.bar.add.isVisible()
    desk.press(Qt.Key.Key_S, CTRL)
    assert [fault.field for fault in desk.session.editor.findings.faults] == ["steps"]
    assert desk.screen.side.has_library


def test_numbers_speak_of_sides_only_where_each_leg_has_its_turn(desk: Desk) -> None:
    desk.edit("after-workout")
    click_row(desk, 1)
    panel = desk.screen.side.step
    count = panel.dose.fields["count"]
    assert count.label.text() == "How often on each side"
    desk.click(panel.sides.sides.chips["both"])
    assert count.label.text() == "How often"


def test_cramp_now_leads_back_to_the_editor(desk: Desk) -> None:
    desk.edit("after-workout")
    desk.window.open_cramp()
    assert desk.page() is Page.CRAMP
    desk.window.cramp_screen.back.emit()
    assert desk.page() is Page.EDITOR
    assert desk.session.draft.title == "After exercise (copy)"


def test_playing_again_from_home_counts(desk: Desk) -> None:
    name = saved_copy(desk).stem
    desk.press(Qt.Key.Key_Escape)
    desk.window.play(name)
    desk.turn(60)
    assert desk.state() is PlaybackState.PLAYING
    assert len(desk.diary.entries) == 1


def test_every_shipped_figure_has_a_name_for_people(library: Library) -> None:
    titles = figure_titles(library)
    assert [figure for figure, title in titles.items() if figure == title] == []
    assert len(set(titles.values())) == len(titles)


LONG_TITLE = "Stretches for the evening after a long day of standing at work"


def test_a_long_title_shows_its_beginning_in_a_low_window(desk: Desk) -> None:
    desk.window.resize(480, 560)
    desk.window.theme.set_text_factor(3)
    screen = desk.edit("after-workout")
    title = screen.top.title
    screen.steps.setFocus()
    desk.session.set_routine("title", LONG_TITLE, "")
    desk.settle()
    assert title.height() < 2 * title.fontMetrics().lineSpacing()
    assert title.verticalScrollBar().value() == 0
    assert title.textCursor().atStart()
    below = title.viewport().grab().toImage()
    ground = below.pixelColor(1, 1)
    edge = round(title.document().documentMargin()) + title.fontMetrics().lineSpacing()
    assert edge < below.height()
    assert all(
        below.pixelColor(x, y) == ground
        for x in range(below.width())
        for y in range(edge, below.height())
    )
    title.setFocus(Qt.FocusReason.TabFocusReason)
    assert title.textCursor().atEnd()


def test_a_step_is_pictured_as_when_the_routine_plays(desk: Desk) -> None:
    """Sitting, unless the routine is done in bed; and at once where that is chosen."""
    screen = desk.edit("daily-prevention")
    step = desk.session.draft.steps[0]
    assert isinstance(step, StepDraft)
    screen.steps.choose((step.key,))
    desk.settle()

    def pictures() -> list[str]:
        row = desk.session.facts.of(step).exercise
        assert row is not None
        tried = desk.session.editor.findings.routine
        assert tried is not None
        played = next(iter(tried.steps))
        assert isinstance(played, ExerciseStep)
        return [row.figure, screen.side.step.preview._name, played.exercise.figure]

    assert pictures() == ["ankle-pump-seated"] * 3
    positions = (*desk.session.draft.positions, "bed")
    desk.session.set_routine("positions", positions, "Choose where")
    desk.settle()
    assert pictures() == ["ankle-pump"] * 3
