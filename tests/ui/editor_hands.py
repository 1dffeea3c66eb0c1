"""What a person does in the editor."""

from __future__ import annotations

from pathlib import Path

from coach.core.editing.draft import StepDraft
from tests.ui.editor_app import Desk


def exercises(app: Desk) -> list[str]:
    return [item.exercise for item in app.session.draft.steps if isinstance(item, StepDraft)]


def click_row(app: Desk, row: int) -> None:
    view = app.screen.steps
    app.click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def saved_copy(app: Desk) -> Path:
    app.edit("after-workout")
    assert app.screen.save()
    return app.folder / "routines" / f"{app.session.editor.id}.toml"
