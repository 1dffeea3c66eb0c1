"""The cards in one to four columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from coach.content.library import Library, RoutineCard
from coach.core.words import _
from coach.ui.home.cards import Cards
from coach.ui.home.delegate import CardDelegate, shape_cards
from coach.ui.pictures import Pictures
from coach.ui.theme import Theme

if TYPE_CHECKING:  # made when a card is first pointed at
    from coach.ui.home.card_buttons import MoreButton
    from coach.ui.home.moving import Moving

LEAST_CARD_WIDTH = 310
"""Pixels of a column at 100 % text; from 150 % on a wide card reads better than many."""

MOST_COLUMNS = 4


class CardGrid(QListView):
    """One widget for all cards: a thousand of them cost no more than those that are seen.

    It is as high as its cards; the page it lies on scrolls.

    Signals:
        went: Keys act on another card; carries its place in the grid.
        chosen: A routine is to be started; carries its id.
        edit_wanted: It, or a copy of a shipped one, is to be edited; carries its id.
        menu_wanted: What else can be done with it; carries its id and the global place.
    """

    chosen = Signal(str)
    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    went = Signal(QRect)

    def __init__(
        self, theme: Theme, library: Library, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        """Show the routines of `library`."""
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._pictures = pictures
        self._figure_of: dict[str, str] | None = None
        self._pictured = self._by_key = self._sized = False
        self._corner: MoreButton | None = None
        self._moving: Moving | None = None
        self._moving_row = -1
        self._cards = Cards((), self)
        self._delegate = CardDelegate(theme, self._picture_of, self)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setItemDelegate(self._delegate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Routines"))
        self.clicked.connect(self._choose)
        pictures.drawn.connect(self._refresh)
        theme.changed.connect(self._lay_out)

    def show_library(self, library: Library) -> None:
        """Take pictures from another library; `show_cards` follows."""
        self._library, self._figure_of = library, None

    def show_cards(self, cards: Sequence[RoutineCard]) -> None:
        """Show other cards; the one that keys act on stays, as far as it is there."""
        present = self.present
        self._rest()
        self._cards = Cards(cards, self)
        self.setModel(self._cards)
        ids = [card.id for card in cards]
        self.setCurrentIndex(self._cards.index(ids.index(present) if present in ids else 0))
        self._delegate.hovered = -1
        self._lay_out()
        self._show_marks()

    def go_to(self, routine: str) -> None:
        """Let keys act on a routine's card, and show it."""
        ids = [card.id for card in self._cards.cards]
        if routine in ids:
            self.setCurrentIndex(self._cards.index(ids.index(routine)))
            self.went.emit(self.visualRect(self.currentIndex()))

    @property
    def present(self) -> str:
        """The id of the routine whose card keys act on."""
        row = self.currentIndex().row()
        return self._cards.cards[row].id if 0 <= row < len(self._cards.cards) else ""

    @property
    def corner(self) -> MoreButton:
        """The button on the card under the pointer, or on the one that keys act on."""
        if self._corner is None:
            from coach.ui.home.card_buttons import MoreButton

            self._corner = MoreButton(self._theme, self.viewport())
            self._corner.clicked.connect(self._tell_menu)
        return self._corner

    @property
    def moving(self) -> Moving:
        """Moves the picture of that card."""
        if self._moving is None:
            from coach.ui.home.moving import Moving

            self._moving = Moving(self._theme, self._pictures, self)
            self._moving.moved.connect(self._redraw)
        return self._moving

    @property
    def delegate(self) -> CardDelegate:
        """What draws the cards."""
        return self._delegate

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit as many columns as have room."""
        self._sized = True
        self._lay_out()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at pictures now."""
        self._pictures.rest()
        self._rest()
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space start the present card's routine; arrows go from card to card."""
        self._by_key = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif event.key() in (Qt.Key.Key_E, Qt.Key.Key_F2):
            self.edit_wanted.emit(self.present)
        elif event.key() == Qt.Key.Key_Menu:
            self._menu_at(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
        self._show_marks()
        self.went.emit(self.visualRect(self.currentIndex()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring is for those who use keys; the right button asks for the menu."""
        self._by_key = False
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton:
            if index.isValid():
                self.setCurrentIndex(index)
                self.menu_wanted.emit(self.present, event.globalPosition().toPoint())
            return
        super().mousePressEvent(event)
        self._show_marks()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        row = self.indexAt(event.position().toPoint()).row()
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
            self._place_corner()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._delegate.hovered = -1
        self.viewport().update()
        self._place_corner()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where focus came by a key."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._by_key = event.reason() in by_key
        super().focusInEvent(event)
        self._show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_marks()

    def _show_marks(self) -> None:
        ringed = self.currentIndex().row() if self._by_key and self.hasFocus() else -1
        if ringed != self._delegate.ringed:
            self._delegate.ringed = ringed
            self.viewport().update()
        self._place_corner()

    def _place_corner(self) -> None:
        """Mark the card that is pointed at, else the one with the ring: it moves, with a button."""
        row = self._delegate.hovered if self._delegate.hovered >= 0 else self._delegate.ringed
        if row < 0 or row >= len(self._cards.cards):
            self._rest()
            if self._corner is not None:
                self._corner.hide()
            return
        card = self._cards.cards[row]
        self.corner.show_card(card, row)
        cell = self.visualRect(self._cards.index(row))
        self.corner.place(self._delegate.cell_of(row, cell))
        if self._pictured:
            figure, size = self.figure_of(card.id), self._delegate.picture_size
            self.moving.begin(figure, size, self.devicePixelRatioF())
            self._moving_row = row

    def _rest(self) -> None:
        if self._moving is not None:
            self._moving.rest()

    def _redraw(self) -> None:
        """Draw the one card whose picture moves."""
        self.viewport().update(self.visualRect(self._cards.index(self._moving_row)))

    def figure_of(self, routine: str) -> str:
        """Return the figure a routine is shown with; empty for none."""
        if self._figure_of is None:
            self._figure_of = figures_of_cards(self._library)
        return self._figure_of.get(routine, "")

    def _tell_menu(self) -> None:
        self._menu_at(self.corner.row)

    def _menu_at(self, row: int) -> None:
        rect = self.visualRect(self._cards.index(row))
        place = self.viewport().mapToGlobal(rect.center())
        self.menu_wanted.emit(self._cards.cards[row].id, place)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._cards.cards[index.row()].id)

    def _lay_out(self) -> None:
        if not self._sized:  # in a width it never has, all lines would be broken for nothing
            return
        room = self.width()
        least = LEAST_CARD_WIDTH * (0.4 + 0.6 * self._theme.scale)
        columns = max(1, min(MOST_COLUMNS, int(room / least)))
        width = (room - 1) // columns  # the view wraps what fills a row to the last pixel
        if width <= 0:
            return
        shape = shape_cards(self._theme, self._cards.cards, width)
        self._delegate.columns, self._delegate.spare = columns, room - columns * width
        if shape != self._delegate.shape:
            self._delegate.shape = shape
            self.setGridSize(QSize(shape.width, shape.height))
        rows = -(-len(self._cards.cards) // columns)
        self.setFixedHeight(max(1, rows * shape.height))
        if self._pictured:
            self.viewport().update()

    def begin_pictures(self) -> None:
        """Ask for pictures: home has been seen without."""
        self._pictured = True
        self.viewport().update()

    def _refresh(self, _figure: str) -> None:
        self.viewport().update()

    def _picture_of(self, card: RoutineCard, size: QSize) -> QPixmap | None:
        if not self._pictured:
            return None
        name = self.figure_of(card.id)
        if not name:
            return None
        frame = self._moving.frame if self._moving is not None else None
        if frame is not None and self._cards.cards[self._moving_row] is card:
            return frame
        ratio = self.devicePixelRatioF()
        dark, person = self._theme.is_dark, self._theme.person
        return self._pictures.picture(name, size, ratio, dark=dark, person=person)


def figures_of_cards(library: Library) -> dict[str, str]:
    """Return the figure each routine is shown with, by the routine's id; empty for none.

    It is that of its first exercise that is done in the routine's own position and that no
    earlier card shows, so that cards tell what they are and differ.
    """
    taken: set[str] = set()
    chosen: dict[str, str] = {}
    for card in library.cards.values():
        exercises = [library.exercises[name] for name in card.exercises]
        figured = [exercise for exercise in exercises if exercise.figure]
        figured.sort(
            key=lambda exercise: (
                exercise.positions[0] not in card.positions,
                exercise.figure in taken,
            )
        )
        chosen[card.id] = figured[0].figure if figured else ""
        taken.add(chosen[card.id])
    return chosen
