"""A place in a window that is found again when the window's parts were made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Spot:
    """Remembers a widget, and by the way to it what takes its place."""

    def __init__(self, widget: QWidget) -> None:
        """Remember `widget`, a part of a window."""
        self._widget: QWidget | None = widget
        self._way: list[tuple[type[QWidget], int]] = []

    def leave(self) -> None:
        """Go by the way from now on: the widget is about to be made anew."""
        widget = self._widget
        if widget is None or not isValid(widget):
            return
        self._way = []
        self._widget = None
        while (parent := widget.parentWidget()) is not None and not widget.isWindow():
            kind = type(widget)
            alike = _alike(parent, kind)
            self._way.insert(0, (kind, len(alike) - alike.index(widget)))
            widget = parent

    def find(self, window: QWidget) -> QWidget | None:
        """Return the widget, or what takes its place in `window`; None where nothing does."""
        if self._widget is not None:
            return self._widget if isValid(self._widget) else None
        found = window
        for kind, number in self._way:
            alike = _alike(found, kind)
            if number > len(alike):
                return None
            found = alike[-number]  # what is new was added last, and the old may still be there
        return found

    def focus(self, window: QWidget) -> bool:
        """Give it the focus; False where it can't be seen or reached."""
        found = self.find(window)
        if found is None or not found.isVisible() or not found.isEnabled():
            return False
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _alike(parent: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in parent.children() if isinstance(child, QWidget)
            and type(child) is kind]  # fmt: skip
