"""What the editors' menus share."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu, QWidget


class PassingMenu(QMenu):
    """A menu that is made when it is asked for and gone once it is closed."""

    def __init__(self, window: QWidget) -> None:
        """Offer nothing yet; it belongs to the window that is worked in, else to `window`."""
        super().__init__(QApplication.activeWindow() or window)
        self.aboutToHide.connect(self.deleteLater)
