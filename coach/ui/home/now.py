"""What helps now: one routine that suits the part of the day, with its picture and a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.library import RoutineCard
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.home.room import draw_empty_room
from coach.ui.home.wording import facts_text
from coach.ui.mirror import edges, mirrored
from coach.ui.pictures import Pictures
from coach.ui.text import Text
from coach.ui.theme import Radius, Size, Space, Theme

if TYPE_CHECKING:  # made when it is first pointed at
    from coach.ui.home.moving import Moving

PICTURE_SHARE = 0.33
LEAST_WORDS = 230
"""Pixels that the words need at 100 % text; a picture that would leave less is left out."""


class StartButton(Button):
    """Starts what helps now.

    Signals:
        reached: The keys are here, or no longer; carries which.
    """

    reached = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        """Say so."""
        super().__init__(theme, _("Start"), weight=Weight.PRIMARY)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are here."""
        super().focusInEvent(event)
        self.reached.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that they are not."""
        super().focusOutEvent(event)
        self.reached.emit(False)


class NowPanel(QWidget):
    """The picture on the left, the words beside it.

    Attributes:
        start: Starts the routine.

    Signals:
        chosen: It is to be started; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._figure = ""
        self._pictured = False
        self._moving: Moving | None = None
        self.routine = ""
        self.heading = Text(Size.HEADING, _("What helps now"), tone="accent")
        self.title = Text(Size.CAPTION)
        self.facts = Text(Size.SMALL, tone="accent")
        self.when = Text(Size.BODY)
        self.start = StartButton(theme)
        self.start.clicked.connect(lambda: self.chosen.emit(self.routine))
        self.start.reached.connect(lambda here: self._follow_keys(here=here))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.XS)
        for text in (self.heading, self.title, self.facts, self.when):
            self._column.addWidget(text)
        self._column.addStretch(1)
        self._column.addSpacing(Space.S)
        self._column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        pictures.drawn.connect(self.update)
        theme.changed.connect(self._leave_room)

    def show_card(self, card: RoutineCard) -> None:
        """Show a routine."""
        self.routine = card.id
        self.title.set_text(card.title)
        self.facts.set_text(facts_text(card))
        self.when.set_text(card.when)
        self.start.setAccessibleName(_("Start {title}").format(title=card.title))
        self.start.setAccessibleDescription(card.when)

    def show_picture(self, figure: str) -> None:
        """Have the picture of a figure drawn; not before the first painting."""
        self._pictured = True
        self._figure = figure
        self.update()

    @property
    def picture_width(self) -> int:
        """Pixels the picture takes; 0 where the words need all."""
        wide = min(round(self.width() * PICTURE_SHARE), 260)
        least = self._theme.pixels(LEAST_WORDS)
        return wide if self.width() - wide >= least else 0

    @property
    def moving(self) -> Moving:
        """Moves the picture."""
        if self._moving is None:
            from coach.ui.home.moving import Moving

            self._moving = Moving(self._theme, self._pictures, self)
            self._moving.moved.connect(self.update)
        return self._moving

    def enterEvent(self, event: QEnterEvent) -> None:
        """Move under the pointer."""
        super().enterEvent(event)
        self._move()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest, unless the keys are here."""
        super().leaveEvent(event)
        if self._moving is not None:
            self._moving.rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        if self._moving is not None:
            self._moving.rest()

    def _follow_keys(self, *, here: bool) -> None:
        """Move while the start has the keys."""
        if here:
            self._move()
        elif self._moving is not None:
            self._moving.rest()

    def _move(self) -> None:
        if self._pictured and self.picture_width:
            self.moving.begin(self._figure, self._picture_size, self.devicePixelRatioF())

    @property
    def _picture_size(self) -> QSize:
        return QSize(self.picture_width, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words beside the picture."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        left = self.picture_width + Space.M + (0 if self.picture_width else Space.XS)
        self._column.setContentsMargins(edges(left, Space.M - Space.XS, Space.M, Space.M))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the picture on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("teal_soft"))
        painter.drawRoundedRect(self.rect(), Radius.LARGE, Radius.LARGE)
        if not self.picture_width:
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), Radius.LARGE, Radius.LARGE)
        painter.setClipPath(shape)
        place = mirrored(QRectF(0, 0, self.picture_width, self.height()), QRectF(self.rect()))
        if (picture := self._picture()) is not None:
            painter.drawPixmap(place.topLeft(), picture)
        else:
            draw_empty_room(painter, place, self._theme)

    def _picture(self) -> QPixmap | None:
        if self._moving is not None and self._moving.frame is not None:
            return self._moving.frame
        if not self._pictured or not self._figure:
            return None
        dark, person = self._theme.is_dark, self._theme.person
        ratio = self.devicePixelRatioF()
        return self._pictures.picture(
            self._figure, self._picture_size, ratio, dark=dark, person=person
        )
