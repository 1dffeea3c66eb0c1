"""A small button that stays pressed: one of several, or any of them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.button import Button
from coach.ui.theme import Line, Size, Space, Target, Theme

DOT = "● "


class Chip(Button):
    """A small button that stays pressed while its choice holds; a radio button to screen readers.

    The chosen one is filled and has a dot before its words: colour is not all that tells.

    Signals:
        chosen: By the person: a click, a key, or a screen reader, which does not click but toggles.
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, text: str, tip: str, parent: QWidget, *, size: Size = Size.STRONG
    ) -> None:
        """Make a chip."""
        self._dotted = True
        super().__init__(theme, text, height=Target.SMALL, size=size, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.set_tip(tip)
        self.toggled.connect(self._tell)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether its choice holds; nobody is told."""
        self.setAutoExclusive(False)  # an exclusive one could not be let go
        with QSignalBlocker(self):
            self.setChecked(chosen)
        self.setAutoExclusive(True)

    def set_dotted(self, *, dotted: bool) -> None:
        """Show the dot while it is chosen, or do without where the filling is plain enough."""
        self._dotted = dotted
        self.updateGeometry()

    @property
    def _one_line(self) -> int:
        """Room for the dot too, so that nothing moves when it is chosen."""
        metrics = QFontMetrics(self._theme.font(self._size))
        dot = metrics.horizontalAdvance(DOT) if self._dotted else 0
        less = round(Space.M / self._theme.scale) if self._dotted else Space.S
        return max(super()._one_line + dot - less, Target.SMALL)

    @property
    def text_rect(self) -> QRect:
        """All of it: its ends are less far from the words than those of a button."""
        return self.rect()

    def nextCheckState(self) -> None:  # noqa: N802 as in Qt
        """Being pressed chooses; what is chosen is shown when the choice has been made."""
        self.setChecked(True)

    def _tell(self, on: bool) -> None:
        if on:
            self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, border and words."""
        painter = self._begin()
        on, theme = self.isChecked(), self._theme
        shape = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ground = "teal_text" if self.isDown() else "teal"
        if not on:
            ground = "sunken" if self.isDown() else "teal_soft" if self._hovered else "surface"
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("ink" if self._ringed else "teal" if on else "edge"),
                            Line.FOCUS if self._ringed else Line.BORDER))  # fmt: skip
        radius = min(shape.height(), theme.pixels(Target.SMALL)) / 2
        painter.drawRoundedRect(shape, radius, radius)
        painter.setPen(theme.colour("on_teal" if on else "ink"))
        self._draw_text(painter, f"{DOT}{self.text()}" if on and self._dotted else self.text())

    @property
    def _padding(self) -> int:
        return Space.M


class Tick(Chip):
    """A chip that is let go by pressing it again; a check box to screen readers."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        """Make a chip that is not chosen."""
        super().__init__(theme, text, "", parent, size=Size.BODY)
        self.setAutoExclusive(False)
        self.set_dotted(dotted=False)

    def nextCheckState(self) -> None:  # noqa: N802 as in Qt
        """Choose it, or let it go."""
        self.setChecked(not self.isChecked())
