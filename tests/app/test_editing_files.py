"""The editor's controller, and files that something else writes, or that a crash left as drafts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from coach.app.editing import RoutineEditor, SaveStatus
from coach.core.editing import steps
from tests.app.editors import Desk, desk, editor, status, write_legs
from tests.content.test_writing import BY_HAND

__all__ = ["desk", "editor"]


def test_a_clean_draft_follows_the_file(editor: RoutineEditor, desk: Desk) -> None:
    desk.put("mornings", BY_HAND)
    editor.open("mornings")
    desk.put("mornings", BY_HAND.replace('"Mornings"', '"Evenings"'))
    editor.check_disk()
    assert editor.draft.title == "Evenings"
    assert status(editor) is SaveStatus.CLEAN


def conflict(editor: RoutineEditor, desk: Desk) -> Path:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    editor.apply(lambda draft: replace(draft, title="Mine"))
    path.write_text(BY_HAND.replace('"Mornings"', '"Theirs"'))
    return path


def test_a_changed_draft_does_not_overwrite_the_changed_file(
    editor: RoutineEditor, desk: Desk
) -> None:
    path = conflict(editor, desk)
    assert not editor.save()
    assert status(editor) is SaveStatus.CONFLICT
    assert editor.state.theirs is not None
    assert "Theirs" in editor.state.theirs.text
    assert "Theirs" in path.read_text()
    assert editor.draft.title == "Mine"


def test_a_conflict_is_seen_before_saving_and_settled_in_three_ways(
    editor: RoutineEditor, desk: Desk
) -> None:
    path = conflict(editor, desk)
    editor.check_disk()
    assert status(editor) is SaveStatus.CONFLICT
    assert editor.save(force=True)
    assert 'title   = "Mine"   # said aloud' in path.read_text()

    path = conflict(editor, desk)
    editor.check_disk()
    editor.take_theirs()
    assert editor.draft.title == "Theirs"
    assert status(editor) is SaveStatus.CLEAN

    path = conflict(editor, desk)
    assert not editor.save()
    assert editor.save_as_copy()
    assert "Theirs" in path.read_text()
    assert {card.title for card in desk.library.cards.values() if card.own} == {
        "Theirs",
        "Mine (copy)",
    }


def test_a_file_that_was_removed_can_be_written_again(editor: RoutineEditor, desk: Desk) -> None:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    path.unlink()
    editor.check_disk()
    assert status(editor) is SaveStatus.CONFLICT
    assert editor.state.theirs is None
    assert editor.save(force=True)
    assert path.read_text() == BY_HAND


def test_a_draft_that_was_not_saved_is_offered_after_a_crash(
    editor: RoutineEditor, desk: Desk, qtbot: QtBot
) -> None:
    desk.put("mornings", BY_HAND)
    editor.open("mornings")
    editor.apply(lambda draft: steps.change(draft, {1}, reps=12))
    assert editor._keep_soon.isActive()
    editor._keep_soon.timeout.emit()  # the time is up; then the app is gone

    after = RoutineEditor(desk.parts)
    (unsaved,), _problems = desk.parts.pending()
    assert (unsaved.id, unsaved.title) == ("mornings", "Mornings")
    after.take_up(unsaved)
    assert after.state.status is SaveStatus.DIRTY
    assert after.save()
    assert "reps=12 # ten are enough" in (desk.data / "routines/mornings.toml").read_text()
    assert desk.parts.pending() == ([], [])
    after.close()


def test_a_draft_of_a_file_that_changed_meanwhile_is_a_conflict(
    editor: RoutineEditor, desk: Desk, qtbot: QtBot
) -> None:
    conflict(editor, desk)
    editor.keep_now()
    after = RoutineEditor(desk.parts)
    after.take_up(desk.parts.pending()[0][0])
    assert after.state.status is SaveStatus.CONFLICT
    after.discard()
    assert after.draft.title == "Theirs"
    assert desk.parts.pending() == ([], [])
    after.close()


def test_a_draft_that_was_saved_just_before_the_crash_is_not_offered(
    editor: RoutineEditor, desk: Desk
) -> None:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    editor.apply(lambda draft: replace(draft, title="Mine"))
    editor.keep_now()
    (draft,) = desk.parts.drafts.iterdir()
    content = draft.read_bytes()
    editor.save()
    draft.write_bytes(content)
    assert desk.parts.pending() == ([], [])
    assert not draft.exists()
    draft.write_bytes(content)
    path.write_text(BY_HAND)
    assert len(desk.parts.pending()[0]) == 1


def test_a_draft_goes_when_it_is_saved_undone_or_discarded(
    editor: RoutineEditor, desk: Desk
) -> None:
    def undo() -> None:
        editor.undo()
        editor.undo()

    for end in (editor.save, editor.discard, undo):
        editor.begin()
        write_legs(editor)
        editor.keep_now()
        assert len(desk.parts.pending()[0]) == 1
        end()
        assert desk.parts.pending() == ([], [])
        assert not editor._keep_soon.isActive()


def test_another_routine_opened_does_not_lose_the_draft(editor: RoutineEditor, desk: Desk) -> None:
    desk.put("mornings", BY_HAND)
    write_legs(editor)
    editor.open("mornings")
    assert [unsaved.title for unsaved in desk.parts.pending()[0]] == ["Legs"]


def test_nothing_runs_while_nothing_is_changed(editor: RoutineEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.found):
        pass
    assert not editor._keep_soon.isActive()
    assert not editor._find_soon.isActive()
