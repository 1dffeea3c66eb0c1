"""The one kind of button: an icon, a text or both, drawn from the theme's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.icons import Icons
from coach.ui.mirror import is_mirrored, mirrored
from coach.ui.paragraph import break_lines, draw_middle
from coach.ui.parts.pressable import Pressable
from coach.ui.theme import ICON, LEAST_ROOM, Line, Size, Space, Target, Theme

_LEAD_BACK = frozenset(("chevron-left", "undo", "redo"))
"""Icons that point to where one came from: to the right where lines run from right to left."""

ICON_SHARE = 0.64
"""Of a button's height that its icon takes at most."""


MOST_LINES = 9


class Weight(Enum):
    """How much a button asks for: colours of ground, ground under the pointer, ink, border."""

    WARM = ("warm", "warm_pressed", "on_warm", "")
    PRIMARY = ("teal", "teal_text", "on_teal", "")
    OUTLINED = ("surface", "teal_soft", "ink", "edge")
    QUIET = ("", "teal_soft", "ink", "")

    @property
    def ground(self) -> str:
        """Colour role of the ground, empty for none."""
        return str(self.value[0])

    @property
    def hovered(self) -> str:
        """Colour role of the ground under the pointer."""
        return str(self.value[1])

    @property
    def ink(self) -> str:
        """Colour role of icon and text."""
        return str(self.value[2])

    @property
    def border(self) -> str:
        """Colour role of the border, empty for none."""
        return str(self.value[3])


class Button(Pressable):
    """A button as high as a finger needs, whose text is never cut off.

    Words that are wider than the room there is for them stand on several lines. Enter and Space
    press it. Arrow keys are left to the screen it is on, but for one of several choices.

    Attributes:
        breaks: Whether its words may stand on several lines.
    """

    breaks: ClassVar[bool] = True

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        weight: Weight = Weight.OUTLINED,
        icons: Icons | None = None,
        icon: str = "",
        height: int = Target.SMALL,
        size: Size = Size.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button; with an icon alone, `text` is what screen readers and tips say.

        Args:
            theme: Where colours and sizes come from.
            text: What it says.
            weight: How much it asks for.
            icons: Draws the icon, which is then all that is shown.
            icon: Name of the icon.
            height: Least height in pixels at 100 % text.
            size: Of the text.
            parent: Widget it is on.
        """
        super().__init__(parent)
        self._theme = theme
        self._weight = weight
        self._icons = icons
        self._icon = icon
        self._height = height
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        theme.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_tip(self, tip: str) -> None:
        """Set the tip under the pointer, which may name a key.

        A screen reader reads the words already: of "Leave (Esc)" it adds the key alone.
        """
        self.setToolTip(tip)
        name, rest = self.text(), tip.removeprefix(self.text()).strip()
        if rest.startswith("(") and rest.endswith(")"):
            rest = rest[1:-1]
        elif not name.endswith("?"):  # else the tip is one sentence with the name in it
            rest = tip
        self.setAccessibleDescription(rest)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def set_height(self, height: int) -> None:
        """Take another least height, in pixels at 100 % text."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    @property
    def text_rect(self) -> QRect:
        """The place the text has."""
        inset = self._padding
        return self.rect().adjusted(inset, 0, -inset, 0)

    @property
    def _padding(self) -> int:
        return Space.M + round(Space.S * (self._height / Target.SMALL))

    @property
    def _side(self) -> int:
        """Height of the button: it grows with the text, far less with a picture."""
        if not self._icons:
            text = QFontMetrics(self._theme.font(self._size)).height()
            return max(self._height, text + Space.M)
        return round(self._height * (1 + (self._theme.scale - 1) / 6))

    @property
    def _one_line(self) -> int:
        """Width in which the words stand in one line."""
        metrics = QFontMetrics(self._theme.font(self._size))
        return metrics.horizontalAdvance(self.text()) + 2 * self._padding + Space.XS

    def hasHeightForWidth(self) -> bool:
        """Words that may not have room in one line take more of them."""
        return self.breaks and not self._icons and self._one_line > LEAST_ROOM

    def heightForWidth(self, width: int) -> int:
        """As high as the lines need."""
        if not self.hasHeightForWidth() or width >= self._one_line:
            return self._side
        high = QFontMetrics(self._theme.font(self._size)).lineSpacing()
        return max(self._side, len(self._lines_in(width)) * high + Space.M)

    def _lines_in(self, width: int) -> tuple[str, ...]:
        room = max(1, width - 2 * self._padding)
        return break_lines(self.text(), self._theme.font(self._size), room, MOST_LINES)

    def sizeHint(self) -> QSize:
        """As wide as the text needs in one line, and high enough in the width it has."""
        if self._icons:
            return QSize(self._side, self._side)
        return QSize(self._one_line, self.heightForWidth(max(self.width(), LEAST_ROOM)))

    def minimumSizeHint(self) -> QSize:
        """Never less than the text needs in one line, unless it is very long."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), LEAST_ROOM), hint.height()) if self.breaks else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that belongs to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.hasHeightForWidth():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press, arrows go to another choice; the rest is for the screen."""
        key = event.key()
        presses = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if presses or self.step_of(key):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 as in Qt
        """The whole rectangle can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon or text, and the focus ring."""
        painter = self._begin()
        self._draw_ground(painter)
        if self._icons:
            self._draw_icon(painter, self._icons)
        else:
            painter.setPen(self._theme.colour(self._weight.ink))
            self._draw_text(painter, self.text())

    def _draw_text(self, painter: QPainter, text: str) -> None:
        lines: tuple[str, ...] = (text,)
        if self.width() < self._one_line:
            lines = self._lines_in(self.width())
        draw_middle(painter, QRectF(self.text_rect), lines, self._theme.font(self._size))

    def _draw_ground(self, painter: QPainter) -> None:
        lit = self.isEnabled() and (self._hovered or self.isDown() or self.isChecked())
        ground = self._weight.hovered if lit else self._weight.ground
        if lit and self.isDown() and self._weight in (Weight.OUTLINED, Weight.QUIET):
            ground = "sunken"
        half = Line.FOCUS / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._weight.border:
            painter.setPen(QPen(self._theme.colour(self._weight.border), Line.BORDER))
        if ground:
            painter.setBrush(self._theme.colour(ground))
        if self._ringed:
            shape.adjust(Line.FOCUS, Line.FOCUS, -Line.FOCUS, -Line.FOCUS)
        radius = min(shape.width(), shape.height(), self._theme.pixels(self._height)) / 2
        painter.drawRoundedRect(shape, radius, radius)
        if self._ringed:
            shape.adjust(-Line.FOCUS, -Line.FOCUS, Line.FOCUS, Line.FOCUS)
            radius += Line.FOCUS
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("ink"), Line.FOCUS))
            painter.drawRoundedRect(shape, radius, radius)

    @property
    def icon_side(self) -> int:
        """Side of the icon in pixels: it grows by half as much as the text, if the button can."""
        usual = ICON * self._height / Target.SMALL
        grown = usual * (1 + (self._theme.scale - 1) / 2)
        return min(round(grown), round(self._side * ICON_SHARE))

    def _draw_icon(self, painter: QPainter, icons: Icons) -> None:
        side = self.icon_side
        ink = getattr(self._theme.colours, self._weight.ink)
        picture = icons.pixmap(self._icon, ink, side, self.devicePixelRatioF())
        if self._icon in _LEAD_BACK and is_mirrored():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)


