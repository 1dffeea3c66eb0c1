"""A file that somebody wrote stays theirs: only what was changed in the app is written anew."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content import writing
from coach.content.build import build_routine
from coach.content.drafts import draft_of, exercise_draft, raw_of, routine_draft
from coach.content.findings import examine_routine
from coach.content.library import Library, load_library
from coach.content.reading import read_text
from coach.content.resources import find_resources
from coach.content.schema import normalise
from coach.content.writing import write
from coach.core.editing import steps
from coach.core.editing.draft import RoutineDraft
from coach.core.editing.history import History
from coach.core.routine import Routine
from tests.core.editing.edits import Edit, edits

ROUTINES = sorted(find_resources().routines.glob("*.toml"))
EXERCISES = sorted(find_resources().exercises.glob("*.toml"))

BY_HAND = '''\
# My mornings, as Anna showed me.
title   = "Mornings"   # said aloud
positions = [
    "seated", # first
    "standing",
]
note = """
Two
lines # no comment"""

# ---- warm up ----

# gently
[[steps]]
exercise = 'ankle-pump'
reps=10 # ten are enough
# the whole foot

[[ steps ]]   # twice
  repeat = 2
  rest_between = 15.0

  # hold on
  [[steps.steps]]
  exercise = "calf-wall-split" # the long one
  hold = 20
  rest_after = 0

  [[steps.steps]] # and the short one
  exercise = "quad-standing"
# for the shin
[[steps]]
exercise = "heel-raise-standing"
tempo = [ 2, 2 ] # slow
note = "hold [on] # \\" still"

