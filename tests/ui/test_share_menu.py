"""Where files that are sent to others are looked for and put."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.editor_app import Desk, desk, open_desk

__all__ = ["desk", "open_desk"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always knows a home")
def test_without_a_home_a_place_is_still_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_user: int) -> None:
        raise KeyError

    asked: list[str] = []

    def answer(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        asked.append(place)
        return "", ""

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", nobody)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    share = desk.window.workshop._share
    share.export("daily-prevention")
    share.ask_for_import()
    assert [bool(place) for place in asked] == [True, True]
