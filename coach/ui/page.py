"""A page that scrolls up and down where the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from coach.ui.theme import Space, Theme


class Fade(QWidget):
    """Lets what goes on below the edge vanish softly instead of being cut."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Be there; the page says where and when."""
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper that gets thicker to the bottom."""
        shade = QLinearGradient(0, 0, 0, self.height())
        clear = self._theme.colour("paper").toRgb()
        clear.setAlpha(0)
        shade.setColorAt(0, clear)
        shade.setColorAt(1, self._theme.colour("paper"))
        QPainter(self).fillRect(event.rect(), shade)


class Page(QScrollArea):
    """Shows one widget as wide as there is room, and as high as it needs."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """Show `content`."""
        self._fade: Fade | None = None
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def keep_room_for_bar(self) -> None:
        """Leave the bar's room free always, so that nothing moves; it is seen where it scrolls."""
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(least < most))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def see_through(self) -> None:
        """Let what lies below be seen; for screens that draw a ground of their own."""
        for part in filter(None, (self.viewport(), self.widget())):
            part.setAutoFillBackground(False)

    def fade_out(self, theme: Theme) -> None:
        """Let the bottom edge be soft while there is more below it."""
        self._fade = Fade(theme, self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._place_fade)
        bar.rangeChanged.connect(self._place_fade)
        self._place_fade()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the soft edge at the bottom."""
        super().resizeEvent(event)
        self._place_fade()

    def _place_fade(self) -> None:
        if self._fade is None:
            return
        bar, view = self.verticalScrollBar(), self.viewport().geometry()
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.setGeometry(view.x(), view.bottom() + 1 - Space.XL, view.width(), Space.XL)

    def turn_by(self, key: int) -> bool:
        """Scroll where a key is one that turns pages; False where it is another."""
        if key not in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            return False
        self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        return True

    def turn(self, pages: int) -> None:
        """Scroll by so many pages, up where negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
