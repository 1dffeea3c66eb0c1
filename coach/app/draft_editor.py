"""One draft with its history and its file: what the editors of all kinds have in common."""

from __future__ import annotations

import logging
from collections.abc import Collection, Hashable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.editor_parts import CLEAN, DIRTY, EditorParts, SaveState, SaveStatus, conflict
from coach.content.drafts import draft_of
from coach.content.findings import ExerciseFindings, RoutineFindings
from coach.content.naming import copy_title, id_for
from coach.content.own_files import ChangedOnDiskError, OwnFile, read_own_file
from coach.content.problem import ContentError
from coach.content.reading import read_text
from coach.content.translated import translated
from coach.content.unsaved import Unsaved, forget_unsaved, keep_unsaved
from coach.core.editing.draft import Draft
from coach.core.editing.history import History
from coach.core.words import _, counted, marked

if TYPE_CHECKING:
    from coach.content.schema import Kind

KEEP_MS = 3000
"""Work in progress is kept at most this long after it was done."""
FIND_MS = 30
"""Changes within this time are checked together."""

log = logging.getLogger(__name__)


class DraftEditor(QObject):
    """Holds one draft with its history and keeps it from getting lost.

    Signals:
        opened: There is another draft; views begin anew.
        changed: The draft is another one, by a change, undo or redo.
        found: What is known of the draft, findings; shortly after changes, together for all.
        state_changed: How draft and file stand to each other, a SaveState.
        saved: The file was written; carries its id.
        trouble: One sentence: work in progress could not be kept.
    """

    opened = Signal()
    changed = Signal()
    found = Signal(object)
    state_changed = Signal(object)
    saved = Signal(str)
    trouble = Signal(object)

    kind: Kind

    def __init__(self, parts: EditorParts, parent: QObject | None = None) -> None:
        """Begin with a new draft."""
        super().__init__(parent)
        self._parts = parts
        self._files = parts.files
        self._find_soon = QTimer(self, singleShot=True, interval=FIND_MS)
        self._find_soon.timeout.connect(self._find)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep_soon.timeout.connect(self.keep_now)
        self._unsaved = self._new()
        self._history: History[Draft] = History(self._unsaved.draft)
        self._saved: Draft | None = self._history.now
        self._begin(self._new())

    # ---------------------------------------------------------------- which draft

    @property
    def id(self) -> str:
        """Of the file; empty while there is none. A new title does not change it."""
        return self._id

    @property
    def origin(self) -> str:
        """Of the file that the draft was made of or copied from; empty for a new one."""
        return self._origin

    @property
    def state(self) -> SaveState:
        """How draft and file stand to each other."""
        return self._state

    def begin(self) -> None:
        """Start a new draft."""
        self._begin(self._new())

    def open(self, name: str) -> None:
        """Open a file of the person's own, right or wrong.

        Raises:
            ContentError: There is none, it can't be read, or only an editor of text can mend it.
        """
        self._begin(self._read(name))

    def duplicate(self, name: str) -> None:
        """Start a draft that is a copy of a shipped file or of one of the person's own.

        Raises:
            ContentError: As for `open`.
        """
        shipped = self._shipped(name)
        file = read_own_file(shipped) if shipped else self._files.read(self.kind, name)
        raw = read_text(file.text)
        draft = draft_of(self.kind, translated(self.kind, raw) if shipped else raw)
        title = copy_title(draft.title, self._titles(), _("{title} (copy)"))
        copy = self._as_copy(name, replace(draft, title=title))
        self._begin(Unsaved(self.kind, "", copy, file.text), pristine=False, origin=name)

    def restore(self, version: Path) -> None:
        """Go back to an earlier version of the open file, one of `OwnFiles.versions`.

        The file changes when it is saved, and is an earlier version itself from then on.

        Raises:
            ContentError: As for `open`.
        """
        file = read_own_file(version)
        draft = draft_of(self.kind, read_text(file.text))
        self._begin(Unsaved(self.kind, self._id, draft, file.text, self._stamp), pristine=False)

    def take_up(self, unsaved: Unsaved) -> None:
        """Go on with what was not saved; `check_disk` is done at once."""
        self._begin(unsaved, pristine=False)
        self.check_disk()

    def _new(self) -> Unsaved:
        return Unsaved(self.kind, "", self._empty())

    def _read(self, name: str) -> Unsaved:
        file = self._files.read(self.kind, name)
        draft = draft_of(self.kind, read_text(file.text))
        return Unsaved(self.kind, name, draft, file.text, file.stamp)

    def _begin(
        self, unsaved: Unsaved, *, pristine: bool = True, drop: bool = False, origin: str = ""
    ) -> None:
        """Go over to another draft; the one before is kept or dropped."""
        if drop:
            self._forget()
        else:
            self.keep_now()
        self._stop()
        self._unsaved = unsaved
        self._id = unsaved.id
        self._origin = origin or unsaved.id
        self._stamp = unsaved.stamp
        self._history = History(unsaved.draft)
        self._saved = unsaved.draft if pristine else None
        self._findings: RoutineFindings | ExerciseFindings | None = None
        self._state = CLEAN if pristine else DIRTY
        self.opened.emit()
        self.state_changed.emit(self._state)
        self._find_soon.start()
        if not pristine and unsaved.path is None:
            self._keep_soon.start()

    # ---------------------------------------------------------------- changes

    @property
    def history(self) -> History[Draft]:
        """What can be undone and redone, with its names; change it through the editor."""
        return self._history

    def undo(self) -> None:
        """Take the last change back."""
        if self._history.undo():
            self._note_change()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._history.redo():
            self._note_change()

    def end_merge(self) -> None:
        """Let the next change be undone alone, as when a field has been left."""
        self._history.end_merge()

    def _apply(self, draft: Draft, merge: Hashable, label: str) -> bool:
        changed = self._history.apply(draft, merge=merge, label=label)
        if changed:
            self._note_change()
        return changed

    def _note_change(self) -> None:
        self._findings = None
        if not self._find_soon.isActive():
            self._find_soon.start()
        clean = self._history.now == self._saved
        if clean:
            self._keep_soon.stop()
            self._forget()
        elif not self._keep_soon.isActive():
            self._keep_soon.start()
        if self._state.status is not SaveStatus.CONFLICT:
            self._set_state(CLEAN if clean else DIRTY)
        self.changed.emit()

    def _find(self) -> None:
        self.found.emit(self._known())

    def _known(self) -> RoutineFindings | ExerciseFindings:
        return self._examined()

    def look_anew(self) -> None:
        """Examine the draft anew, as in another language; `found` tells what is known."""
        self._findings = None
        if self._state.status is SaveStatus.CONFLICT:
            self._set_state(conflict(self._state.theirs))
        self._find_soon.start()

    def _examined(self) -> RoutineFindings | ExerciseFindings:
        if self._findings is None:
            self._findings = self._examine()
        return self._findings

    # ---------------------------------------------------------------- saving

    def save(self, *, force: bool = False) -> bool:
        """Write the file; returns whether it says what the draft says.

        With `force` what something else wrote meanwhile is replaced; it stays an earlier version.
        """
        self._findings = self._examine(thorough=True)
        faults = len(self._findings.faults)
        if faults:
            text = counted(
                "One thing has to be put right before it can be saved.",
                "{n} things have to be put right before it can be saved.",
                faults,
            )
            return self._refuse(SaveState(SaveStatus.FAILED, text))
        from coach.content.writing import write  # nothing waits for it before something is saved

        name = self._id or id_for(self._history.now.title, self._taken(), self.kind)
        try:
            text = write(self._history.now, self._unsaved.base)
            stamp = self._files.save(self.kind, name, text, self._stamp, force=force)
        except ChangedOnDiskError as changed:
            return self._refuse(conflict(changed.theirs))
        except OSError as error:
            reason = error.strerror or str(error)
            sentence = _("It could not be saved: {reason}. Your work is kept as a draft.")
            if not self.keep_now():
                sentence = _("It could not be saved: {reason}. Do not close the window yet.")
            return self._refuse(SaveState(SaveStatus.FAILED, sentence.format(reason=reason)))
        self._id, self._stamp, self._saved = name, stamp, self._history.now
        self._history.end_merge()
        self._keep_soon.stop()
        self._forget()
        self._unsaved = replace(self._unsaved, id=name, stamp=stamp)
        self._parts.reload()
        self._set_state(CLEAN)
        self.saved.emit(name)
        return True

    def save_as_copy(self) -> bool:
        """Write the draft to a new file, as to keep both in a conflict."""
        self._forget()
        self._unsaved = replace(self._unsaved, id="", stamp=None)
        self._id, self._stamp, self._saved = "", None, None
        title = copy_title(self._history.now.title, self._titles(), _("{title} (copy)"))
        self._apply(replace(self._history.now, title=title), None, marked("Keep both"))
        return self.save()

    def take_theirs(self) -> None:
        """Drop the draft for what the file says now.

        Raises:
            ContentError: As for `open`.
        """
        self._begin(self._read(self._id), drop=True)
        self._parts.reload()

    def discard(self) -> None:
        """Drop what was not saved; the draft is what the file says, or a new one."""
        self._begin(self._read(self._id) if self._id else self._new(), drop=True)

    def let_go(self) -> None:
        """Begin a new draft and leave no trace of this one: all files are others now."""
        self._unsaved = self._new()
        self._begin(self._unsaved, drop=True)

    def check_disk(self) -> None:
        """See whether something else has written the file, as when the window is come back to.

        A draft without changes follows the file; otherwise it is a conflict.
        """
        if not self._id or self._files.is_as(self.kind, self._id, self._stamp):
            return
        try:
            file: OwnFile | None = self._files.read(self.kind, self._id)
            if self._state.status is SaveStatus.CLEAN:
                self.take_theirs()
                return
        except ContentError:
            file = None
        self._set_state(conflict(file))

    def keep_now(self) -> bool:
        """Keep work in progress, as before the app ends; returns whether it is safe."""
        self._keep_soon.stop()
        if self._history.now == self._saved:
            return True
        unsaved = replace(self._unsaved, draft=self._history.now)
        try:
            self._unsaved = keep_unsaved(self._parts.drafts, unsaved)
        except OSError as error:
            log.warning("a draft is not kept: %s", error)
            text = _("Your draft could not be kept: {reason}.")
            self.trouble.emit(text.format(reason=error.strerror or str(error)))
            return False
        return True

    def close(self) -> None:
        """Keep work in progress and stop all timers."""
        self.keep_now()
        self._stop()

    def _refuse(self, state: SaveState) -> bool:
        self._set_state(state)
        return False

    def _set_state(self, state: SaveState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _stop(self) -> None:
        self._find_soon.stop()
        self._keep_soon.stop()

    def _forget(self) -> None:
        try:
            forget_unsaved(self._unsaved.path)
        except OSError as error:  # it will be offered again, which does no harm
            log.warning("a draft that is saved could not be removed: %s", error)
        self._unsaved = replace(self._unsaved, path=None)

    def _taken(self) -> Collection[str]:
        library = self._parts.library()
        there = self._files.names(self.kind)
        if self.kind == "routine":
            return there | set(library.cards)
        # An exercise finds a moving picture by its own name, which must not happen by chance.
        return there | set(library.exercises) | library.figures

    def _shipped(self, name: str) -> Path | None:
        resources = self._parts.resources
        folder = resources.routines if self.kind == "routine" else resources.exercises
        file = folder / f"{name}.toml"
        return file if file.is_file() else None

    # ---------------------------------------------------------------- for one kind

    def _empty(self) -> Draft:
        raise NotImplementedError

    def _examine(self, *, thorough: bool = False) -> RoutineFindings | ExerciseFindings:
        raise NotImplementedError

    def _titles(self) -> Collection[str]:
        raise NotImplementedError

    def _as_copy(self, _name: str, draft: Draft) -> Draft:
        return draft
