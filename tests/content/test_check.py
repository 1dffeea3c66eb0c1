"""`coach check` says in one line what is wrong with whatever it is given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coach.content.check import check_file
from coach.content.library import Library
from tests.content.conftest import EXERCISE

GOOD = """
title = "Mine"
positions = ["seated"]
[[steps]]
exercise = "ankle-pump"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def complaint(path: Path, library: Library) -> str:
    (problem,) = check_file(path, library)
    assert problem.file == str(path)
    line = str(problem)
    assert "\n" not in line
    return line.removeprefix(f"{path}: ")


@pytest.mark.parametrize("content", [GOOD, EXERCISE, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_nothing_is_wrong_with_a_good_file(path: Path, content: str, shipped: Library) -> None:
    path.write_bytes(content.encode())
    assert check_file(path, shipped) == []


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"title = = 1\n", "line 1, column 9: is not TOML: invalid value"),
        (b"title = 'x'\nsteps = [", "line 2, at the end: is not TOML: invalid value"),
        (b"title = 1\ntitle = 2\n", "line 2, column 10: is not TOML: cannot overwrite a value"),
        (
            b"a = 1\ntitle = 'caf\xe9'\n",
            "line 2, byte 13: is not UTF-8; save the file as UTF-8",
        ),
        (b"a = " + b"[" * 100_000, "is not TOML: lists or tables are nested too deeply"),
        (
            b"a = " + b"9" * 5000,
            "is not TOML: a value can't be read (a number that is too long?)",
        ),
        (GOOD.encode() + b"reps = -3\n", "steps[0].reps: must be at least 1"),
        (GOOD.encode() + b"reps = 99999999999999999999\n", "steps[0].reps: must be at most 1000"),
        (GOOD.encode() + b"colour = 1\n", "steps[0].colour: unknown key"),
        (b'title = "x"\npositions = ["bed"]\nsteps = []\n', "steps: must not be empty"),
        (
            GOOD.replace("ankle-pump", "ankle-pmp").encode(),
            "steps[0].exercise: there is no exercise ankle-pmp; did you mean ankle-pump?",
        ),
        (EXERCISE.replace("20", "1e9").encode(), "dose.hold: must be at most 3600"),
    ],
)
def test_wrong_content_is_told(path: Path, content: bytes, line: str, shipped: Library) -> None:
    path.write_bytes(content)
    assert complaint(path, shipped) == line


def test_a_missing_file_is_told(path: Path, shipped: Library) -> None:
    assert complaint(path, shipped) == "there is no such file"
    path.symlink_to(path.with_name("nowhere"))
    assert complaint(path, shipped) == "there is no such file"


def test_a_folder_is_told(path: Path, shipped: Library) -> None:
    path.mkdir()
    assert complaint(path, shipped) == "is a folder, not a file"


def test_a_file_of_ten_megabytes_is_not_read(
    path: Path, shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with path.open("wb") as file:
        file.truncate(10_000_000)
    monkeypatch.setattr(Path, "open", None)
    assert "has 10,000,000 bytes; at most 262,144" in complaint(path, shipped)


def test_the_longest_file_is_read(path: Path, shipped: Library) -> None:
    path.write_text(GOOD + "#" * (256 * 1024 - len(GOOD)))
    assert check_file(path, shipped) == []
    path.write_text(GOOD + "#" * (256 * 1024 - len(GOOD) + 1))
    assert "has 262,145 bytes" in complaint(path, shipped)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_device_is_not_opened(path: Path, shipped: Library) -> None:
    os.mkfifo(path)  # opening it would wait for a writer for ever
    assert "is not an ordinary file" in complaint(path, shipped)
    assert "is not an ordinary file" in complaint(Path(os.devnull), shipped)


def test_no_permission_is_told(
    path: Path, shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(GOOD)

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert complaint(path, shipped) == "may not be read; allow yourself to read it"


def test_a_name_that_the_app_would_not_list_is_told(path: Path, shipped: Library) -> None:
    path = path.with_name("My Routine.toml")
    path.write_text(GOOD)
    assert "its name must be small letters" in complaint(path, shipped)
