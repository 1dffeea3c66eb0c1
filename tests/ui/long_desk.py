"""A window whose person keeps one long routine."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.library import load_library
from coach.content.resources import find_resources
from tests.ui.editor_app import Desk, OpenDesk, open_desk

__all__ = ["open_desk"]

STEPS = 200


def long_routine() -> str:
    names = list(load_library(find_resources()).exercises)
    head = 'title = "Long"\npositions = ["standing"]\n'
    return head + "".join(
        f'\n[[steps]]\nexercise = "{names[n % 12]}"\nrest_after = {n % 9}\n' for n in range(STEPS)
    )


@pytest.fixture
def desk(open_desk: OpenDesk, tmp_path: Path) -> Desk:
    folder = tmp_path / "own" / "routines"
    folder.mkdir(parents=True)
    (folder / "long.toml").write_text(long_routine())
    return open_desk()
