"""An editor's controller in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.editing import EditorParts, RoutineEditor, SaveStatus
from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.core.editing import steps


class Desk:
    """An editor's surroundings in a folder of their own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.reloads = 0
        self.library = self._load()
        self.parts = EditorParts(
            data=data,
            resources=find_resources(),
            library=lambda: self.library,
            reload=self.reload,
            lead_in=lambda: 5.0,
        )

    def reload(self) -> Library:
        self.reloads += 1
        self.library = self._load()
        return self.library

    def _load(self) -> Library:
        return load_library(find_resources(), self.data, self.data / "library.json")

    def put(self, name: str, text: str) -> Path:
        path = self.data / "routines" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        self.reload()
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "data")


@pytest.fixture
def editor(desk: Desk, qtbot: QtBot) -> Iterator[RoutineEditor]:
    made = RoutineEditor(desk.parts)
    yield made
    made.close()


def status(editor: RoutineEditor) -> SaveStatus:
    return editor.state.status


def write_legs(editor: RoutineEditor, title: str = "Legs") -> None:
    editor.apply(lambda draft: replace(draft, title=title, positions=("seated",)))
    editor.apply(lambda draft: steps.add_step(draft, "ankle-pump"), label="Add")
