"""The list of steps: choosing, dragging, and the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QScrollBar, QWidget

from coach.core.editing.draft import RoutineDraft
from coach.core.editing.steps import Place
from coach.core.words import _
from coach.ui.editor.rows import place_at, step_down, step_up
from coach.ui.editor.steps_delegate import INDENT, StepsDelegate
from coach.ui.editor.steps_model import Index, StepsModel
from coach.ui.editor.thumbs import Thumbs
from coach.ui.icons import Icons
from coach.ui.theme import SCROLL_BAR, Space, Theme

_EDGE = 40
"""Pixels from the list's end in which dragging scrolls it."""
_SCROLL_MS = 30


class StepsView(QListView):
    """One widget for all steps; it changes nothing, it tells what is wanted.

    Attributes:
        rows: The model.

    Signals:
        chosen: Other steps are chosen; carries their keys.
        move_wanted: Carries keys and the Place they go to.
        remove_wanted: Carries keys.
        open_wanted: The present step is to be edited: Enter or a double click.
        menu_wanted: Carries the global place for a menu.
    """

    chosen = Signal(object)
    move_wanted = Signal(object, object)
    remove_wanted = Signal(object)
    open_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        thumbs: Thumbs,
        model: StepsModel,
        parent: QWidget | None = None,
    ) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._theme = theme
        self.rows = model
        self._thumbs = thumbs
        self._drag_from: QPoint | None = None
        self._drag_keys: tuple[int, ...] = ()
        self._gap = -1
        self._inside = False
        self._by_key = False
        self._restoring = self._sized = False
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self.setVerticalScrollBar(self._bar)
        self._delegate = StepsDelegate(theme, icons, thumbs, self._is_chosen, self)
        self._scroller = QTimer(self, interval=_SCROLL_MS)
        self._scroller.timeout.connect(self._scroll_on)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Steps"))
        self.setAccessibleDescription(
            _("Alt with the arrow keys moves a step, Enter edits it, Delete removes it.")
        )
        thumbs.drawn.connect(self.viewport().update)
        theme.changed.connect(self._lay_out)
        self.doubleClicked.connect(lambda _index: self.open_wanted.emit())

    # -- what is chosen -----------------------------------------------------------------------

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of what is chosen, in order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.rows.rows[number].key for number in numbers)

    @property
    def current(self) -> int:
        """The key of the row that keys act on; 0 for none."""
        row = self.currentIndex().row()
        return self.rows.rows[row].key if 0 <= row < len(self.rows.rows) else 0

    def _is_chosen(self, index: Index) -> bool:
        return self.selectionModel().isSelected(index)

    def show_draft(self, draft: RoutineDraft) -> None:
        """Show a draft; what was chosen stays so, as far as it is there."""
        keys, current, row = self.keys, self.current, self.currentIndex().row()
        scrolled = self._bar.value()
        self._restoring = True
        moved = self.rows.show_draft(draft)
        if moved:
            there = tuple(key for key in keys if self.rows.row_of(key) >= 0)
            if not there and keys and self.rows.rows:
                current = self.rows.rows[min(max(row, 0), len(self.rows.rows) - 1)].key
                there = (current,)
            if self._sized:
                self.doItemsLayout()
                self._bar.setValue(scrolled)
            self.choose(there, current if current in there else (there[-1] if there else 0))
        self._restoring = False
        if moved:
            self.chosen.emit(self.keys)
        else:
            self.scheduleDelayedItemsLayout()

    def choose(self, keys: tuple[int, ...], current: int = 0) -> None:
        """Choose rows by their keys."""
        model = self.selectionModel()
        selection = QItemSelection()
        for key in keys:
            index = self.rows.index(self.rows.row_of(key))
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        at = self.rows.row_of(current or (keys[-1] if keys else 0))
        if at >= 0:
            model.setCurrentIndex(self.rows.index(at), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)
        if at >= 0 and self._sized:  # else lines would be broken in a width it never has
            self.scrollTo(self.rows.index(at))

    def scrollTo(  # noqa: N802 as in Qt
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a row; of one higher than the view its beginning, where Qt shows the middle."""
        if self._is_higher(index):
            hint = QAbstractItemView.ScrollHint.PositionAtTop
        super().scrollTo(index, hint)

    def _is_higher(self, index: Index) -> bool:
        return self.visualRect(index).height() > self.viewport().height()

    def selectionChanged(  # noqa: N802 as in Qt
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        """Tell of it."""
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self.chosen.emit(self.keys)
        self._show_marks()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 as in Qt
        """The ring goes along."""
        super().currentChanged(current, previous)
        self._show_marks()

    # -- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove and open; what else comes is for the list or the screen."""
        self._by_key = True
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, none = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
        if modifiers == alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_by_key(up=key == Qt.Key.Key_Up)
        elif modifiers == none and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.keys:
                self.remove_wanted.emit(self.keys)
        elif modifiers == none and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit()
        elif key == Qt.Key.Key_Menu or (
            key == Qt.Key.Key_F10 and modifiers == Qt.KeyboardModifier.ShiftModifier
        ):
            self.menu_wanted.emit(self._menu_place())
        elif key == Qt.Key.Key_Escape and self._drag_keys:
            self._end_drag()
        elif key == Qt.Key.Key_Escape or (event.text().isprintable() and event.text() != ""):
            event.ignore()
        else:
            super().keyPressEvent(event)
        self._show_marks()

    def move_by_key(self, *, up: bool) -> None:
        """Ask for what is chosen to go one place up or down."""
        wanted: Callable[..., Place | None] = step_up if up else step_down
        place = wanted(self.rows.rows, self.keys)
        if place is not None:
            self.move_wanted.emit(self.keys, place)

    def _menu_place(self) -> QPoint:
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rect.center())

    # -- dragging -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; what is pressed may become a drag."""
        self._by_key = False
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and plain:
            self._drag_from = event.position().toPoint()
            key = self.rows.rows[index.row()].key
            if key in self.keys and len(self.keys) > 1:  # several are chosen: they may be dragged
                self.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.NoUpdate
                )
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.RightButton and index.isValid():
            self.menu_wanted.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what is under the pointer."""
        place = event.position().toPoint()
        if self._drag_from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(self.indexAt(place).row())
            return
        far = (place - self._drag_from).manhattanLength() >= QApplication.startDragDistance()
        if not self._drag_keys and far:
            self._begin_drag()
        if self._drag_keys:
            self._show_gap(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is dragged; a click on one of several chooses it alone."""
        if self._drag_keys:
            keys, gap, inside = self._drag_keys, self._gap, self._inside
            self._end_drag()
            if gap >= 0:
                self.move_wanted.emit(keys, place_at(self.rows.rows, gap, inside=inside))
            return
        started, self._drag_from = self._drag_from, None
        if started is not None and len(self.keys) > 1:
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.choose((self.rows.rows[index.row()].key,))
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def _begin_drag(self) -> None:
        self._drag_keys = self.keys
        self._delegate.lifted = frozenset(self.keys)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _end_drag(self) -> None:
        self._drag_from, self._drag_keys, self._gap = None, (), -1
        self._delegate.lifted = frozenset()
        self._scroller.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _show_gap(self, place: QPoint) -> None:
        """Find the gap nearest to the pointer."""
        self._gap, self._inside = len(self.rows.rows), place.x() > INDENT * 2
        for number in range(len(self.rows.rows)):
            if place.y() < self.visualRect(self.rows.index(number)).center().y():
                self._gap = number
                break
        near_end = not _EDGE < place.y() < self.viewport().height() - _EDGE
        if near_end and not self._scroller.isActive():
            self._scroller.start()
        elif not near_end:
            self._scroller.stop()
        self.viewport().update()

    def _scroll_on(self) -> None:
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        self._bar.setValue(self._bar.value() + (-12 if place.y() < _EDGE else 12))
        self._show_gap(place)

    # -- looks --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where what is dragged would go."""
        super().paintEvent(event)
        if self._gap < 0 or not self._drag_keys:
            return
        rows = self.rows.rows
        place = place_at(rows, self._gap, inside=self._inside)
        if self._gap < len(rows):
            y = self.visualRect(self.rows.index(self._gap)).top()
        else:
            y = self.visualRect(self.rows.index(len(rows) - 1)).bottom()
        left = INDENT if place.group else 0
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("teal"), 4, Qt.PenStyle.SolidLine,
                            Qt.PenCapStyle.RoundCap))  # fmt: skip
        y = max(2, min(y, self.viewport().height() - 3))
        painter.drawLine(left + 4, y, self._delegate.width - 4, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere; what was chosen before there was any width comes into sight."""
        super().resizeEvent(event)
        self._lay_out()
        if not self._sized or self._is_higher(self.currentIndex()):
            self._sized = True
            self.scrollTo(self.currentIndex())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is dragged where nothing is seen."""
        self._thumbs.rest()
        if self._drag_keys:
            self._end_drag()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where focus came by a key; something is always chosen then."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_key = event.reason() in by_key
        super().focusInEvent(event)
        if self._by_key and not self.keys and self.rows.rows:
            self.choose((self.current or self.rows.rows[0].key,))
        self._show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_marks()

    def _lay_out(self) -> None:
        least = self.width() - SCROLL_BAR - Space.S
        self._delegate.fit(self.viewport().width() - Space.S, least)
        self.scheduleDelayedItemsLayout()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            shape = Qt.CursorShape.OpenHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _show_marks(self) -> None:
        self._delegate.ringed = (
            self.currentIndex().row() if self._by_key and self.hasFocus() else -1
        )
        self.viewport().update()
