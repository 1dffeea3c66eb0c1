"""Changes to the steps of a routine; each returns a new draft and leaves the old one alone.

Steps and groups are named by their keys. A key that is not there raises KeyError.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.core.editing.draft import GroupDraft, ItemDraft, RoutineDraft, StepDraft, walk
from coach.core.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Place:
    """A gap between steps.

    Attributes:
        index: Before which item of the list, counted as the list is before the change; past the
            end for the end.
        group: Key of the group whose steps are meant; None for the routine's own list.
    """

    index: int
    group: int | None = None


END = Place(1 << 30)
"""After the last item of the routine."""


def add_step(draft: RoutineDraft, exercise: str, at: Place = END) -> RoutineDraft:
    """Add an exercise with its usual dose; its key is the draft's `next_key`."""
    return _add(draft, StepDraft(key=draft.next_key, exercise=exercise), at)


def add_transition(
    draft: RoutineDraft, transition: str, seconds: float, text: str, at: Place = END
) -> RoutineDraft:
    """Add time to get into place; its key is the draft's `next_key`."""
    step = StepDraft(key=draft.next_key, transition=transition, seconds=seconds, text=text)
    return _add(draft, step, at)


def remove(draft: RoutineDraft, keys: Collection[int]) -> RoutineDraft:
    """Take steps and groups away; a group whose last step goes, goes too."""
    _must_exist(draft, keys)
    return replace(draft, steps=_without(draft.steps, frozenset(keys)))


def duplicate(draft: RoutineDraft, keys: Collection[int]) -> RoutineDraft:
    """Put a copy of steps and groups after the last of them, in their order.

    The copies have the keys from the draft's `next_key` on. Inside a group, copies of groups are
    copies of their steps.
    """
    chosen = _chosen(draft, keys)
    if not chosen:
        return draft
    place = _place_of(draft, chosen[-1].key)
    after = replace(place, index=place.index + 1)
    number = draft.next_key
    copies: list[ItemDraft] = []
    for item in chosen if place.group is None else _flat(chosen):
        copy = replace(item, key=number)
        number += 1
        if isinstance(copy, GroupDraft):
            steps = tuple(replace(step, key=number + i) for i, step in enumerate(copy.steps))
            copy, number = replace(copy, steps=steps), number + len(steps)
        copies.append(copy)
    return replace(draft, steps=_insert(draft.steps, copies, after), next_key=number)


def move(draft: RoutineDraft, keys: Collection[int], to: Place) -> RoutineDraft:
    """Move steps and groups together to a gap, in the order they have.

    A group that is moved into another one is dissolved into its steps; one that is moved into
    itself stays. A group left without steps goes away.
    """
    chosen = _chosen(draft, keys)
    target = draft.steps if to.group is None else _group(draft, to.group).steps
    if not chosen or (to.group is not None and to.group in {item.key for item in chosen}):
        return draft
    moved: Sequence[ItemDraft] = chosen if to.group is None else tuple(_flat(chosen))
    gone = frozenset(item.key for item in chosen)
    before = sum(item.key in gone for item in target[: max(0, to.index)])
    if to.group is None:  # groups that go away because they are emptied also stood before the gap
        before += sum(_is_emptied(item, gone) for item in target[: max(0, to.index)])
    gap = replace(to, index=max(0, to.index) - before)
    left = _without(draft.steps, gone, keep_group=to.group)
    return replace(draft, steps=_insert(left, moved, gap))


def group(draft: RoutineDraft, keys: Collection[int], repeat: int = 2) -> RoutineDraft:
    """Join steps to a new group where the first of them is; its key is the draft's `next_key`.

    Groups among them are dissolved into their steps. Steps of a group leave it; the new one comes
    after it.
    """
    chosen = _chosen(draft, keys)
    if not chosen:
        return draft
    first = _place_of(draft, chosen[0].key)
    gone = frozenset(item.key for item in chosen)
    index = first.index
    if first.group is not None:
        outer = _place_of(draft, first.group).index
        index = outer + (not _is_emptied(draft.steps[outer], gone))
    # Whatever of the chosen stands before the gap is taken away with it.
    kept = _without(draft.steps[:index], gone)
    joined = GroupDraft(key=draft.next_key, repeat=repeat, steps=tuple(_flat(chosen)))
    rest = _without(draft.steps[index:], gone)
    return replace(draft, steps=(*kept, joined, *rest), next_key=draft.next_key + 1)


def ungroup(draft: RoutineDraft, key: int) -> RoutineDraft:
    """Put the steps of a group in its place."""
    gone = _group(draft, key)
    items: list[ItemDraft] = []
    for item in draft.steps:
        items += item.steps if item is gone and isinstance(item, GroupDraft) else (item,)
    return replace(draft, steps=tuple(items))


