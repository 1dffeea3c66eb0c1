"""A row with a slider for one setting that is a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.app.settings import SettingsController
from coach.ui.parts.beside import Beside
from coach.ui.parts.slider import Slider
from coach.ui.settings.row import Row
from coach.ui.text import Text
from coach.ui.theme import Size, Theme


@dataclass(frozen=True, slots=True)
class Scale:
    """How a number is set and told.

    Attributes:
        least: At the left end, in the setting's own unit.
        most: At the right end.
        step: Of one press of an arrow key.
        text: Tells a value with its unit.
        parts: How many of what the slider counts in make one: 100 where it counts in percent.
    """

    least: float
    most: float
    step: float
    text: Callable[[float], str]
    parts: int = 1

    def place(self, value: float) -> int:
        """Return the slider's place for a value: the number a screen reader reads."""
        return round(value * self.parts)

    def value(self, place: int) -> float:
        """Return the value at a place of the slider."""
        return place if self.parts == 1 else round(place / self.parts, 3)


VALUE_WIDTH = 104
"""Pixels for the value at 100 % text: "60 seconds" fits, so that all sliders end at one line."""


MOST_SHARE = 6
"""No more than one in so many of a row's pixels is kept for the value for that."""


class NumberRow(QWidget):
    """Sets a number while it is moved.

    Attributes:
        slider: Counts in the scale's parts.
        shown: The value in words.
    """

    def __init__(
        self,
        theme: Theme,
        settings: SettingsController,
        setting: str,
        scale: Scale,
        name: str,
        meaning: str = "",
    ) -> None:
        """Show the value as it is."""
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._setting = setting
        self._scale = scale
        self.slider = Slider(theme)
        step, least, most = map(scale.place, (scale.step, scale.least, scale.most))
        self.slider.setRange(least, most)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(max(1, (most - least) // step // 10) * step)
        self.slider.setAccessibleName(name)
        right = Qt.AlignmentFlag.AlignRight
        self.shown = Text(Size.BODY, align=right)
        self.shown.setWordWrap(False)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.row = Row(theme, name, meaning, Beside(self.slider, self.shown))
        column.addWidget(self.row)
        self.slider.sliderMoved.connect(self._tell)
        self.slider.valueChanged.connect(self._set)
        settings.changed.connect(self._follow)
        theme.changed.connect(self._keep_room)
        self._keep_room()
        self._show()

    def _keep_room(self) -> None:
        """Hold so much room for the value that the slider stays in place."""
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        ends = (self._scale.least, self._scale.most)
        widest = max(metrics.horizontalAdvance(self._scale.text(end)) for end in ends)
        usual = min(self._theme.pixels(VALUE_WIDTH), self.width() // MOST_SHARE)
        self.shown.setMinimumWidth(max(widest, usual))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow row the slider needs the room more."""
        super().resizeEvent(event)
        self._keep_room()

    def _tell(self, place: int) -> None:
        text = self._scale.text(self._scale.value(place))
        self.shown.set_text(text)
        self.slider.setAccessibleDescription(text)

    def _set(self, place: int) -> None:
        self._tell(place)
        self._settings.set(self._setting, self._scale.value(place))

    def _follow(self, name: str) -> None:
        if name == self._setting:
            self._show()

    def _show(self) -> None:
        place = self._scale.place(getattr(self._settings.now, self._setting))
        self.slider.blockSignals(True)
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self._tell(self.slider.value())