# the end
'''

INLINE = """\
title = "Short"
positions = ["seated"] # sitting
steps = [
    { exercise = "ankle-pump", reps = 10 }, # ten
    # twice, Anna says
    { repeat = 2, steps = [{ exercise = "easy-walk" }, { exercise = "heel-walk" }] },
    { exercise = "quad-standing" }
    # last
]
"""

GROUP_INLINE = """\
title = "Short"
positions = ["seated"]
[[steps]]
repeat = 2
steps = [
    { exercise = "easy-walk" }, # first
    { exercise = "heel-walk", seconds = 20 },
] # both
[[steps]]
exercise = "ankle-pump"
"""

BASES = [BY_HAND, INLINE, GROUP_INLINE, *(file.read_text("utf-8") for file in ROUTINES)]


@cache
def shipped() -> Library:
    return load_library(find_resources())


def routine(text: str) -> RoutineDraft:
    return routine_draft(read_text(text))


def built(text: str) -> Routine:
    return build_routine("mine", normalise("routine", read_text(text)), shipped().exercises)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("+ ", "- "))]


def comments(text: str) -> list[str]:
    return re.findall(
        r"# (?:said|first|gently|ten|the |twice|hold|and |for |slow|last|both).*", text
    )


# ---------------------------------------------------------------- unchanged


@pytest.mark.parametrize("file", ROUTINES + EXERCISES, ids=lambda file: file.stem)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_unedited_save_gives_the_same_file(file: Path, ends: str) -> None:
    text = file.read_text("utf-8").replace("\n", ends)
    kind: Any = "routine" if file in ROUTINES else "exercise"
    for base in (text, "\ufeff" + text, text.rstrip()):
        assert write(draft_of(kind, read_text(base)), base) == base


@pytest.mark.parametrize("file", ROUTINES + EXERCISES, ids=lambda file: file.stem)
def test_a_new_file_says_what_the_draft_says(file: Path) -> None:
    raw = read_text(file.read_text("utf-8"))
    kind: Any = "routine" if file in ROUTINES else "exercise"
    assert read_text(write(draft_of(kind, raw))) == raw


@pytest.mark.parametrize("file", ROUTINES, ids=lambda file: file.stem)
def test_a_new_file_looks_like_the_shipped_ones(file: Path) -> None:
    text = file.read_text("utf-8")
    assert sorted(write(routine(text)).splitlines()) == sorted(text.splitlines())


# ---------------------------------------------------------------- any change


@given(base=st.sampled_from(BASES), changes=st.lists(edits, max_size=8))
def test_whatever_was_edited_is_what_the_file_says(base: str, changes: list[Edit]) -> None:
    draft = routine(base)
    for edit in changes:
        draft = edit(draft)
    with pytest.MonkeyPatch.context() as strict:
        strict.setattr(writing, "_comments", pytest.fail)  # nothing is written all anew
        written = write(draft, base)
    again = routine(written)
    assert raw_of(again) == raw_of(draft)
    assert write(again, written) == written
    found = examine_routine(draft, shipped(), name="mine")
    if found.routine is not None:
        assert replace(built(written), own=True) == found.routine


@given(base=st.sampled_from([BY_HAND, INLINE, GROUP_INLINE]), changes=st.lists(edits, max_size=8))
def test_no_comment_is_lost_while_its_step_is_there(base: str, changes: list[Edit]) -> None:
    draft = first = routine(base)
    for edit in changes:
        draft = edit(draft)
    if not set(first.keys) <= set(draft.keys):
        return
    written = write(draft, base)
    for comment in comments(base):
        assert comment in written


# ---------------------------------------------------------------- any file written by hand

remarks = st.sampled_from(["", "  # mine", " #", '\t# "[x]" = 1'])
lines_between = st.sampled_from(["", "\n", "# a remark\n", "\n# ---- part ----\n\n", "\t\n"])
spaces = st.sampled_from(["=", " = ", "  =\t"])
notes = st.sampled_from(['"Slowly."', "'as it is \\ said'", '"""\nTwo\n# lines"""', '"Ноги 🦵"'])


@st.composite
def statements(draw: st.DrawFn, values: dict[str, str]) -> str:
    """Statements in any order, each laid out as somebody may write it."""
    names = draw(st.permutations(list(values)))
    return "".join(
        f"{draw(lines_between)}{name}{draw(spaces)}{values[name]}{draw(remarks)}\n"
        for name in names
    )


@st.composite
def step_values(draw: st.DrawFn) -> dict[str, str]:
    if draw(st.integers(0, 6)) == 0:
        return {"transition": '"get-ready"', "seconds": "10", "text": '"Stand up."'}
    exercise = shipped().exercises[draw(st.sampled_from(sorted(shipped().exercises)))]
    values = {"exercise": draw(st.sampled_from([f'"{exercise.id}"', f"'{exercise.id}'"]))}
    doses = {"hold": "12.5", "reps": "4", "seconds": "2_0"}
    usual = exercise_draft(read_text(exercise_text(exercise.id))).dose
    mine = next((name for name in doses if getattr(usual, name) is not None), "")
    for name, value in (
        (mine, doses.get(mine, "")),
        ("own_pace", "0"),
        ("sides", '"both"'),
        ("change", "7"),
        ("note", draw(notes)),
        ("rest_after", "0"),
    ):
        if name and draw(st.booleans()) and not (name == "own_pace" and mine in values):
            values[name] = value
    return values


@cache
def exercise_text(name: str) -> str:
    return (find_resources().exercises / f"{name}.toml").read_text("utf-8")


@st.composite
def hand_written(draw: st.DrawFn) -> str:
    """A routine as any person may lay it out; nearly always right, sometimes wrong."""
    head = {
        "title": '"Legs # 1"',
        "positions": draw(st.sampled_from(['["bed"]', '[\n "bed", # b\n]'])),
    }
    text = draw(statements(head | ({"note": draw(notes)} if draw(st.booleans()) else {})))
    for _item in range(draw(st.integers(1, 4))):
        header = draw(st.sampled_from(["[[steps]]", "[[ steps ]]"]))
        text += f"{draw(lines_between)}{header}{draw(remarks)}\n"
        if draw(st.integers(0, 3)):
            text += draw(statements(draw(step_values())))
            continue
        text += draw(statements({"repeat": "3", "rest_between": "15.0"}))
        for _step in range(draw(st.integers(1, 3))):
            text += f"{draw(lines_between)}  [[steps.steps]]{draw(remarks)}\n"
            text += draw(statements(draw(step_values())))
    return text + draw(lines_between)


@settings(max_examples=60, deadline=None)
@given(text=hand_written(), changes=st.lists(edits, max_size=4))
def test_a_hand_written_file_comes_back_sign_for_sign(text: str, changes: list[Edit]) -> None:
    draft = routine(text)
    assert write(draft, text) == text
    found = examine_routine(draft, shipped(), name="mine")
    if found.routine is not None:
        assert replace(built(write(draft, text)), own=True) == found.routine
    history = History[RoutineDraft](draft)
    for edit in changes:
        history.apply(edit(history.now))
        assert raw_of(routine(write(history.now, text))) == raw_of(history.now)
    while history.undo():
        pass
    assert write(history.now, text) == text
    renamed = changed_lines(text, write(replace(draft, title="Other"), text))
    assert [line[0] for line in renamed if line[0] in "+-"] == ["-", "+"]


# ---------------------------------------------------------------- single changes


def test_a_changed_dose_changes_its_line() -> None:
    draft = routine(BY_HAND)
    assert changed_lines(BY_HAND, write(steps.change(draft, {1}, reps=12), BY_HAND)) == [
        "- reps=10 # ten are enough",
        "+ reps=12 # ten are enough",
    ]
    assert changed_lines(BY_HAND, write(steps.change(draft, {3}, rest_after=5), BY_HAND)) == [
        "-   rest_after = 0",
        "+   rest_after = 5",
    ]


def test_a_new_value_gets_a_line_where_it_belongs() -> None:
    draft = steps.change(routine(BY_HAND), {3}, count=2)
    assert changed_lines(BY_HAND, write(draft, BY_HAND)) == ["+   count = 2"]
    assert "hold = 20\n  count = 2\n" in write(draft, BY_HAND)


def test_a_removed_value_leaves_its_comment() -> None:
    draft = steps.change(routine(BY_HAND), {1}, reps=None)
    assert changed_lines(BY_HAND, write(draft, BY_HAND)) == [
        "- reps=10 # ten are enough",
        "+ # ten are enough",
    ]


def test_a_moved_step_takes_its_comments_along() -> None:
    written = write(steps.move(routine(BY_HAND), {5}, steps.Place(0)), BY_HAND)
    assert written.index('# for the shin\n[[steps]]\nexercise = "heel') < written.index("# gently")
    assert written.endswith("\n\n# the end\n")
    assert sorted(written.splitlines()) == sorted(BY_HAND.splitlines())


def test_a_step_that_leaves_its_group_changes_its_header_alone() -> None:
    written = write(steps.move(routine(BY_HAND), {4}, steps.END), BY_HAND)
    assert '\n[[steps]]  # and the short one\n  exercise = "quad-standing"\n' in written


def test_a_heading_stays_when_the_step_after_it_goes() -> None:
    written = write(steps.remove(routine(BY_HAND), {1}), BY_HAND)
    assert "# ---- warm up ----" in written
    assert "# gently" not in written


def test_an_added_step_is_written_as_the_shipped_ones() -> None:
    draft = steps.add_step(routine(BY_HAND), "ankle-pump", steps.Place(1))
    written = write(draft, BY_HAND)
    assert sorted(changed_lines(BY_HAND, written)) == [
        "+ ",
        "+ [[steps]]",
        '+ exercise = "ankle-pump"',
    ]


def test_windows_line_ends_stay() -> None:
    base = BY_HAND.replace("\n", "\r\n")
    written = write(replace(routine(base), note="One\ntwo", when="Daily."), base)
    assert "\n" not in written.replace("\r\n", "")
    assert routine(written).note == "One\ntwo"


def test_a_layout_that_is_not_known_keeps_all_comments() -> None:
    base = (
        'title = "X" # my own\npositions = ["bed"]\nmuscles = ["calf"]\ntarget = "Calf"\n'
        "dose.hold = 20 # twenty\ndose.count = 2\n"
    )
    draft = exercise_draft(read_text(base))
    assert draft.dose is not None
    assert write(replace(draft, title="Y"), base) == base.replace('"X"', '"Y"')
    written = write(replace(draft, dose=replace(draft.dose, hold=30)), base)
    assert read_text(written)["dose"] == {"hold": 30, "count": 2}
    assert {"# my own", "# twenty"} <= set(written.splitlines())


@pytest.mark.parametrize("file", EXERCISES, ids=lambda file: file.stem)
def test_an_exercise_changes_only_where_it_was_changed(file: Path) -> None:
    base = file.read_text("utf-8")
    draft = exercise_draft(read_text(base))
    assert draft.dose is not None
    assert len(changed_lines(base, write(replace(draft, title="Mine"), base))) == 2
    slower = replace(draft, dose=replace(draft.dose, change=17))
    assert len(changed_lines(base, write(slower, base))) <= 2
    fewer = replace(draft, sources=draft.sources[1:], setup=("Sit.",), figure="ankle-pump")
    assert read_text(write(fewer, base)) == raw_of(fewer)
