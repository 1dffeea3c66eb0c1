"""What the editors are joined from, and how a draft and its file stand to each other."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.own_files import OwnFile, OwnFiles
from coach.content.problem import ContentError, Problem
from coach.content.unsaved import FOLDER, Unsaved, forget_unsaved, pending_drafts
from coach.core.words import _

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.content.resources import Resources


@dataclass(frozen=True, slots=True)
class EditorParts:
    """What the editors are joined from.

    Attributes:
        data: The app's data folder, whose `routines`, `exercises`, `pictures` and `drafts` these
            are.
        resources: Where the shipped files lie, to make copies of.
        library: Returns what there is now.
        reload: Reads the library anew after a file was written; what `library` returns follows.
        lead_in: Returns the seconds before a routine's first step.
    """

    data: Path
    resources: Resources
    library: Callable[[], Library]
    reload: Callable[[], object]
    lead_in: Callable[[], float]

    @property
    def files(self) -> OwnFiles:
        """The person's own files."""
        return OwnFiles(self.data)

    @property
    def drafts(self) -> Path:
        """The folder of work in progress."""
        return self.data / FOLDER

    def pending(self) -> tuple[list[Unsaved], list[Problem]]:
        """Return what was not saved when the app ended last, to be offered once at a start.

        A draft that its file says already, as after a crash right behind a save, is forgotten.
        """
        found, problems = pending_drafts(self.drafts)
        saved = [unsaved for unsaved in found if self._is_saved(unsaved)]
        for unsaved in saved:
            with contextlib.suppress(OSError):  # it will be looked at again
                forget_unsaved(unsaved.path)
        return [unsaved for unsaved in found if unsaved not in saved], problems

    def _is_saved(self, unsaved: Unsaved) -> bool:
        from coach.content.writing import write

        try:
            text = self.files.read(unsaved.kind, unsaved.id).text if unsaved.id else None
        except ContentError:
            return False
        return text is not None and text == write(unsaved.draft, unsaved.base)


class SaveStatus(StrEnum):
    """How the draft and its file stand to each other."""

    CLEAN = "clean"
    DIRTY = "dirty"
    CONFLICT = "conflict"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """How the draft and its file stand to each other.

    Attributes:
        status: In a word.
        text: One sentence for the person where it is a conflict or has failed.
        theirs: In a conflict, what the file says now; None where it is gone.
    """

    status: SaveStatus
    text: str = ""
    theirs: OwnFile | None = None


CLEAN = SaveState(SaveStatus.CLEAN)
DIRTY = SaveState(SaveStatus.DIRTY)


def conflict(theirs: OwnFile | None) -> SaveState:
    """Return the state of a file that something else has written or removed."""
    text = _("The file was changed outside of the app. Keep both, or choose one of the two.")
    if theirs is None:
        text = _("The file was removed or spoilt outside of the app. Save to write it again.")
    return SaveState(SaveStatus.CONFLICT, text, theirs)