class ButtonRow(QWidget):
    """Buttons beside each other, below each other where there is no room."""

    def __init__(
        self, buttons: Sequence[Button], *, leading: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show `buttons` in this order: in the middle, or where lines begin if `leading`."""
        super().__init__(parent)
        self._buttons = buttons
        self._leading = leading
        self._gap = Space.S if leading else Space.M
        for button in buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _shown(self) -> list[Button]:
        """Those nobody has hidden; before the row is shown, Qt calls all of them hidden."""
        asked = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        return [one for one in self._buttons if not (one.isHidden() and one.testAttribute(asked))]

    def heightForWidth(self, width: int) -> int:
        """As high as the buttons are beside or below each other."""
        return max((place.bottom() + 1 for _button, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Beside each other, and as high as they are in the width there is."""
        wide = self._in_one_line
        return QSize(wide, self.heightForWidth(self.width() if self.isVisible() else wide))

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest button: the row may become a column."""
        width = max((button.minimumSizeHint().width() for button in self._shown), default=0)
        return QSize(width, self.sizeHint().height())

    @property
    def _in_one_line(self) -> int:
        widths = [button.sizeHint().width() for button in self._shown]
        return sum(widths) + self._gap * (len(widths) - 1)

    def _places(self, width: int) -> Iterator[tuple[Button, QRect]]:
        beside = self._in_one_line <= width
        x = 0 if self._leading else (width - self._in_one_line) // 2
        y = 0
        for button in self._shown:
            wide = min(button.sizeHint().width(), width)
            place = QRect(x, y, wide, button.heightForWidth(wide))
            if beside:
                x += wide + self._gap
            else:
                place.moveLeft(0 if self._leading else (width - wide) // 2)
                y += place.height() + self._gap
            yield button, place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction that has room."""
        super().resizeEvent(event)
        self._put()

    def event(self, event: QEvent) -> bool:
        """Ask the buttons anew how large they are, once one of them has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._put()
        return super().event(event)

    def _put(self) -> None:
        for button, place in self._places(self.width()):
            button.setGeometry(mirrored(place, self.rect()))
        self.updateGeometry()