def change(draft: RoutineDraft, keys: Collection[int], **fields: object) -> RoutineDraft:
    """Give steps or groups other values, None for what the exercise says.

    Raises:
        TypeError: They have no such field.
    """
    _must_exist(draft, keys)

    def changed(item: ItemDraft) -> ItemDraft:
        if isinstance(item, GroupDraft) and any(step.key in keys for step in item.steps):
            item = replace(item, steps=tuple(changed(step) for step in item.steps))  # type: ignore[misc]
        if item.key not in keys:
            return item
        return replace(item, **fields)  # type: ignore[arg-type]

    return replace(draft, steps=tuple(changed(item) for item in draft.steps))


_BY_THE_CLOCK = ("hold", "reps", "seconds", "count", "sets", "rest", "tempo")


def usual_dose(draft: RoutineDraft, keys: Collection[int]) -> RoutineDraft:
    """Let the exercises decide how much is done in steps."""
    return change(draft, keys, own_pace=None, **dict.fromkeys(_BY_THE_CLOCK))


def usual_positions(draft: RoutineDraft, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Return the positions that the exercises of a draft take, in the order they come.

    An exercise that can be done in a position the routine has already been in stays in it.
    """
    taken: dict[str, None] = {}
    for item in walk(draft.steps):
        exercise = exercises.get(item.exercise) if isinstance(item, StepDraft) else None
        if exercise is not None and taken.keys().isdisjoint(exercise.positions):
            taken[exercise.positions[0].value] = None
    return tuple(taken)


# ---------------------------------------------------------------- the list


def _add(draft: RoutineDraft, step: StepDraft, at: Place) -> RoutineDraft:
    if at.group is not None:
        _group(draft, at.group)
    steps = _insert(draft.steps, [step], at)
    return replace(draft, steps=steps, next_key=draft.next_key + 1)


def _insert(
    items: tuple[ItemDraft, ...], new: Iterable[ItemDraft], at: Place
) -> tuple[ItemDraft, ...]:
    index = max(0, at.index)
    if at.group is None:
        return (*items[:index], *new, *items[index:])
    steps = tuple(_flat(new))
    return tuple(
        replace(item, steps=(*item.steps[:index], *steps, *item.steps[index:]))
        if isinstance(item, GroupDraft) and item.key == at.group
        else item
        for item in items
    )


def _without(
    items: tuple[ItemDraft, ...], gone: frozenset[int], *, keep_group: int | None = None
) -> tuple[ItemDraft, ...]:
    left: list[ItemDraft] = []
    for item in items:
        if item.key in gone or (item.key != keep_group and _is_emptied(item, gone)):
            continue
        if isinstance(item, GroupDraft) and any(step.key in gone for step in item.steps):
            item = replace(item, steps=tuple(s for s in item.steps if s.key not in gone))  # noqa: PLW2901
        left.append(item)
    return tuple(left)


def _is_emptied(item: ItemDraft, gone: frozenset[int]) -> bool:
    if not isinstance(item, GroupDraft) or item.key in gone or not item.steps:
        return False
    return all(step.key in gone for step in item.steps)


def _chosen(draft: RoutineDraft, keys: Collection[int]) -> tuple[ItemDraft, ...]:
    """Return what is chosen in its order; the steps of a chosen group belong to it."""
    _must_exist(draft, keys)
    chosen: list[ItemDraft] = []
    for item in draft.steps:
        if item.key in keys:
            chosen.append(item)
        elif isinstance(item, GroupDraft):
            chosen += (step for step in item.steps if step.key in keys)
    return tuple(chosen)


def _flat(items: Iterable[ItemDraft]) -> Iterable[StepDraft]:
    for item in items:
        if isinstance(item, GroupDraft):
            yield from item.steps
        else:
            yield item


def _place_of(draft: RoutineDraft, key: int) -> Place:
    for index, item in enumerate(draft.steps):
        if item.key == key:
            return Place(index)
        if isinstance(item, GroupDraft):
            for inner, step in enumerate(item.steps):
                if step.key == key:
                    return Place(inner, item.key)
    raise KeyError(key)


def _group(draft: RoutineDraft, key: int) -> GroupDraft:
    found = next((item for item in draft.steps if item.key == key), None)
    if not isinstance(found, GroupDraft):
        raise KeyError(key)
    return found


def _must_exist(draft: RoutineDraft, keys: Collection[int]) -> None:
    missing = set(keys) - {item.key for item in walk(draft.steps)}
    if missing:
        raise KeyError(min(missing))
