"""The editor: every edit counts at once, problems stand at their fields, nothing gets lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyleOptionViewItem

from coach.app.editing import SaveStatus
from coach.content.library import Library
from coach.core.editing import steps as edits
from coach.core.editing.draft import GroupDraft, RoutineDraft, StepDraft
from coach.core.playback import PlaybackState
from coach.ui.button import Button
from coach.ui.editor.figure_names import figure_titles
from coach.ui.editor.rows import place_at, rows_of, step_down, step_up
from coach.ui.pages import Page
from coach.ui.theme import Space
from tests.ui.editor_app import ALT, CTRL, SHIFT, Desk, OpenDesk, desk, open_desk

__all__ = ["desk", "open_desk"]


def exercises(app: Desk) -> list[str]:
    return [item.exercise for item in app.session.draft.steps if isinstance(item, StepDraft)]


def click_row(app: Desk, row: int) -> None:
    view = app.screen.steps
    app.click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


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
    desk.click(desk.screen.copy)
    note()
    desk.click(desk.screen.group)
    note()
    desk.click(desk.screen.side.group.rest.more)
    note()
    desk.click(desk.screen.remove)
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


def test_what_is_wrong_is_kept_as_a_draft_and_says_so(desk: Desk) -> None:
    screen = desk.edit("after-workout")
    desk.session.set_field("", hold=0)
    click_row(desk, 1)
    desk.session.set_field("", hold=0)
    desk.press(Qt.Key.Key_S, CTRL)
    assert desk.session.editor.state.status is SaveStatus.FAILED
    assert screen.strip.isVisible()
    assert "kept as a draft" in screen.strip.text.text()
    assert len(list(desk.folder.glob("drafts/*"))) == 1
    assert not list(desk.folder.glob("routines/*"))
    desk.session.set_field("", hold=30)
    click_row(desk, 0)
    assert not screen.strip.isVisible()


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


def test_a_draft_is_offered_after_a_crash(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.edit("after-workout")
    desk.session.set_routine("title", "Half done", "")
    desk.session.editor.keep_now()  # as it is within three seconds; then the lights go out
    again = open_desk()
    again.bot.waitUntil(lambda: again.window.messages.strip is not None)
    strip = again.window.messages.strip
    assert strip is not None
    assert strip.text.text() == "You were editing “Half done”."
    buttons = {button.text(): button for button in strip.findChildren(Button)}
    again.click(buttons["Go on"])
    assert again.page() is Page.EDITOR
    assert again.session.draft.title == "Half done"
    assert again.screen.save()
    assert not list(again.folder.glob("drafts/*"))


def test_a_discarded_draft_comes_back(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.edit("after-workout")
    desk.press(Qt.Key.Key_Escape)
    assert desk.page() is Page.HOME
    desk.bot.waitUntil(lambda: desk.window.messages.strip is not None)

    def press(text: str) -> None:
        strip = desk.window.messages.strip
        assert strip is not None
        desk.click({button.text(): button for button in strip.findChildren(Button)}[text])

    press("Discard")
    assert not list(desk.folder.glob("drafts/*"))
    drafts = desk.folder / "drafts"
    drafts.rmdir()
    drafts.write_text("in the way")
    press("Undo")
    strip = desk.window.messages.strip
    assert strip is not None
    assert "can't be put back" in strip.text.text()
    drafts.unlink()
    strip.close_button.click()
    press("Undo")
    assert len(list(drafts.glob("*"))) == 1


def saved_copy(app: Desk) -> Path:
    app.edit("after-workout")
    assert app.screen.save()
    return app.folder / "routines" / f"{app.session.editor.id}.toml"


def test_a_conflict_offers_both(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.session.set_routine("title", "Mine", "")
    file.write_text(file.read_text().replace("After exercise (copy)", "Theirs"))
    desk.window.workshop.look_again()
    strip = desk.screen.strip
    assert strip.isVisible()
    desk.click(strip.both)
    titles = {card.title for card in desk.coach.library.cards.values()}
    assert "Theirs" in titles
    assert any(title.startswith("Mine") for title in titles)
    assert not strip.isVisible()


def test_a_conflict_can_take_the_files(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.session.set_routine("title", "Mine", "")
    file.write_text(file.read_text().replace("After exercise (copy)", "Theirs"))
    desk.window.workshop.look_again()
    desk.click(desk.screen.strip.theirs)
    assert desk.session.draft.title == "Theirs"


def test_deleting_can_be_undone(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.press(Qt.Key.Key_Escape)
    name = file.stem
    assert name in desk.coach.library.cards
    desk.window.workshop.delete(name)
    assert name not in desk.coach.library.cards
    strip = desk.window.messages.strip
    assert strip is not None
    desk.click({button.text(): button for button in strip.findChildren(Button)}["Undo"])
    assert name in desk.coach.library.cards


def test_menus_offer_what_fits(desk: Desk) -> None:
    name = saved_copy(desk).stem
    own = [action.text() for action in desk.window.workshop.menu_of(name).actions()]
    shipped = [action.text() for action in desk.window.workshop.menu_of("full-session").actions()]
    assert {"Edit", "Duplicate to edit", "Delete", "Export…", "Print sheet…", "Import…"} <= {*own}
    assert "Edit" not in shipped
    assert "Delete" not in shipped


def test_a_file_is_shown_before_it_is_taken(desk: Desk, tmp_path: Path) -> None:
    name = saved_copy(desk).stem
    share = desk.window.workshop._share
    sharing = desk.coach.sharing
    assert sharing is not None
    written = sharing.export(name, tmp_path / "sent.coach")
    assert written is not None
    desk.window.workshop.delete(name)
    share.look(written)
    assert name not in desk.coach.library.cards
    strip = desk.window.messages.strip
    assert strip is not None
    assert "After exercise (copy)" in strip.text.text()
    desk.click({button.text(): button for button in strip.findChildren(Button)}["Add it"])
    assert "After exercise (copy)" in {card.title for card in desk.coach.library.cards.values()}


def test_an_import_from_the_empty_editor_is_shown_there(desk: Desk, tmp_path: Path) -> None:
    name = saved_copy(desk).stem
    sharing = desk.coach.sharing
    assert sharing is not None
    written = sharing.export(name, tmp_path / "sent.coach")
    assert written is not None
    desk.window.workshop.delete(name)
    desk.window.workshop.new()
    desk.window.workshop.look_at_shared(written)
    desk.press(Qt.Key.Key_Return)  # what is offered has the focus
    assert desk.session.draft.title == "After exercise (copy)"
    assert desk.session.editor.id == name


@pytest.mark.parametrize("state", ["routine", "library", "exercise"])
def test_everything_has_a_name(desk: Desk, state: str) -> None:
    desk.edit("after-workout")
    if state == "library":
        desk.screen.open_library()
    if state == "exercise":
        desk.window.workshop.open_exercise("")
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
    assert not desk.screen.add.isVisible()
    desk.press(Qt.Key.Key_S, CTRL)
    assert [fault.field for fault in desk.session.editor.findings.faults] == ["steps"]
    assert desk.screen.side.has_library


def test_saving_after_what_suits_the_person_has_changed(desk: Desk) -> None:
    desk.coach.settings.set("conditions", ["woken"])
    name = saved_copy(desk).stem
    desk.press(Qt.Key.Key_Escape)
    grid = desk.window.home.grid
    assert grid is not None
    assert grid.present == name


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


def test_all_of_a_conflict_is_seen_where_there_is_room(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.session.set_routine("title", "Mine", "")
    file.write_text(file.read_text().replace("After exercise (copy)", "Theirs"))
    desk.window.workshop.look_again()
    screen = desk.screen
    for width in range(860, 1101, 24):
        desk.window.resize(width, 760)
        desk.settle()
        assert not screen._strip.verticalScrollBar().isVisible()
        assert screen.strip.height() <= screen._strip.height()
    desk.window.resize(480, 560)
    desk.window.theme.set_text_factor(3)
    desk.settle()
    assert screen._strip.geometry().bottom() < screen._bar.y()
