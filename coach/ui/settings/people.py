"""The people in the pictures, each as a small drawing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)

from coach.app.settings import SettingsController
from coach.content.problem import ContentError
from coach.core.words import _
from coach.ui.figure.character import people
from coach.ui.figure.picture import render
from coach.ui.paragraph import break_lines
from coach.ui.parts.option import Option
from coach.ui.parts.tiles import Tiles
from coach.ui.person import SURPRISE, shown_person
from coach.ui.pictures import Figures
from coach.ui.settings.row import Row
from coach.ui.theme import Line, Radius, Size, Space, Theme

PICTURE = 120
"""Height of a drawing in pixels at 100 % text; it grows by half as much as the text."""

CARD_WIDTH = 120
POSTURE = "heel-raise-standing"
"""The figure all are shown as: upright, from head to foot."""

AT = 0.0


class PersonCard(Option):
    """A drawing with a name below; a radio button to screen readers."""

    def __init__(self, theme: Theme, person: str, name: str) -> None:
        """Show the name; see `show_picture`."""
        self.person = person
        self._picture: QPixmap | None = None
        super().__init__(theme, name)

    def show_picture(self, picture: QPixmap) -> None:
        """Show the drawing."""
        self._picture = picture
        self.update()

    @property
    def picture(self) -> QPixmap | None:
        """The drawing; None while there is none."""
        return self._picture

    @property
    def picture_size(self) -> QSize:
        """Of the drawing, in pixels of the layout."""
        width = self.width() - 2 * Space.XS
        return QSize(max(1, width), round(PICTURE * (0.5 + self._theme.scale / 2)))

    @property
    def _font(self) -> QFont:
        return self._theme.font(Size.SMALL)

    def _words(self, width: int) -> tuple[str, ...]:
        return break_lines(self.text(), self._font, width - 2 * Space.S, 6)

    def heightForWidth(self, width: int) -> int:
        """The drawing and its name."""
        words = len(self._words(width)) * QFontMetricsF(self._font).lineSpacing()
        return self.picture_size.height() + round(words) + Space.M + 2 * Space.XS

    def sizeHint(self) -> QSize:
        """As the tiles have room."""
        width = self._theme.pixels(CARD_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        word = max(self.text().split(), key=len)
        width = QFontMetricsF(self._font).horizontalAdvance(word) + 2 * Space.S
        return QSize(round(width) + 1, self.picture_size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw drawing, name and frame."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        pen = QPen(theme.colour("teal" if on else "line"), Line.FOCUS if on else Line.BORDER)
        if self._ringed:
            pen = QPen(theme.colour("ink"), Line.FOCUS)
        painter.setPen(pen)
        painter.setBrush(theme.colour("teal_soft" if on or self._hovered else "surface"))
        inset = Line.FOCUS / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, Radius.MEDIUM, Radius.MEDIUM)
        size = self.picture_size
        place = QRect(Space.XS, Space.XS, size.width(), size.height())
        if self._picture is not None:
            painter.drawPixmap(place.topLeft(), self._picture)
        elif self.person == SURPRISE:
            painter.setPen(theme.colour("teal_text"))
            painter.setFont(theme.font_of(size.height() * 0.5, QFont.Weight.DemiBold))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")
        if on:
            self._draw_dot(painter)
        painter.setPen(theme.colour("ink"))
        painter.setFont(self._font)
        high = QFontMetricsF(self._font).lineSpacing()
        top = float(place.bottom() + Space.S)
        for line in self._words(self.width()):
            where = QRectF(0, top, self.width(), high)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, line)
            top += high

    def _draw_dot(self, painter: QPainter) -> None:
        """The frame's colour is not all that tells which one is chosen."""
        side = self._theme.pixels(Space.M)
        place = QRectF(Space.S + 1, Space.S + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("teal"))
        painter.drawEllipse(place)
        painter.setPen(QPen(self._theme.colour("on_teal"), Line.FOCUS * 2 / 3))
        x, y, unit = place.x(), place.y(), side / 16
        points = [(4.3, 8.4), (7.0, 11.0), (11.8, 5.6)]
        painter.drawPolyline([QPointF(x + a * unit, y + b * unit) for a, b in points])


class PeopleRow(Row):
    """Chooses who is shown; drawings are made one after the other while nothing else is to do."""

    def __init__(self, theme: Theme, settings: SettingsController, figures: Figures) -> None:
        """Show the names; drawings follow when they are first seen."""
        tiles = Tiles(theme, CARD_WIDTH, 6)
        text = _("Who shows the movements.")
        super().__init__(theme, _("The person in the pictures"), text, tiles, wide=True)
        self._settings = settings
        self._figures = figures
        known = [*people(), (SURPRISE, _("Surprise me: somebody else each day"))]
        self.cards = {person: PersonCard(theme, person, name) for person, name in known}
        self._waiting: list[PersonCard] = []
        self._drawn: dict[str, tuple[bool, QSize]] = {}
        tiles.setAccessibleName(self.name.text())
        tiles.show_parts(list(self.cards.values()))
        for person, card in self.cards.items():
            card.clicked.connect(partial(self._choose, person))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_next)
        settings.changed.connect(self._follow)
        theme.changed.connect(self._draw_all)
        self._follow("person")

    def take_over(self, before: PeopleRow) -> None:
        """Show the drawings of another row; those whose size is another one are drawn anew."""
        self._drawn = dict(before._drawn)
        for person, card in self.cards.items():
            picture = before.cards[person].picture
            if picture is not None:
                card.show_picture(picture)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is not drawn yet."""
        super().showEvent(event)
        self._draw_all()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at drawings now."""
        self._soon.stop()
        super().hideEvent(event)

    def _choose(self, person: str, *_checked: bool) -> None:
        self._settings.set("person", person)

    def _follow(self, name: str) -> None:
        if name == "person":
            now = self._settings.now.person
            person = now if now == SURPRISE else shown_person(now).name
            self.cards[person].setChecked(True)

    def _draw_all(self) -> None:
        if self.isVisible():
            self._waiting = [card for card in self.cards.values() if card.person != SURPRISE]
            self._soon.start()

    def _draw_next(self) -> None:
        if not self._waiting or not self.isVisible():
            return
        card = self._waiting.pop(0)
        wanted = (self._theme.is_dark, card.picture_size)
        if self._drawn.get(card.person) != wanted:
            self._drawn[card.person] = wanted
            picture = self._picture_of(card)
            if picture is not None:
                card.show_picture(picture)
        self._soon.start()

    def _picture_of(self, card: PersonCard) -> QPixmap | None:
        ratio, size = self.devicePixelRatioF(), card.picture_size
        try:
            motion = self._figures.motion(POSTURE)
        except ContentError:  # told as a problem of its file; the names are there all the same
            return None
        image = render(
            motion,
            at=AT,
            theme="dark" if self._theme.is_dark else "light",
            size=round(size.width() * ratio),
            person=shown_person(card.person),
            background="clear",
            height=round(size.height() * ratio),
        )
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        return picture
