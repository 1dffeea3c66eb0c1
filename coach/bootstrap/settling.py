"""What can wait until the pictures of the first screen are drawn."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from coach.bootstrap.shelves import relief_shelf
from coach.content.resources import find_resources

if TYPE_CHECKING:
    from coach.content.shelf import FigureShelf
    from coach.ui.window import MainWindow

EDITOR = (
    "coach.content.own_files",
    "coach.content.findings",
    "coach.app.editing",
    "coach.ui.editor.session",
    "coach.ui.editor.workshop",
    "coach.ui.editor.screen",
    "coach.ui.editor.tools",
)
"""Modules that are brought into memory ahead, 2 MB, so that the first routine opens as soon as the
second."""


def bring_editor(window: MainWindow) -> None:
    """Bring the editor into memory, in small steps."""
    from coach.ui.pauses import imports_ahead, in_pauses

    in_pauses(window, imports_ahead(EDITOR))


def settle_in(window: MainWindow, figures: FigureShelf) -> None:
    """Do it, and see to memory: what is freed goes back, what is out of sight gives back more."""
    from PySide6.QtGui import QIcon

    from coach.desktop.entry import enter_menu
    from coach.desktop.memory import give_back, keep_large_apart
    from coach.ui.pauses import in_pauses
    from coach.ui.unseen import Unseen

    keep_large_apart()
    figures.keep()
    Unseen(window).away.connect(give_back)
    # To check brings the rules of the files into memory, 11 MB, at the first start only.
    checks = chain(figures.check_ahead(), relief_shelf().check_ahead())
    in_pauses(window, checks)
    assets = find_resources().assets
    icon = QIcon()
    for file in (assets / "desktop").glob("*.png"):  # to read the SVG would take 2 MB
        icon.addFile(str(file))
    window.setWindowIcon(icon)
    if assets.parent.name == "_data":  # installed, not a checkout
        enter_menu(assets / "desktop" / "cramp-coach.svg")
