"""What can wait until the pictures of the first screen are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from coach.bootstrap.shelves import relief_shelf
from coach.content.resources import find_resources

if TYPE_CHECKING:
    from coach.content.shelf import FigureShelf
    from coach.ui.window import MainWindow

PAUSE_MS = 20
"""Between two steps of it."""


def settle_in(window: MainWindow, figures: FigureShelf) -> None:
    """Do it, and give memory back whenever the window is out of sight."""
    from PySide6.QtGui import QIcon

    from coach.desktop.entry import enter_menu
    from coach.desktop.memory import give_back
    from coach.ui.unseen import Unseen

    figures.keep()
    Unseen(window).away.connect(give_back)
    _in_pauses(window, chain(figures.check_ahead(), relief_shelf().check_ahead()))
    assets = find_resources().assets
    icon = QIcon()
    for file in (assets / "desktop").glob("*.png"):  # to read the SVG would take 2 MB
        icon.addFile(str(file))
    window.setWindowIcon(icon)
    if assets.parent.name == "_data":  # installed, not a checkout
        enter_menu(assets / "desktop" / "cramp-coach.svg")


def _in_pauses(window: MainWindow, steps: Iterator[None]) -> None:
    """Take one step after the other, with time for everything else in between.

    What brings the rules of the files into memory, 11 MB, is thereby done with at the first start.
    """
    from PySide6.QtCore import QTimer

    timer = QTimer(window, interval=PAUSE_MS)

    def step() -> None:
        if next(steps, timer) is timer:
            timer.stop()
            timer.deleteLater()

    timer.timeout.connect(step)
    timer.start()
