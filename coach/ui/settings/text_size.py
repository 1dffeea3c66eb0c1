"""The size of all text, with a line that shows it while the slider is moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.settings import SettingsController
from coach.core.numbers import percent
from coach.core.words import _
from coach.ui.settings.number import NumberRow, Scale
from coach.ui.text import Text
from coach.ui.theme import MOST_SCALE, Size, Theme

SMALLEST, LARGEST, STEP = 1.0, 3.0, 0.1


class TextSizeRow(QWidget):
    """Takes effect when the pointer lets go, so that nothing moves away under it; keys at once.

    Attributes:
        number: The slider.
        sample: A line in the size that would be.
    """

    def __init__(self, theme: Theme, settings: SettingsController) -> None:
        """Show the size as it is."""
        super().__init__()
        self._theme = theme
        self._settings = settings
        scale = Scale(SMALLEST, LARGEST, STEP, percent, 100)
        self.number = NumberRow(theme, settings, "text_size", scale, _("Size of text"))
        self.number.slider.setTracking(False)
        self._scale = scale
        self.sample = Text(Size.BODY, _("Right leg. Hold, and keep breathing."))
        self.sample.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.number)
        rows.addWidget(self.sample)
        self.number.slider.sliderMoved.connect(self._preview)
        theme.changed.connect(self._show)
        self._show()

    def _preview(self, place: int) -> None:
        now = self._settings.now.text_size
        scale = min(MOST_SCALE, self._theme.scale / now * self._scale.value(place))
        self._set_pixels(round(Size.BODY.pixels * scale))

    def _show(self) -> None:
        self._set_pixels(self._theme.pixels(Size.BODY.pixels))

    def _set_pixels(self, pixels: int) -> None:
        self.sample.setStyleSheet(f"font-size:{pixels}px;")
