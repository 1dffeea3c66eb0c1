"""The commands as a person types them: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = {
    "wall-stretch-5": 310,
    "daily-prevention": 344,
    "desk-break-seated": 162,
    "desk-break-standing": 173,
    "morning-in-bed": 214,
    "bedtime-stretch": 180,
    "bedtime-stretch-seated": 180,
    "leg-gymnastics": 205,
    "before-workout": 234,
    "after-workout": 385,
    "tired-feet": 270,
    "full-session": 857,
    "after-cramp-recovery": 375,
}


def coach(
    *arguments: str | Path, display: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value
        for name, value in os.environ.items()
        if display or name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "coach", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        env=inherited | environment,
        stdin=subprocess.DEVNULL,
    )


def test_a_restore_that_was_broken_off_is_undone_by_the_next_command(tmp_path: Path) -> None:
    data = tmp_path / "cramp-coach"
    aside, stage = data / ".restoring-old", data / ".restoring-new"
    (aside / "routines").mkdir(parents=True)
    stage.mkdir()
    (aside / "routines" / "mine.toml").write_text(
        'title = "Mine"\npositions = ["standing"]\n[[steps]]\nexercise = "leg-shake"\n'
    )
    note = [[str(data), str(stage), str(aside), ["routines"], []]]
    (data / ".restoring-now").write_text(json.dumps(note))
    done = coach("list", XDG_DATA_HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert "Mine" in done.stdout
    assert "Everything is as it was before" in done.stderr
    assert {path.name for path in data.iterdir()} == {"routines"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always knows a home")
@pytest.mark.parametrize("arguments", [(), ("list",), ("play", "daily-prevention")])
def test_who_has_no_home_is_told_what_to_do(arguments: tuple[str, ...], tmp_path: Path) -> None:
    homeless = (
        "import pwd, sys\n"
        "def nobody(_user): raise KeyError\n"
        "pwd.getpwuid = nobody\n"
        "from coach.__main__ import main\n"
        "main()"
    )
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "HOME" and not name.startswith("XDG_")
    }
    ended = subprocess.run(
        [sys.executable, "-c", homeless, *arguments],
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        env=inherited,
        cwd=tmp_path,
    )
    assert list(tmp_path.iterdir()) == []
    assert ended.returncode == 1
    assert ended.stderr == (
        "coach: you have no home folder here. Set HOME to a folder you can write to.\n"
    )


def trace(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_the_totals_are_those_of_the_tables() -> None:
    rows = json.loads(coach("list", "--json").stdout)
    assert {row["id"]: row["seconds"] for row in rows} == SECONDS
    assert all(row["title"] and row["position"] and row["steps"] for row in rows)


def test_a_routine_plays_through_in_a_window(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    command = ["play", "daily-prevention", "--speed", "60", "--once", "--trace"]
    done = coach(*command, file)
    assert (done.returncode, done.stderr) == (0, "")
    check_daily_prevention(trace(file))
    assert any(event.get("screen") == "player" for event in trace(file))


def test_a_routine_plays_through_in_a_terminal_where_there_is_no_display(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    command = ["play", "daily-prevention", "--speed", "60", "--once", "--trace"]
    done = coach(*command, file, display=False)
    assert done.returncode == 0
    assert "Heel walking" in done.stdout
    assert "\x1b" not in done.stdout
    check_daily_prevention(trace(file))


def check_daily_prevention(events: list[dict[str, object]]) -> None:
    """Every segment of the table in order, with its seconds."""
    segments = [event for event in events if event["event"] == "segment"]
    assert [event["index"] for event in segments] == list(range(len(segments)))
    blocks: list[list[object]] = []
    for event in segments:
        name = event["exercise"] if event["kind"] != "rest" else "rest"
        seconds = event["seconds"]
        assert isinstance(seconds, int | float)
        if blocks and blocks[-1][0] == name:
            blocks[-1][1] += seconds  # type: ignore[operator]
        else:
            blocks.append([name, seconds])
    assert blocks == [
        ["ankle-pump", 5 + 40],
        ["rest", 5],
        ["calf-wall-lean", 120],
        ["rest", 10],
        ["toe-pull-standing", 55],
        ["rest", 10],
        ["heel-walk", 30],
        ["rest", 10],
        ["heel-raise-standing", 64],
    ]
    assert events[-1]["event"] == "finished"
    assert (events[-1]["completed"], events[-1]["seconds"]) == (True, 344)


def test_without_a_display_the_app_says_so_plainly() -> None:
    done = coach(display=False)
    assert done.returncode == 1
    assert done.stderr.startswith("coach: no window can be opened: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["play", "daily-preventoin"], 1, "Did you mean daily-prevention?"),
        (["play", "nothing-like-it"], 1, "See: coach list"),
        (["play", "daily-prevention", "--speed", "0"], 2, "must be a number from 0.1"),
        (["dance"], 2, "invalid choice"),
        (["check"], 1, "name at least one file"),
        (["check", "nowhere.toml"], 1, "there is no such file"),
        (["figure", "no-such-exercise", "--out", "x.png"], 1, "there is no picture of"),
        (["figure", "ankle-pump", "--out", "nowhere/x.png"], 1, "there is no folder nowhere."),
        (["say", "Hi.", "--out", "nowhere/x.wav"], 1, "there is no folder nowhere. Make it first"),
        (["say", "Hi.", "--out", "/"], 1, "/ is a folder. Give the name of a file"),
        (["--trace", "/nowhere/t.jsonl", "play", "daily-prevention"], 1, "can't be written"),
    ],
)
def test_mistakes_get_one_clear_sentence(
    arguments: list[str], status: int, message: str, tmp_path: Path
) -> None:
    done = coach(*arguments)
    assert done.returncode == status
    assert message in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_check_names_file_place_and_reason(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'title = "Mine"\nwhen = "Now."\npositions = ["standing"]\n'
        '[[steps]]\nexercise = "calf-wall-split"\nhold = 0\n',
        encoding="utf-8",
    )
    done = coach("check", file)
    assert done.returncode == 1
    assert done.stdout.strip() == f"{file}: steps[0].hold: must be at least 1"


def test_a_good_file_passes_the_check() -> None:
    done = coach("check", "routines/daily-prevention.toml", "assets/exercises/heel-walk.toml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_the_formats_can_be_had_as_json_schemas(kind: str) -> None:
    schema = json.loads(coach("check", "--schema", kind).stdout)
    assert schema["type"] == "object"
    assert "title" in schema["properties"]


def test_a_figure_is_drawn_into_a_file(tmp_path: Path) -> None:
    out = tmp_path / "lean.png"
    command = ["figure", "calf-wall-lean", "--at", "0.5", "--size", "96", "--out"]
    assert coach(*command, out, display=False).returncode == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_speech_is_rendered_into_a_file(tmp_path: Path) -> None:
    out = tmp_path / "right.wav"
    done = coach("say", "Right leg.", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes()[:4] == b"RIFF"


def test_the_doctor_tells_what_works_and_what_is_missing() -> None:
    done = coach("doctor", display=False)
    assert "PySide6" in done.stdout
    assert "Traceback" not in done.stderr
