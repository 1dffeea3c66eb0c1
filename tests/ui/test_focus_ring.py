"""Whoever walks with Tab sees where they are: each part looks otherwise with the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.ui.screens.setting import build, settle
from coach.ui.screens.states import STATES

TAB = Qt.FocusReason.TabFocusReason
TAB_POLICY = Qt.FocusPolicy.TabFocus

PIXELS = 100
"""A ring round the least part changes more than so many."""

SCREENS = ("home", "player-hold", "end", "stop-asked", "cramp-first", "check", "settings-voices")
MADE = ("editor-details", "editor-filters", "editor-figures", "learn-why", "about")


def changed(widget: QWidget) -> int:
    """Return how many pixels in and around a part change as Tab comes to it."""
    around = widget.parentWidget() or widget
    other = widget.window().focusWidget()
    if other is not None:
        other.clearFocus()
    before = around.grab().toImage()
    widget.setFocus(TAB)
    after = around.grab().toImage()
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(min(before.width(), after.width()))
        for y in range(min(before.height(), after.height()))
    )


@pytest.mark.parametrize("state", SCREENS + MADE)
def test_the_focus_is_seen(state: str, qtbot: QtBot, tmp_path: Path) -> None:
    setting = build(load_library(find_resources(), tmp_path), tmp_path)
    window = setting.window
    qtbot.addWidget(window)
    window.show()
    settle(window)
    STATES[state](setting)
    window.activateWindow()
    settle(window)
    met: set[object] = set()
    for part in window.findChildren(QWidget):
        kind = (type(part), getattr(part, "_weight", None), part.property("bare"))
        stops = part.isVisible() and part.isEnabled() and part.focusPolicy() & TAB_POLICY
        if stops and kind not in met:
            met.add(kind)
            assert changed(part) > PIXELS, f"{type(part).__name__} {part.accessibleName()}"
    assert met
    setting.coach.deleteLater()
