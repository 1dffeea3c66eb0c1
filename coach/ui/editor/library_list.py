"""Exercises to add: a list that is as quick with a thousand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QScrollBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from coach.core.exercise import Exercise
from coach.core.words import _
from coach.ui.editor.steps_model import Index
from coach.ui.editor.thumbs import Thumbs
from coach.ui.icons import Icons
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.player.wording import dose_text
from coach.ui.theme import Line, Radius, Size, Space, Theme

THUMB = QSize(84, 64)
_PLUS, _LEAST_PLUS = 16, 24
"""Side of the plus in pixels at 100 % text, and the least in any case."""


class ExerciseModel(QAbstractListModel):
    """Exercises that fit what was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self.exercises: tuple[Exercise, ...] = ()
        self.own: frozenset[str] = frozenset()

    def show_exercises(self, exercises: Sequence[Exercise], own: frozenset[str]) -> None:
        """Show others."""
        self.beginResetModel()
        self.exercises, self.own = tuple(exercises), own
        self.endResetModel()

    def facts(self, exercise: Exercise) -> str:
        """Return the second line."""
        parts = [exercise.target, dose_text(exercise.dose)]
        return "\N{NO-BREAK SPACE}· ".join(
            [*parts, _("Yours")] if exercise.id in self.own else parts
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as in Qt
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.exercises)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return one text."""
        if not 0 <= index.row() < len(self.exercises):
            return None
        exercise = self.exercises[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return exercise.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.facts(exercise)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(exercise.setup)
        return None


class ExerciseDelegate(QStyledItemDelegate):
    """Draws an exercise with its picture and a plus.

    Attributes:
        width: Pixels of the list.
        hovered: Row under the pointer, -1 for none.
        ringed: Row that keys act on, -1 where the ring is not shown.
        playing: A row whose picture is drawn by a widget over it.
    """

    def __init__(self, theme: Theme, icons: Icons, thumbs: Thumbs, parent: QObject) -> None:
        """Draw with the pictures of `thumbs`."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._thumbs = thumbs
        self.width = 300
        self.hovered = self.ringed = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as texts and picture need."""
        title, facts = self._lines(index)
        high = len(title) * self._height(Size.STRONG) + len(facts) * self._height(Size.SMALL)
        return QSize(self.width, max(high + Space.S, THUMB.height()) + Space.S + Space.XS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one exercise."""
        model, theme = index.model(), self._theme
        assert isinstance(model, ExerciseModel)
        exercise = model.exercises[index.row()]
        place = QRectF(option.rect).adjusted(0, 0, 0, -Space.XS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, ringed = index.row() == self.hovered, index.row() == self.ringed
        painter.setBrush(theme.colour("teal_soft" if lit or ringed else "surface"))
        width = float(Line.FOCUS if ringed else Line.HAIR)
        painter.setPen(QPen(theme.colour("ink" if ringed else "line"), width))
        half = width / 2
        shape = place.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, Radius.MEDIUM, Radius.MEDIUM)
        frame = self._frame(place)
        self._draw_picture(painter, frame, exercise)
        title, facts = self._lines(index)
        high = len(title) * self._height(Size.STRONG) + len(facts) * self._height(Size.SMALL)
        left = frame.right() + Space.M
        room = QRectF(left, place.center().y() - high / 2, self._text_width, high)
        painter.setPen(theme.colour("ink"))
        room.setTop(draw_lines(painter, room, title, theme.font(Size.STRONG)))
        painter.setPen(theme.colour("ink_soft"))
        draw_lines(painter, room, facts, theme.font(Size.SMALL))
        ink = theme.colours.teal_text if lit or ringed else theme.colours.edge
        side = self._plus
        plus = self._icons.pixmap("plus", ink, side, painter.device().devicePixelRatio())
        painter.drawPixmap(
            round(place.right() - side - Space.S), round(place.center().y() - side / 2), plus
        )
        painter.restore()

    def _draw_picture(self, painter: QPainter, frame: QRectF, exercise: Exercise) -> None:
        corner = QPainterPath()
        corner.addRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        painter.save()
        painter.setClipPath(corner)
        ratio = float(painter.device().devicePixelRatio())
        pixmap = self._thumbs.of(exercise, THUMB, ratio, dark=self._theme.is_dark)
        if pixmap is None:
            painter.fillRect(frame, self._theme.colour("floor"))
        else:
            painter.drawPixmap(frame.topLeft(), pixmap)
        painter.restore()

    @staticmethod
    def _frame(place: QRectF) -> QRectF:
        top = place.center().y() - THUMB.height() / 2
        return QRectF(place.left() + Space.XS, top, THUMB.width(), THUMB.height())

    @property
    def _plus(self) -> int:
        return max(_LEAST_PLUS, self._theme.pixels(_PLUS))

    @property
    def _text_width(self) -> float:
        return max(60.0, self.width - THUMB.width() - self._plus - 2 * Space.M - Space.M)

    def _lines(self, index: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
        model, theme = index.model(), self._theme
        assert isinstance(model, ExerciseModel)
        exercise = model.exercises[index.row()]
        title = break_lines(exercise.title, theme.font(Size.STRONG), self._text_width, 4)
        facts = break_lines(model.facts(exercise), theme.font(Size.SMALL), self._text_width, 6)
        return title, facts

    def _height(self, size: Size) -> int:
        return QFontMetrics(self._theme.font(size)).lineSpacing()


class ExerciseList(QListView):
    """A click or Enter adds an exercise.

    Attributes:
        found: The model.

    Signals:
        wanted: An exercise is to be added; carries its id.
    """

    wanted = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, thumbs: Thumbs, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._thumbs = thumbs
        self._by_key = False
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self.setVerticalScrollBar(self._bar)
        self.found = ExerciseModel(self)
        self._delegate = ExerciseDelegate(theme, icons, thumbs, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.found)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Exercises to add"))
        self.clicked.connect(self._want)
        thumbs.drawn.connect(self.viewport().update)
        theme.changed.connect(self._lay_out)

    def show_exercises(self, exercises: Sequence[Exercise], own: frozenset[str]) -> None:
        """Show others, the first ready for Enter."""
        self.found.show_exercises(exercises, own)
        if exercises:
            self.setCurrentIndex(self.found.index(0))
        self.verticalScrollBar().setValue(0)

    def add_current(self) -> None:
        """Add the one that keys act on."""
        self._want(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space add; arrows walk; the rest is for the screen."""
        self._by_key = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.add_current()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
        self._show_marks()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring is for those who use keys."""
        self._by_key = False
        super().mousePressEvent(event)
        self._show_marks()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where focus came by a key."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
                  Qt.FocusReason.ShortcutFocusReason)  # fmt: skip
        self._by_key = event.reason() in by_key
        super().focusInEvent(event)
        self._show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_marks()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at pictures now."""
        self._thumbs.rest()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._delegate.width = self.viewport().width() - Space.S
        self.scheduleDelayedItemsLayout()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _show_marks(self) -> None:
        shown = self._by_key and self.hasFocus()
        self._delegate.ringed = self.currentIndex().row() if shown else -1
        self.viewport().update()

    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(self.found.exercises[index.row()].id)
