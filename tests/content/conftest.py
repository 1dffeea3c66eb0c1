"""The shipped library, and folders to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.library import Library, load_library
from coach.content.resources import Resources, find_resources


@pytest.fixture(scope="session")
def shipped() -> Library:
    return load_library(find_resources())


@pytest.fixture
def user_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "routines").mkdir(parents=True)
    (folder / "exercises").mkdir()
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Resources:
    """A small installation: one exercise, one routine."""
    resources = Resources(tmp_path / "assets", tmp_path / "routines")
    resources.exercises.mkdir(parents=True)
    resources.figures.mkdir()
    resources.routines.mkdir()
    (resources.exercises / "calf-lean.toml").write_text(EXERCISE, encoding="utf-8")
    (resources.routines / "short.toml").write_text(ROUTINE, encoding="utf-8")
    return resources


EXERCISE = """
title = "Lean"
positions = ["standing"]
muscles = ["calf"]
target = "Calf"

[dose]
hold = 20
count = 2
rest = 10
"""

ROUTINE = """
title = "Short"
positions = ["standing"]

[[steps]]
exercise = "calf-lean"
"""
