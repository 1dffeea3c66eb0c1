"""Writing routines and exercises: the controllers under the editor's screens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from coach.app.draft_editor import DraftEditor
from coach.app.editor_parts import EditorParts, SaveState, SaveStatus
from coach.content.findings import (
    ExerciseFindings,
    RoutineFindings,
    examine_exercise,
    examine_routine,
)
from coach.core.editing.draft import Draft, ExerciseDraft, RoutineDraft
from coach.core.words import marked

if TYPE_CHECKING:
    from coach.content.schema import Kind

__all__ = ["EditorParts", "ExerciseEditor", "RoutineEditor", "SaveState", "SaveStatus"]


class RoutineEditor(DraftEditor):
    """Edits one routine; its signals are those of every editor.

    Signals: `opened()`, `changed()`, `found(RoutineFindings)`, `state_changed(SaveState)`,
    `saved(id)`, `trouble(text)`.
    """

    kind: Kind = "routine"

    @property
    def draft(self) -> RoutineDraft:
        """The routine as it is now."""
        return cast("RoutineDraft", self._history.now)

    @property
    def findings(self) -> RoutineFindings:
        """What is known of it at this moment; `found` tells it when it has changed."""
        return cast("RoutineFindings", self._examined())

    @property
    def known(self) -> RoutineFindings:
        """The same, without faults while the draft says nothing and nobody wanted to save it."""
        return self._known()

    def apply(
        self,
        change: Callable[[RoutineDraft], RoutineDraft],
        *,
        merge: Hashable = None,
        label: str = "",
    ) -> bool:
        """Change the draft; returns whether anything is different.

        Args:
            change: Makes the new draft of the old one, as those of `coach.core.editing.steps`.
            merge: Names the field that is typed into, so that a number is one step of undo.
            label: What is done, as shown beside "Undo".

        Raises:
            KeyError: It names a step that is not there.
        """
        return self._apply(change(self.draft), merge, label)

    def _empty(self) -> RoutineDraft:
        return RoutineDraft()

    def _known(self) -> RoutineFindings:
        if self._findings is None and self.draft == self._empty():
            return RoutineFindings((), None, None, None)
        return self.findings

    def _examine(self, *, thorough: bool = False) -> RoutineFindings:
        found = examine_routine(
            self.draft,
            self._parts.library(),
            name=self._id or "new",
            lead_in=self._parts.lead_in(),
            like="" if thorough else self._origin,
        )
        if self.draft.steps:
            return found
        # Where it is done follows from the steps: until there are some, nothing is wrong with it.
        faults = tuple(fault for fault in found.faults if fault.field != "positions")
        return replace(found, faults=faults)

    def _titles(self) -> Collection[str]:
        return {card.title for card in self._parts.library().cards.values()}


class ExerciseEditor(DraftEditor):
    """Edits one exercise; its signals are those of every editor.

    Signals: `opened()`, `changed()`, `found(ExerciseFindings)`, `state_changed(SaveState)`,
    `saved(id)`, `trouble(text)`.
    """

    kind: Kind = "exercise"

    @property
    def draft(self) -> ExerciseDraft:
        """The exercise as it is now."""
        return cast("ExerciseDraft", self._history.now)

    @property
    def findings(self) -> ExerciseFindings:
        """What is known of it at this moment; `found` tells it when it has changed."""
        return cast("ExerciseFindings", self._examined())

    def apply(
        self,
        change: Callable[[ExerciseDraft], ExerciseDraft],
        *,
        merge: Hashable = None,
        label: str = "",
    ) -> bool:
        """Change the draft; returns whether anything is different. See `RoutineEditor.apply`."""
        return self._apply(change(self.draft), merge, label)

    def set_picture(self, source: Path) -> None:
        """Take a copy of a picture into the person's folder and show it in place of a figure.

        Raises:
            ContentError: It can't be shown.
            OSError: It can't be copied.
        """
        name = self._files.add_picture(source)
        shown = replace(self.draft, picture=name, figure=None)
        self._apply(shown, None, marked("Choose a picture"))

    def _empty(self) -> ExerciseDraft:
        return ExerciseDraft()

    def _examine(self, *, thorough: bool = False) -> ExerciseFindings:
        name, pictures = self._id or "new", self._files.pictures
        return examine_exercise(self.draft, self._parts.library(), name=name, pictures=pictures)

    def _titles(self) -> Collection[str]:
        return {exercise.title for exercise in self._parts.library().exercises.values()}

    def _as_copy(self, name: str, draft: Draft) -> Draft:
        """Keep the picture that the original found by its name; what is said of trials goes."""
        original = self._parts.library().exercises.get(name)
        figure = original.figure if original and original.figure else None
        return replace(cast("ExerciseDraft", draft), figure=figure, strength=None)
