from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coach.desktop.folders import find_folders, make_private


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG variables are Linux's")
def test_the_xdg_variables_decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    folders = find_folders()
    assert folders.data == tmp_path / "DATA" / "cramp-coach"
    assert folders.config == tmp_path / "CONFIG" / "cramp-coach"
    assert folders.cache == tmp_path / "CACHE" / "cramp-coach"
    assert folders.log == tmp_path / "STATE" / "cramp-coach" / "log"
    assert list(tmp_path.iterdir()) == []


def test_a_private_folder(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"
    make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nothing_heavy_is_loaded_with_the_modules() -> None:
    code = (
        "import sys, coach.desktop.folders, coach.desktop.awake, coach.desktop.display,"
        " coach.store.troubles\n"
        "heavy = {'platformdirs', 'wakepy', 'PySide6', 'rich', 'socket'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)
