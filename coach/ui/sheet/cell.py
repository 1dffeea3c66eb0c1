"""One step on paper: its picture, its name, how much of it, and what to mind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from coach.ui.sheet.paper import POINT, CellTypes, Gap, Type
from coach.ui.sheet.text import Block
from coach.ui.sheet.wording import SheetStep
from coach.ui.theme import LIGHT, Line, Radius

Picture = Callable[[QPainter, QRectF], None]
"""Paints itself into an area."""
FindPicture = Callable[[SheetStep], Picture | None]
"""Returns the picture of a step, None where there is none."""

_BESIDE_FROM: Final = 1.7
"""A cell so much wider than high has its picture beside its words."""
_BESIDE_WIDTH: Final = 0.44
"""Of a cell's width, where the picture stands beside the words."""
_MOST_PICTURE: Final = 0.62
"""Of a cell's height."""
_TRIED: Final = (
    (True, 1.0, 0.34),
    (True, 0.92, 0.3),
    (False, 1.0, 0.3),
    (False, 0.92, 0.3),
    (False, 1.0, 0.24),
    (False, 0.92, 0.24),
    (False, 0.85, 0.24),
    (False, 0.85, 0.14),
)
"""Whether to tell how it is done, the size of the cautions, the least share of a cell's height that
the picture keeps: the first that fits is taken, and cautions are cut only where none does."""
_BADGE: Final = 1.5
"""Width of the number's disc, in heights of the name."""


@dataclass(slots=True)
class _Words:
    """The words of a step, set in lines: each with its place from the left and the gap above."""

    lines: list[tuple[Block, str, float, float]] = field(default_factory=list)
    cautions: Block | None = None

    @property
    def height(self) -> float:
        return sum(gap + block.height for block, _colour, _left, gap in self.lines)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        for block, colour, inwards, gap in self.lines:
            top += gap
            if block is self.cautions:
                _mark(painter, left, top, block.height)
            top = block.draw(painter, left + inwards, top, colour)


class CellPainter:
    """Draws steps in one size of cell."""

    def __init__(self, device: QPaintDevice, types: CellTypes, picture: FindPicture) -> None:
        """Keep what all cells of a sheet have in common."""
        self._device = device
        self._types = types
        self._picture = picture
        self._badge = types.name.points * _BADGE * POINT

    def paint(self, painter: QPainter, step: SheetStep, cell: QRectF) -> None:
        """Draw a step into its cell."""
        self._frame(painter, cell, in_group=bool(step.rounds))
        inside = cell.adjusted(Gap.S, Gap.S, -Gap.S, -Gap.S)
        picture = self._picture(step)
        beside = cell.width() >= _BESIDE_FROM * cell.height()
        room, place = QRectF(inside), QRectF()
        if picture and beside:
            width = min(_BESIDE_WIDTH * inside.width(), 1.6 * inside.height())
            place = QRectF(inside.left(), inside.top(), width, inside.height())
            room.setLeft(place.right() + Gap.M)
        words = self._fit(step, room, above=bool(picture) and not beside)
        if picture and not beside:
            height = min(room.height() - words.height - Gap.XS, _MOST_PICTURE * room.height())
            place = QRectF(inside.left(), inside.top(), inside.width(), height)
            room.setTop(place.bottom() + Gap.XS)
        if picture:
            picture(painter, place)
        self._number(painter, step, room)
        words.draw(painter, room.left(), room.top())

    def _fit(self, step: SheetStep, room: QRectF, *, above: bool) -> _Words:
        """Set as many words as fit, above them the picture where it is not beside."""

        def fits(words: _Words, picture: float) -> bool:
            share = picture if above else 0.0
            return words.height + Gap.XS <= (1.0 - share) * room.height()

        for how, size, share in _TRIED:
            words = self._words(step, room.width(), how=how, size=size)
            if fits(words, share):
                return words
        for lines in range(30, 0, -1):
            words = self._words(step, room.width(), how=how, size=size, lines=lines)
            if fits(words, share):
                break
        return words

    def _words(
        self, step: SheetStep, width: float, *, how: bool, size: float = 1.0, lines: int = 99
    ) -> _Words:
        types, words = self._types, _Words()

        def add(
            text: str, kind: Type, colour: str, left: float = 0.0, gap: float = 0.0, most: int = 99
        ) -> Block:
            block = Block(text, kind, width - left, self._device, most)
            words.lines.append((block, colour, left, gap))
            return block

        add(step.title, types.name, LIGHT.ink, self._badge + Gap.XS, most=3)
        add(step.dose, types.dose, LIGHT.teal_text, gap=Gap.XS / 2, most=2)
        if step.rounds:
            add(step.rounds, types.detail, LIGHT.teal_text, most=2)
        for detail in step.details:
            add(detail, types.detail, LIGHT.ink, most=3)
        if how and step.how:
            add(" ".join(step.how), types.how, LIGHT.ink, gap=Gap.XS)
        if step.cautions:
            kind, text = types.caution.scaled(size), " ".join(step.cautions)
            words.cautions = add(text, kind, LIGHT.ink, Gap.XS * 1.5, Gap.XS, lines)
        return words

    def _frame(self, painter: QPainter, cell: QRectF, *, in_group: bool) -> None:
        painter.setPen(QPen(QColor(LIGHT.line), Line.HAIR * POINT))
        painter.setBrush(QColor(LIGHT.teal_soft) if in_group else Qt.BrushStyle.NoBrush)
        corner = Radius.SMALL * POINT
        painter.drawRoundedRect(cell, corner, corner)

    def _number(self, painter: QPainter, step: SheetStep, room: QRectF) -> None:
        """Draw the number before the name's first line."""
        first = Block("1", self._types.name, self._badge, self._device)
        circle = QRectF(room.left(), room.top(), self._badge, self._badge)
        circle.moveTop(room.top() + (first.height - self._badge) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.teal))
        painter.drawEllipse(circle)
        kind = self._types.name.scaled(0.9 if step.number < 100 else 0.7)
        block = Block(str(step.number), kind, 2 * self._badge, self._device)
        at = circle.center() - QPointF(block.width / 2, block.height / 2)
        block.draw(painter, at.x(), at.y(), LIGHT.on_teal)


def _mark(painter: QPainter, left: float, top: float, height: float) -> None:
    """Draw the bar that says: mind this."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.warm_graphic))
    painter.drawRect(QRectF(left, top + Gap.XS / 4, Line.FOCUS * 0.6 * POINT, height - Gap.XS / 2))
