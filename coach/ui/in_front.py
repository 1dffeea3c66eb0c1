"""What lies in front of the window and keeps clicks from it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def clear_front() -> None:
    """Close menus and dialogs, each as if it was left: the window can be used at once."""
    while (over := _foremost()) is not None and over.close():
        pass


def _foremost() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()
