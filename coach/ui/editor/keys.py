"""The keys that both editors know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent, QKeySequence

from coach.app.draft_editor import DraftEditor


def edit_by_key(event: QKeyEvent, editor: DraftEditor, save: Callable[[], object]) -> bool:
    """Undo, redo or save where a key asks for it; False where it asks for something else."""
    if event.matches(QKeySequence.StandardKey.Undo):
        editor.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        editor.redo()
    elif event.matches(QKeySequence.StandardKey.Save):
        save()
    else:
        return False
    return True
