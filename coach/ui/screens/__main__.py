"""Takes all pictures: `python -m coach.ui.screens FOLDER [PART-OF-A-NAME]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.ui.figure.sheet import save_sheets
from coach.ui.gallery import grab_gallery
from coach.ui.screens.shots import grab_all

SHEETS = "figures"
"""Name of the sheets on which every figure is seen from its beginning to its end, on both sides."""


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder that is named, or those that contain a second word."""
    if not 1 <= len(arguments) <= 2 or arguments[0].startswith("-"):
        sys.stderr.write("python -m coach.ui.screens FOLDER [PART-OF-A-NAME]\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QApplication(["coach"])
    folder, part = Path(arguments[0]), "".join(arguments[1:])
    for _file in grab_all(folder, part):
        pass
    for _file in grab_gallery(folder, part):
        pass
    if part in SHEETS:
        figures = find_resources().figures
        save_sheets(folder, FigureShelf(figures), (file.stem for file in figures.glob("*.toml")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
