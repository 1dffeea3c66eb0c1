"""Deleting what a person made: into the system's trash, or aside where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile

from coach.content.own_files import OwnFile
from coach.core.words import _

if TYPE_CHECKING:
    from coach.app.editor_parts import EditorParts
    from coach.content.schema import Kind


@dataclass(frozen=True, slots=True)
class Removed:
    """A file that was deleted.

    Attributes:
        kind: What it was.
        id: Its id.
        file: What it said, to put it back.
        path: Where it is now; empty where the trash did not tell.
        in_trash: It is in the trash of the system.
    """

    kind: Kind
    id: str
    file: OwnFile
    path: str
    in_trash: bool

    @property
    def text(self) -> str:
        """One sentence: where it is now."""
        if self.in_trash:
            return _("It is in the trash.")
        return _("There is no trash here; it is kept as {file}.").format(file=self.path)


def remove_own(parts: EditorParts, kind: Kind, name: str) -> Removed:
    """Delete one of the person's own files.

    Raises:
        ContentError: There is none.
        OSError: It can't be moved; it is where it was.
    """
    files = parts.files
    file = files.read(kind, name)
    path = files.path(kind, name)
    moving = QFile(str(path))
    in_trash = moving.moveToTrash()
    where = moving.fileName() if in_trash else str(files.put_aside(kind, name))
    parts.reload()
    return Removed(kind, name, file, where, in_trash)


def put_back(parts: EditorParts, removed: Removed) -> None:
    """Undo a deletion; what is in the trash stays there too.

    Raises:
        ChangedOnDiskError: There is another file of that name now.
        OSError: It can't be written.
    """
    parts.files.save(removed.kind, removed.id, removed.file.text, None)
    parts.reload()
