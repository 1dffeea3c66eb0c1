"""The rows of the list of steps as a model."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coach.core.editing.draft import GroupDraft, RoutineDraft, StepDraft
from coach.core.numbers import seconds_text
from coach.core.words import _, listed
from coach.ui.editor.facts import FactBook, Facts
from coach.ui.editor.rows import Row, rows_of
from coach.ui.editor.words import group_text, length_of
from coach.ui.parts.field import sentence

Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractListModel):
    """Hands out what the rows show, also to screen readers.

    Attributes:
        rows: What there is.
        faults: What is wrong, by key of the step: the first reason of each.
    """

    def __init__(self, facts: FactBook, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._facts = facts
        self.rows: tuple[Row, ...] = ()
        self.faults: Mapping[int, str] = {}

    def show_draft(self, draft: RoutineDraft) -> bool:
        """Show a draft; returns whether rows came, went or moved."""
        rows = rows_of(draft)
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def show_faults(self, faults: Mapping[int, str]) -> None:
        """Show what is wrong."""
        if faults != self.faults:
            self.faults = faults
            if self.rows:
                self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def row_of(self, key: int) -> int:
        """Return the row of a key, -1 where there is none."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def facts(self, row: Row) -> Facts | None:
        """Return what is known of a step; None for the head of a group."""
        return self._facts.of(row.item) if isinstance(row.item, StepDraft) else None

    def seconds(self, row: Row) -> float | None:
        """Return the length of a step, or of a group with all its rounds; None if not known."""
        item = row.item
        if isinstance(item, StepDraft):
            return self._facts.of(item).seconds
        each = [self._facts.of(step).seconds for step in item.steps]
        if any(seconds is None for seconds in each) or not item.steps:
            return None
        rests = sum(step.rest_after for step in item.steps[:-1])
        one_round = sum(seconds or 0 for seconds in each) + rests
        return one_round * item.repeat + item.rest_between * (item.repeat - 1)

    def title(self, row: Row) -> str:
        """Return the first line of a row."""
        if isinstance(row.item, GroupDraft):
            return group_text(row.item.repeat, row.item.rest_between)
        return self._facts.of(row.item).title

    def detail(self, row: Row) -> str:
        """Return the second line of a row: what is wrong, else how much is done."""
        if reason := self.faults.get(row.key, ""):
            return sentence(reason)
        facts = self.facts(row)
        return facts.dose if facts else ""

    def length(self, row: Row) -> str:
        """Return the length of a row as shown."""
        facts, seconds = self.facts(row), self.seconds(row)
        if facts is not None and facts.waits:
            return _("your pace")
        return "–" if seconds is None else length_of(seconds)

    def rest(self, row: Row) -> str:
        """Return the rest after a step as shown; empty for none."""
        item = row.item
        if isinstance(item, GroupDraft) or item.rest_after <= 0 or row.is_last:
            return ""
        return _("then rest {seconds}").format(seconds=seconds_text(item.rest_after))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as in Qt
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return one text of a row."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            within = _("In a group") if row.group else ""
            parts = (self.detail(row), self.length(row), self.rest(row), within)
            return listed(parts)
        return None
