"""Work in progress outlives a crash, comments of its file and all."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.drafts import routine_draft
from coach.content.own_files import Stamp
from coach.content.reading import read_text
from coach.content.unsaved import Unsaved, forget_unsaved, keep_unsaved, pending_drafts
from coach.content.writing import write
from coach.core.editing.draft import DoseDraft, ExerciseDraft, RoutineDraft
from tests.content.test_writing import BY_HAND
from tests.core.editing.edits import Edit, edits


@given(changes=st.lists(edits, max_size=8))
def test_what_was_kept_is_what_comes_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Edit]
) -> None:
    folder = tmp_path_factory.mktemp("data") / "drafts"
    draft = routine_draft(read_text(BY_HAND))
    for edit in changes:
        draft = edit(draft)
    kept = keep_unsaved(folder, Unsaved("routine", "legs", draft, BY_HAND, Stamp(1, 2, "ab")))
    ((found,), problems) = pending_drafts(folder)
    assert replace(found, changed=0) == kept
    assert not problems
    assert found.base is not None
    assert write(found.draft, found.base) == write(draft, BY_HAND)


def test_a_wrong_draft_is_kept_too(tmp_path: Path) -> None:
    wrong = ExerciseDraft(title="\ud800", dose=DoseDraft(hold=0))
    keep_unsaved(tmp_path, Unsaved("exercise", "", wrong))
    ((found,), _problems) = pending_drafts(tmp_path)
    assert found.draft == wrong
    assert found.path is not None
    assert stat.S_IMODE(found.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["", "legs"])
def test_drafts_do_not_replace_each_other(tmp_path: Path, name: str) -> None:
    for title in ("One", "Two"):
        keep_unsaved(tmp_path, Unsaved("routine", name, RoutineDraft(title=title)))
    found, _problems = pending_drafts(tmp_path)
    assert {unsaved.title for unsaved in found} == {"One", "Two"}
    again = keep_unsaved(tmp_path, replace(found[0], draft=RoutineDraft(title="Three")))
    assert again.path == found[0].path
    for unsaved in pending_drafts(tmp_path)[0]:
        forget_unsaved(unsaved.path)
    assert pending_drafts(tmp_path) == ([], [])


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"format": 2}', "\x00", '{"format": 1}'])
def test_a_damaged_draft_is_told_and_stays(tmp_path: Path, content: str) -> None:
    path = tmp_path / "routine.legs.json"
    path.write_text(content)
    found, (problem,) = pending_drafts(tmp_path)
    assert found == []
    assert problem.file == str(path)
    assert path.exists()


def test_no_folder_has_no_drafts(tmp_path: Path) -> None:
    assert pending_drafts(tmp_path / "none") == ([], [])
