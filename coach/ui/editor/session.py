"""What the parts of the editor share: the draft, what is chosen in it, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from coach.app.editing import RoutineEditor
from coach.content.findings import Fault
from coach.content.library import Library
from coach.core.editing import steps as edits
from coach.core.editing.draft import GroupDraft, ItemDraft, RoutineDraft, walk
from coach.core.editing.steps import Place
from coach.core.words import _, marked
from coach.ui.editor.facts import FactBook
from coach.ui.editor.rows import adding_place, rows_of

Change = Callable[[RoutineDraft], RoutineDraft]


class Session(QObject):
    """One routine being edited on the screen.

    Attributes:
        editor: Draft, history and file.
        facts: What is known of each step.
        keys: Keys of the steps that are chosen.

    Signals:
        chosen: Other steps are chosen.
        choice_wanted: These steps shall be chosen; carries their keys.
    """

    chosen = Signal()
    choice_wanted = Signal(object)

    def __init__(
        self, editor: RoutineEditor, library: Callable[[], Library], parent: QObject | None = None
    ) -> None:
        """Begin with what `editor` has open."""
        super().__init__(parent)
        self.editor = editor
        self.facts = FactBook(library, lambda: editor.origin, lambda: editor.draft.positions)
        self.keys: tuple[int, ...] = ()

    @property
    def draft(self) -> RoutineDraft:
        """The routine as it is now."""
        return self.editor.draft

    @property
    def item(self) -> ItemDraft | None:
        """The one step or group that is chosen; None for none or several."""
        if len(self.keys) != 1:
            return None
        return next((item for item in walk(self.draft.steps) if item.key == self.keys[0]), None)

    @property
    def first_step(self) -> int:
        """Number of the first chosen step among the steps with all rounds written out."""
        number = 0
        for item in self.draft.steps:
            if isinstance(item, GroupDraft):
                for inner, step in enumerate(item.steps):
                    if step.key in self.keys or item.key in self.keys:
                        return number + inner
                number += len(item.steps) * item.repeat
            else:
                if item.key in self.keys:
                    return number
                number += 1
        return 0

    def faults_of(self, key: int) -> dict[str, str]:
        """Return what is wrong in a step, by field; key 0 is the routine."""
        faults: dict[str, str] = {}
        for fault in self.editor.known.faults:
            if fault.key == key:
                faults.setdefault(field_of(fault), fault.reason)
        return faults

    # -- changes ------------------------------------------------------------------------------

    def choose(self, keys: tuple[int, ...]) -> None:
        """Note what is chosen."""
        if keys != self.keys:
            self.keys = keys
            self.editor.end_merge()
            self.chosen.emit()

    def apply(self, change: Change, *, label: str, merge: Hashable = None) -> bool:
        """Change the draft; where it goes through the usual positions, these follow."""
        return self.editor.apply(
            lambda draft: self._follow(draft, change(draft)), merge=merge, label=label
        )

    def set_routine(self, field: str, value: object, label: str) -> None:
        """Give the routine another value."""
        self.editor.apply(
            lambda draft: replace(draft, **{field: value}),  # type: ignore[arg-type]
            merge=(0, field),
            label=label,
        )

    def set_field(self, label: str, **fields: object) -> None:
        """Give the chosen steps other values."""
        merge = (self.keys, tuple(fields))
        self.apply(lambda draft: edits.change(draft, self.keys, **fields), label=label, merge=merge)

    def add(self, exercise: str) -> None:
        """Add an exercise after what is chosen."""
        rows = rows_of(self.draft)
        place = adding_place(rows, self.keys[-1] if self.keys else 0)
        key = self.draft.next_key
        self.apply(
            lambda draft: edits.add_step(draft, exercise, place), label=marked("Add an exercise")
        )
        self.choice_wanted.emit((key,))

    def add_transition(self) -> None:
        """Add time to get into place after what is chosen."""
        rows = rows_of(self.draft)
        place = adding_place(rows, self.keys[-1] if self.keys else 0)
        key = self.draft.next_key
        text = _("Get into place.")
        self.apply(
            lambda draft: edits.add_transition(draft, "get-ready", 10, text, place),
            label=marked("Add time to get into place"),
        )
        self.choice_wanted.emit((key,))

    def remove(self) -> None:
        """Take what is chosen away."""
        if self.keys:
            keys = self.keys
            self.apply(lambda draft: edits.remove(draft, keys), label=marked("Remove"))

    def duplicate(self) -> None:
        """Put a copy after what is chosen."""
        if not self.keys:
            return
        keys, first = self.keys, self.draft.next_key
        self.apply(lambda draft: edits.duplicate(draft, keys), label=marked("Duplicate"))
        copies = tuple(item.key for item in walk(self.draft.steps) if first <= item.key)
        self.choice_wanted.emit(copies[:1] if len(keys) == 1 else copies)

    def move(self, keys: tuple[int, ...], to: Place) -> None:
        """Move steps."""
        self.apply(lambda draft: edits.move(draft, keys, to), label=marked("Move"))

    def group(self) -> None:
        """Repeat what is chosen together; a group that is chosen alone is taken apart."""
        if isinstance(self.item, GroupDraft):
            self.ungroup()
            return
        if not self.keys:
            return
        keys, key = self.keys, self.draft.next_key
        self.apply(lambda draft: edits.group(draft, keys), label=marked("Repeat together"))
        self.choice_wanted.emit((key,))

    def ungroup(self) -> None:
        """Take a group apart."""
        group = self.item
        if isinstance(group, GroupDraft):
            inside = tuple(step.key for step in group.steps)
            self.apply(lambda draft: edits.ungroup(draft, group.key), label=marked("Take apart"))
            self.choice_wanted.emit(inside)

    # -- positions ----------------------------------------------------------------------------

    def _usual_positions(self, draft: RoutineDraft) -> tuple[str, ...]:
        return edits.usual_positions(draft, self.facts.library.exercises)

    def _follow(self, before: RoutineDraft, after: RoutineDraft) -> RoutineDraft:
        """Let the positions follow the steps unless somebody has chosen others."""
        if before.positions and before.positions != self._usual_positions(before):
            return after
        return replace(after, positions=self._usual_positions(after))


def field_of(fault: Fault) -> str:
    """Return the name of the field a fault is in, without what is inside of it."""
    return fault.field
