"""Sizes on paper, made of the tokens of the screen; a point is 1/72 inch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter

from coach.ui.theme import Size, Space

DOTS: Final = 1200
"""Dots an inch: how finely places are counted, not pictures."""
POINT: Final = DOTS / 72


class Paper(Enum):
    """The sizes that printers have."""

    A4 = QPageSize.PageSizeId.A4
    LETTER = QPageSize.PageSizeId.Letter


class Gap:
    """Distances in dots."""

    XS: Final = Space.XS * 0.75 * POINT
    S: Final = Space.S * 0.75 * POINT
    M: Final = Space.M * 0.75 * POINT
    EDGE: Final = Space.XL * 0.85 * POINT
    """At the page's edges: 12 mm, more than any printer leaves white."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of text on paper.

    Attributes:
        points: Its height.
        weight: Its weight.
    """

    points: float
    weight: QFont.Weight

    def font(self) -> QFont:
        """Return the application's font in this size, spaced as it was designed."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(round(self.points * POINT))
        font.setWeight(self.weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("liga"), 0)  # joined letters can't be searched for
        return font

    def scaled(self, factor: float) -> Type:
        """Return it larger or smaller."""
        return Type(self.points * factor, self.weight)


TITLE: Final = Type(Size.TITLE.pixels, Size.TITLE.weight)
FACTS: Final = Type(13, QFont.Weight.DemiBold)
WHEN: Final = Type(12, Size.BODY.weight)
FOOT_STRONG: Final = Type(10.5, QFont.Weight.DemiBold)
FOOT: Final = Type(8.5, Size.SMALL.weight)


@dataclass(frozen=True, slots=True)
class CellTypes:
    """The sizes of text in a step's cell."""

    name: Type
    dose: Type
    detail: Type
    how: Type
    caution: Type


def cell_types(columns: int) -> CellTypes:
    """Return sizes for so many columns: at three the dose is still read from a metre."""
    factor = {1: 1.45, 2: 1.1, 3: 1.0}.get(columns, 0.84)
    small = max(0.9, min(factor, 1.35))
    return CellTypes(
        name=Type(13, QFont.Weight.DemiBold).scaled(factor),
        dose=Type(14.5, QFont.Weight.Bold).scaled(factor),
        detail=Type(9.5, QFont.Weight.Medium).scaled(small),
        how=Type(9.5, Size.BODY.weight).scaled(small),
        caution=Type(8, Size.SMALL.weight).scaled(small),
    )


def page_area(writer: QPdfWriter) -> QRectF:
    """Return what of a page is drawn on, in dots."""
    whole = QRectF(writer.pageLayout().fullRectPixels(DOTS))
    return whole.adjusted(Gap.EDGE, Gap.EDGE, -Gap.EDGE, -Gap.EDGE)
