"""How the steps are laid out on pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, TypeVar

from PySide6.QtCore import QRectF

Thing = TypeVar("Thing")

LARGE_PAGE: Final = 12
"""So many steps fit on a page and can be read from a metre."""
_DENSE_PAGE: Final = 16
"""So many at most: with more, cautions would have to be cut."""
_MOST_LARGE_PAGES: Final = 2
_SHAPES: Final = ((1, 1), (3, 1), (8, 2), (12, 3), (16, 4))
"""Up to so many steps on a page, so many columns."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How steps are shared out to pages.

    Attributes:
        columns: Cells beside each other.
        cells: Cells on a page; the last page may have fewer.
        pages: How many pages there are.
    """

    columns: int
    cells: int
    pages: int

    def place(self, area: QRectF, index: int, count: int, gap: float) -> QRectF:
        """Return where a cell lies in the area of its page.

        All rows together take its height, the cells of each row its width.

        Args:
            area: Of the page.
            index: Of the cell on its page.
            count: Cells on this page.
            gap: Between two cells.
        """
        row, column = divmod(index, self.columns)
        columns = min(self.columns, count - row * self.columns)
        wide = (area.width() - gap * (columns - 1)) / columns
        rows = ceil(count / self.columns)
        high = (area.height() - gap * (rows - 1)) / rows
        return QRectF(
            area.left() + column * (wide + gap), area.top() + row * (high + gap), wide, high
        )


def grid_for(steps: int) -> Grid:
    """Return the grid for so many steps: a page up to twelve, two up to thirty-two."""
    large = max(1, ceil(steps / LARGE_PAGE))
    each = LARGE_PAGE if large <= _MOST_LARGE_PAGES else _DENSE_PAGE
    pages = max(1, ceil(steps / each))
    cells = max(1, ceil(steps / pages))
    columns = next(columns for most, columns in _SHAPES if cells <= most)
    return Grid(columns, cells, pages)


def paged(things: Sequence[Thing], grid: Grid) -> list[Sequence[Thing]]:
    """Share the things out, as evenly as can be."""
    return [things[at : at + grid.cells] for at in range(0, max(1, len(things)), grid.cells)]
