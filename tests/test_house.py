"""The rules of the house that the import checker cannot see."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "coach"


def modules(folder: str) -> list[Path]:
    found = sorted((HOUSE / folder).rglob("*.py"))
    assert found, f"no module in {folder}"
    return found


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", modules("core"), ids=lambda path: path.stem)
def test_the_core_imports_the_standard_library_only(module: Path) -> None:
    foreign = {
        name
        for name in imports(module)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("coach.core")
    }
    assert not foreign


@pytest.mark.parametrize("module", modules("core"), ids=lambda path: path.stem)
def test_the_core_asks_no_clock_and_opens_no_file(module: Path) -> None:
    banned = {"time", "datetime.datetime.now", "pathlib", "os", "sqlite3", "threading"}
    assert not banned & set(imports(module))


@pytest.mark.parametrize("module", modules("app"), ids=lambda path: path.stem)
def test_controllers_know_no_widget(module: Path) -> None:
    seen = ("PySide6.QtWidgets", "PySide6.QtGui")
    assert not [name for name in imports(module) if name.startswith(seen)]


@pytest.mark.parametrize("module", modules("."), ids=lambda path: "/".join(path.parts[-2:]))
def test_nothing_is_made_or_done_when_a_module_is_imported(module: Path) -> None:
    """Only definitions, constants and the guard of a script stand at a module's top."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Expr):
            assert isinstance(node.value, ast.Constant), f"{module.name}:{node.lineno}"
        assert not isinstance(node, ast.For | ast.While | ast.With), f"{module.name}:{node.lineno}"


COLOUR = re.compile(
    r"""["':]\s*#[0-9a-f]{3,4}\b|#(?:[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hs[lv])a?\(\s*\d"""
    r"""|GlobalColor\.(?!transparent\b)|QColor\(\s*["'\d]|from(?:Rgb|Hs[lv])F?\(\s*\d""",
    re.IGNORECASE,
)
"""A colour that is written down: as a web colour, by Qt's name, or by its parts."""

COLOUR_TABLES = ("ui/theme.py", "ui/figure/palette.py", "ui/figure/wardrobe.py")
"""The only modules that write colours down: of the window, of the figure, of what people wear."""


@pytest.mark.parametrize("module", modules("."), ids=lambda path: "/".join(path.parts[-2:]))
def test_colours_are_written_down_in_the_tables_alone(module: Path) -> None:
    written = [
        f"{number}: {line.strip()}"
        for number, line in enumerate(module.read_text(encoding="utf-8").splitlines(), start=1)
        if COLOUR.search(line)
    ]
    if module.relative_to(HOUSE).as_posix() in COLOUR_TABLES:
        assert written, "no colour is found where they are: the search is blind"
    else:
        assert not written


@pytest.mark.parametrize(
    "line",
    [
        """brush("#000")""",
        """edge = '#1a2B3c80'""",
        """sheet = "a { color: #fff; background: #14191A }" """,
        """style = "rgba(0, 0, 0, 20%)" """,
        """QColor("red")""",
        "QColor(0, 0, 0)",
        "QColor.fromRgbF(0.5, 0.5, 0.5)",
        "fill(Qt.GlobalColor.black)",
    ],
)
def test_a_colour_is_known_however_it_is_written(line: str) -> None:
    assert COLOUR.search(line)


@pytest.mark.parametrize("module", modules("."), ids=lambda path: "/".join(path.parts[-2:]))
def test_files_and_functions_stay_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name
