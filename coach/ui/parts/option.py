"""One of several choices, or a thing that is on or off: a sign, a name and what it means."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.mirror import is_mirrored, mirrored
from coach.ui.paragraph import break_lines, draw_lines
from coach.ui.parts.pressable import Pressable
from coach.ui.theme import LEAST_ROOM, Line, Radius, Size, Space, Target, Theme

SIGN = 22
"""Height of the sign in pixels at 100 % text."""

MOST_LINES = 12


class Sign(Enum):
    """What stands before the name."""

    RADIO = "radio"
    """One of several: a circle."""
    SWITCH = "switch"
    """On or off: a knob that lies where lines begin, or end."""


class Option(Pressable):
    """Checked while it is chosen; the whole of it can be clicked, and its text is never cut off."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        meaning: str = "",
        *,
        sign: Sign = Sign.RADIO,
        parent: QWidget | None = None,
    ) -> None:
        """Stand unchecked; `meaning` is the line below the name."""
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self._meaning = meaning
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)
        self.setCheckable(True)
        self.setAutoExclusive(sign is Sign.RADIO)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def meaning(self) -> str:
        """The line below the name."""
        return self._meaning

    # -- its size -----------------------------------------------------------------------------

    @property
    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(Size.STRONG), self._theme.font(Size.SMALL)

    @property
    def _sign_width(self) -> int:
        return self._theme.pixels(SIGN * (1.8 if self._sign is Sign.SWITCH else 1))

    @property
    def _text_left(self) -> int:
        return Space.S + self._sign_width + Space.M - Space.XS

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return name and meaning, broken for a width of the whole."""
        room = max(1.0, width - self._text_left - Space.S)
        name, meaning = self._fonts
        below = break_lines(self._meaning, meaning, room, MOST_LINES) if self._meaning else ()
        return break_lines(self.text(), name, room, MOST_LINES), below

    def heightForWidth(self, width: int) -> int:
        """As high as the text needs, and as a finger does."""
        names, meanings = self._lines(width)
        name, meaning = (QFontMetricsF(font).lineSpacing() for font in self._fonts)
        text = len(names) * name + len(meanings) * meaning
        return max(Target.SMALL, round(text) + 2 * Space.S)

    def sizeHint(self) -> QSize:
        """The name in one line."""
        width = QFontMetricsF(self._fonts[0]).horizontalAdvance(self.text())
        wide = round(width) + 1 + self._text_left + Space.S
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The longest word, unless it is very long: then it is broken too."""
        words = max(self.text().split() or [""], key=len)
        width = QFontMetricsF(self._fonts[0]).horizontalAdvance(words)
        wide = round(width) + 1 + self._text_left + Space.S
        return QSize(min(wide, LEAST_ROOM), Target.SMALL)

    # -- drawing ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, sign and text."""
        theme = self._theme
        painter = self._begin()
        self._draw_ground(painter)
        names, meanings = self._lines(self.width())
        name, meaning = self._fonts
        text = len(names) * QFontMetricsF(name).lineSpacing()
        text += len(meanings) * QFontMetricsF(meaning).lineSpacing()
        top = max(float(Space.S), (self.height() - text) / 2) if not meanings else float(Space.S)
        first = top + QFontMetricsF(name).lineSpacing() / 2
        draw = self._draw_switch if self._sign is Sign.SWITCH else self._draw_radio
        whole = QRectF(self.rect())
        sign = mirrored(QRectF(Space.S, first, self._sign_width, 0), whole)
        draw(painter, sign.center())
        place = QRectF(self._text_left, top, self.width() - self._text_left, text)
        place = mirrored(place, whole)
        painter.setPen(theme.colour("ink"))
        end = draw_lines(painter, place, names, name)
        painter.setPen(theme.colour("ink_soft"))
        place.setTop(end)
        draw_lines(painter, place, meanings, meaning)

    def _draw_ground(self, painter: QPainter) -> None:
        if not (self._hovered or self._ringed or self.isDown()):
            return
        inset = Line.FOCUS / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._ringed:
            painter.setPen(QPen(self._theme.colour("ink"), Line.FOCUS))
        if self._hovered or self.isDown():
            painter.setBrush(self._theme.colour("sunken" if self.isDown() else "teal_soft"))
        painter.drawRoundedRect(place, Radius.SMALL, Radius.SMALL)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_radio(self, painter: QPainter, middle: QPointF) -> None:
        theme, radius = self._theme, self._theme.pixels(SIGN) / 2 - 1
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("teal" if on else "edge"), 2 * Line.HAIR))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(middle, radius, radius)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("teal"))
            painter.drawEllipse(middle, radius * 0.55, radius * 0.55)

    def _draw_switch(self, painter: QPainter, middle: QPointF) -> None:
        theme, high, wide = self._theme, self._theme.pixels(SIGN), self._sign_width
        on = self.isChecked()
        place = QRectF(middle.x() - wide / 2 + 1, middle.y() - high / 2 + 1, wide - 2, high - 2)
        painter.setPen(QPen(theme.colour("teal" if on else "edge"), 2 * Line.HAIR))
        painter.setBrush(theme.colour("teal" if on else "sunken"))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_teal" if on else "edge"))
        away = (place.width() - place.height()) / 2
        radius = place.height() / 2 - 3
        away = away if on is not is_mirrored() else -away
        painter.drawEllipse(middle + QPointF(away, 0), radius, radius)
