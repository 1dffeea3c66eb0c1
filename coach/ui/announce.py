"""Tells screen readers what has happened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> bool:
    """Have `text` read out where a screen reader runs; costs nothing where none does.

    Returns:
        Whether one heard it: in the app's first moments none has found the app yet.
    """
    from PySide6.QtGui import (  # not for home's first paint
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    heard = bool(text) and QAccessible.isActive()
    if heard:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
    return heard
