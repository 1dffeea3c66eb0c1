"""A number with its unit, and a button on each side that makes it smaller or larger."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSizePolicy, QWidget

from coach.core.numbers import in_field
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.parts.entry import is_of_the_editor
from coach.ui.theme import Line, Radius, Size, Space, Theme

_FRAME = Line.FOCUS + 1


@dataclass(frozen=True, slots=True)
class Range:
    """What a stepper counts.

    Attributes:
        least: Where its buttons stop.
        most: Likewise; more may be written, and is told as a problem.
        step: How far a button goes.
        unit: Behind the number.
        whole: Whether there are no halves.
    """

    least: float
    most: float
    step: float = 1
    unit: str = ""
    whole: bool = True


def seconds_range(least: float = 0, *, step: float = 5) -> Range:
    """Return the range of a length of time."""
    return Range(least, 3600, step, _(" s"), whole=False)


def times_range(most: int, *, least: int = 1) -> Range:
    """Return the range of a number of times."""
    return Range(least, most, 1, _(" ×"))


class NumberBox(QDoubleSpinBox):
    """The number itself: written, or stepped with the arrow keys."""

    def __init__(self, within: Range, parent: QWidget) -> None:
        """Take what a file may say wrongly too, so that nothing is changed by being shown."""
        super().__init__(parent)
        self._within = within
        self.setFrame(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setDecimals(0 if within.whole else 2)
        self.setRange(-99999, 99999)
        self.setSuffix(within.unit)
        self.setSingleStep(within.step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def textFromValue(self, value: float) -> str:  # noqa: N802 as in Qt
        """No zeros behind the point."""
        return in_field(value)

    def valueFromText(self, text: str) -> float:  # noqa: N802 as in Qt
        """Read seconds, or minutes and seconds: 90 and 1:30 are the same."""
        return _read(text.removesuffix(self.suffix()).strip()) or 0

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Take what is read, and what may become so."""
        plain = text.removesuffix(self.suffix()).strip()
        state = QValidator.State.Acceptable
        if _read(plain) is None:
            fits = not plain.strip("0123456789:.,")
            state = QValidator.State.Intermediate if fits else QValidator.State.Invalid
        return state, text, place

    def stepBy(self, steps: int) -> None:  # noqa: N802 as in Qt
        """Go to the next round number, within what is possible."""
        step = self._within.step
        now = self.value() / step
        aim = math.floor(now + 1e-9) + steps if steps > 0 else math.ceil(now - 1e-9) + steps
        self.setValue(min(self._within.most, max(self._within.least, aim * step)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns the page; a number is not changed in passing."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the editor."""
        if is_of_the_editor(event):
            event.ignore()
            return False
        return super().event(event)


def _read(text: str) -> float | None:
    minutes, _colon, seconds = text.replace(",", ".").rpartition(":")
    try:
        return float(seconds) + 60 * float(minutes or 0)
    except ValueError:
        return None


class Stepper(QWidget):
    """A number between two buttons.

    Attributes:
        box: The number.
        less: The button that makes it smaller.
        more: The button that makes it larger.

    Signals:
        changed: By the person; carries the number, an int where it is whole.
        left: The number has been left.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, icons: Icons, within: Range, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._within = within
        self._setting = False
        self.setProperty("unit", within.unit)
        self.box = NumberBox(within, self)
        self.box.valueChanged.connect(self._tell)
        self.box.editingFinished.connect(self.left)
        self.less = self._button(icons, "minus", -1)
        self.more = self._button(icons, "plus", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(_FRAME, Line.FOCUS, _FRAME, Line.FOCUS)
        row.setSpacing(0)
        row.addWidget(self.less)
        row.addWidget(self.box, 1)
        row.addWidget(self.more)
        self.setFocusProxy(self.box)
        self._dress()
        theme.changed.connect(self._dress)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def _dress(self) -> None:
        """A style sheet does not reach the number inside of a spin box."""
        self.box.setFont(self._theme.font(Size.STRONG))
        palette = self.box.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, self._theme.colour("surface"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("ink"))
        self.box.setPalette(palette)

    def _button(self, icons: Icons, icon: str, steps: int) -> Button:
        button = Button(self._theme, "", weight=Weight.QUIET, icons=icons, icon=icon, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same in the number
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._step(steps))
        return button

    @property
    def value(self) -> float:
        """The number that is shown."""
        return self.box.value()

    def set_value(self, value: float) -> None:
        """Show a number; the same one leaves what is being written alone."""
        if value != self.box.value():
            self._setting = True
            self.box.setValue(value)
            self._setting = False
        self._show_ends()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 as in Qt
        """Name the number and both buttons."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)
        self.less.set_text(_("{what}: less").format(what=name))
        self.more.set_text(_("{what}: more").format(what=name))

    def setAccessibleDescription(self, text: str) -> None:  # noqa: N802 as in Qt
        """Say what is wrong where the number is."""
        super().setAccessibleDescription(text)
        self.box.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:
        """Room for four digits and the unit between the buttons."""
        metrics = QFontMetrics(self._theme.font(Size.STRONG))
        middle = metrics.horizontalAdvance(f"0000{self._within.unit}") + Space.S
        side = self.less.sizeHint()
        high = max(side.height(), metrics.height()) + 2 * Line.FOCUS
        return QSize(2 * side.width() + middle + 2 * _FRAME, high)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one frame around the three."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, width = "edge", Line.BORDER
        if self.property("faulty"):
            role, width = "warm_graphic", 2.0
        if self.box.hasFocus():
            role, width = "teal", float(Line.FOCUS)
        painter.setPen(QPen(self._theme.colour(role), width))
        painter.setBrush(self._theme.colour("surface"))
        half = width / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, Radius.MEDIUM, Radius.MEDIUM)

    def _step(self, steps: int) -> None:
        self.box.stepBy(steps)
        self.left.emit()

    def _tell(self, value: float) -> None:
        self._show_ends()
        self.update()
        if not self._setting:
            whole = self._within.whole or value.is_integer()
            self.changed.emit(round(value) if whole else value)

    def _show_ends(self) -> None:
        self.less.setEnabled(self.box.value() > self._within.least)
        self.more.setEnabled(self.box.value() < self._within.most)
