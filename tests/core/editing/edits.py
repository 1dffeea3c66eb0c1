"""Any sequence of changes to a routine, as somebody at an editor may make them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from coach.core.editing import steps
from coach.core.editing.draft import GroupDraft, RoutineDraft, StepDraft, walk

Edit = Callable[[RoutineDraft], RoutineDraft]

EXERCISES = ("quad-standing", "ankle-pump", "easy-walk", "calf-wall-split", "heel-raise-standing")
DOSES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "quad-standing": ({"hold": 20}, {"hold": 12.5, "count": 3, "rest": 0}),
    "ankle-pump": ({"reps": 5}, {"tempo": (2, 1.5), "sets": 2}),
    "easy-walk": ({"seconds": 90}, {"seconds": 20, "count": 2}),
    "calf-wall-split": ({"hold": 20, "change": 8}, {"sides": "both"}),
    "heel-raise-standing": ({"reps": 4, "rest": 9, "sets": 2}, {"tempo": (2, 2)}),
}
MEANT = (*(name for doses in DOSES.values() for dose in doses for name in dose), "own_pace")
texts = st.sampled_from(["", "Slowly.", "Ноги # 1", 'a "b" \\c', "two\nlines", "café 🦵", "#"])


def apply(number: int, kind: int, pick: int, other: int, text: str) -> Edit:
    """One change; what the numbers mean depends on what is there."""

    def edit(draft: RoutineDraft) -> RoutineDraft:
        there = list(walk(draft.steps))
        if not there or kind < 3:
            return _anywhere(draft, kind, number, pick, text)
        some = {there[pick % len(there)].key, there[other % len(there)].key}
        if kind < 7:
            return _structure(draft, kind, some, number)
        return _values(draft, there, there[pick % len(there)], number, text)

    return edit


def _place(draft: RoutineDraft, number: int) -> steps.Place:
    groups = [item.key for item in draft.steps if isinstance(item, GroupDraft)]
    return steps.Place(number % 7, groups[0] if groups and number % 3 else None)


def _anywhere(draft: RoutineDraft, kind: int, number: int, pick: int, text: str) -> RoutineDraft:
    if kind == 0:
        return _titled(draft, text, number)
    if kind == 1:
        return steps.add_transition(draft, "get-ready", 10, "Stand up.", _place(draft, number))
    return steps.add_step(draft, EXERCISES[pick % len(EXERCISES)], _place(draft, number))


def _structure(draft: RoutineDraft, kind: int, some: set[int], number: int) -> RoutineDraft:
    if kind == 3:
        return steps.move(draft, some, _place(draft, number))
    if kind == 4:
        return steps.duplicate(draft, some)
    if kind == 5:
        left = steps.remove(draft, some)
        return left if left.steps else draft
    first = draft.find(min(some))
    if isinstance(first, GroupDraft) and number % 2:
        return steps.ungroup(draft, first.key)
    return steps.group(draft, some)


def _values(
    draft: RoutineDraft,
    there: list[StepDraft | GroupDraft],
    item: StepDraft | GroupDraft,
    number: int,
    text: str,
) -> RoutineDraft:
    if isinstance(item, GroupDraft):
        return steps.change(draft, {item.key}, repeat=1 + number % 3, rest_between=number)
    if number % 2:
        return _other_dose(draft, item, number)
    return steps.change(draft, _plain(there)[:2], note=text, rest_after=number % 4 * 5)


def _plain(there: list[StepDraft | GroupDraft]) -> list[int]:
    return [item.key for item in there if isinstance(item, StepDraft) and item.exercise]


def _other_dose(draft: RoutineDraft, item: StepDraft | GroupDraft, number: int) -> RoutineDraft:
    if not isinstance(item, StepDraft) or not item.exercise:
        return draft
    clean = steps.change(draft, {item.key}, **dict.fromkeys(MEANT))
    if number % 3 == 2:
        return steps.change(clean, {item.key}, own_pace=number)
    dose = DOSES.get(item.exercise, ({}, {}))[number % 3]
    return steps.change(clean, {item.key}, **dose)


def _titled(draft: RoutineDraft, text: str, number: int) -> RoutineDraft:
    from dataclasses import replace

    title = text.replace("\n", " ") or "Legs"
    where = (("standing",), ("bed", "seated"))[number % 2]
    return replace(draft, title=title, note=text, before=title, positions=where)


edits: st.SearchStrategy[Edit] = st.builds(
    apply,
    st.integers(0, 20),
    st.integers(0, 9),
    st.integers(0, 40),
    st.integers(0, 40),
    texts,
)
