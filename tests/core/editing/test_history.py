"""Whatever is done can be taken back, to the first state and forward to the last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.core.editing.draft import RoutineDraft
from coach.core.editing.history import History
from tests.core.editing.edits import Edit, edits


@given(st.lists(st.tuples(edits, st.sampled_from([None, "a", "b"])), max_size=25))
def test_all_undone_is_the_first_state_and_all_redone_the_last(
    changes: list[tuple[Edit, str | None]],
) -> None:
    first = RoutineDraft(title="Legs")
    history = History(first)
    for edit, merge in changes:
        history.apply(edit(history.now), merge=merge)
    last = history.now
    while history.undo():
        pass
    assert history.now == first
    assert not history.can_undo
    while history.redo():
        pass
    assert history.now == last


def test_typing_a_number_is_one_step() -> None:
    history = History("")
    for text in ("3", "30"):
        history.apply(text, merge=(1, "hold"))
    history.apply("30s", merge=(1, "rest"))
    assert history.undo()
    assert history.now == "30"
    assert history.undo()
    assert history.now == ""


def test_a_field_that_was_left_begins_a_step_of_its_own() -> None:
    history = History("")
    history.apply("3", merge="hold")
    history.end_merge()
    history.apply("30", merge="hold")
    history.undo()
    assert history.now == "3"


def test_what_is_typed_back_leaves_nothing_to_undo() -> None:
    history = History("3")
    history.apply("30", merge="hold")
    history.apply("3", merge="hold")
    assert not history.can_undo
    history.apply("4", merge="hold")
    assert history.can_undo


def test_a_change_after_undo_ends_what_could_be_redone() -> None:
    history = History("a")
    history.apply("b", label="Write b")
    assert history.undo_label == "Write b"
    history.undo()
    assert (history.redo_label, history.undo_label) == ("Write b", "")
    assert not history.apply("a")
    assert history.can_redo
    history.apply("c")
    assert not history.can_redo


def test_a_change_after_undo_does_not_join_the_one_before() -> None:
    history = History("a")
    history.apply("b", merge="x")
    history.apply("c")
    history.undo()
    history.apply("d", merge="x")
    history.undo()
    assert history.now == "b"
