"""Choosing one of the shipped figures; the one under the pointer moves."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
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
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coach.content.problem import ContentError
from coach.core.figure import Moment
from coach.core.words import _
from coach.ui.editor.steps_model import Index
from coach.ui.editor.thumbs import Thumbs
from coach.ui.figure.view import FigureView
from coach.ui.mirror import mirrored
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.pictures import Figures
from coach.ui.theme import Line, Radius, Size, Space, Theme

PICTURE = QSize(136, 102)
"""At 100 % text; a picture grows by less than the words below it."""

FRAME_MS = 40


class _FigureModel(QAbstractListModel):
    def __init__(self, titles: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.figures = tuple(titles.items())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as in Qt
        return 0 if parent.isValid() else len(self.figures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.figures[index.row()][1] if role in shown else None


class _FigureDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbs = thumbs
        self.ringed = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(self._theme.font(Size.SMALL)).lineSpacing()
        size = picture_size(self._theme)
        return QSize(size.width() + Space.M, size.height() + 3 * line + 3 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, theme = index.model(), self._theme
        assert isinstance(model, _FigureModel)
        name, title = model.figures[index.row()]
        frame = QRectF(picture_place(theme, QRect(option.rect)))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner = QPainterPath()
        corner.addRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        painter.save()
        painter.setClipPath(corner)
        ratio = float(painter.device().devicePixelRatio())
        pixmap = self._thumbs.figure(name, picture_size(theme), ratio, dark=theme.is_dark)
        if pixmap is None:
            painter.fillRect(frame, theme.colour("floor"))
        else:
            painter.drawPixmap(frame.topLeft(), pixmap)
        painter.restore()
        ringed = index.row() == self.ringed
        painter.setPen(QPen(theme.colour("ink" if ringed else "line"),
                            Line.FOCUS if ringed else Line.HAIR))  # fmt: skip
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        painter.setPen(theme.colour("ink"))
        font = theme.font(Size.SMALL)
        words = QRectF(frame.left(), frame.bottom() + Space.XS, frame.width(), 0)
        draw_lines(painter, words, break_lines(title, font, frame.width(), 3), font)
        painter.restore()


def picture_size(theme: Theme) -> QSize:
    """Return the size of every picture."""
    return PICTURE * (0.5 + 0.5 * theme.scale)


def picture_place(theme: Theme, cell: QRect) -> QRect:
    """Return where in a cell the picture is: where lines begin, but for its ring."""
    corner = cell.topLeft() + QPoint(Space.XS // 2, Space.S)
    return mirrored(QRect(corner, picture_size(theme)), cell)


class FigurePicker(QListView):
    """All figures as a grid.

    Signals:
        picked: Carries the figure's name.
    """

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        figures: Figures,
        thumbs: Thumbs,
        titles: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Show the figures of `titles`."""
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._thumbs = thumbs
        self._model = _FigureModel(titles, self)
        self._delegate = _FigureDelegate(theme, thumbs, self)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._move)
        self._row = -1
        self._moving: FigureView | None = None
        self._kind = "hold"
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Figures"))
        theme.changed.connect(self._show_two_rows)
        self._show_two_rows()
        self.clicked.connect(self._pick)
        thumbs.drawn.connect(self.viewport().update)

    def _show_two_rows(self) -> None:
        """Take the height of about two rows, and lay the cells out anew."""
        self.setMinimumHeight(2 * picture_size(self._theme).height() + 6 * Space.L)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space pick; arrows walk, and what they come to moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
            self._delegate.ringed = self.currentIndex().row()
            self._show_moving(self.currentIndex().row())
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where focus came by a key; there is always a figure it is around then."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self._model.index(0))
            self._delegate.ringed = self.currentIndex().row()
            self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._delegate.ringed = -1
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the figure under the pointer move."""
        self._show_moving(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing moves any more."""
        self._show_moving(-1)
        super().leaveEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 as in Qt
        """What moves would stay behind."""
        super().scrollContentsBy(dx, dy)
        self._show_moving(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at pictures now."""
        self._show_moving(-1)
        self._thumbs.rest()
        super().hideEvent(event)

    @property
    def moving(self) -> str:
        """The figure that moves; empty for none."""
        return self._model.figures[self._row][0] if self._row >= 0 else ""

    def _show_moving(self, row: int) -> None:
        if row == self._row:
            return
        self._row = row
        if row < 0 or self._theme.reduce_motion:
            self._timer.stop()
            if self._moving is not None:
                self._moving.hide()
            return
        if self._moving is None:
            self._moving = FigureView(self.viewport())
            self._moving.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        scheme = "dark" if self._theme.is_dark else "light"
        self._moving.set_theme(scheme, paper=self._theme.colours.surface)
        try:
            motion = self._figures.motion(self._model.figures[row][0])
        except ContentError:
            return
        self._kind = motion.kind
        self._moving.setGeometry(
            picture_place(self._theme, self.visualRect(self._model.index(row)))
        )
        self._moving.show_motion(motion)
        self._moving.show()
        self._clock.restart()
        self._timer.start()

    def _move(self) -> None:
        if self._moving is None or not self.isVisible():
            self._timer.stop()
            return
        seconds = self._clock.elapsed() / 1000
        phase, progress = int(seconds // 1.5) % 2, seconds % 1.5 / 1.5
        elapsed = seconds % 5 if self._kind == "hold" else seconds
        self._moving.set_moment(
            Moment(kind=self._kind, phase=phase, progress=progress, elapsed=elapsed, rep=1)
        )

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._model.figures[index.row()][0])
