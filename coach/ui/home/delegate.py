"""Draws a routine's card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from coach.content.library import RoutineCard
from coach.core.words import _
from coach.ui.home.cards import Cards
from coach.ui.home.wording import length_text, position_text, steps_text
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.theme import Line, Radius, Size, Space, Theme

MOST_TITLE_LINES = 3
MOST_WHEN_LINES = 6
EMPTY_FLOOR = 0.1
"""Share of the picture that is floor while the figure is not there yet."""

PictureOf = Callable[[RoutineCard, QSize], QPixmap | None]


@dataclass(frozen=True, slots=True)
class CardShape:
    """How large the parts of every card are, in pixels.

    Attributes:
        width: Of the cell, with the gap around the card.
        height: Of the cell.
        picture: Height of the picture.
        title_lines: Room for so many lines of the title.
        meta_lines: Room for so many lines of length and position.
        when_lines: Room for so many lines of what it is for.
    """

    width: int
    height: int
    picture: int
    title_lines: int
    meta_lines: int
    when_lines: int

    @property
    def text_width(self) -> int:
        """Room for a line of text."""
        return self.width - 2 * Space.S - 2 * Space.M


def shape_cards(theme: Theme, cards: tuple[RoutineCard, ...], width: int) -> CardShape:
    """Return the shape in which the longest texts of `cards` have room, within reason."""
    room = width - 2 * Space.S - 2 * Space.M

    def lines(texts: list[str], size: Size, most: int) -> int:
        longest = sorted(set(texts), key=len)[-3:]  # letters differ in width: look at a few
        font = theme.font(size)
        return max((len(break_lines(text, font, room, most)) for text in longest), default=1)

    title = lines([card.title for card in cards], Size.HEADING, MOST_TITLE_LINES)
    meta = lines([meta_text(card) for card in cards], Size.SMALL, 3)
    when = lines([card.when for card in cards], Size.BODY, MOST_WHEN_LINES)
    picture = min(round((width - 2 * Space.S) * 0.62), 260)
    text = sum(
        count * QFontMetrics(theme.font(size)).lineSpacing()
        for count, size in ((title, Size.HEADING), (meta, Size.SMALL), (when, Size.BODY))
    )
    height = 2 * Space.S + picture + Space.M + text + 2 * Space.S + Space.M
    return CardShape(width, height, picture, title, meta, when)


def meta_text(card: RoutineCard) -> str:
    """Return the line of facts under the title."""
    facts = [length_text(card.seconds), position_text(card.positions), steps_text(card.steps)]
    return " · ".join([*facts, _("Yours")] if card.own else facts)


class CardDelegate(QStyledItemDelegate):
    """Draws cards of one shape.

    Attributes:
        shape: Of every card; set before the first drawing.
        hovered: Row of the card under the pointer, -1 for none.
        ringed: Row of the card that keys act on, -1 where the ring is not shown.
    """

    def __init__(self, theme: Theme, picture_of: PictureOf, parent: QObject) -> None:
        """Draw with the pictures that `picture_of` returns, and without where it has none."""
        super().__init__(parent)
        self._theme = theme
        self._picture_of = picture_of
        self.shape = CardShape(0, 0, 0, 1, 1, 1)
        self.hovered = self.ringed = -1

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cards are of one size."""
        return QSize(self.shape.width, self.shape.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one card."""
        model = index.model()
        assert isinstance(model, Cards)
        card = model.cards[index.row()]
        rect: QRect = option.rect
        place = QRectF(rect).adjusted(Space.S, Space.S, -Space.S, -Space.S)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(place, Radius.LARGE, Radius.LARGE)
        self._draw_picture(painter, place, card)
        self._draw_texts(painter, place, card)
        self._draw_border(painter, place, index.row())
        painter.restore()

    def _draw_picture(self, painter: QPainter, place: QRectF, card: RoutineCard) -> None:
        top = QRectF(place.left(), place.top(), place.width(), self.shape.picture)
        corner = QPainterPath()
        corner.addRoundedRect(place, Radius.LARGE, Radius.LARGE)
        painter.save()
        painter.setClipPath(corner)
        pixmap = self._picture_of(card, top.size().toSize())
        if pixmap is not None:
            painter.drawPixmap(top.topLeft(), pixmap)
        else:  # an empty room, which the figure then steps into
            painter.fillRect(top, self._theme.colour("paper"))
            top.setTop(top.bottom() - top.height() * EMPTY_FLOOR)
            painter.fillRect(top, self._theme.colour("floor"))
        painter.restore()

    def _draw_texts(self, painter: QPainter, place: QRectF, card: RoutineCard) -> None:
        shape, theme = self.shape, self._theme
        room = QRectF(place).adjusted(Space.M, shape.picture + Space.M, -Space.M, 0)
        parts = (
            (card.title, Size.HEADING, "ink", shape.title_lines),
            (meta_text(card), Size.SMALL, "teal_text", shape.meta_lines),
            (card.when, Size.BODY, "ink_soft", shape.when_lines),
        )
        for text, size, role, most in parts:
            font = theme.font(size)
            painter.setPen(theme.colour(role))
            lines = break_lines(text, font, room.width(), most)
            room.setTop(draw_lines(painter, room, lines, font) + Space.S)

    def _draw_border(self, painter: QPainter, place: QRectF, row: int) -> None:
        role, width = ("teal", 2.0) if row == self.hovered else ("line", float(Line.HAIR))
        if row == self.ringed:
            role, width = "ink", float(Line.FOCUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(role), width))
        half = width / 2
        inner = place.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, Radius.LARGE - half, Radius.LARGE - half)
