"""Draws a routine's card: a small picture, and its words beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from coach.content.library import RoutineCard
from coach.ui.home.cards import Cards
from coach.ui.home.room import draw_empty_room
from coach.ui.home.wording import meta_text
from coach.ui.mirror import is_mirrored, mirrored
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.theme import Line, Radius, Size, Space, Theme

PICTURE = 108
"""Width of a picture in pixels at 100 % text; it grows by less than the text."""

PICTURE_SHARE = 0.34
"""Of the card's width at most."""

LOOKED_AT = 10
"""So many of the longest cards are measured: with a thousand, no more are ever seen at once."""

PictureOf = Callable[[RoutineCard, QSize], QPixmap | None]

GAP = Space.S - Space.XS // 2
"""Pixels between a cell's edge and its card."""

LINES = ((Size.STRONG, "ink", 3), (Size.SMALL, "teal_text", 4), (Size.SMALL, "ink_soft", 6))
"""Title, facts and purpose of a card: font, colour and the most lines."""


@dataclass(frozen=True, slots=True)
class CardShape:
    """How large the parts of every card are, in pixels.

    Attributes:
        width: Of the cell, with the gap around the card.
        height: Of the cell.
        picture: Width of the picture.
    """

    width: int
    height: int
    picture: int

    @property
    def text_width(self) -> int:
        """Room for a line of text."""
        return self.width - 2 * GAP - self.picture - 2 * Space.M + Space.XS


def shape_cards(theme: Theme, cards: Sequence[RoutineCard], width: int) -> CardShape:
    """Return the shape in which the longest texts of `cards` have room, within reason."""
    grown = PICTURE * (0.6 + 0.4 * theme.scale)
    picture = round(min(grown, (width - 2 * GAP) * PICTURE_SHARE))
    shape = CardShape(width, 0, picture)
    longest = sorted(cards, key=_length, reverse=True)[:LOOKED_AT]
    text = max((text_height(theme, card, shape.text_width) for card in longest), default=0)
    height = max(text + 2 * Space.S + Space.XS, picture) + 2 * GAP
    return CardShape(width, height, picture)


def card_lines(theme: Theme, card: RoutineCard, width: float) -> tuple[tuple[str, ...], ...]:
    """Return the lines of title, facts and purpose."""
    texts = (card.title, meta_text(card), card.when)
    return tuple(
        break_lines(text, theme.font(size), width, most)
        for text, (size, _role, most) in zip(texts, LINES, strict=True)
    )


def text_height(theme: Theme, card: RoutineCard, width: float) -> int:
    """Return the height of a card's words in a width."""
    spacings = [QFontMetrics(theme.font(size)).lineSpacing() for size, _role, _most in LINES]
    lines = card_lines(theme, card, width)
    return sum(len(part) * high for part, high in zip(lines, spacings, strict=True)) + 2 * Space.XS


def _length(card: RoutineCard) -> int:
    return len(card.title) + len(card.when) + 6 * len(card.positions)


class CardDelegate(QStyledItemDelegate):
    """Draws cards of one shape.

    Attributes:
        shape: Of every card; set before the first drawing.
        columns: So many cards stand beside each other.
        spare: Pixels of a row that whole cells leave over; fewer than a gap has.
        hovered: Row of the card under the pointer, -1 for none.
        ringed: Row of the card that keys act on, -1 where the ring is not shown.
    """

    def __init__(self, theme: Theme, picture_of: PictureOf, parent: QObject) -> None:
        """Draw with the pictures that `picture_of` returns, and without where it has none."""
        super().__init__(parent)
        self._theme = theme
        self._picture_of = picture_of
        self.shape = CardShape(0, 0, 0)
        self.columns, self.spare = 1, 0
        self.hovered = self.ringed = -1

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cards are of one size."""
        return QSize(self.shape.width, self.shape.height)

    @property
    def picture_size(self) -> QSize:
        """Of every card's picture."""
        return QSize(self.shape.picture, self.shape.height - 2 * GAP)

    def cell_of(self, row: int, cell: QRect) -> QRect:
        """Return where a card's cell is once what is over is shared: the last ends at the edge."""
        column = row % self.columns
        left, right = (self.spare * part // self.columns for part in (column, column + 1))
        return (
            cell.adjusted(-right, 0, -left, 0)
            if is_mirrored()
            else cell.adjusted(left, 0, right, 0)
        )

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
        place = QRectF(self.cell_of(index.row(), rect)).adjusted(GAP, GAP, -GAP, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        self._draw_picture(painter, place, card)
        self._draw_texts(painter, place, card)
        self._draw_border(painter, place, index.row())
        painter.restore()

    def _draw_picture(self, painter: QPainter, place: QRectF, card: RoutineCard) -> None:
        size = self.picture_size
        left = mirrored(QRectF(place.topLeft(), size.toSizeF()), place)
        corner = QPainterPath()
        corner.addRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        painter.save()
        painter.setClipPath(corner)
        pixmap = self._picture_of(card, size)
        if pixmap is not None:
            painter.drawPixmap(left.topLeft(), pixmap)
        else:
            draw_empty_room(painter, left, self._theme)
        painter.restore()

    def _draw_texts(self, painter: QPainter, place: QRectF, card: RoutineCard) -> None:
        """Put the words beside the middle of the picture."""
        shape, theme = self.shape, self._theme
        high = text_height(theme, card, shape.text_width)
        room = QRectF(place)
        room.setLeft(place.left() + shape.picture + Space.M - Space.XS)
        room.setWidth(shape.text_width)
        room = mirrored(room, place)
        room.setTop(place.top() + max(Space.S, (place.height() - high) / 2))
        lines = card_lines(theme, card, shape.text_width)
        for part, (size, role, _most) in zip(lines, LINES, strict=True):
            painter.setPen(theme.colour(role))
            room.setTop(draw_lines(painter, room, part, theme.font(size)) + Space.XS)

    def _draw_border(self, painter: QPainter, place: QRectF, row: int) -> None:
        role, width = ("teal", 2.0) if row == self.hovered else ("line", float(Line.HAIR))
        if row == self.ringed:
            role, width = "ink", float(Line.FOCUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(role), width))
        half = width / 2
        inner = place.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, Radius.MEDIUM - half, Radius.MEDIUM - half)
