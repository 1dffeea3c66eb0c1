"""Contact sheets: every figure at its beginning, middle and end, small enough to look at whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from coach.core.figure import Motion
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.palette import dark_palette, light_palette
from coach.ui.figure.picture import render

CELL: Final = 196
"""Width and height of one still, pixels."""
_WRITING: Final = 22
_COLUMNS: Final = 2
_ROWS: Final = 7
_GAP: Final = 14
_LINE: Final = 2
_STILLS: Final = (("right", 0.0), ("right", 0.5), ("right", 1.0), ("left", 1.0))


class Shelf(Protocol):
    """Whatever knows the figures."""

    def motion(self, name: str) -> Motion:
        """Return a figure by its name."""
        ...


def draw_sheet(
    theme: str,
    names: Sequence[str],
    shelf: Shelf,
    person: Character = WOMAN,
    cell: int = CELL,
) -> QImage:
    """Draw beginning, middle and end for the right leg and the end for the left, name below.

    Args:
        theme: ``light`` or ``dark``.
        names: Of the figures, in reading order.
        shelf: Where they are found.
        person: Who is shown.
        cell: Width and height of one still, pixels.

    Raises:
        ContentError: There is no figure of a name, or its file is wrong.
    """
    palette = dark_palette() if theme == "dark" else light_palette()
    rows = -(-len(names) // _COLUMNS)
    wide, high = len(_STILLS) * cell + _GAP, cell + _WRITING
    sheet = QImage(_COLUMNS * wide, rows * high, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(QColor(palette.floor))
    painter = QPainter(sheet)
    font = QFont()
    font.setPixelSize(_WRITING * 3 // 5)
    painter.setFont(font)
    painter.setPen(QColor(palette.text))
    for index, name in enumerate(names):
        x, y = index % _COLUMNS * wide, index // _COLUMNS * high
        motion = shelf.motion(name)
        for place, (side, at) in enumerate(_STILLS):
            shown = at * 0.5 if motion.kind == "continuous" else at
            still = render(motion, side, shown, theme, cell - _LINE, person)
            painter.drawImage(x + place * cell, y, still)
        below = QRectF(x, y + cell, wide - _GAP, _WRITING)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
    painter.end()
    return sheet


def save_sheets(folder: Path, shelf: Shelf, names: Iterable[str]) -> list[Path]:
    """Write figures in both themes to numbered sheets, and return the files.

    Raises:
        OSError: A sheet can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    ordered, each = sorted(names), _COLUMNS * _ROWS
    for number, first in enumerate(range(0, len(ordered), each), start=1):
        some = ordered[first : first + each]
        for theme in ("light", "dark"):
            file = folder / f"figures-{theme}-{number}.png"
            if not draw_sheet(theme, some, shelf).save(str(file)):
                raise OSError(f"{file}: the sheet of figures can't be written")
            files.append(file)
    return files
