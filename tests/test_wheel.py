"""What a person gets who installs the app, away from its sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run([*build, str(SOURCES)], check=True, capture_output=True, timeout=120)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment that has the wheel and its libraries."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    commands = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(next(commands.glob("python*")))]
    install = [*pip, "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, timeout=120)
    packages = next(home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages")
    # The libraries are those of this environment; the sources beside them are not.
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return commands


def test_the_wheel_carries_exercises_routines_and_pictures(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    folders = {path.name for path in (SOURCES / "assets").iterdir()} - {"screenshots"}
    for shipped in (*(f"assets/{folder}" for folder in folders), "routines"):
        there = {path.name for path in (SOURCES / shipped).rglob("*") if path.is_file()}
        carried = {Path(n).name for n in names if n.startswith(f"coach/_data/{shipped}/")}
        assert there == carried
    assert not [name for name in names if "screenshots" in name]


def test_an_installed_coach_lists_its_routines_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    where = "import coach; print(coach.__file__)"
    assert str(installed.parent) in said(tmp_path, installed / "python", "-c", where)
    rows = json.loads(said(tmp_path, installed / "coach", "list", "--json"))
    assert len(rows) == 13
    assert rows[0] | {"position": ""} == {
        "id": "wall-stretch-5",
        "title": "Five-minute wall stretch",
        "seconds": 310,
        "position": "",
        "steps": 2,
    }


def said(folder: Path, *command: str | Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout
