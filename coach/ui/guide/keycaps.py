"""Keys drawn as keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.mirror import mirrored
from coach.ui.theme import Line, Radius, Size, Space, Theme


def key_name(key: str) -> str:
    """Return how a key is shown: as an arrow, in the person's language, or as the system does."""
    names = {
        "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Space": _("Space"),
        "Return": _("Enter"), "Esc": _("Esc"), "PgUp": _("Page up"), "PgDown": _("Page down"),
    }  # fmt: skip
    *held, last = key.split("+") if key != "+" else ("+",)
    if last in names:
        return "+".join((*held, names[last]))
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def spoken_name(key: str) -> str:
    """Return how a key is read out."""
    names = {"Left": _("left arrow"), "Right": _("right arrow"), "Up": _("up arrow"),
             "Down": _("down arrow"), "+": _("plus"), "/": _("slash")}  # fmt: skip
    *held, last = key.split("+") if key != "+" else ("+",)
    return " ".join((*held, names[last])) if last in names else key_name(key)


class KeyCaps(QWidget):
    """Some keys beside each other, in as many rows as they need."""

    def __init__(self, theme: Theme, keys: tuple[str, ...]) -> None:
        """Show `keys`."""
        super().__init__()
        self._theme = theme
        self._names = [key_name(key) for key in keys]
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """In a column that is no wider than the widest key, or than some small ones."""
        rows = self._places(self._room)
        width = max(place.right() for _name, place in rows)
        return QSize(round(width) + 1, self.heightForWidth(self._room))

    def hasHeightForWidth(self) -> bool:
        """More keys take more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the rows."""
        return round(max(place.bottom() for _name, place in self._places(max(width, self._room))))

    @property
    def _room(self) -> int:
        return self._theme.pixels(ROOM)

    def _places(self, width: int) -> list[tuple[str, QRectF]]:
        metrics = QFontMetrics(self._theme.font(Size.SMALL))
        high = metrics.height() + Space.S
        places: list[tuple[str, QRectF]] = []
        x = y = 0.0
        for name in self._names:
            wide = max(high, metrics.horizontalAdvance(name) + 2 * Space.S)
            if x and x + wide > width:
                x, y = 0.0, y + high + Space.XS
            places.append((name, QRectF(x, y, wide, high)))
            x += wide + Space.XS
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keys."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # "Ctrl+," in every language
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.SMALL))
        for name, spot in self._places(self._room):
            place = mirrored(spot, QRectF(self.rect()))
            painter.setPen(QPen(self._theme.colour("edge"), Line.HAIR))
            painter.setBrush(self._theme.colour("paper"))
            shape = place.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(shape, Radius.SMALL, Radius.SMALL)
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)


ROOM = 132
"""Pixels of the column of keys at 100 % text."""
