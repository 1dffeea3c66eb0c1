"""The editor's controller: saving, undo, checks, copies, the trash."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QFile
from pytestqt.qtbot import QtBot

from coach.app.editing import ExerciseEditor, RoutineEditor, SaveStatus
from coach.app.removing import put_back, remove_own
from coach.content.problem import ContentError
from coach.core.editing import steps
from coach.core.editing.draft import DoseDraft, RoutineDraft
from tests.app.editors import Desk, desk, editor, status, write_legs
from tests.content.pictures import saved
from tests.content.test_writing import BY_HAND
from tests.core.editing.edits import Edit, edits

__all__ = ["desk", "editor"]


def test_a_new_routine_is_saved_and_found_in_the_library(
    editor: RoutineEditor, desk: Desk, qtbot: QtBot
) -> None:
    assert status(editor) is SaveStatus.CLEAN
    write_legs(editor)
    assert status(editor) is SaveStatus.DIRTY
    with qtbot.waitSignal(editor.saved) as told:
        assert editor.save()
    assert told.args == ["legs"]
    assert status(editor) is SaveStatus.CLEAN
    assert desk.library.cards["legs"].title == "Legs"
    assert desk.library.problems == ()


@pytest.mark.parametrize("title", ["Daily prevention", "Растяжка", "CON", "腿 🦵", "five-minutes"])
def test_two_routines_of_one_title_get_files_of_their_own(
    editor: RoutineEditor, desk: Desk, title: str
) -> None:
    ids = set()
    for _again in range(3):
        editor.begin()
        write_legs(editor, title)
        assert editor.save()
        ids.add(editor.id)
    assert len(ids) == 3
    assert ids <= set(desk.library.cards)
    assert desk.library.problems == ()


def test_another_title_keeps_the_name_that_the_diary_knows(editor: RoutineEditor) -> None:
    write_legs(editor)
    editor.save()
    editor.apply(lambda draft: replace(draft, title="Arms"))
    assert editor.save()
    assert editor.id == "legs"


def test_what_is_wrong_is_not_saved_but_told(editor: RoutineEditor, desk: Desk) -> None:
    write_legs(editor)
    editor.apply(lambda draft: replace(draft, title=" "))
    assert not editor.save()
    assert status(editor) is SaveStatus.FAILED
    assert "One thing" in editor.state.text
    assert not list(desk.data.glob("routines/*"))


def test_an_unedited_save_is_the_same_file(editor: RoutineEditor, desk: Desk) -> None:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    assert editor.save()
    assert path.read_bytes() == BY_HAND.encode()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(edits, max_size=8), saves=st.sets(st.integers(0, 8)))
def test_all_undone_is_the_first_file_byte_for_byte(
    editor: RoutineEditor, desk: Desk, changes: list[Edit], saves: set[int]
) -> None:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    for number, edit in enumerate(changes):
        editor.apply(edit)
        if number in saves:
            editor.save()
    last = editor.draft
    while editor.history.can_undo:
        editor.undo()
    assert editor.save()
    assert path.read_bytes() == BY_HAND.encode()
    while editor.history.can_redo:
        editor.redo()
    assert editor.draft == last


def test_comments_outlive_several_saves(editor: RoutineEditor, desk: Desk) -> None:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    editor.apply(lambda draft: steps.change(draft, {1}, reps=12))
    editor.save()
    editor.apply(lambda draft: steps.move(draft, {5}, steps.Place(0)))
    editor.save()
    text = path.read_text()
    assert "reps=12 # ten are enough" in text
    assert text.index("# for the shin") < text.index("# gently")


def test_a_full_disk_keeps_the_draft_and_says_so(
    editor: RoutineEditor, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_legs(editor)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full_disk:
        full_disk.setattr(os, "fsync", full)
        troubles: list[str] = []
        editor.trouble.connect(troubles.append)
        assert not editor.save()
    assert status(editor) is SaveStatus.FAILED
    assert "No space left on device" in editor.state.text
    assert len(troubles) == 1
    assert editor.draft.title == "Legs"
    assert editor.save()


def test_an_earlier_version_comes_back_sign_for_sign(editor: RoutineEditor, desk: Desk) -> None:
    path = desk.put("mornings", BY_HAND)
    editor.open("mornings")
    editor.apply(lambda draft: steps.remove(draft, {1, 2}))
    editor.save()
    (version,) = desk.parts.files.versions("routine", "mornings")
    editor.restore(version)
    assert status(editor) is SaveStatus.DIRTY
    assert editor.save()
    assert path.read_bytes() == BY_HAND.encode()
    assert len(desk.parts.files.versions("routine", "mornings")) == 2


def test_many_changes_are_checked_once(editor: RoutineEditor, qtbot: QtBot) -> None:
    write_legs(editor)
    found: list[object] = []
    editor.found.connect(found.append)
    for reps in range(1, 30):
        editor.apply(lambda draft, reps=reps: steps.change(draft, {1}, reps=reps), merge="reps")  # type: ignore[misc]
    with qtbot.waitSignal(editor.found):
        pass
    assert found == [editor.findings]
    assert editor.findings.with_lead_in == editor.findings.seconds + 5  # type: ignore[operator]
    editor.undo()
    assert editor.draft.find(1) == steps.add_step(RoutineDraft(), "ankle-pump").find(1)


def test_a_shipped_routine_is_copied_to_an_own_one(editor: RoutineEditor, desk: Desk) -> None:
    with pytest.raises(ContentError):
        editor.open("daily-prevention")
    titles = []
    for _again in range(2):
        editor.duplicate("daily-prevention")
        assert status(editor) is SaveStatus.DIRTY
        assert editor.save()
        titles.append((editor.id, editor.draft.title))
    assert titles == [
        ("daily-prevention-copy", "Daily prevention (copy)"),
        ("daily-prevention-copy-2", "Daily prevention (copy) 2"),
    ]
    shipped = desk.library.routine("daily-prevention")
    assert desk.library.routine("daily-prevention-copy").items == shipped.items


def test_an_exercise_of_ones_own(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    editor = ExerciseEditor(desk.parts)
    editor.apply(
        lambda draft: replace(
            draft,
            title="Ankle pump",
            positions=("bed",),
            muscles=("calf",),
            target="Calf",
            dose=DoseDraft(hold=20),
        )
    )
    (tmp_path / "me.png").write_bytes(saved("png"))
    editor.set_picture(tmp_path / "me.png")
    assert editor.save()
    assert editor.id == "ankle-pump-2"
    assert desk.library.exercises["ankle-pump-2"].picture == "me.png"
    (desk.data / "pictures" / "me.png").unlink()
    editor.apply(lambda draft: replace(draft, title="Mine"))
    assert [fault.field for fault in editor.findings.faults] == ["picture"]

    editor.duplicate("calf-wall-lean")
    assert editor.save()
    copy = desk.library.exercises[editor.id]
    assert (copy.figure, copy.strength) == ("calf-wall-lean", "practice")
    editor.close()


def test_a_deleted_file_is_in_the_trash_and_can_be_put_back(
    desk: Desk, qtbot: QtBot, own_folders: Path
) -> None:
    (own_folders / "data").mkdir()
    path = desk.put("mornings", BY_HAND)
    removed = remove_own(desk.parts, "routine", "mornings")
    assert not path.exists()
    assert removed.text == "It is in the trash."
    assert Path(removed.path).is_relative_to(own_folders / "data")
    assert "mornings" not in desk.library.cards
    assert Path(removed.path).read_text() == BY_HAND
    put_back(desk.parts, removed)
    assert path.read_text() == BY_HAND
    assert "mornings" in desk.library.cards


def test_without_a_trash_it_is_kept_aside_and_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.put("mornings", BY_HAND)

    monkeypatch.setattr(QFile, "moveToTrash", lambda _file: False)
    removed = remove_own(desk.parts, "routine", "mornings")
    assert "no trash" in removed.text
    assert Path(removed.path).read_text() == BY_HAND
    assert Path(removed.path).is_relative_to(desk.data / "removed")
