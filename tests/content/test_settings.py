from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.settings import (
    BACKUP,
    DAMAGED,
    LARGEST_FILE,
    ScreenCorner,
    Settings,
    ThemeChoice,
    changed,
    load_settings,
    save_settings,
    setting_names,
)
from coach.core.timeline import LEAD_IN_SECONDS
from coach.core.verbosity import Verbosity

OTHER: dict[str, Any] = {
    "voice": "gmw/en-GB-x-rp",
    "language": "de",
    "text_language": "pt-BR",
    "rate": 120,
    "speech_volume": 0.5,
    "sound_volume": 0.0,
    "verbosity": Verbosity.BRIEF,
    "lead_in": 0.0,
    "muted": True,
    "text_size": 2.0,
    "reduce_motion": True,
    "theme": ThemeChoice.DARK,
    "small_corner": ScreenCorner.TOP_LEFT,
    "person": "man",
    "region": "uk",
    "checked": True,
    "conditions": frozenset({"heart", "falls"}),
    "relief_muscle": "foot",
    "relief_place": "desk",
    "relief_side": "left",
    "recent": ("wall-stretch-5", "my-evening"),
}
WRONG: dict[str, Any] = {
    "voice": "x" * 501,
    "language": "not a language",
    "text_language": "../..",
    "rate": 165.5,
    "speech_volume": -0.1,
    "sound_volume": "loud",
    "verbosity": "chatty",
    "lead_in": 1e9,
    "muted": "yes",
    "text_size": math.nan,
    "reduce_motion": 1,
    "theme": ["dark"],
    "small_corner": "middle",
    "person": "Any One",
    "region": 44,
    "checked": None,
    "conditions": ["heart", 5],
    "relief_muscle": "a\nb",
    "relief_place": {},
    "relief_side": "../left",
    "recent": ["fine", "not fine"],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def test_the_first_start_has_the_usual_settings_and_writes_nothing(file: Path) -> None:
    assert load_settings(file) == (Settings(), ())
    assert not file.parent.exists()


def test_every_setting_is_found_again(file: Path) -> None:
    assert set(OTHER) == set(setting_names())
    save_settings(file, Settings(**OTHER))
    assert load_settings(file) == (Settings(**OTHER), ())


def test_only_its_owner_can_read_it(file: Path) -> None:
    save_settings(file, Settings())
    save_settings(file, Settings())
    assert file.parent.stat().st_mode & 0o777 == 0o700
    for one in file.parent.iterdir():
        assert one.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", setting_names())
def test_a_wrong_value_costs_only_that_value(file: Path, name: str) -> None:
    save_settings(file, Settings(**OTHER))
    values = json.loads(file.read_text())
    write(file, json.dumps(values | {name: WRONG[name]}))
    settings, problems = load_settings(file)
    assert settings == Settings(**{key: value for key, value in OTHER.items() if key != name})
    (problem,) = problems
    assert str(problem).startswith(f"{file}: {name}: must be ")


@pytest.mark.parametrize("name", setting_names())
def test_a_wrong_value_cannot_be_set(name: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        changed(Settings(), name, WRONG[name])
    assert getattr(changed(Settings(), name, OTHER[name]), name) == OTHER[name]


def test_a_setting_that_does_not_exist_cannot_be_set() -> None:
    with pytest.raises(KeyError):
        changed(Settings(), "colour", "red")


def test_the_key_of_a_newer_version_is_kept(file: Path) -> None:
    write(file, '{"rate": 100, "moon": {"phase": [1, 2]}}')
    settings, problems = load_settings(file)
    assert problems == ()
    save_settings(file, changed(settings, "rate", 120))
    assert json.loads(file.read_text())["moon"] == {"phase": [1, 2]}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        b"\xff\xfe\x00",
        "[" * 100_000,
        "9" * 10_000,
        " " * (LARGEST_FILE + 1),
    ],
)
def test_a_damaged_file_is_put_aside_and_what_was_before_is_used(
    file: Path, content: str | bytes
) -> None:
    save_settings(file, Settings(rate=100))
    save_settings(file, Settings(rate=120))
    write(file, content)
    settings, problems = load_settings(file)
    assert settings == Settings(rate=100)
    assert "put aside as settings.json.damaged" in str(problems[0])
    assert not file.exists()
    aside = file.with_name(file.name + DAMAGED)
    assert aside.read_bytes() == (content.encode() if isinstance(content, str) else content)


def test_a_damaged_file_without_a_backup_is_put_aside_too(file: Path) -> None:
    write(file, "{")
    settings, (problem,) = load_settings(file)
    assert settings == Settings()
    assert "usual settings" in str(problem)
    save_settings(file, Settings(rate=90))
    assert load_settings(file) == (Settings(rate=90), ())


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_file_prevents_the_start(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.mktemp("any") / "settings.json"
    file.write_bytes(content)
    settings, _problems = load_settings(file)
    assert isinstance(settings, Settings)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(setting_names()), json_values))
def test_what_is_read_can_be_kept_and_read_again(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("any") / "settings.json"
    file.write_text(json.dumps(values))
    settings, _problems = load_settings(file)
    save_settings(file, settings)
    assert load_settings(file) == (settings, ())


def test_a_file_that_may_not_be_read_is_told(ordinary_folder: Path) -> None:
    file = ordinary_folder / "settings.json"
    save_settings(file, Settings())
    file.chmod(0)
    settings, (problem,) = load_settings(file)
    assert settings == Settings()
    assert "can't be read" in str(problem)


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    settings, (problem,) = load_settings(file)
    assert settings == Settings()
    assert "can't be read" in str(problem)


def test_the_version_before_is_kept(file: Path) -> None:
    for rate in (100, 110, 120):
        save_settings(file, Settings(rate=rate))
    assert load_settings(file.with_name(file.name + BACKUP))[0].rate == 110
    assert len(list(file.parent.iterdir())) == 2


def test_a_write_that_fails_loses_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_settings(file, Settings(rate=100))

    def no_space(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        save_settings(file, Settings(rate=120))
    monkeypatch.undo()
    assert load_settings(file)[0].rate == 100
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "settings.json"
    save_settings(real, Settings(rate=100))
    file.parent.mkdir()
    file.symlink_to(real)
    save_settings(file, Settings(rate=120))
    assert file.is_symlink()
    assert load_settings(real)[0].rate == 120


def test_the_usual_lead_in_is_that_of_the_core() -> None:
    assert Settings().lead_in == LEAD_IN_SECONDS


def test_reading_brings_no_checker_along() -> None:
    code = (
        "import sys; from pathlib import Path; from coach.content.settings import load_settings;"
        "load_settings(Path('nowhere')); print('pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
