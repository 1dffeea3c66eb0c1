"""Still pictures are drawn when they are first seen, and kept as long as that helps."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.ui.pictures import MOST_OF_A_FIGURE, Pictures

WIDTHS = range(40, 60, 2)


class Counting(Pictures):
    """Counts what it draws."""

    drawings = 0

    def _draw(self, *what: object, **how: object) -> QPixmap | None:
        self.drawings += 1
        return super()._draw(*what, **how)  # type: ignore[arg-type]


def asked(pictures: Pictures, qtbot: QtBot, width: int) -> QPixmap | None:
    size = QSize(width, 40)
    if (picture := pictures.picture("ankle-pump", size, 1.0, dark=False)) is not None:
        return picture
    qtbot.waitUntil(lambda: not pictures.is_busy)
    return pictures.picture("ankle-pump", size, 1.0, dark=False)


def test_a_window_that_is_drawn_larger_leaves_no_pictures_behind(qtbot: QtBot) -> None:
    pictures = Counting(FigureShelf(find_resources().figures))
    for width in WIDTHS:
        picture = asked(pictures, qtbot, width)
        assert picture is not None
        assert picture.width() == width
    kept = pictures._kept["ankle-pump"].values()
    assert [one.width() for one in kept if one] == list(WIDTHS)[-MOST_OF_A_FIGURE:]
    drawn = pictures.drawings
    for width in list(WIDTHS)[-MOST_OF_A_FIGURE:]:
        asked(pictures, qtbot, width)
    assert pictures.drawings == drawn
