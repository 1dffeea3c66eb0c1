"""The app stands in the menu of a Linux desktop, with Cramp now one right-click away."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from coach.content.resources import find_resources
from coach.desktop.entry import enter_menu, entry

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the entry is Linux's")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    program = tmp_path / "bin" / "coach"
    program.parent.mkdir()
    program.touch()
    return program


@pytest.fixture
def file(own_folders: Path) -> Path:
    return own_folders / "data" / "applications" / "cramp-coach.desktop"


ICON = find_resources().assets / "desktop" / "cramp-coach.svg"


def read(text: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser


def test_it_is_written_once(program: Path, file: Path) -> None:
    assert enter_menu(ICON, program)
    assert not enter_menu(ICON, program)
    read_back = read(file.read_text(encoding="utf-8"))
    main, action = read_back["Desktop Entry"], read_back["Desktop Action cramp"]
    assert shlex.split(main["Exec"]) == [str(program)]
    assert shlex.split(action["Exec"]) == [str(program), "cramp"]
    assert main["Actions"] == "cramp;"
    assert Path(main["Icon"]).is_file()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_what_a_person_changed_stays(program: Path, file: Path) -> None:
    enter_menu(ICON, program)
    changed = file.read_text(encoding="utf-8") + "NoDisplay=true\n"
    file.write_text(changed, encoding="utf-8")
    assert not enter_menu(ICON, program)
    assert file.read_text(encoding="utf-8") == changed


def test_an_entry_whose_app_is_gone_is_written_anew(program: Path, file: Path) -> None:
    enter_menu(ICON, program)
    moved = program.with_name("moved")
    program.rename(moved)
    assert enter_menu(ICON, moved)
    assert str(moved) in file.read_text(encoding="utf-8")


def test_a_checkout_without_the_command_writes_nothing(tmp_path: Path, file: Path) -> None:
    assert not enter_menu(ICON, tmp_path / "nowhere" / "coach")
    assert not file.exists()


def test_a_folder_that_cannot_be_made_is_nobodys_trouble(program: Path, file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_text("in the way")
    assert not enter_menu(ICON, program)


def test_odd_characters_in_a_path_start_the_same_program(tmp_path: Path) -> None:
    odd = tmp_path / 'a "b" $c `d` \\e %f' / "coach"
    command = read(entry(odd, ICON))["Desktop Entry"]["Exec"]
    # The file format takes one level of backslashes away, then come the quotes, then the %.
    plain = command.replace("\\\\", "\\")
    started = subprocess.check_output(["sh", "-c", f"printf %s {plain}"], text=True)
    assert started.replace("%%", "%") == str(odd)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils")
def test_the_desktops_own_check_finds_no_fault(program: Path, file: Path) -> None:
    enter_menu(ICON, program)
    subprocess.run(["desktop-file-validate", str(file)], check=True, timeout=20)


@pytest.mark.parametrize("side", [16, 32, 64, 128])
def test_the_windows_icons_are_the_drawing_at_their_size(side: int, qtbot: QtBot) -> None:
    drawn = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    kept = QImage(str(ICON.with_name(f"cramp-coach-{side}.png")))
    assert kept.size() == drawn.size()
    corner, middle, calf = (0, 0), (side * 30 // 64, side * 48 // 64), (side * 24 // 64, side // 3)
    for place in (corner, middle, calf):
        one, two = kept.pixelColor(*place), drawn.pixelColor(*place)
        assert abs(one.red() - two.red()) + abs(one.alpha() - two.alpha()) < 12
