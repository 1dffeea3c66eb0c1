"""Steps go where they are put, and are always told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.editing import steps
from coach.core.editing.draft import GroupDraft, RoutineDraft, StepDraft, walk
from coach.core.editing.steps import END, Place
from tests.core.editing.edits import Edit, edits


def draft(shape: str) -> RoutineDraft:
    """Make a routine of letters; those in parentheses are a group: `a(bc)d`."""
    made = RoutineDraft()
    for letter in shape.replace("(", "").replace(")", ""):
        made = steps.add_step(made, letter)
    for group in shape.split("(")[1:]:
        made = steps.group(made, keys(made, group.split(")")[0]))
    return made


def keys(made: RoutineDraft, letters: str) -> set[int]:
    there = [item for item in walk(made.steps) if isinstance(item, StepDraft)]
    return {item.key for item in there if item.exercise in letters}


def group_key(made: RoutineDraft) -> int:
    return next(item.key for item in made.steps if isinstance(item, GroupDraft))


def shape(made: RoutineDraft) -> str:
    parts = (
        f"({''.join(step.exercise for step in item.steps)})"
        if isinstance(item, GroupDraft)
        else item.exercise
        for item in made.steps
    )
    return "".join(parts)


@pytest.mark.parametrize(
    ("before", "letters", "to", "after"),
    [
        ("abcd", "a", 4, "bcda"),
        ("abcd", "d", 0, "dabc"),
        ("abcd", "b", 1, "abcd"),
        ("abcd", "b", 2, "abcd"),
        ("abcd", "b", 3, "acbd"),
        ("abcd", "ad", 2, "badc"),
        ("abcd", "ac", 99, "bdac"),
        ("a(bc)d", "b", 0, "ba(c)d"),
        ("a(bc)d", "bc", 2, "abcd"),
        ("a(bc)d", "bc", 0, "bcad"),
        ("a(bc)d", "bcd", 3, "abcd"),
    ],
)
def test_a_move_ends_in_the_gap_it_was_dropped_in(
    before: str, letters: str, to: int, after: str
) -> None:
    made = draft(before)
    assert shape(steps.move(made, keys(made, letters), Place(to))) == after


@pytest.mark.parametrize(
    ("before", "letters", "to", "after"),
    [
        ("a(bc)d", "a", 0, "(abc)d"),
        ("a(bc)d", "ad", 1, "(badc)"),
        ("a(bc)d", "b", 2, "a(cb)d"),
        ("a(bc)d", "bc", 0, "a(bc)d"),
        ("a(bc)d", "b", 99, "a(cb)d"),
        ("a(bc)(de)", "de", 1, "a(bdec)"),
    ],
)
def test_steps_move_into_and_within_a_group(before: str, letters: str, to: int, after: str) -> None:
    made = draft(before)
    place = Place(to, group_key(made))
    assert shape(steps.move(made, keys(made, letters), place)) == after


def test_a_group_is_dissolved_in_another_and_stays_in_itself() -> None:
    made = draft("(ab)(cd)")
    first, second = (item.key for item in made.steps)
    assert shape(steps.move(made, {second}, Place(1, first))) == "(acdb)"
    assert steps.move(made, {first}, Place(1, first)) == made
    assert shape(steps.move(made, {first}, Place(2))) == "(cd)(ab)"


@pytest.mark.parametrize(
    ("before", "letters", "after"),
    [
        ("abcd", "bc", "a(bc)d"),
        ("abcd", "ad", "(ad)bc"),
        ("a(bc)d", "cd", "a(b)(cd)"),
        ("a(bc)d", "bc", "a(bc)d"),
        ("a(bc)d", "abc", "(abc)d"),
    ],
)
def test_a_selection_becomes_a_group(before: str, letters: str, after: str) -> None:
    made = draft(before)
    grouped = steps.group(made, keys(made, letters), 3)
    assert shape(grouped) == after
    new = grouped.find(made.next_key)
    assert isinstance(new, GroupDraft)
    assert new.repeat == 3


def test_ungrouped_steps_stand_where_their_group_stood() -> None:
    made = draft("a(bc)d")
    assert shape(steps.ungroup(made, group_key(made))) == "abcd"


@pytest.mark.parametrize(
    ("before", "letters", "after"),
    [("abc", "ab", "ababc"), ("a(bc)d", "b", "a(bbc)d"), ("a(bc)d", "ab", "a(babc)d")],
)
def test_copies_come_after_the_last_of_what_is_copied(
    before: str, letters: str, after: str
) -> None:
    made = draft(before)
    copied = steps.duplicate(made, keys(made, letters))
    assert shape(copied) == after
    assert min(set(copied.keys) - set(made.keys)) == made.next_key


def test_a_group_is_copied_with_its_steps() -> None:
    made = draft("a(bc)d")
    assert shape(steps.duplicate(made, {group_key(made)})) == "a(bc)(bc)d"


def test_a_group_without_steps_goes() -> None:
    made = draft("a(bc)d")
    assert shape(steps.remove(made, keys(made, "bc"))) == "ad"
    assert shape(steps.remove(made, {group_key(made)})) == "ad"


def test_a_field_is_changed_in_all_that_are_chosen() -> None:
    made = draft("a(bc)")
    changed = steps.change(made, keys(made, "ac"), hold=20)
    holds = [item.hold for item in walk(changed.steps) if isinstance(item, StepDraft)]
    assert holds == [20, None, 20]
    with pytest.raises(TypeError):
        steps.change(made, keys(made, "a"), colour="red")


@pytest.mark.parametrize("dose", [{"hold": 20, "count": 3, "rest": 5}, {"own_pace": 10}])
def test_the_usual_dose_leaves_nothing_of_another_dose(dose: dict[str, int]) -> None:
    made = steps.change(draft("a"), {1}, **dose)
    assert steps.usual_dose(made, {1}).find(1) == StepDraft(key=1, exercise="a")


def test_what_is_not_there_is_refused() -> None:
    made = draft("ab")
    with pytest.raises(KeyError):
        steps.move(made, {9}, END)
    with pytest.raises(KeyError):
        steps.add_step(made, "c", Place(0, 1))


@given(st.lists(edits, max_size=20))
def test_each_step_has_a_key_of_its_own_and_keeps_it(changes: list[Edit]) -> None:
    made = RoutineDraft()
    for edit in changes:
        before, made = made, edit(made)
        assert len(set(made.keys)) == len(made.keys)
        assert all(key < made.next_key for key in made.keys)
        for key in set(before.keys) & set(made.keys):
            assert type(before.find(key)) is type(made.find(key))
        assert all(item.steps for item in made.steps if isinstance(item, GroupDraft))


@given(st.lists(edits, max_size=12), st.integers(0, 9))
def test_a_move_loses_no_step(changes: list[Edit], to: int) -> None:
    made = RoutineDraft()
    for edit in changes:
        made = edit(made)
    steps_before = {item.key for item in walk(made.steps) if isinstance(item, StepDraft)}
    moved = steps.move(made, sorted(steps_before)[::2], Place(to))
    assert {item.key for item in walk(moved.steps) if isinstance(item, StepDraft)} == steps_before
