"""The steps of a draft as rows, and the gaps between rows as places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coach.core.editing.draft import GroupDraft, ItemDraft, RoutineDraft
from coach.core.editing.steps import Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list.

    Attributes:
        item: The step or group.
        index: Its place among its siblings.
        group: Key of the group it is in; 0 for none.
        is_last: It is the last step of its group.
    """

    item: ItemDraft
    index: int
    group: int = 0
    is_last: bool = False

    @property
    def key(self) -> int:
        """Tells it apart."""
        return self.item.key

    @property
    def is_group(self) -> bool:
        """Whether it is the head of a group."""
        return isinstance(self.item, GroupDraft)


def rows_of(draft: RoutineDraft) -> tuple[Row, ...]:
    """Return a row for each step and group, the steps of a group after it."""
    rows: list[Row] = []
    for index, item in enumerate(draft.steps):
        rows.append(Row(item, index))
        if isinstance(item, GroupDraft):
            last = len(item.steps) - 1
            rows += (Row(step, n, item.key, n == last) for n, step in enumerate(item.steps))
    return tuple(rows)


def place_at(rows: Sequence[Row], gap: int, *, inside: bool) -> Place:
    """Return the place of a gap.

    Args:
        rows: All rows.
        gap: Before which row; the number of rows for the end.
        inside: After the last step of a group, still in the group.
    """
    if gap <= 0 or not rows:
        return Place(0)
    above = rows[min(gap, len(rows)) - 1]
    if above.is_group:
        return Place(0, above.key)
    if above.group and (inside or not above.is_last):
        return Place(above.index + 1, above.group)
    if above.group:
        head = next(row for row in rows if row.key == above.group)
        return Place(head.index + 1)
    return Place(above.index + 1)


def step_up(rows: Sequence[Row], keys: Collection[int]) -> Place | None:
    """Return where the chosen rows go by one key press upwards; None where they are at the top."""
    at = next((n for n, row in enumerate(rows) if row.key in keys), 0)
    if at == 0:
        return None
    mine, above = rows[at], rows[at - 1]
    if mine.group:
        if not above.is_group:
            return Place(above.index, above.group)
        return Place(above.index)
    if above.group:
        head = next(row for row in rows if row.key == above.group)
        return Place(head.index) if mine.is_group else Place(above.index + 1, above.group)
    return Place(0, above.key) if above.is_group and not mine.is_group else Place(above.index)


def step_down(rows: Sequence[Row], keys: Collection[int]) -> Place | None:
    """Return where the chosen rows go by one key press downwards; None at the bottom."""
    chosen = [row for row in rows if row.key in keys]
    if not chosen:
        return None
    last = chosen[-1]
    if last.group and last.is_last:
        head = next(row for row in rows if row.key == last.group)
        return Place(head.index + 1)
    level = [row for row in rows if row.group == last.group and row.index > last.index]
    if not level:
        return None
    below = level[0]
    if below.is_group and not any(row.is_group for row in chosen):
        return Place(0, below.key)
    return Place(below.index + 1, below.group or None)


def adding_place(rows: Sequence[Row], current: int) -> Place:
    """Return where a new step goes: after the present one, in its group; else to the end."""
    row = next((row for row in rows if row.key == current), None)
    if row is None:
        return Place(sum(not row.group for row in rows))
    if row.is_group:
        item = row.item
        return Place(len(item.steps) if isinstance(item, GroupDraft) else 0, row.key)
    return Place(row.index + 1, row.group or None)
