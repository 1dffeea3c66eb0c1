"""Draws the rows of the list of steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from coach.ui.editor.rows import Row
from coach.ui.editor.steps_model import Index, StepsModel
from coach.ui.editor.thumbs import Thumbs
from coach.ui.icons import Icons
from coach.ui.mirror import is_mirrored, mirrored
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.theme import Line, Radius, Size, Space, Target, Theme

THUMB = QSize(84, 64)
"""Pixels of a picture, whatever the size of the text."""
GRIP = 20
INDENT = 28
ROOM_FOR_LENGTH = 420
"""Pixels of a row at 100 % text from which its length has a column of its own."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Texts:
    """The lines of one row and the room they have."""

    title: tuple[str, ...]
    detail: tuple[str, ...]
    length: str
    rest: str
    left: float
    right: float
    height: int


class StepsDelegate(QStyledItemDelegate):
    """Draws steps and heads of groups.

    Attributes:
        ringed: Row that keys act on, -1 where the ring is not shown.
        hovered: Row under the pointer, -1 for none.
        lifted: Keys of what is being dragged.
        is_chosen: Whether a row is chosen. The option's state says it too, but to ask that for the
            first time takes Qt's bindings 6 ms.
    """

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        thumbs: Thumbs,
        is_chosen: Callable[[Index], bool],
        parent: QObject,
    ) -> None:
        """Draw with the pictures of `thumbs`."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._thumbs = thumbs
        self._known: dict[tuple[object, ...], _Texts] = {}
        self.is_chosen = is_chosen
        self._width, self._beside = 400, False
        theme.changed.connect(self._known.clear)
        self.ringed = self.hovered = -1
        self.lifted: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """Pixels of the list."""
        return self._width

    def fit(self, width: int, least: int) -> None:
        """Break lines for a width in pixels.

        Args:
            width: Of the list as it is now.
            least: Of the list beside its scroll bar: whether lengths have a column goes by that,
                else each of the two would bring the other about, in turns.
        """
        beside = least >= self._theme.pixels(ROOM_FOR_LENGTH)
        if (width, beside) != (self._width, self._beside):
            self._width, self._beside = width, beside
            self._known.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the texts and the picture need."""
        model = index.model()
        assert isinstance(model, StepsModel)
        row = model.rows[index.row()]
        high = self._texts(model, row).height
        if row.is_group:
            return QSize(self.width, max(Target.SMALL, high + 2 * Space.S + 2 * Space.XS))
        return QSize(self.width, max(high + 2 * Space.S, THUMB.height() + Space.S) + 2 * Space.XS)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw one row."""
        model = index.model()
        assert isinstance(model, StepsModel)
        row, theme = model.rows[index.row()], self._theme
        texts = self._texts(model, row)
        whole = QRectF(option.rect)
        place = whole.adjusted(INDENT if row.group else 0, Space.XS, 0, -Space.XS)
        place = mirrored(place, whole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key in self.lifted or row.group in self.lifted:
            painter.setOpacity(0.35)
        if row.group:
            self._draw_rail(painter, whole, row)
        chosen = self.is_chosen(index)
        self._draw_ground(painter, place, index.row(), chosen=chosen, group=row.is_group)
        self._draw_grip(painter, place)
        if row.is_group:
            self._draw_sign(painter, place, "repeat", "teal_text", 22)
        else:
            self._draw_picture(painter, place, model, row)
        faulty = row.key in model.faults
        room = QRectF(texts.left, place.top(), texts.right - texts.left, place.height())
        room = mirrored(room, whole)
        room.setTop(place.top() + (place.height() - texts.height) / 2)
        painter.setPen(theme.colour("teal_text" if row.is_group else "ink"))
        room.setTop(draw_lines(painter, room, texts.title, theme.font(Size.STRONG)))
        painter.setPen(theme.colour("warm_graphic" if faulty else "teal_text"))
        if faulty:
            painter.setPen(theme.colour("ink"))
            self._draw_mark(painter, QRectF(place))
        draw_lines(painter, room, texts.detail, theme.font(Size.SMALL))
        self._draw_length(painter, whole, place, texts)
        painter.restore()

    # -- parts --------------------------------------------------------------------------------

    def _draw_ground(
        self, painter: QPainter, place: QRectF, number: int, *, chosen: bool, group: bool
    ) -> None:
        theme = self._theme
        role = "teal_soft" if chosen else "paper" if group else "surface"
        painter.setBrush(theme.colour(role))
        edge, width = ("teal", 2.0) if chosen else ("line", float(Line.HAIR))
        if number == self.hovered and not chosen:
            edge = "edge"
        if number == self.ringed:
            edge, width = "ink", float(Line.FOCUS)
        painter.setPen(QPen(theme.colour(edge), width))
        half = width / 2
        shape = place.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, Radius.MEDIUM, Radius.MEDIUM)

    def _draw_rail(self, painter: QPainter, whole: QRectF, row: Row) -> None:
        """The line that holds a group together."""
        painter.setPen(QPen(self._theme.colour("teal"), 3, Qt.PenStyle.SolidLine,
                            Qt.PenCapStyle.RoundCap))  # fmt: skip
        low = whole.center().y() if row.is_last else whole.bottom() + Space.XS
        rail = QRectF(whole.left() + INDENT / 2, whole.top(), Space.S, low - whole.top())
        rail = mirrored(rail, whole)
        x, end = (rail.right(), rail.left()) if is_mirrored() else (rail.left(), rail.right())
        painter.drawLine(round(x), round(rail.top()), round(x), round(low))
        if row.is_last:
            painter.drawLine(round(x), round(low), round(end), round(low))

    def _draw_grip(self, painter: QPainter, place: QRectF) -> None:
        side = 20
        ink = self._theme.colours.edge
        picture = self._icons.pixmap("grip", ink, side, self._ratio(painter))
        spot = QRectF(place.left() + 4, place.center().y() - side / 2, side, side)
        painter.drawPixmap(mirrored(spot, place).toRect(), picture)

    def _draw_sign(self, painter: QPainter, place: QRectF, icon: str, role: str, side: int) -> None:
        ink = getattr(self._theme.colours, role)
        picture = self._icons.pixmap(icon, ink, side, self._ratio(painter))
        left = place.left() + GRIP + Space.S
        spot = QRectF(left, place.center().y() - side / 2, side, side)
        painter.drawPixmap(mirrored(spot, place).toRect(), picture)

    def _draw_mark(self, painter: QPainter, place: QRectF) -> None:
        """A stripe where the row begins that is seen without reading."""
        painter.save()
        corner = QPainterPath()
        corner.addRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        painter.setClipPath(corner)
        stripe = mirrored(QRectF(place.left(), place.top(), 5, place.height()), place)
        painter.fillRect(stripe, self._theme.colour("warm_graphic"))
        painter.restore()

    def _draw_picture(self, painter: QPainter, place: QRectF, model: StepsModel, row: Row) -> None:
        left = place.left() + GRIP + Space.S
        frame = QRectF(left, place.center().y() - THUMB.height() / 2, THUMB.width(), THUMB.height())
        frame = mirrored(frame, place)
        corner = QPainterPath()
        corner.addRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        painter.save()
        painter.setClipPath(corner, Qt.ClipOperation.IntersectClip)
        facts = model.facts(row)
        pixmap = self._thumbs.of(
            facts.exercise if facts else None,
            THUMB,
            self._ratio(painter),
            dark=self._theme.is_dark,
        )
        if pixmap is not None:
            painter.drawPixmap(frame.topLeft(), pixmap)
        else:
            painter.fillRect(frame, self._theme.colour("floor"))
        painter.restore()

    def _draw_length(self, painter: QPainter, whole: QRectF, place: QRectF, texts: _Texts) -> None:
        if not texts.length:
            return
        theme = self._theme
        right = whole.right() - Space.M
        column = QRectF(texts.right + Space.S, place.top(), right - texts.right - Space.S, 0)
        column = mirrored(column, whole)
        strong, small = self._height(Size.STRONG), self._height(Size.SMALL)
        high = strong + (small if texts.rest else 0)
        column.setTop(place.top() + (place.height() - high) / 2)
        column.setHeight(strong)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Size.STRONG))
        painter.drawText(column, int(_RIGHT), texts.length)
        if texts.rest:
            column.translate(0, strong)
            column.setHeight(small)
            painter.setPen(theme.colour("ink_soft"))
            painter.setFont(theme.font(Size.SMALL))
            painter.drawText(column, int(_RIGHT), texts.rest)

    # -- measures -----------------------------------------------------------------------------

    def _texts(self, model: StepsModel, row: Row) -> _Texts:
        """Return the lines of a row; those of rows that say the same are broken once."""
        said = (model.title(row), model.length(row), model.detail(row), model.rest(row))
        key = (*said, row.is_group, bool(row.group))
        texts = self._known.get(key)
        if texts is None:
            texts = self._known[key] = self._set(*said, row)
        return texts

    def _set(self, title: str, length: str, detail: str, rest: str, row: Row) -> _Texts:
        theme = self._theme
        left = (INDENT if row.group else 0) + GRIP + Space.S
        left += 22 + Space.S if row.is_group else THUMB.width() + Space.M
        right = self.width - Space.M
        if self._beside:
            small = QFontMetrics(theme.font(Size.SMALL))
            strong = QFontMetrics(theme.font(Size.STRONG))
            wide = max(strong.horizontalAdvance(length), small.horizontalAdvance(rest))
            right -= max(wide, strong.horizontalAdvance("00:00")) + Space.S
        else:  # all in the text
            detail = "\N{NO-BREAK SPACE}· ".join(part for part in (length, detail, rest) if part)
            length = rest = ""
        room = max(60, right - left)
        titles = break_lines(title, theme.font(Size.STRONG), room, 4)
        details = break_lines(detail, theme.font(Size.SMALL), room, 6) if detail else ()
        high = self._height(Size.STRONG) * len(titles) + self._height(Size.SMALL) * len(details)
        return _Texts(titles, details, length, rest, left, right, high)

    def _height(self, size: Size) -> int:
        return QFontMetrics(self._theme.font(size)).lineSpacing()

    @staticmethod
    def _ratio(painter: QPainter) -> float:
        return float(painter.device().devicePixelRatio())
